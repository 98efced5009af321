"""Of a book that shows only cited passages, no article's page has a sentence that no other page cites."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from lxml.html import HtmlElement

from briefing_book.publish.addresses import Site
from briefing_book.publish.html import values
from briefing_book.publish.passages import source_page
from briefing_book.publish.problem import Problem
from briefing_book.publish.statements import page_sentences, page_statements

_LINKS = values("//a/@href")


class WithheldCheck:
    """Takes the pages of a site one by one, then tells which articles show more than may be shown."""

    def __init__(self, site: Site, texts: Iterable[str]) -> None:
        self._site = site
        self._pages = {source_page(article) for article in texts}
        self._shown: dict[str, dict[str, range]] = {}
        self._quoted: dict[str, list[range]] = {}
        self._led_to: dict[str, set[str]] = {}

    def add_page(self, file: str, root: HtmlElement) -> None:
        """Take the sentences that an article's page shows, or what another page shows and leads to."""
        if file in self._pages:
            self._shown[file] = page_sentences(root)
            return
        for link in _LINKS(root):
            self._add_link(file, link)
        for statement in page_statements(root):
            if span := statement.span():
                self._quoted.setdefault(source_page(statement.source), []).append(span)

    def problems(self) -> list[Problem]:
        """The sentences that no page cites, once all pages are taken."""
        return [
            Problem(file, 0, f"#{anchor} is shown, and no page cites it")
            for file, sentences in self._shown.items()
            for anchor in sentences.keys() - self._cited(file, sentences)
        ]

    def _cited(self, file: str, sentences: dict[str, range]) -> set[str]:
        """The anchors of the sentences that other pages lead to, or show words of."""
        anchors = list(sentences)
        starts = [place.start for place in sentences.values()]
        cited = set(self._led_to.get(file, ()))
        for span in set(self._quoted.get(file, ())):
            first = max(0, bisect_right(starts, span.start) - 1)
            cited.update(anchors[first : bisect_left(starts, span.stop)])
        return cited

    def _add_link(self, file: str, link: str) -> None:
        try:
            target = self._site.target(link, file)
        except ValueError:
            return
        if target and target.file in self._pages:
            self._led_to.setdefault(target.file, set()).add(target.fragment)
