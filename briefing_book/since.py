"""What changed in a book since a day: in lines for a terminal, and as a brief to print.

The brief is whoever asked's: it stays in `print/` as it was made, and is no part of the book, whose builds
neither remove it nor show it. Where nothing has changed since the last time, the same is said again.
"""

import hashlib
from pathlib import Path

import msgspec

from briefing_book.build import TEMPLATES, assembled
from briefing_book.changes import lines_of
from briefing_book.editions import History, first_day, history_of
from briefing_book.model import Book, Record, Settings
from briefing_book.publish.print import Briefs, Wanted
from briefing_book.publish.print.manifest import FOLDER
from briefing_book.publish.print.press import Press
from briefing_book.publish.print.subject import SINCE
from briefing_book.render.corrected import told_corrections
from briefing_book.render.pictures.of_book import Drawings
from briefing_book.render.view import View
from briefing_book.storage.files import write_file
from briefing_book.storage.staging import BUILD, Staging
from briefing_book.unchanged import State, last_build, remember, state, told_before
from briefing_book.up_to_date import Progress

_FILE = f"{BUILD}/since.msgpack"

Built = tuple[Book, Settings, History]
"""A book as a build has just made it, its settings and its history."""


class Since(Record, frozen=True):
    """What changed, in lines, and the brief of it; there is none where nothing changed."""

    lines: str
    briefs: Briefs


class _Said(Record, frozen=True):
    """What was said last, since when, and of what state of the book's files."""

    since: str
    state: str
    said: Since


def tell_since(root: Path, since: str, progress: Progress, built: Built | None = None) -> Since:
    """What changed in the book in the folder `root` since a day, month or year, given in EDTF.

    `built` is what a build made of it just now, if there was one. Raises `BookError` where `since` is none of
    these, or a file that a person wrote is wrong.
    """
    day, before = first_day(since), state(root)
    if said := _said_before(root, since, before):
        return said
    staging = Staging(root)
    book, settings, history = built or _assembled(root, staging, progress)
    brought = history.since(day)
    progress("printing what changed")
    wanted = Wanted(f"{SINCE}{since}") if brought else None
    said = Since(lines_of(book, brought, since), _printed(root, staging, (book, settings, history), wanted))
    written = staging.changed
    staging.commit()
    if told := told_before(last_build(root), before):
        remember(root, before, written, told)
    if not said.briefs.failed:
        _keep(root, _Said(since, _digest(state(root)), msgspec.structs.replace(said, briefs=_again(said))))
    return said


def _assembled(root: Path, staging: Staging, progress: Progress) -> Built:
    made = assembled(root, staging, progress)
    history = history_of(root, made.book, told_corrections(made.book, made.corrections))
    return made.book, made.written.settings, history


def _printed(root: Path, staging: Staging, built: Built, wanted: Wanted | None) -> Briefs:
    """The brief, if one is wanted, to be put into `print/`."""
    book, settings, history = built
    if wanted is None:
        return Briefs((), (), (), (), ())
    press = Press(root, Drawings(View(book)), settings, TEMPLATES, history)
    with press.setter:
        outcome = press.begin(wanted, None)()
    if outcome.brief is None or outcome.pdf is None:
        problems = (*press.problems, f"{wanted.file}: {outcome.problem}")
        return Briefs((), (), (), (wanted.file,), problems)
    staging.write(f"{FOLDER}/{wanted.file}", outcome.pdf)
    return Briefs((), (outcome.brief,), (wanted.file,), (), tuple(press.problems))


def _again(said: Since) -> Briefs:
    """The briefs as they are told when they were not made anew."""
    return msgspec.structs.replace(said.briefs, made=())


def _said_before(root: Path, since: str, now: State) -> Since | None:
    """What was said last, if it was of this and nothing has changed."""
    try:
        last = msgspec.msgpack.decode((root / _FILE).read_bytes(), type=_Said)
    except (OSError, msgspec.DecodeError):
        return None
    return last.said if (last.since, last.state) == (since, _digest(now)) else None


def _keep(root: Path, said: _Said) -> None:
    write_file(root / _FILE, msgspec.msgpack.encode(said))


def _digest(state: State) -> str:
    return hashlib.sha256(msgspec.msgpack.encode(sorted(state.items()))).hexdigest()
