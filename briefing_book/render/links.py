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
    there, here = _parts(target), _parts(folder)
    same = len(posixpath.commonprefix([there, here]))
    return quote("/".join([".."] * (len(here) - same) + there[same:]) or ".", safe="/")


@lru_cache(maxsize=1 << 16)
def _built(path: str, page: str) -> str:
    return _relative(_folder(path), _folder(page)) + "/"


class Page:
    """One page while it is rendered: its links, relative to where it stands, and its numbered citations."""

    def __init__(self, path: str, view: View) -> None:
        self.path = path
        self._folder = posixpath.dirname(path)
        self._view = view
        self._articles: dict[str, Markup] = {}
        self._numbers: dict[tuple[str, int], int] = {}
        self._cited: dict[str, list[Passage]] = {}
        self._led_to: dict[Passage, None] = {}
        self._outside: dict[str, int] = {}

    def file(self, path: str) -> Markup:
        """A link to a file of `docs/`, for Markdown."""
        return Markup(_relative(path, self._folder))

    def to(self, id: str) -> Markup:
        """A link to the page of an entity, a plan or a point, or to its index entry, for Markdown."""
        path, anchor = self._place(id)
        return Markup(_at(anchor, _relative(path, self._folder)))

    def href(self, id: str) -> Markup:
        """The same link as it is in the built site, for HTML that MkDocs leaves alone."""
        path, anchor = self._place(id)
        return Markup(_at(anchor, _built(path, self.path)))

    def built(self, path: str) -> Markup:
        """A link to a page's file as it is in the built site."""
        return Markup(_built(path, self.path))

    def source(self, article: str) -> Markup:
        """A link to an article's page, for Markdown."""
        if article not in self._articles:
            self._articles[article] = self.file(page_path(f"sources/{article}"))
        return self._articles[article]

    def sentence(self, passage: Passage) -> Markup:
        """A link to the sentence in which a passage starts, for Markdown."""
        self._led_to[passage] = None
        return Markup(f"{self.source(passage.article)}#s{passage.sentence}")

    def led_to(self) -> tuple[Passage, ...]:
        """The passages to whose sentences this page has led so far."""
        return tuple(self._led_to)

    def outside(self, url: str) -> Markup:
        """The attributes of a link that leads out of the book: on paper a number stands for its address."""
        number = self._outside.setdefault(url, len(self._outside) + 1)
        return Markup(f'rel="external noopener" data-note="{number}"')

    def addresses(self) -> tuple[str, ...]:
        """The addresses out of the book to which this page has led so far, in the order of their numbers."""
        return tuple(self._outside)

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
        entry = self._view.entry_file(id)
        return (entry, id.partition("/")[2]) if entry else (page_path(id), "")


def _at(anchor: str, address: str) -> str:
    return f"{address}#{quote(anchor)}" if anchor else address


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part not in ("", ".")]


def _folder(path: str) -> str:
    """The folder that a page becomes in the built site."""
    bare = path.removesuffix(".md")
    return posixpath.dirname(bare) or "." if posixpath.basename(bare) == "index" else bare
