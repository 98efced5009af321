"""Lighter pages: the theme's HTML is a fifth white space, which no reader sees and every reader loads."""

import re
from typing import Any

from mkdocs.plugins import BasePlugin, event_priority

_KEPT = re.compile(r"(<pre\b.*?</pre>|<script\b.*?</script>|<textarea\b.*?</textarea>)", re.DOTALL)


class Lean(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # MkDocs gives it no types
    """Takes the indentation and the empty lines out of each page, and first of all out of its content."""

    @event_priority(100)
    def on_page_content(self, html: str, /, **_: Any) -> str:
        """The content as it will stand in the page: what is taken over from a page is compared with it."""
        return lean(html)

    def on_post_page(self, output: str, /, **_: Any) -> str:
        """The whole page."""
        return lean(output)


def lean(html: str) -> str:
    """HTML, its lines without what stands around them; where space counts, it stays."""
    parts = enumerate(_KEPT.split(html))
    return "".join(part if n % 2 else _bare(part) for n, part in parts)


def _bare(text: str) -> str:
    """Its lines without what stands around them, but for its beginning and its end."""
    first, *others = text.split("\n")
    if not others:
        return text
    *lines, last = others
    return "\n".join((first.rstrip(), *filter(None, map(str.strip, lines)), last.lstrip()))
