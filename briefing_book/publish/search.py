"""Search: who is asked for by any of their names is found first, then the articles that name them.

A page's front matter says by which `names` its subject is known, and an index's `entries` says of whom else
it tells: by the anchor, the names of each, the one shown first. All of them are HTML text. Material's index
serves books of up to `MOST_PAGES` pages, and is written as a script too, for a site opened as files, where
nothing can be fetched; above, Pagefind's do, which a browser loads in parts, and which are made from light
pages. Both answer in Material's box.
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from slugify import slugify

from briefing_book.publish.kept.last_site import NO_SITE, LastSite
from briefing_book.publish.kept.records import Entry, Searched
from briefing_book.publish.light import light_entry, light_page
from briefing_book.publish.pagefind_index import INDEXES, Pagefind
from briefing_book.publish.sources import MOST_PAGES

NAMED_BOOST = 4
"""How much more a page about somebody counts than one that names them."""

SAID_BOOST = 8
"""The same for the section of it that gives what they said, for which somebody types a quotation."""

PAGEFIND_WORKER = "assets/javascripts/workers/pagefind.js"
"""What asks Pagefind for Material's box, in the theme. A theme without it keeps Material's search."""

_NO_PAGE = "pagefind-entries/{}.html"
"""Where Pagefind reads of whoever has no page. It is no place in the site."""

_INDEX = "search/search_index.json"
_SCRIPT = "search/search_index.js"
_SAID = "#quotations"
_WORD = re.compile(r"\w+")

Document = dict[str, Any]
"""A section in Material's index: its location, title and text, and whether it counts for more."""


class Search(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # MkDocs gives it no types
    """What the build of a site adds to Material's search; `most_pages`, as `MOST_PAGES` says.

    `folder` is where it may keep light pages for the next build.

    `searched` is each page's part of the index, by its address: of the pages that were built, and of those
    that were kept, for which it has to be set. `indexed` are the keys of Pagefind's indexes, where there
    are any.
    """

    def __init__(self, folder: Path, most_pages: int = MOST_PAGES, last: LastSite = NO_SITE) -> None:
        super().__init__()
        self._folder = folder
        self._most_pages = most_pages
        self._last = last
        self._large = False
        self._pages: dict[str, str] = {}
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        self._light: dict[str, str] = {}
        self._pagefind: Pagefind | None = None
        self.searched: dict[str, Searched] = {}
        self.indexed: dict[str, str] = {}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Choose the search, for which the theme has to know."""
        self._pages = {address(file): file.dest_uri for file in files.documentation_pages()}
        has_worker = any((Path(folder) / PAGEFIND_WORKER).is_file() for folder in config.theme.dirs)
        self._large = has_worker and len(self._pages) > self._most_pages
        config.extra["pagefind"] = self._large

    @property
    def standing(self) -> Sequence[str]:
        """The files of the last site that this one may begin with."""
        return self._last.under(INDEXES) if self._large else ()

    @event_priority(-50)
    def on_page_content(self, html: str, *, page: Page, **_: Any) -> None:
        """Note of whom a page tells, and in a large book what is found of it."""
        for anchor, names in _mapping(page.meta.get("entries")).items():
            if known := tuple(_texts(names)):
                self._entries[page.url].append((f"{page.url}#{anchor}", known))
        if self._large and not _mapping(page.meta.get("search")).get("exclude"):
            names = _texts(page.meta.get("names"))
            self._light[page.url] = light_page(html, str(page.title or ""), names)

    @event_priority(-150)
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Let Pagefind begin, once all pages are known and none is stale."""
        if self._large:
            light = {file: text for page, file in self._pages.items() if (text := self._light_of(page))}
            entries = (entry for page in self._pages for entry in self._entries_of(page))
            light |= {_no_page(place): light_entry(place, names) for place, names in entries}
            self._pagefind = Pagefind(Path(config.site_dir), light, self._last, self._folder)

    @event_priority(100)
    def on_page_context(self, context: Any, *, page: Page, **_: Any) -> None:
        """Tell Material's search, which reads the page next, what its front matter says."""
        search = page.meta.setdefault("search", {}) or {}
        page.meta["search"] = search
        names = _texts(page.meta.get("names"))
        if names:
            search.setdefault("boost", NAMED_BOOST)
            page.meta["tags"] = other_names(page.meta.get("title", ""), names)
        if self._large:
            search["exclude"] = True

    @event_priority(-50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete Material's index, and wait for Pagefind's."""
        site = Path(config.site_dir)
        index = _read_index(site)
        sections = _by_page(index.get("docs", ()))
        for page in {*sections, *self._entries, *self._light}:
            self.searched[page] = Searched(
                sections=tuple(sections.get(page, ())),
                entries=tuple(self._entries.get(page, ())),
                light=self._light.get(page, ""),
            )
        if index:
            found = [self.searched[page] for page in self._pages if page in self.searched]
            documents = [section for page in found for section in page.sections]
            if not self._large:
                documents += [_json(_entry(*entry)) for page in found for entry in page.entries]
            _write_index(site, index, documents)
        if self._pagefind:
            self._pagefind.finish()
            self.indexed = self._pagefind.keys

    def on_build_error(self, **_: Any) -> None:
        """Let nothing go on."""
        if self._pagefind:
            self._pagefind.end()

    def _light_of(self, page: str) -> str:
        return self.searched[page].light if page in self.searched else self._light.get(page, "")

    def _entries_of(self, page: str) -> Sequence[Entry]:
        return self.searched[page].entries if page in self.searched else self._entries.get(page, ())


def other_names(shown: str, names: Iterable[str]) -> list[str]:
    """The names with a word that the name shown has not; among them this one in plain letters."""
    known = set(_words(shown))
    found = []
    for name in (*names, slugify(unescape(shown), separator=" ", lowercase=False)):
        if not known.issuperset(_words(name)):
            found.append(name)
            known.update(_words(name))
    return found


def address(file: File) -> str:
    """The address of a source's page in the site, as the index has it."""
    return "" if file.url in (".", "./") else file.url


def _no_page(place: str) -> str:
    """The file for whoever has no page, the same in each build."""
    return _NO_PAGE.format(hashlib.blake2b(place.encode(), digest_size=16).hexdigest())


def _read_index(site: Path) -> dict[str, Any]:
    """Material's index of the pages that were built; empty where the theme has no search."""
    file = site / _INDEX
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else {}


def _by_page(documents: Iterable[Document]) -> dict[str, list[str]]:
    """The sections of each page, completed, as JSON."""
    sections = defaultdict(list)
    for document in documents:
        sections[document["location"].partition("#")[0]].append(_json(_section(document)))
    return sections


def _write_index(site: Path, index: dict[str, Any], documents: list[str]) -> None:
    """Write the index with these documents, each as JSON, in the place of its own."""
    parts = {name: _json(value) for name, value in index.items() if name != "docs"}
    parts["docs"] = f"[{','.join(documents)}]"
    text = "{" + ",".join(f"{_json(name)}:{part}" for name, part in parts.items()) + "}"
    (site / _INDEX).write_text(text, encoding="utf-8")
    (site / _SCRIPT).write_text(f"var __index = {text}", encoding="utf-8")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _entry(location: str, names: tuple[str, ...]) -> Document:
    entry = {"location": location, "title": names[0], "text": "", "boost": NAMED_BOOST}
    others = other_names(names[0], names[1:])
    return entry | ({"tags": others} if others else {})


def _section(document: Document) -> Document:
    """A page's names are those of its beginning: a section of it is not found by them."""
    if "#" not in document["location"] and document.get("tags"):
        return document
    section = {key: value for key, value in document.items() if key != "tags"}
    said = "boost" in document and document["location"].endswith(_SAID)
    return section | ({"boost": SAID_BOOST} if said else {})


def _words(name: str) -> Iterator[str]:
    return (word.casefold() for word in _WORD.findall(unescape(name)))


def _texts(value: Any) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
