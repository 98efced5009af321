"""Where pages stand in `docs/`, and how one page leads to another."""

import posixpath
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from briefing_book.model import Passage
from briefing_book.render.view import View

_TAKEN = ("index", "README")
"""File names that MkDocs takes for the index of their folder."""


def page_path(address: str) -> str:
    """The file of the page at an address: people/xi-jinping -> people/xi-jinping.md."""
    if address.rpartition("/")[2] in _TAKEN:
        return f"{address}/index.md"
    return f"{address}.md"


@lru_cache(maxsize=1 << 16)
def _relative(target: str, folder: str) -> str:
    return quote(posixpath.relpath(target, folder or "."), safe="/")


class Page:
    """One page while it is rendered: its links, relative to where it stands, and its numbered citations."""

    def __init__(self, path: str, view: View) -> None:
        self.path = path
        self._view = view
        self._numbers: dict[tuple[str, int], int] = {}
        self._cited: dict[str, list[Passage]] = {}
        self._led_to: dict[Passage, None] = {}

    def file(self, path: str) -> Markup:
        """A link to a file of `docs/`, for Markdown."""
        return Markup(_relative(path, posixpath.dirname(self.path)))

    def to(self, id: str) -> Markup:
        """A link to the page of an entity, a plan or a point, or to its index entry, for Markdown."""
        path, anchor = self._place(id)
        return self.file(path) + (Markup("#") + quote(anchor) if anchor else "")

    def href(self, id: str) -> Markup:
        """The same link as it is in the built site, for HTML that MkDocs leaves alone."""
        path, anchor = self._place(id)
        return self.built(path) + (Markup("#") + quote(anchor) if anchor else "")

    def built(self, path: str) -> Markup:
        """A link to a page's file as it is in the built site."""
        return Markup(_relative(_folder(path), _folder(self.path)) + "/")

    def source(self, article: str) -> Markup:
        """A link to an article's page, for Markdown."""
        return self.file(page_path(f"sources/{article}"))

    def sentence(self, passage: Passage) -> Markup:
        """A link to the sentence in which a passage starts, for Markdown."""
        self._led_to[passage] = None
        return self.source(passage.article) + f"#s{passage.sentence}"

    def led_to(self) -> tuple[Passage, ...]:
        """The passages to whose sentences this page has led so far."""
        return tuple(self._led_to)

    def number(self, passage: Passage) -> int:
        """The passage's number on this page: each sentence has one, in the order of their first citation."""
        key = (passage.article, passage.sentence)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._cited.setdefault(passage.article, []).append(passage)
        return self._numbers[key]

    def cited(self, article: str) -> tuple[Passage, ...]:
        """The passages of an article that this page has cited so far."""
        return tuple(self._cited.get(article, ()))

    def _place(self, id: str) -> tuple[str, str]:
        entity = self._view.book.entities.get(id)
        if entity and not entity.page:
            return self._view.entry_file(id), id.partition("/")[2]
        return page_path(id), ""


def _folder(path: str) -> str:
    """The folder that a page becomes in the built site."""
    bare = path.removesuffix(".md")
    return posixpath.dirname(bare) or "." if posixpath.basename(bare) == "index" else bare
