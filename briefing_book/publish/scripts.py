"""A page that shows an article's words runs nothing in its body: what an article gave it is only text.

The theme's own scripts stand outside the body, which is the page's `article` element. A page without such
words may be somebody's own, and may run what its writer likes.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from briefing_book.publish.html import elements, line
from briefing_book.publish.problem import Problem
from briefing_book.publish.uses import DATA_TYPES

_SHOWS_WORDS = elements("//*[@data-source][1]")
_SUSPECTS = elements(
    "//article//*[self::script or self::iframe or self::frame or self::object or self::embed"
    " or @*[starts-with(name(), 'on') or contains(., ':')]]"
)
_RUN = re.compile(
    r"[\s\x00-\x1f]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|\s*data:text/html", re.I
)
_FRAMES = ("iframe", "object", "embed", "frame")


def scripts(file: str, root: HtmlElement) -> Iterator[Problem]:
    """Whatever a browser would run in the body of a page that shows an article's words."""
    for element in _SUSPECTS(root) if _SHOWS_WORDS(root) else ():
        tag = element.tag
        if tag in _FRAMES or (tag == "script" and element.get("type", "").strip().lower() not in DATA_TYPES):
            yield Problem(file, line(element), f"<{tag}> stands among an article's words")
        for name, value in element.attrib.items():
            if name.startswith("on") or _RUN.match(value):
                yield Problem(file, line(element), f"<{tag} {name}> runs a script: {value}")
