"""Which pages of the book cite which sentences of its articles: the way back from a sentence."""

import html
import json
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefing_book.model import Passage, Source

Cited = dict[str, tuple[tuple[int, int], ...]]
"""By article, the numbers of the first and the last sentence of each passage that a page cites."""

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
        self._shown: dict[str, set[int]] = {}

    def add(self, page: Citing, cited: Cited) -> None:
        """Take what a page cites."""
        for article, places in cited.items():
            sentences = self._citing.setdefault(article, {})
            shown = self._shown.setdefault(article, set())
            for first, last in places:
                sentences.setdefault(first, {})[page] = None
                shown.update(range(first, last + 1))

    def of(self, article: str) -> dict[int, tuple[Citing, ...]]:
        """The numbers of an article's sentences that pages cite, in order, each with these pages."""
        return {number: tuple(pages) for number, pages in sorted(self._citing.get(article, {}).items())}

    def shown(self, article: str) -> set[int]:
        """The numbers of an article's sentences that hold a passage that a page cites."""
        return self._shown.get(article, set())


def cited(passages: Iterable[Passage], source: Callable[[str], Source]) -> Cited:
    """Where these passages stand, in the order of the passages."""
    found: dict[str, dict[tuple[int, int], None]] = {}
    for passage in passages:
        sentences = overlapped(source(passage.article), passage)
        found.setdefault(passage.article, {})[sentences[0], sentences[-1]] = None
    return {article: tuple(places) for article, places in found.items()}


def overlapped(source: Source, passage: Passage) -> list[int]:
    """The numbers of the sentences that a passage reaches into."""
    numbers = [passage.sentence]
    while numbers[-1] < len(source.sentences) and source.sentences[numbers[-1]][0] < passage.end:
        numbers.append(numbers[-1] + 1)
    return numbers


def title_of(text: str) -> str:
    """The title that a page's front matter gives it."""
    match = _TITLE.match(text)
    return html.unescape(json.loads(match[1])) if match else _HOME
