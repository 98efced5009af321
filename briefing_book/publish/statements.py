"""The statements of a page: the elements that carry an article's own words, and the links beside them.

A link is beside a statement when it stands in it, around it, in the same block, or after that block. From the
statement outwards, a block ends below the first element that holds another statement too, or a whole section
of the page; in that element only what follows, up to the next statement or heading, still counts. A statement
within a statement has its links.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from briefing_book.publish.html import elements, line, values

_STATEMENTS = elements("//*[@data-source]")
_LINKS = values("descendant-or-self::a/@href")
_ASIDE = re.compile(r"[\s\x00-\x1f\x7f]+")
_SECTIONS = ("article", "section", "main", "body")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OFFSET = re.compile(r"[0-9]{1,12}")
_ANCHOR = re.compile(r"s[1-9][0-9]*")


class Statement(NamedTuple):
    """Words of an article on a page: `start` and `end` as written, `anchor` the sentence they are in.

    `anchor` is "" for words that are no part of an element with a sentence's anchor.
    """

    line: int
    source: str
    start: str
    end: str
    text: str
    anchor: str
    links: tuple[str, ...]

    def span(self) -> range | None:
        """The characters of the article that the words are; None where that is no span."""
        return _range(self.start, self.end)


def squeeze(text: str) -> str:
    """The text without white space, and without control characters, which HTML cannot carry."""
    return _ASIDE.sub("", text)


def page_statements(root: HtmlElement) -> Iterator[Statement]:
    """The statements of a page, in its order."""
    elements = _STATEMENTS(root)
    counts = _count_statements(elements)
    for element in elements:
        yield Statement(
            line=line(element),
            source=element.get("data-source", ""),
            start=element.get("data-start", ""),
            end=element.get("data-end", ""),
            text=element.text_content(),
            anchor=_anchor(element),
            links=tuple(_links_beside(element, counts)),
        )


def page_sentences(root: HtmlElement) -> dict[str, range]:
    """The characters of an article's sentences by their anchors, from the article's page."""
    return {
        str(element.attrib["id"]): _range(element.get("data-start", ""), element.get("data-end", ""))
        or range(0)
        for element in _STATEMENTS(root)
        if _ANCHOR.fullmatch(element.get("id", ""))
    }


def _range(start: str, end: str) -> range | None:
    if not (_OFFSET.fullmatch(start) and _OFFSET.fullmatch(end)):
        return None
    return range(int(start), int(end)) or None


def _count_statements(elements: list[HtmlElement]) -> dict[HtmlElement, int]:
    """How many statements each element holds, itself included."""
    counts: dict[HtmlElement, int] = {}
    for element in elements:
        holder: HtmlElement | None = element
        while holder is not None:
            counts[holder] = counts.get(holder, 0) + 1
            holder = holder.getparent()
    return counts


def _anchor(element: HtmlElement) -> str:
    holder: HtmlElement | None = element
    while holder is not None:
        if _ANCHOR.fullmatch(holder.get("id", "")):
            return str(holder.attrib["id"])
        holder = holder.getparent()
    return ""


def _links_beside(element: HtmlElement, counts: dict[HtmlElement, int]) -> list[str]:
    around = [holder.attrib["href"] for holder in element.iterancestors("a") if "href" in holder.attrib]
    block = _outermost_statement(element)
    parent = block.getparent()
    while parent is not None and counts[parent] == counts[block] and parent.tag not in _SECTIONS:
        block, parent = parent, parent.getparent()
    return around + _LINKS(block) + _links_after(block, counts)


def _outermost_statement(element: HtmlElement) -> HtmlElement:
    holders = [holder for holder in element.iterancestors() if "data-source" in holder.attrib]
    return holders[-1] if holders else element


def _links_after(block: HtmlElement, counts: dict[HtmlElement, int]) -> list[str]:
    links: list[str] = []
    for following in block.itersiblings(etree.Element):
        if following in counts or following.tag in _HEADINGS:
            break
        links += _LINKS(following)
    return links
