"""A web page's article: trafilatura tells its text from menus, notices and comments.

A page is decoded as its bytes, else its own words about them say. Trafilatura is asked for text alone: what
the page states of the article is looked up in `web_metadata`, which can tell where it stands.
"""

import logging
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefing_book.errors import SeedError
from briefing_book.read.decode import clean
from briefing_book.read.draft import CELLS, LONGEST_CELL, PARAGRAPH, Draft
from briefing_book.read.page_encoding import HEAD
from briefing_book.read.web_metadata import page_states

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

FEWEST_LETTERS = 20
"""A short sentence; what is left of a page without an article is less."""
_NOTICE = (
    "//*[self::div or self::section or self::aside or self::form][contains(translate(@{0}, 'COKIENST', "
    "'cokienst'), '{1}')][not(.//article or .//main or .//h1)]"
)
NO_ARTICLE = [
    "//nav | //footer | //dialog | //*[@role='navigation' or @role='contentinfo' or @role='dialog']",
    *(_NOTICE.format(attribute, word) for attribute in ("id", "class") for word in ("cookie", "consent")),
    "//*[contains(' ad ads advert advertisement ', concat(' ', normalize-space(@class), ' '))][@class != '']",
]
"""Elements that are never a part of an article, as XPath."""
FEWEST_LINKS = 2
LINKS = 0.9
"""The share of a menu's letters that are links."""
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright\b|all rights reserved).{0,200}", re.I)
MOST_ELEMENTS = 20_000
"""The time that trafilatura takes grows with their square; a long page of news has some thousands."""
NO_TEXT = ("script", "style", "svg", "template", "iframe", "canvas")

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?><!--.{0,2000}?-->\s*)*+<(?:!doctype\s+html|html)\b", re.I | re.S
)
_TAG = re.compile(r"<(?:!doctype|[a-z][a-z0-9]*)\b", re.I)
_INLINE_FILE = re.compile(r"data:[\w.+/;=-]{1,200},[A-Za-z0-9+/=%]{200,}")
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,8})|(\d{1,8}));?", re.I | re.ASCII)
_EMPTY_LINE = re.compile(r"(?:<br\s*/?>(?:\s|&nbsp;)*){2,}", re.I)
_BLOCKS = ("p", "head", "item", "quote", "row", "code", "ab", "fw")
_MEND = "save its text alone, as .txt"


def is_page(text: str) -> bool:
    """Whether a text is a whole web page, whatever its file is called."""
    return _PAGE.match(text[: 2 * HEAD]) is not None


def has_markup(text: str) -> bool:
    """Whether there is any tag in the text."""
    return _TAG.search(text) is not None


def read_page(source: str, name: str, url: str | None = None) -> Draft:
    """The article on a page; `url` is where it was saved from. Raises `SeedError` where none can be told."""
    from trafilatura import bare_extraction, load_html  # most of a second, only where there is a page

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = load_html(_prepared(source))
    if tree is None:
        raise SeedError(f"is a web page that cannot be read; {_MEND}", name)
    stated = page_states(tree, source[:HEAD], url)
    _require_bearable(tree, name)
    _take_out_menus(tree)
    found: Any = bare_extraction(tree, include_comments=False, with_metadata=False, prune_xpath=NO_ARTICLE)
    paragraphs = list(_paragraphs(found.body)) if found and found.body is not None else []
    while paragraphs and _COPYRIGHT.fullmatch(paragraphs[-1]):
        paragraphs.pop()
    text = PARAGRAPH.join(paragraphs)
    if sum(character.isalnum() for character in text) < FEWEST_LETTERS:
        raise SeedError(f"is a web page on which no article can be told from the rest; {_MEND}", name)
    return Draft(text, stated)


def _require_bearable(tree: "HtmlElement", name: str) -> None:
    """Raises `SeedError` where it would take minutes to tell the article from the rest."""
    from lxml.etree import strip_elements

    strip_elements(tree, *NO_TEXT, with_tail=False)
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise SeedError(f"is a web page of more than {MOST_ELEMENTS:,} elements; {_MEND}", name)


def _take_out_menus(tree: "HtmlElement") -> None:
    """Takes out lists and cells of tables with little but links in them."""
    for menu in list(tree.iter("ul", "ol", "td")):
        links = [_letters(link) for link in menu.iter("a")]
        if len(links) >= FEWEST_LINKS and sum(links) >= LINKS * _letters(menu):
            menu.drop_tree()


def _letters(element: "_Element") -> int:
    return sum(character.isalnum() for text in map(str, element.itertext()) for character in text)


def _prepared(source: str) -> str:
    """The source without files in it, with paragraphs where empty lines are; a piece of a page as a page."""
    source = _INLINE_FILE.sub("data:,", source)
    source = _EMPTY_LINE.sub("</p><p>", _REFERENCE.sub(_character, source))
    return source if re.search(r"<html\b", source[:HEAD], re.I) else f"<html><body>{source}</body></html>"


def _character(reference: re.Match[str]) -> str:
    """A reference to a character by its number; a space for what is none, at which the parser stumbles."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    is_one = code <= sys.maxunicode and clean(chr(code)) == chr(code)
    return reference[0] if is_one else " "


def _paragraphs(body: "_Element") -> Iterator[str]:
    for row in list(body.iter("row")):
        _flatten(row)
    for paragraph in re.split(r"\n *\n\s*", "".join(_pieces(body))):
        lines = (" ".join(line.split()) for line in paragraph.split("\n"))
        if kept := "\n".join(line for line in lines if line):
            yield kept


def _flatten(row: "_Element") -> None:
    """A row of short cells is one paragraph; longer ones are columns of a page's layout."""
    cells = [" ".join("".join(map(str, cell.itertext())).split()) for cell in row]
    if all(len(cell) <= LONGEST_CELL for cell in cells):
        tail = row.tail
        row.clear()
        row.text, row.tail = CELLS.join(cell for cell in cells if cell), tail


def _pieces(body: "_Element") -> Iterator[str]:
    """The text of the elements, with an empty line around each block and a line end at each break."""
    from lxml.etree import iterwalk

    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield PARAGRAPH
        elif element.tag == "lb" and event == "start":
            yield "\n"
        words = element.text if event == "start" else element.tail
        yield re.sub(r"\s+", " ", words or "")
