"""What is known of the feeds that are watched, in `seeds/.feeds.yml`: the builds need not read it.

What is new in a feed waits, and is asked for until it is brought or has been tried too often.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefing_book.gather.download import Validators
from briefing_book.gather.feeds import Entry
from briefing_book.gather.known import save_rows
from briefing_book.model import Record
from briefing_book.yaml_files import read_yaml

FILE = ".feeds.yml"
HEADER = "# What `add --feed` has seen of each feed. Written by `add`; to see a feed anew, take it out.\n"

MOST_TRIES = 5
"""So often an article that a feed lists is asked for when it cannot be had."""


class Waiting(Entry, frozen=True):
    """An entry whose article is not brought yet, and how often that was tried."""

    tries: int = 0


class Feed(Record, frozen=True):
    """The feed at `address` as it was read last. `seen` are its entries' ids, and when each last changed."""

    address: str
    etag: str | None = None
    modified: str | None = None
    seen: dict[str, str] = msgspec.field(default_factory=dict)
    waiting: tuple[Waiting, ...] = ()

    @property
    def validators(self) -> Validators:
        """By what its server tells whether it has changed since."""
        return Validators(self.etag, self.modified)


def noticed(
    feed: Feed, entries: Iterable[Entry], validators: Validators, is_held: Callable[[str], bool]
) -> Feed:
    """The feed with what it lists now: what is new waits, and what has changed if its article is held."""
    new = []
    for entry in entries:
        if entry.id not in feed.seen or (
            (entry.changed or "") != feed.seen[entry.id] and is_held(entry.address)
        ):
            new.append(Waiting(**msgspec.structs.asdict(entry)))
    ids = {entry.id for entry in new}
    return replace(
        feed,
        etag=validators.etag,
        modified=validators.modified,
        seen={**feed.seen, **{entry.id: entry.changed or "" for entry in new}},
        waiting=(*(entry for entry in feed.waiting if entry.id not in ids), *new),
    )


def tried(feed: Feed, entry: Waiting, brought: bool) -> Feed:
    """The feed after the article of an entry was asked for."""
    gone = brought or entry.tries + 1 >= MOST_TRIES
    again = () if gone else (replace(entry, tries=entry.tries + 1),)
    others = (each for each in feed.waiting if each.id != entry.id)
    return replace(feed, waiting=(*others, *again))


def watched(book: Path) -> dict[str, Feed]:
    """The feeds by address. Raises `BookError` with file and line where a person broke the file."""
    file = book / "seeds" / FILE
    rows = read_yaml(file, tuple[Feed, ...]) if file.exists() else ()
    return {row.address: row for row in rows}


def save_watched(book: Path, feeds: dict[str, Feed]) -> None:
    """Write what is known of the feeds."""
    save_rows(book / "seeds" / FILE, HEADER, feeds)
