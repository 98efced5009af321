"""Makes a brief of what the book holds of a page, if it is not what it was."""

import hashlib
import json
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from briefing_book.editions import History
from briefing_book.errors import BookError
from briefing_book.model import Brief, Printing, Record, Settings
from briefing_book.publish.print.contents import Contents
from briefing_book.publish.print.fonts import SYSTEM, Faces
from briefing_book.publish.print.manifest import FOLDER
from briefing_book.publish.print.notes import Data
from briefing_book.publish.print.one_page import on_one_page
from briefing_book.publish.print.printable import Printable
from briefing_book.publish.print.subject import is_of_edition
from briefing_book.publish.print.typeset import Typesetter
from briefing_book.render.answers import digest as digest_of
from briefing_book.render.kept import Kept
from briefing_book.render.pictures.of_book import Drawings
from briefing_book.storage.files import write_file
from briefing_book.storage.staging import BUILD

ONE_PAGE = "-one-page"
_MEMORY = "briefs.msgpack"


class Wanted(Record, frozen=True):
    """The brief of a page, on one page or on as many as it takes."""

    id: str
    one_page: bool = False

    @property
    def file(self) -> str:
        """Where it stands in `print/`."""
        return f"{self.id}{ONE_PAGE if self.one_page else ''}.pdf"


class Outcome(NamedTuple):
    """What became of a brief: the one that stands now if there is any, its PDF if it is new, or a problem."""

    brief: Brief | None
    pdf: bytes | None = None
    problem: str | None = None


class Press:
    """Makes the briefs of one book; `problems` are what went wrong for all of them, a line each."""

    def __init__(
        self, root: Path, drawings: Drawings, settings: Settings, templates: Path, history: History | None
    ) -> None:
        self.problems: list[str] = []
        self._folder = root / FOLDER
        self._contents = Contents(drawings, settings, history)
        self._faces = self._load_faces(root, settings.print)
        self.setter = Typesetter(templates / "print", self._faces, settings.print.paper)
        self._same = _digest(
            f"{settings.print.paper} {settings.print.rows} {version('typst')}",
            *_files(templates, self._faces),
        )
        self._editions = history.editions if history else ()
        self._marking, self._answers = settings.marking, drawings.view.answers
        self._memory = root / BUILD / _MEMORY
        self._kept = Kept(self._memory.read_bytes() if self._memory.is_file() else None, templates)

    def begin(self, wanted: Wanted, before: Brief | None) -> Callable[[], Outcome]:
        """Begin to make a brief, if it is not what it was `before`; what is returned waits for it."""
        there = before if before and (self._folder / wanted.file).is_file() else None
        given = self._given(wanted)
        kept = self._kept.take_over(wanted.file, given, self._answers)
        if kept and there and there.digest == kept.hash:
            return partial(Outcome, there)
        self._answers.forget()
        content, time = self._contents.of(wanted.id), self._contents.time(wanted.id)
        digest = _digest(self._same, wanted.file, str(time), _json(content))
        self._kept.add(wanted.file, given, self._answers, digest, content["title"], {})
        if there and there.digest == digest:
            return partial(Outcome, there)
        printable = Printable(self._faces.characters)
        text = _json(printable.data(content))
        brief = Brief(
            id=wanted.id,
            file=wanted.file,
            title=content["title"],
            pages=0,
            size=0,
            digest=digest,
            one_page=wanted.one_page,
            missing="".join(sorted(printable.missing)),
        )
        return self.setter.beside(self._made, brief, text, time, there).result

    def remember(self) -> None:
        """Keep for the next build of what the briefs were made."""
        write_file(self._memory, self._kept.memory())

    def _given(self, wanted: Wanted) -> bytes:
        """A digest of all that a brief is made of beside the answers that it gets."""
        editions = self._editions if is_of_edition(wanted.id) else ()
        return digest_of(self._same, wanted.file, self._marking, editions)

    def _made(self, brief: Brief, text: str, time: int, there: Brief | None) -> Outcome:
        """The brief with its pages and its size; the one that is `there` where it cannot be made."""
        try:
            if brief.one_page:
                printed = on_one_page(self.setter, json.loads(text), time)
            else:
                printed = self.setter.pdf("brief.typ", text, time)
        except BookError as problem:
            return Outcome(there, problem=str(problem))
        return Outcome(replace(brief, pages=printed.pages, size=len(printed.pdf)), printed.pdf)

    def _load_faces(self, root: Path, printing: Printing) -> Faces:
        if printing.fonts is None or printing.fonts == SYSTEM:
            return Faces(of_computer=printing.fonts == SYSTEM)
        try:
            return Faces(root / printing.fonts)
        except BookError as problem:
            self.problems.append(f"{problem} (all briefs are set without it)")
            return Faces()


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
