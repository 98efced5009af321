"""Whether a book is as the last build left it: then there is nothing to build, and the same to say.

Each file that goes into the book or comes out of it is known by its number, its size and when it changed.
What goes in is looked at before it is read, so that a change during a build is seen by the next one.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from briefing_book.model import Record
from briefing_book.storage.code import installed
from briefing_book.storage.files import write_file
from briefing_book.storage.staging import SITE

PRODUCT = Path(__file__).parents[1]
_CODE = ("briefing_book", "templates", "mkdocs.yml")
_FILE = ".build/last.msgpack"

Look = tuple[int, int, int, int]
"""A file's number in its file system, its size, and when it and its entry changed, in nanoseconds."""

State = dict[str, Look]


class Told(Record, frozen=True):
    """What a build said at its end, and whether something is wrong that `--strict` does not let pass."""

    summary: str
    warnings: tuple[str, ...]
    wrong: bool


class _Last(Record, frozen=True):
    made_by: str
    state: State
    told: Told


def state(book: Path) -> State:
    """How all files of the book and of the program look now; hidden ones do not count."""
    places = [*(str(place) for place in book.glob("[!.]*")), *(str(PRODUCT / name) for name in _CODE)]
    return {path: look for place in places for path, look in _looks(place)}


def told_before(book: Path, now: State) -> Told | None:
    """What the last build said, if nothing is otherwise than it left it; None if something is."""
    try:
        last = msgspec.msgpack.decode((book / _FILE).read_bytes(), type=_Last)
    except (OSError, msgspec.DecodeError):
        return None
    return last.told if last.made_by == installed() and last.state == now else None


def remember(book: Path, before: State, written: Iterable[str], told: Told) -> None:
    """Keep what a build said, and how it left the book.

    `before` is the state that it found, `written` the paths of the files that it changed beside the site.
    """
    after, site = state(book), str(book / SITE)
    ours = {str(book / path) for path in written} | {path for path in after if path.startswith(site)}
    left = {path: look for path, look in before.items() if path not in ours and not path.startswith(site)}
    left |= {path: after[path] for path in ours if path in after}
    write_file(book / _FILE, msgspec.msgpack.encode(_Last(installed(), left, told)))


def _looks(place: str) -> Iterator[tuple[str, Look]]:
    try:
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _looks(entry.path) if entry.name != "__pycache__" else ()
                else:
                    yield from _look(entry.path)
    except OSError:
        yield from _look(place)


def _look(path: str) -> Iterator[tuple[str, Look]]:
    try:
        status = os.stat(path)  # noqa: PTH116  # a Path for each of 20,000 files costs more
    except OSError:
        return
    yield path, (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
