"""Addresses for what leaves the site: in full where the book says where its site stands, else relative."""

from functools import cache
from urllib.parse import urljoin

from briefing_book.model import Passage
from briefing_book.render.links import Page, page_path
from briefing_book.render.view import View


class Whereabouts:
    """The addresses of a book's pages and files; relative ones lead from the page of the file `path`."""

    def __init__(self, view: View, path: str) -> None:
        self._site = (view.site_url or "").rstrip("/")
        self._page = Page("index.md" if self._site else path, view)
        self.of, self.article = cache(self._of), cache(self._article)

    def page(self, path: str) -> str:
        """The address of a page, by its file."""
        return self._full(self._page.built(path))

    def file(self, path: str) -> str:
        """The address of a file that is no page."""
        return self._full(self._page.built(path).removesuffix("/"))

    def _of(self, id: str) -> str:
        """The address of an entity, a plan or a point, or of its index entry."""
        return self._full(self._page.href(id))

    def _article(self, article: str) -> str:
        """The address of an article's page."""
        return self.page(page_path(f"sources/{article}"))

    def sentence(self, passage: Passage) -> str:
        """The address of the sentence that a passage starts in."""
        return f"{self.article(passage.article)}#s{passage.sentence}"

    def _full(self, address: str) -> str:
        return urljoin(f"{self._site}/", str(address)) if self._site else str(address)
