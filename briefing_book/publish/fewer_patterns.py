"""An extension of Python-Markdown that makes the same of a page in less time.

Python-Markdown looks in each text of a page for each kind of link, image and emphasis. Of a kind that the
page has no sign of, nothing can be found.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

SIGNS = {
    "backtick": re.compile("`"),
    "escape": re.compile(r"\\"),
    "image_link": re.compile(r"!\["),
    "image_reference": re.compile(r"!\["),
    "short_image_ref": re.compile(r"!\["),
    "autolink": re.compile(r"<(?:ftp|http)", re.IGNORECASE),
    "automail": re.compile("@"),
    "linebreak": re.compile("  \n"),
}
"""Python-Markdown's patterns, and what stands wherever one of them is found."""

REFERENCES = ("reference", "short_reference", "image_reference", "short_image_ref")
"""Those that name a link which is defined elsewhere on the page."""

_AFTER_SPACES, _BEFORE_INLINE = 29, 21


class FewerPatterns(Extension):
    """Takes patterns out for a page that they have nothing to find in."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Look at the page when its tabs are spaces, and decide when its definitions are known."""
        seen = _Seen(md)
        md.preprocessors.register(seen, "seen_signs", _AFTER_SPACES)
        md.treeprocessors.register(_Fewer(md, seen), "fewer_patterns", _BEFORE_INLINE)


class _Seen(Preprocessor):
    """The text of the page."""

    text = ""

    def run(self, lines: list[str]) -> list[str]:
        self.text = "\n".join(lines)
        return lines


class _Fewer(Treeprocessor):
    def __init__(self, md: Markdown, seen: _Seen) -> None:
        super().__init__(md)
        self._seen = seen

    def run(self, root: Element) -> None:
        idle = [name for name, sign in SIGNS.items() if not sign.search(self._seen.text)]
        for name in (*idle, *(() if self.md.references else REFERENCES)):
            self.md.inlinePatterns.deregister(name, strict=False)


def makeExtension() -> Extension:  # noqa: N802  # Python-Markdown's name
    """The extension, as Python-Markdown asks for it."""
    return FewerPatterns()
