"""Which pages of the book cite which sentences of its articles: the way back from a sentence."""

import html
import json
import re
from typing import NamedTuple

from briefing_book.model import Passage
from briefing_book.render.links import Page

_TITLE = re.compile(r"\A---\ntitle: (.*)\n")
_HOME = "Overview"


class Citing(NamedTuple):
    """A page that cites a sentence: its file in `docs/`, and its title."""

    file: str
    title: str


class Citations:
    """What the pages cite, page by page."""

    def __init__(self) -> None:
        self._citing: dict[str, dict[int, dict[Citing, None]]] = {}
        self._passages: dict[str, dict[Passage, None]] = {}

    def add(self, page: Page, text: str) -> None:
        """Take what a page cites, once it is rendered as `text`."""
        citing = Citing(page.path, _title(text))
        for passage in page.led_to():
            sentences = self._citing.setdefault(passage.article, {})
            sentences.setdefault(passage.sentence, {})[citing] = None
            self._passages.setdefault(passage.article, {})[passage] = None

    def of(self, article: str) -> dict[int, tuple[Citing, ...]]:
        """The numbers of an article's sentences that pages cite, in order, each with these pages."""
        return {number: tuple(pages) for number, pages in sorted(self._citing.get(article, {}).items())}

    def passages(self, article: str) -> tuple[Passage, ...]:
        """The passages of an article that pages cite."""
        return tuple(self._passages.get(article, ()))


def _title(text: str) -> str:
    """The title that a page's front matter gives it."""
    match = _TITLE.match(text)
    return html.unescape(json.loads(match[1])) if match else _HOME
