"""The PDFs of a book in its `print/` folder: only those whose content changed are made again.

A brief that cannot be made leaves the last good one where it is, and stops no other.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from briefing_book.editions import History
from briefing_book.errors import BookError
from briefing_book.model import Brief, Printing, Record, Settings
from briefing_book.publish.print.contents import Contents, is_of_edition
from briefing_book.publish.print.fonts import SYSTEM, Faces
from briefing_book.publish.print.manifest import FOLDER, MANIFEST, load_briefs, manifest
from briefing_book.publish.print.notes import Data
from briefing_book.publish.print.one_page import on_one_page
from briefing_book.publish.print.printable import Printable
from briefing_book.publish.print.typeset import Printed, Typesetter
from briefing_book.render.answers import digest as digest_of
from briefing_book.render.kept import Kept
from briefing_book.render.view import View
from briefing_book.storage.files import write_file
from briefing_book.storage.staging import BUILD, Staging

ONE_PAGE = "-one-page"
_MOST_MISSING = 40
_MEMORY = "briefs.msgpack"


class Briefs(Record, frozen=True):
    """All PDFs that stand in `print/`, and those of them that were asked for.

    Of these the files made just now, those that could not be made, and what went wrong, a line each.
    """

    all: tuple[Brief, ...]
    asked: tuple[Brief, ...]
    made: tuple[str, ...]
    failed: tuple[str, ...]
    problems: tuple[str, ...]


class Wanted(Record, frozen=True):
    """The brief of a page, on one page or on as many as it takes."""

    id: str
    one_page: bool = False

    @property
    def file(self) -> str:
        """Where it stands in `print/`."""
        return f"{self.id}{ONE_PAGE if self.one_page else ''}.pdf"


def print_briefs(
    root: Path,
    staging: Staging,
    view: View,
    settings: Settings,
    templates: Path,
    wanted: Iterable[Wanted],
    history: History | None = None,
    others: bool = True,
) -> Briefs:
    """Make these briefs of the book in the folder `root`; `others` that stand there stay, or go.

    `history` tells of its editions, if it is given.
    """
    press = _Press(root, staging, view, settings, templates, history)
    before = {brief.file: brief for brief in load_briefs(root / FOLDER)}
    with press.setter:
        asked = [brief for each in wanted if (brief := press.brief(each, before.get(each.file)))]
    briefs = {brief.file: brief for brief in asked}
    left = [brief for file, brief in before.items() if file not in briefs]
    if others:
        briefs |= {brief.file: brief for brief in left}
    else:
        press.remember()
        for brief in left:
            staging.remove(f"{FOLDER}/{brief.file}")
    standing = tuple(briefs[file] for file in sorted(briefs))
    staging.write(f"{FOLDER}/{MANIFEST}", manifest(standing))
    problems = (*press.all_problems(), *_missing(asked))
    return Briefs(standing, tuple(asked), tuple(press.made), tuple(press.failed), problems)


class _Press:
    """Makes briefs one after the other, and remembers what went wrong."""

    def __init__(
        self,
        root: Path,
        staging: Staging,
        view: View,
        settings: Settings,
        templates: Path,
        history: History | None,
    ) -> None:
        self.made: list[str] = []
        self.failed: list[str] = []
        self._problems: dict[str, list[str]] = {}
        self._folder, self._staging = root / FOLDER, staging
        self._contents = Contents(view, settings, history)
        self._faces = self._load_faces(root, settings.print)
        self.setter = Typesetter(templates / "print", self._faces, settings.print.paper)
        self._same = _digest(
            f"{settings.print.paper} {settings.print.rows} {version('typst')}",
            *_files(templates, self._faces),
        )
        self._editions = history.editions if history else ()
        self._marking, self._answers = settings.marking, view.answers
        self._memory = root / BUILD / _MEMORY
        self._kept = Kept(self._memory.read_bytes() if self._memory.is_file() else None, templates)

    def brief(self, wanted: Wanted, before: Brief | None) -> Brief | None:
        """The brief, made again if it is not what it was; None where it cannot be made."""
        path, given = self._folder / wanted.file, self._given(wanted)
        there = before if before and path.is_file() else None
        kept = self._kept.find(wanted.file, given, self._answers)
        if kept and there and there.digest == kept.hash:
            return there
        self._answers.forget()
        content, time = self._contents.of(wanted.id), self._contents.time(wanted.id)
        digest = _digest(self._same, wanted.file, str(time), _json(content))
        self._kept.add(wanted.file, given, self._answers, digest, content["title"], {})
        if there and there.digest == digest:
            return there
        title, printable = content["title"], Printable(self._faces.characters)
        text = _json(printable.data(content))
        del content  # it is as large as the book, and Typst needs the room
        try:
            printed = self._printed(wanted, text, time)
        except BookError as problem:
            self.failed.append(wanted.file)
            self._problems.setdefault(str(problem), []).append(wanted.file)
            return there
        self._staging.write(f"{FOLDER}/{wanted.file}", printed.pdf)
        self.made.append(wanted.file)
        return Brief(
            id=wanted.id,
            file=wanted.file,
            title=title,
            pages=printed.pages,
            size=len(printed.pdf),
            digest=digest,
            one_page=wanted.one_page,
            missing="".join(sorted(printable.missing)),
        )

    def remember(self) -> None:
        """Keep for the next build of what the briefs were made."""
        write_file(self._memory, self._kept.memory())

    def _given(self, wanted: Wanted) -> bytes:
        """A digest of all that a brief is made of beside the answers that it gets."""
        editions = self._editions if is_of_edition(wanted.id) else ()
        return digest_of(self._same, wanted.file, self._marking, editions)

    def _printed(self, wanted: Wanted, text: str, time: int) -> Printed:
        if wanted.one_page:
            return on_one_page(self.setter, json.loads(text), time)
        return self.setter.pdf("brief.typ", text, time)

    def all_problems(self) -> Iterator[str]:
        """What went wrong, a line each."""
        for problem, files in self._problems.items():
            several = f"{files[0]} and {len(files) - 1} more" if len(files) > 1 else files[0]
            yield f"{problem} (in {several}; where there was one, the last good brief is kept)"

    def _load_faces(self, root: Path, printing: Printing) -> Faces:
        if printing.fonts is None or printing.fonts == SYSTEM:
            return Faces(of_computer=printing.fonts == SYSTEM)
        try:
            return Faces(root / printing.fonts)
        except BookError as problem:
            self._problems[str(problem)] = ["all briefs, set without it"]
            return Faces()


def _missing(briefs: Iterable[Brief]) -> Iterator[str]:
    """The characters of these briefs that no face has, in one line."""
    missing = sorted({character for brief in briefs for character in brief.missing})
    if missing:
        listed = " ".join(f"{c} (U+{ord(c):04X})" for c in missing[:_MOST_MISSING])
        more = f" and {len(missing) - _MOST_MISSING} more" if len(missing) > _MOST_MISSING else ""
        yield f"print: no font has {listed}{more}; name a folder with one in briefing.yml: print, fonts"


def _files(templates: Path, faces: Faces) -> Iterator[str]:
    """The texts of the templates and of what chooses from the content, and which fonts there are."""
    for path in (*sorted((templates / "print").iterdir()), *sorted(Path(__file__).parent.glob("*.py"))):
        yield path.name + path.read_text(encoding="utf-8")
    yield from faces.names


def _digest(*texts: str) -> str:
    digest = hashlib.sha256()
    for text in texts:
        data = text.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def _json(content: Data) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True)
