"""Every statement on the site is the slice of its article that it says, and leads to its sentence."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from briefing_book.publish.addresses import Site
from briefing_book.publish.problem import Problem
from briefing_book.publish.statements import Statement, page_sentences, page_statements, squeeze

_SHOWN = 60


class _Claim(NamedTuple):
    """A statement with the right words, and the anchors in its article's page that it leads to."""

    file: str
    line: int
    source: str
    start: int
    anchors: tuple[str, ...]


def source_page(source: str) -> str:
    """The file of an article's page."""
    return f"sources/{source}/index.html"


class PassageCheck:
    """Takes the pages of a site one by one, then tells which statements do not open their passage.

    Whether a link reaches the right sentence is judged at the end, when all sentences are known.
    """

    def __init__(self, site: Site, texts: dict[str, str]) -> None:
        self._site = site
        self._texts = texts
        self._pages = {source_page(source): source for source in texts}
        self._problems: list[Problem] = []
        self._sentences: dict[str, dict[str, range]] = {}
        self._claims: list[_Claim] = []

    def add_page(self, file: str, root: HtmlElement) -> None:
        """Take the statements of a page, and its sentences where it is an article's."""
        if file in self._pages:
            self._sentences[self._pages[file]] = page_sentences(root)
        for statement in page_statements(root):
            self._add(file, statement)

    def problems(self) -> list[Problem]:
        """What is wrong, once all pages are taken."""
        return self._problems + list(self._wrong_sentences())

    def _add(self, file: str, statement: Statement) -> None:
        what = self._wrong_words(statement)
        anchors = () if what else self._anchors(file, statement)
        if not what and not anchors:
            what = f"no link to the sentence beside {_name(statement)}"
        if what:
            self._problems.append(Problem(file, statement.line, what))
        else:
            start = int(statement.start)
            self._claims.append(_Claim(file, statement.line, statement.source, start, anchors))

    def _wrong_words(self, statement: Statement) -> str | None:
        text = self._texts.get(statement.source)
        if text is None:
            return f"the statement's article is not in the book: {_name(statement)}"
        span = statement.span()
        if span is None or span.stop > len(text):
            return f"the statement's span is none of its article: {_name(statement)}"
        if squeeze(text[span.start : span.stop]) != squeeze(statement.text):
            shown = " ".join(statement.text.split())[:_SHOWN]
            return (
                f"the statement's words are not its slice of the article: {_name(statement)} shows {shown!r}"
            )
        return None

    def _anchors(self, file: str, statement: Statement) -> tuple[str, ...]:
        page = source_page(statement.source)
        if file == page and statement.anchor:
            return (statement.anchor,)
        return tuple(anchor for link in statement.links if (anchor := self._anchor(link, file, page)))

    def _anchor(self, link: str, file: str, page: str) -> str | None:
        """The anchor in `page` that a link in `file` leads to."""
        try:
            target = self._site.target(link, file)
        except ValueError:
            return None
        return target.fragment if target and target.file == page else None

    def _wrong_sentences(self) -> Iterator[Problem]:
        for claim in self._claims:
            sentences = self._sentences.get(claim.source, {})
            if not any(claim.start in sentences.get(anchor, range(0)) for anchor in claim.anchors):
                led = ", ".join(f"#{anchor}" for anchor in claim.anchors)
                what = f"character {claim.start} of {claim.source} is not in the sentence it leads to: {led}"
                yield Problem(claim.file, claim.line, what)


def _name(statement: Statement) -> str:
    return f"{statement.source} {statement.start}-{statement.end}"
