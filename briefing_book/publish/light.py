"""A page as Pagefind reads it in a large book: its text alone, and of that only what no other page has.

A passage is found once, in its article. Whoever a page is about is found by their names and by what opens
it; a page that cites or lists what stands elsewhere is found by its title and its lead.
"""

import re
from collections.abc import Iterable
from html import escape, unescape

from lxml import etree, html
from lxml.html import HtmlElement

from briefing_book.publish.html import elements, parse

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""They keep their anchors: with each a section begins that is found by itself."""

_BLOCKS = _HEADINGS | {"p", "div", "br", "li", "dt", "dd", "td", "th", "pre", "blockquote"}
"""What parts words and sentences. Any other element is but its text."""

_INLINE = "span"
_LEFT_OUT = "template"
_NO_TEXT = (_LEFT_OUT, "script", "style", "svg", etree.Comment, etree.ProcessingInstruction)

_ARTICLE = '<div class="article"'
_ELSEWHERE = re.compile(r'<[^>]* (?:data-source=|class="(?:cite|index)")')
_LEAD = re.compile(r'<p class="lead">.*?</p>', re.DOTALL)
_left_out = elements("//*[@data-search-exclude] | //a[@class='headerlink' or @class='self' or @class='cite']")

_META = '<data hidden data-pagefind-meta="{}[value]" value="{}"></data>'


def light_page(content: str, title: str, names: Iterable[str]) -> str:
    """What is found of a page: HTML with no more than its headings and blocks.

    `content` is the HTML that its Markdown became, `title` and `names` are HTML text.
    """
    root = parse(f"<body>{_own(content)}</body>".encode())
    text = "" if root is None else _text(root)
    if "</h1>" not in text:
        text = _heading(title) + text
    opening, end, rest = text.partition("</h1>")
    return f"{opening}{end}{_told(names)}{rest}"


def light_entry(location: str, names: tuple[str, ...]) -> str:
    """The same of whoever has no page: `location` says where they stand. The names are HTML text."""
    return _heading(names[0]) + _told(names) + _META.format("place", escape(f"/{location}"))


def _own(content: str) -> str:
    """The content without what stands on other pages."""
    lead = _LEAD.search(content)
    if lead and _ARTICLE not in content and _ELSEWHERE.search(content):
        return content[: lead.end()]
    return content


def _text(root: HtmlElement) -> str:
    for element in _left_out(root):
        element.tag = _LEFT_OUT
    etree.strip_elements(root, *_NO_TEXT, with_tail=False)
    for element in root.iter(etree.Element):
        anchor = element.get("id") if element.tag in _HEADINGS else None
        element.attrib.clear()
        if anchor:
            element.set("id", anchor)
        if element.tag not in _BLOCKS:
            element.tag = _INLINE
    etree.strip_tags(root, _INLINE)
    return " ".join(html.tostring(root, encoding="unicode").split())


def _heading(title: str) -> str:
    return f"<h1>{escape(unescape(title))}</h1>"


def _told(names: Iterable[str]) -> str:
    """The names as text, for Pagefind finds nobody by others, and as what counts for more than text."""
    known = escape(", ".join(dict.fromkeys(map(unescape, names))))
    return f"<p>{known}</p>{_META.format('names', known)}" if known else ""
