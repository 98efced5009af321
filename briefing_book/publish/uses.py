"""What a page or a stylesheet asks for by itself, and where it links to: every address that stands in it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from briefing_book.publish.html import elements, line, parse

_ASKING = ("src", "poster", "background", "action", "formaction", "ping", "manifest")
_LINKING = ("href", "xlink:href")
_SETS = ("srcset", "imagesrcset")
_STYLED = ("style", "fill", "stroke", "filter", "mask", "clip-path", "cursor")
"""The attributes whose values are CSS."""
_SILENT_RELATIONS = frozenset(
    (
        *("alternate", "author", "bookmark", "canonical", "edit", "help", "license", "me", "next"),
        *("nofollow", "prev", "privacy-policy", "search", "tag", "terms-of-service"),
    )
)
_CARRIERS = elements(
    "//*[@href or @data or @srcdoc or @http-equiv or self::style or self::script or "
    + " or ".join(f"@{name}" for name in _ASKING + _SETS + _STYLED)
    + "] | //svg//*[@*[name()='xlink:href']]"
)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_ADDRESS = re.compile(
    r"""(?:url\(\s*|@import\s*|image-set\(\s*)(?:"([^"]*)"|'([^']*)')|url\(\s*([^"'\s)]+)""", re.IGNORECASE
)
_CSS_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?", re.IGNORECASE)
_REFRESH = re.compile(r"\s*[\d.]*[\s;,]+(?:url\s*=\s*)?[\"']?([^\"'\s]+)", re.IGNORECASE)
_SCRIPT_ADDRESS = re.compile(r"""https?://[^\s"'`<>]+|(?<=["'`])//[\w-]+\.[^\s"'`<>]+""")
DATA_TYPES = ("application/json", "application/ld+json")
"""The types of scripts that are data, for which a browser does nothing."""


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
            yield from _inner_uses(element, name, value)
        for address in _text_addresses(element):
            yield Use(line(element), f"<{tag}>", address, True)


def css_addresses(css: str) -> list[str]:
    """Every address in a stylesheet, except those that carry their data themselves or name a part of it."""
    read = _CSS_ESCAPE.sub(_unescaped, _CSS_COMMENT.sub(" ", css))
    found = (match[1] or match[2] or match[3] or "" for match in _CSS_ADDRESS.finditer(read))
    return [address for address in found if not address.startswith(("#", "data:"))]


def _unescaped(match: re.Match[str]) -> str:
    """The letter that a CSS escape stands for; what is no letter could end a string, and stays."""
    character = chr(min(int(match[1], 16), 0x10FFFF))
    return character if character.isalnum() or character in ":/" else match[0]


def _inner_uses(element: HtmlElement, name: str, value: str) -> Iterator[Use]:
    """The addresses in the page that an attribute of a frame holds."""
    root = parse(value.encode()) if name == "srcdoc" else None
    for use in page_uses(root) if root is not None else ():
        yield use._replace(line=line(element))


def _attribute_addresses(element: HtmlElement, name: str, value: str) -> list[str]:
    if name in _LINKING or name in _ASKING or (name == "data" and element.tag == "object"):
        return [value]
    if name in _SETS:
        return [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
    if name in _STYLED:
        return css_addresses(value)
    if name == "content" and element.get("http-equiv", "").lower() == "refresh":
        return [match[1]] if (match := _REFRESH.match(value)) else []
    return []


def _href_asks(element: HtmlElement) -> bool:
    if element.tag == "link":
        return not _SILENT_RELATIONS.issuperset(element.get("rel", "").lower().split())
    return element.tag not in ("a", "area")


def _text_addresses(element: HtmlElement) -> list[str]:
    if element.tag == "style":
        return css_addresses(element.text or "")
    if element.tag == "script" and element.get("type", "").strip().lower() not in DATA_TYPES:
        return _SCRIPT_ADDRESS.findall(element.text or "")
    return []
