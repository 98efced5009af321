"""Which pages of the book cite which sentences of its articles: the way back from a sentence."""

import html
import json
import re
from collections.abc import Callable, Iterable
from itertools import chain
from typing import NamedTuple

from briefing_book.model import Passage, Source

Places = tuple[tuple[int, int], ...]
"""The numbers of the first and the last sentence of each of some passages of an article."""

Cited = dict[str, Places]
"""By article, where the passages are that a page cites."""

_TITLE = re.compile(r"\A---\ntitle: (.*)\n")
_HOME = "Overview"


class Citing(NamedTuple):
    """A page that cites a sentence: its file in `docs/`, and its title."""

    file: str
    title: str


class Citations:
    """What the pages cite, page by page."""

    def __init__(self) -> None:
        self._citing: dict[str, list[tuple[Citing, Places]]] = {}

    def add(self, page: Citing, cited: Cited) -> None:
        """Take what a page cites."""
        for article, places in cited.items():
            self._citing.setdefault(article, []).append((page, places))

    def of(self, article: str) -> dict[int, tuple[Citing, ...]]:
        """The numbers of an article's sentences that pages cite, in order, each with these pages."""
        found: dict[int, dict[Citing, None]] = {}
        for page, places in self._citing.get(article, ()):
            for first, _ in places:
                found.setdefault(first, {})[page] = None
        return {number: tuple(pages) for number, pages in sorted(found.items())}

    def shown(self, article: str) -> set[int]:
        """The numbers of an article's sentences that hold a passage that a page cites."""
        places = chain.from_iterable(places for _, places in self._citing.get(article, ()))
        return {number for first, last in places for number in range(first, last + 1)}


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
