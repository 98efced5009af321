"""Makes pages from their templates; what would be made of the same as before is not made again."""

import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from briefing_book.editions import History
from briefing_book.model import Brief
from briefing_book.render.answers import digest
from briefing_book.render.citations import Citations, Cited, Citing, cited, title_of
from briefing_book.render.environment import environment
from briefing_book.render.files import hash_of
from briefing_book.render.in_article import InArticles
from briefing_book.render.kept import Kept
from briefing_book.render.linked_pages import linked_page
from briefing_book.render.links import Page
from briefing_book.render.lists import Wanted, told_as
from briefing_book.render.novelty import Novelty
from briefing_book.render.pictures.of_book import Drawings, Pictures

BriefsOf = Mapping[str, Sequence[Brief]]
"""By the id of a page, its PDFs; whoever asks may have to wait for them."""

_YOUNGEST = 0
"""Templates leave circles behind, which go at once; to search the whole book for others takes long."""
_BLANK_LINES = re.compile(r"\n{3,}")


@contextmanager
def set_aside() -> Iterator[None]:
    """Within the block, nothing that there was before it is searched for garbage."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


class Desk:
    """All that templates may ask, beside what each page is given: the answers of one view."""

    def __init__(self, drawings: Drawings, history: History, briefs: BriefsOf) -> None:
        self.view = view = drawings.view
        self._shared: dict[str, Any] = {
            "view": view,
            "facts": InArticles(view),
            "is_new": Novelty(history, view),
            "pictures": lambda page: Pictures(drawings, page),
            "briefs": view.answers.table("briefs", lambda id: briefs.get(id, ())),
        }

    def given(self, wanted: Wanted) -> tuple[Page, dict[str, Any]]:
        """A page, and all that its template is given."""
        path, name, own = wanted
        page, linked = Page(path, self.view), linked_page(self.view, path, name, own)
        return page, {**self._shared, **own, "page": page, "linked": linked}


class File(NamedTuple):
    """A file that is no page, and its hash."""

    data: bytes
    hash: str

    @classmethod
    def of(cls, text: str) -> "File":
        """The file with this text."""
        data = text.encode()
        return cls(data, hash_of(data))


class Press:
    """Makes the pages of a book, `kept` from the build before where they would be the same."""

    def __init__(self, templates: Path, kept: Kept) -> None:
        self._env = environment(templates)
        self._env.bytecode_cache = kept.compiled
        self._kept = kept
        self._wanted: dict[str, tuple[Desk, Wanted]] = {}
        self._cited: dict[str, tuple[Citing, Cited]] = {}
        self.citations = Citations()
        self.texts: dict[str, bytes] = {}
        self.hashes: dict[str, str] = {}

    def print(self, desk: Desk, wanted: Wanted) -> None:
        """Take a page in, and make it if it has changed."""
        path, name, own = wanted
        given, answers = digest(name, own), desk.view.answers
        made = self._kept.take_over(path, given, answers)
        if not made:
            answers.forget()
            page, text = self._made(desk, wanted)
            places = cited(page.led_to(), desk.view.source)
            data = text.encode()
            made = self._kept.add(path, given, answers, hash_of(data), title_of(text), places)
            self.texts[path] = data
            gc.collect(_YOUNGEST)
        self._wanted[path] = desk, wanted
        self.hashes[path] = made.hash
        self._cited[path] = Citing(path, made.title), made.cited

    def note_cited(self, paths: Iterable[str]) -> None:
        """Note what these pages cite, in this order."""
        for path in paths:
            citing, _ = self._cited[told_as(self._wanted[path][1])]
            self.citations.add(citing, self._cited[path][1])

    def add(self, path: str, file: File) -> None:
        """Take in a file that is no page."""
        self.texts[path], self.hashes[path] = file

    def text(self, path: str) -> str:
        """The text of a page, whether it has changed or not."""
        return self.texts[path].decode() if path in self.texts else self._made(*self._wanted[path])[1]

    def _made(self, desk: Desk, wanted: Wanted) -> tuple[Page, str]:
        page, given = desk.given(wanted)
        text = self._env.get_template(f"{wanted[1]}.md.j2").render(given)
        return page, _BLANK_LINES.sub("\n\n", text).strip() + "\n"
