"""What is known of a site that was built, and how it is stored: a record for each site, under its digest."""

import hashlib
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from briefing_book.model import Record
from briefing_book.storage.files import write_file

FOLDER = ".build/site"

Links = dict[str, dict[str, tuple[str, ...]]]
"""Links to anchors: by the file that they lead to and by how the page writes its path, the anchors."""


Entry = tuple[str, tuple[str, ...]]
"""Where a page tells of somebody who has none, and by which names."""


class Stamp(Record, frozen=True):
    """A file of a site: its size in bytes, when it changed last in nanoseconds, the SHA-256 of its bytes."""

    size: int
    changed: int
    digest: str


class Searched(Record, frozen=True):
    """A page's part of the search index: its sections as JSON, and of whom else it tells.

    In a large book it has no sections, but is `light`, as Pagefind reads it: "" where search leaves it out.
    """

    sections: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    light: str = ""


class Piece(NamedTuple):
    """A piece of a page, by the digest of its Markdown: its place in the finished page."""

    of: bytes
    start: int
    end: int


class KeptPage(Record, frozen=True):
    """A page that was built, by the key of what it was made from, and what the site has to know of it.

    `asked` are the sources that it looked for, and whether each was there. `pieces` are those of which the
    next build may make another page.
    """

    key: str
    template: str
    title: str
    asked: dict[str, bool]
    anchors: tuple[str, ...]
    links: Links
    searched: Searched
    pieces: tuple[Piece, ...] = ()


class SiteFiles(Record, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """All files of a built site.

    `theme` is the folder of the site's own theme, `whole` the key of all that the site was made from; None
    where nobody can tell. `time`, in nanoseconds, is when the record was made: a file that changed about then
    or later may have changed since.
    """

    files: dict[str, Stamp]
    theme: str | None = None
    whole: str | None = None
    time: int = 0


class SiteRecord(SiteFiles, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A built site: its files, its pages by their sources, and blank pages by their templates.

    `site` is the key of what goes into every page, `indexed` are the keys of what each of Pagefind's indexes
    was made from.
    """

    site: str = ""
    pages: dict[str, KeptPage]
    blanks: dict[str, str]
    indexed: dict[str, str]


Known = TypeVar("Known", bound=SiteFiles)


def digest_of_files(files: dict[str, Stamp]) -> str:
    """The digest of a whole site: of its files' paths and bytes."""
    lines = (f"{path}\0{files[path].digest}\n" for path in sorted(files))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def load_record(book: Path, site: str, kind: type[Known]) -> Known | None:
    """The record of the site with this digest, or only of its files; None where there is none that fits."""
    try:
        return msgspec.msgpack.decode(_path(book, site).read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        return None


def save_record(book: Path, record: SiteRecord) -> None:
    """Keep what is known of a site."""
    timed = msgspec.structs.replace(record, time=time.time_ns())
    write_file(_path(book, digest_of_files(record.files)), msgspec.msgpack.encode(timed))


def forget_records(book: Path, wanted: Iterable[str]) -> None:
    """Remove the records of all sites but these."""
    kept = {_path(book, site) for site in wanted}
    for path in (book / FOLDER).glob("*"):
        if path not in kept:
            path.unlink()


def _path(book: Path, site: str) -> Path:
    return book / FOLDER / f"{site}.msgpack"
