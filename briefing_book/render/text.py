"""An article's text cut up for its page: paragraphs, in them sentences, in them the spans that lead to pages.

Every character of the text stands in exactly one piece, white space between sentences aside. A blank sentence
is one that the book does not publish: with those beside it, it is left out.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing_book.model import Mark, Source
from briefing_book.render.highlights import Highlight

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")


class Piece(NamedTuple):
    """Some characters of the text, all with the same marks.

    `within` are the kinds of the highlights that cover it, `opens` and `closes` of those that begin and end
    with it; `leads` are the highlights that lead on from its end, one a page. `ends`: a new line follows.
    """

    text: str
    mark: Mark | None = None
    within: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    leads: tuple[Highlight, ...] = ()
    ends: bool = False


class Stretch(NamedTuple):
    """A sentence with its number, or with None what stands between two sentences; no pieces: left out."""

    number: int | None
    start: int
    end: int
    pieces: tuple[Piece, ...]


def paragraphs(source: Source, highlights: Sequence[Highlight] = ()) -> list[list[Stretch]]:
    """The article's paragraphs: a blank line ends one; so does a line's end where there is no blank line."""
    ends = _BLANK_LINE if _BLANK_LINE.search(source.text) else _LINE
    found: list[list[Stretch]] = [[]]
    omitting = False
    for stretch, gap in _stretches(source, _Cutter(source, highlights, ends), ends):
        if gap and found[-1]:
            found.append([])
        if stretch and (stretch.pieces or not omitting):
            found[-1].append(stretch)
            omitting = not stretch.pieces
    return [paragraph for paragraph in found if paragraph]


def kinds(text: Iterable[Iterable[Stretch]]) -> set[str]:
    """The kinds of marks and highlights in these paragraphs."""
    pieces = [piece for paragraph in text for stretch in paragraph for piece in stretch.pieces]
    return {piece.mark.kind for piece in pieces if piece.mark} | {kind for p in pieces for kind in p.within}


def _stretches(
    source: Source, cutter: "_Cutter", ends: re.Pattern[str]
) -> Iterator[tuple[Stretch | None, bool]]:
    """Each stretch in order, and whether a paragraph ended before it."""
    at = 0
    for number, (start, end) in enumerate(source.sentences, 1):
        yield _between(source.text, at, start, cutter, ends)
        at = start + len(source.text[start:end].rstrip())
        yield Stretch(number if at > start else None, start, at, tuple(cutter.pieces(start, at))), False
    yield _between(source.text, at, len(source.text), cutter, ends)


def _between(
    text: str, start: int, end: int, cutter: "_Cutter", ends: re.Pattern[str]
) -> tuple[Stretch | None, bool]:
    between = text[start:end]
    stretch = Stretch(None, start, end, tuple(cutter.pieces(start, end))) if between.strip() else None
    return stretch, bool(ends.search(between))


def _kinds(highlights: Iterable[Highlight]) -> tuple[str, ...]:
    return tuple(each.kind for each in highlights)


class _Cutter:
    """Cuts an article's text, from its beginning to its end, wherever a mark or highlight begins or ends."""

    def __init__(self, source: Source, highlights: Sequence[Highlight], ends: re.Pattern[str]) -> None:
        self._text = source.text
        self._ends = ends
        self._marks = source.marks
        self._starts = [mark.start for mark in source.marks]
        self._opening: dict[int, list[Highlight]] = {}
        self._closing: dict[int, list[Highlight]] = {}
        self._open: Counter[str] = Counter()
        for each in highlights:
            self._opening.setdefault(each.start, []).append(each)
            self._closing.setdefault(each.end, []).insert(0, each)
        of_marks = (place for mark in source.marks for place in (mark.start, mark.end))
        self._borders = sorted({*of_marks, *self._opening, *self._closing})

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of the text between two offsets; to be called once for each stretch, in order."""
        first, last = bisect_right(self._borders, start), bisect_left(self._borders, end)
        for a, b in pairwise((start, *self._borders[first:last], end)):
            opens, closes = _kinds(self._opening.get(a, ())), _kinds(self._closing.get(b, ()))
            self._open.update(opens)
            *before, piece = self._lines(a, b, tuple(sorted(+self._open)))
            self._open.subtract(closes)
            leads = {(each.to, each.place): each for each in self._closing.get(b, ())}
            piece = piece._replace(closes=closes, leads=tuple(leads.values()))
            lines = [*before, piece] if piece.text else before
            if lines:
                yield lines[0]._replace(opens=opens)
                yield from lines[1:]

    def _lines(self, start: int, end: int, within: tuple[str, ...]) -> list[Piece]:
        """The text as one piece, or as one for each of its lines, the last of which may be empty."""
        mark = self._mark_at(start)
        *lines, last = [self._text[start:end]] if mark else self._ends.split(self._text[start:end])
        return [*(Piece(line, mark, within, ends=True) for line in lines), Piece(last, mark, within)]

    def _mark_at(self, place: int) -> Mark | None:
        before = bisect_right(self._starts, place) - 1
        return self._marks[before] if before >= 0 and place < self._marks[before].end else None
