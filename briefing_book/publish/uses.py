"""What a page or a stylesheet asks for by itself, and where it links to: every address that stands in it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from briefing_book.publish.html import elements, line

_ASKING = ("src", "poster", "background", "action", "formaction", "ping", "manifest")
_LINKING = ("href", "xlink:href")
_SETS = ("srcset", "imagesrcset")
_SILENT_RELATIONS = frozenset(
    (
        *("alternate", "author", "bookmark", "canonical", "edit", "help", "license", "me", "next"),
        *("nofollow", "prev", "privacy-policy", "search", "tag", "terms-of-service"),
    )
)
_CARRIERS = elements(
    "//*[@href or @data or @style or @http-equiv or self::style or self::script or "
    + " or ".join(f"@{name}" for name in _ASKING + _SETS)
    + "] | //svg//*[@*[name()='xlink:href']]"
)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_ADDRESS = re.compile(
    r"""(?:url\(\s*|@import\s+|image-set\(\s*)(?:"([^"]*)"|'([^']*)')|url\(\s*([^"'\s)]+)""", re.IGNORECASE
)
_REFRESH = re.compile(r"url\s*=\s*[\"']?([^\"']*)", re.IGNORECASE)
_SCRIPT_ADDRESS = re.compile(r"""https?://[^\s"'`<>]+|(?<=["'`])//[\w-]+\.[^\s"'`<>]+""")
_SCRIPT_TYPES = ("", "module", "text/javascript", "application/javascript")


class Use(NamedTuple):
    """An address on a page. `asked`: the browser asks for it, unlike a link, which a reader may follow."""

    line: int
    what: str
    address: str
    asked: bool


def page_uses(root: HtmlElement) -> Iterator[Use]:
    """Every address in a page, in its order."""
    for element in _CARRIERS(root):
        tag = element.tag
        for name, value in element.attrib.items():
            for address in _attribute_addresses(element, name, value):
                asked = name not in _LINKING or _href_asks(element)
                yield Use(line(element), f"<{tag} {name}>", address, asked)
        for address in _text_addresses(element):
            yield Use(line(element), f"<{tag}>", address, True)


def css_addresses(css: str) -> list[str]:
    """Every address in a stylesheet, except those that carry their data themselves or name a part of it."""
    found = (
        match[1] or match[2] or match[3] or "" for match in _CSS_ADDRESS.finditer(_CSS_COMMENT.sub("", css))
    )
    return [address for address in found if not address.startswith(("#", "data:"))]


def _attribute_addresses(element: HtmlElement, name: str, value: str) -> list[str]:
    if name in _LINKING or name in _ASKING or (name == "data" and element.tag == "object"):
        return [value]
    if name in _SETS:
        return [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
    if name == "style":
        return css_addresses(value)
    if name == "content" and element.get("http-equiv", "").lower() == "refresh":
        return _REFRESH.findall(value)
    return []


def _href_asks(element: HtmlElement) -> bool:
    if element.tag == "link":
        return not _SILENT_RELATIONS.issuperset(element.get("rel", "").lower().split())
    return element.tag not in ("a", "area")


def _text_addresses(element: HtmlElement) -> list[str]:
    if element.tag == "style":
        return css_addresses(element.text or "")
    if element.tag == "script" and element.get("type", "").lower() in _SCRIPT_TYPES:
        return _SCRIPT_ADDRESS.findall(element.text or "")
    return []
