"""The plugin of MkDocs by which a site takes over the pages of the last one that nothing changed."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from briefing_book.publish.kept.ahead import Process, convert_ahead
from briefing_book.publish.kept.files import KeptFile, StandIn, WatchedFiles, as_text, links_of, restored
from briefing_book.publish.kept.inputs import is_known, key_of_hash, key_of_page, key_of_site
from briefing_book.publish.kept.last_site import LastSite
from briefing_book.publish.kept.pieces import Spared, give_back, spared, without_marks
from briefing_book.publish.kept.records import KeptPage, Piece, Searched
from briefing_book.publish.search import Search, address
from briefing_book.storage.hashes import Hashes

_MAIN = "main.html"
_BLANK = "blank.md"


class Stale(Exception):  # noqa: N818  # no error: it says that the last site is of no use
    """What every page shows has changed, so all of them must be built."""


class Keep(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # MkDocs gives it no types
    """Takes over what is unchanged of the last site. A build raises `Stale` where nothing is.

    Afterwards `pages` are those that a next build can keep, by their sources, with the `blanks` of their
    templates, and `site` is the key of what goes into all of them; `built` and `kept` are the sources of the
    pages that were built and that were kept, `theme` is the folder of the site's own theme, if it has one.
    """

    def __init__(
        self, last: LastSite, search: Search, hashes: Hashes, compiled: jinja2.BytecodeCache
    ) -> None:
        super().__init__()
        self._last = last
        self._compiled = compiled
        self._hashes = hashes
        self._search = search
        self._known = False
        self._keys: dict[str, str] = {}
        self._files = WatchedFiles(())
        self._docs: Sequence[File] = ()
        self._asked: dict[str, dict[str, bool]] = {}
        self._before: dict[str, KeptPage] = {}
        self._spared: dict[str, Spared] = {}
        self._pieces: dict[str, tuple[Piece, ...]] = {}
        self._nav = Navigation([], [])
        self._ahead: list[Process] = []
        self.pages: dict[str, KeptPage] = {}
        self.site = ""
        self.blanks: dict[str, str] = {}
        self.built: tuple[str, ...] = ()
        self.kept: tuple[str, ...] = ()
        self.theme: str | None = None

    @event_priority(-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Set the pages that can be kept apart from those that must be built."""
        docs = files.documentation_pages()
        self.theme = config.theme.custom_dir
        self._known = is_known(config, files)
        self.site = key_of_site(config) if self._known else ""
        self._before = {file.src_uri: kept for file in docs if (kept := self._standing(file, files))}
        # The archive of the sitemap bears the date of a page that is built: it takes one.
        unchanged = (file for file in docs[1:] if self._is_unchanged(file))
        self.pages = {file.src_uri: self._before.pop(file.src_uri) for file in unchanged}
        for uri, kept in self.pages.items():
            self._search.searched[address(files.src_uris[uri])] = kept.searched
        standing = {files.src_uris[uri].dest_uri for uri in self.pages}
        self._last.bring(standing.union(self._search.standing), Path(config.site_dir))
        self._files = WatchedFiles(self._stand_in(file, config) for file in files)
        self._docs = [self._files.src_uris[file.src_uri] for file in docs]
        self.kept = tuple(self.pages)
        self.built = tuple(file.src_uri for file in docs if file.src_uri not in self.pages)
        return self._files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Remember the navigation that every page shows; have other processes convert pages."""
        self._nav = nav
        if self._known:
            shown = {page.file.src_uri for page in nav.pages}
            apart = (self._files.src_uris[uri] for uri in self.built if uri not in shown)
            self._ahead = convert_ahead(apart, config, self._files, self._spare)

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> None:
        """Let MkDocs build the very bytes that the key is of, and note what the page asks for from now on."""
        file = page.file
        self._files.asked = self._asked[file.src_uri] = {}
        if self._known:
            source = file.content_bytes
            self._keys[file.src_uri] = key_of_page(self.site, file.src_uri, source)
            # What is no UTF-8, MkDocs reads itself, and says so.
            with suppress(UnicodeDecodeError):
                file.content_string = as_text(source)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leave out the pieces that the last site has."""
        found = self._spared[page.file.src_uri] = self._spare(page.file, markdown)
        return found.rest

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put them in their places; note no more, and let the bytes go."""
        uri = page.file.src_uri
        found = self._spared[uri]
        try:
            html = found.completed(f"{html}\n")  # a mark is a whole line
        except ValueError:
            raise Stale from None
        if found.left_out:
            give_back(page, self._files, self._before[uri], found)
        self._spared[uri] = found.told()
        self._files.asked = {}
        if self._known:
            page.file.content_string = ""
        return html

    @event_priority(-100)
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
        """See whether a blank page looks as it did, now that the titles in the navigation are known."""
        self._end_ahead()
        # What another plugin brings may change what becomes of a template.
        env.bytecode_cache = self._compiled if self._known else None
        used = {kept.template for kept in self.pages.values()}
        new = {_template(file.page) for file in self._docs if file.page and file.src_uri not in self.pages}
        self.blanks = {name: self._blank(name, env, config) for name in sorted(used | new)}
        before = self._last.record.blanks
        if any(not self.blanks[name] or self.blanks[name] != before.get(name) for name in used):
            raise Stale

    def on_build_error(self, **_: Any) -> None:
        """Let nothing go on."""
        self._end_ahead()

    def on_template_context(self, context: TemplateContext, *, template_name: str, config: Any) -> None:
        """Name all pages to a template of the whole site, such as the sitemap."""
        context["pages"] = self._docs

    def on_page_context(self, context: TemplateContext, *, page: Page, config: Any, nav: Any) -> None:
        """Name all pages to the template of a page."""
        context["pages"] = self._docs

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Note where its pieces stand; let the text go of a page that is made: in a large book it adds up."""
        uri = page.file.src_uri
        whole, self._pieces[uri] = without_marks(output, self._spared.pop(uri).of)
        if self._known:
            page.content = page.markdown = ""
        return whole

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Warn of what kept pages link to and is no longer there; note what a next build must know."""
        for uri in self.kept:
            kept, page = self.pages[uri], _page(self._files.src_uris[uri])
            page.links_to_anchors = restored(kept.links, self._files, self._asked.keys())
            page.validate_anchor_links(files=self._files, log_level=config.validation.links.anchors)
        self._known = self._known and self.site == key_of_site(config)
        self.pages = self.pages if self._known else {}
        for uri in self.built if self._known else ():
            page = _page(self._files.src_uris[uri])
            if page.links_to_anchors is not None and isinstance(page.title, str):
                self.pages[uri] = self._record(page)

    def _end_ahead(self) -> None:
        for process in self._ahead:
            process.end()
        self._ahead = []

    def _standing(self, file: File, files: Files) -> KeptPage | None:
        """What is known of the page in the last site, if what it asked for would be answered the same now."""
        kept = self._last.record.pages.get(file.src_uri)
        if kept is None or not self._known or self._last.record.site != self.site:
            return None
        as_was = all((path in files.src_uris) == there for path, there in kept.asked.items())
        return kept if as_was and self._last.holds(file.dest_uri) else None

    def _is_unchanged(self, file: File) -> bool:
        """Whether the last site has the page as it would be built now."""
        kept = self._before.get(file.src_uri)
        if kept is None or file.abs_src_path is None:
            return False
        return kept.key == key_of_hash(self.site, file.src_uri, self._hashes.of(file.abs_src_path))

    def _spare(self, file: File, markdown: str) -> Spared:
        """The Markdown of a page without what the last site has of it."""
        kept = self._before.get(file.src_uri)
        before = self._last.text(file.dest_uri) if kept and kept.pieces else ""
        return spared(markdown, before, kept.pieces if kept else ())

    def _stand_in(self, file: File, config: MkDocsConfig) -> File:
        kept = self.pages.get(file.src_uri)
        if kept is None:
            return file
        stand_in = KeptFile(file)
        StandIn(stand_in, kept, config)
        return stand_in

    def _blank(self, name: str, env: jinja2.Environment, config: MkDocsConfig) -> str:
        """The digest of a page without content, and of the titles beside it; "" where there can be none."""
        page = Page(None, File.generated(config, _BLANK, content=""), config)
        page.content = page.markdown = ""
        titles = [(page.title, page.url) for page in self._nav.pages]
        try:
            output = env.get_template(name).render(get_context(self._nav, self._docs, config, page))
        except Exception:  # a theme's templates may do anything with a page that has no content
            return ""
        return hashlib.sha256(f"{titles}\0{output}".encode(errors="replace")).hexdigest()

    def _record(self, page: Page) -> KeptPage:
        uri = page.file.src_uri
        return KeptPage(
            key=self._keys[uri],
            template=_template(page),
            title=page.title,
            asked=self._asked[uri],
            anchors=tuple(sorted(page.present_anchor_ids or ())),
            links=links_of(page),
            searched=self._search.searched.get(address(page.file), Searched()),
            pieces=self._pieces[uri],
        )


def _template(page: Page) -> str:
    return str(page.meta.get("template", _MAIN))


def _page(file: File) -> Page:
    assert file.page is not None
    return file.page
