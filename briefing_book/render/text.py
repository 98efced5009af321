"""An article's text cut up for its page: paragraphs, in them sentences, in them the spans that lead to pages.

Every character of the text stands in exactly one piece, white space between sentences aside.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing_book.model import Mark, Source

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")


class Piece(NamedTuple):
    """Some characters of the text, and the mark that covers just these. `ends`: what follows begins anew."""

    text: str
    mark: Mark | None = None
    ends: bool = False


class Stretch(NamedTuple):
    """A sentence with its number, or with None what stands between two sentences."""

    number: int | None
    start: int
    end: int
    pieces: tuple[Piece, ...]


def paragraphs(source: Source) -> list[list[Stretch]]:
    """The article's paragraphs: a blank line ends one; so does a line's end where there is no blank line."""
    ends = _BLANK_LINE if _BLANK_LINE.search(source.text) else _LINE
    found: list[list[Stretch]] = [[]]
    for stretch, gap in _stretches(source, ends):
        if gap and found[-1]:
            found.append([])
        if stretch:
            found[-1].append(stretch)
    return [paragraph for paragraph in found if paragraph]


def _stretches(source: Source, ends: re.Pattern[str]) -> Iterator[tuple[Stretch | None, bool]]:
    """Each stretch in order, and whether a paragraph ended before it."""
    at, mark = 0, 0
    for number, (start, end) in enumerate(source.sentences, 1):
        yield _between(source.text, at, start, ends)
        while mark < len(source.marks) and source.marks[mark].start < start:
            mark += 1
        first, at = mark, start + len(source.text[start:end].rstrip())
        while mark < len(source.marks) and source.marks[mark].end <= end:
            mark += 1
        pieces = tuple(_pieces(source.text, start, at, source.marks[first:mark], ends))
        yield Stretch(number, start, at, pieces), False
    yield _between(source.text, at, len(source.text), ends)


def _between(text: str, start: int, end: int, ends: re.Pattern[str]) -> tuple[Stretch | None, bool]:
    between = text[start:end]
    stretch = Stretch(None, start, end, (Piece(between),)) if between.strip() else None
    return stretch, bool(ends.search(between))


def _pieces(
    text: str, start: int, end: int, marks: tuple[Mark, ...], ends: re.Pattern[str]
) -> Iterator[Piece]:
    at = start
    for mark in marks:
        yield from _lines(text[at : mark.start], ends)
        yield Piece(text[mark.start : mark.end], mark)
        at = mark.end
    yield from _lines(text[at:end], ends)


def _lines(text: str, ends: re.Pattern[str]) -> Iterator[Piece]:
    *broken, last = ends.split(text)
    yield from (Piece(line, ends=True) for line in broken)
    if last:
        yield Piece(last)
