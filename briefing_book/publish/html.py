"""Built pages, parsed: the few typed doors to lxml that the checks need."""

from collections.abc import Callable
from typing import cast

from lxml import etree, html
from lxml.html import HtmlElement


def parse(page: bytes) -> HtmlElement | None:
    """The root of a page; None for an empty one."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return html.document_fromstring(page, parser=parser)
    except etree.ParserError:
        return None


def elements(path: str) -> Callable[[HtmlElement], list[HtmlElement]]:
    """What finds the elements at an XPath."""
    return cast(Callable[[HtmlElement], list[HtmlElement]], etree.XPath(path))


def values(path: str) -> Callable[[HtmlElement], list[str]]:
    """What finds the attribute values at an XPath."""
    return cast(Callable[[HtmlElement], list[str]], etree.XPath(path, smart_strings=False))


def line(element: HtmlElement) -> int:
    """The line that the element starts on, from 1; 0 where it is not known."""
    return int(element.sourceline or 0)
