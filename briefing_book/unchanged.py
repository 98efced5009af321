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
from briefing_book.storage.hashes import Look, look_of
from briefing_book.storage.staging import SITE

PRODUCT = Path(__file__).parents[1]
_CODE = ("briefing_book", "templates", "mkdocs.yml")
_FILE = ".build/last.msgpack"

State = dict[str, Look]


class Told(Record, frozen=True):
    """What a build said at its end, and whether something is wrong that `--strict` does not let pass."""

    summary: str
    warnings: tuple[str, ...]
    wrong: bool


class LastBuild(Record, frozen=True):
    """What a build said, how it left the files, and with which packages it was made."""

    made_by: str
    state: State
    told: Told


def state(book: Path) -> State:
    """How all files of the book and of the program look now; hidden ones do not count."""
    places = [*(str(place) for place in book.glob("[!.]*")), *(str(PRODUCT / name) for name in _CODE)]
    return {path: look for place in places for path, look in _looks(place)}


def last_build(book: Path) -> LastBuild | None:
    """What is known of the last build; None where nothing is."""
    try:
        return msgspec.msgpack.decode((book / _FILE).read_bytes(), type=LastBuild)
    except (OSError, msgspec.DecodeError):
        return None


def told_before(last: LastBuild | None, now: State) -> Told | None:
    """What the last build said, if nothing is otherwise than it left it; None if something is."""
    return last.told if last and last.made_by == installed() and last.state == now else None


def new_files(last: LastBuild | None, now: State, folder: Path) -> int:
    """How many files in a folder are new, or otherwise than the last build left them; 0 if it knew none."""
    here = f"{folder}/"
    known = {path: look for path, look in last.state.items() if path.startswith(here)} if last else {}
    if not known:
        return 0
    return sum(path.startswith(here) and known.get(path) != look for path, look in now.items())


def remember(book: Path, before: State, written: Iterable[str], told: Told) -> None:
    """Keep what a build said, and how it left the book.

    `before` is the state that it found, `written` the paths of the files that it changed beside the site.
    """
    after, site = state(book), str(book / SITE)
    ours = {str(book / path) for path in written} | {path for path in after if path.startswith(site)}
    left = {path: look for path, look in before.items() if path not in ours and not path.startswith(site)}
    left |= {path: after[path] for path in ours if path in after}
    write_file(book / _FILE, msgspec.msgpack.encode(LastBuild(installed(), left, told)))


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
    yield path.encode(errors="backslashreplace").decode(), look_of(status)
