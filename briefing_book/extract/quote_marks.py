"""The passages between quotation marks.

A passage runs from a mark that opens to the one that closes it, in one paragraph; it runs on where the
next paragraph opens with a mark again. Marks inside a passage do not make another one. A passage that is
never closed ends with its paragraph.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

MARKS = "\"“”„«»'‘’"
"""All the characters that may be quotation marks."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_DOUBLE = re.compile(r"[\"“”„«»]")
_SINGLE = re.compile(r"['‘’]|\n\s*")
_ELIDED = re.compile(r"['’](?:s|em|til|n|tis|twas|cause|round|bout|\d0s)\b", re.IGNORECASE)
_BEFORE_OPENING = "([{-–—/:;,“\"‘'"
_SENTENCE_END = ".!?…:\"'”’»)"


class Passage(NamedTuple):
    """The characters between two marks, white space at the ends left out."""

    start: int
    end: int


class _Mark(NamedTuple):
    """A quotation mark and what it may do where it stands."""

    place: int
    opens: bool
    closes: bool


def passages(text: str) -> list[Passage]:
    """All passages in quotation marks, in order, none inside another."""
    double = list(_double(text))
    single = _outside(list(_single(text)), double)
    found = [_trimmed(text, start, end) for start, end in sorted(double + single)]
    return [passage for passage in found if passage.end > passage.start]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The stretches (start, end) between blank lines, or between lines that end and begin as sentences do."""
    start = 0
    for m in re.finditer(r"\n\s*", text):
        if _BLANK_LINE.match(m.group()) or text[m.start() - 1 : m.start()] in _SENTENCE_END:
            yield start, m.start()
            start = m.end()
    yield start, len(text)


def _trimmed(text: str, start: int, end: int) -> Passage:
    inner = text[start:end]
    return Passage(start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip()))


def _outside(inner: list[tuple[int, int]], outer: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of `inner` that touch none of `outer`; both are in order and do not overlap themselves."""
    kept, i = [], 0
    for start, end in inner:
        while i < len(outer) and outer[i][1] < start:
            i += 1
        if i == len(outer) or end < outer[i][0]:
            kept.append((start, end))
    return kept


# ── double marks ─────────────────────────────────────────────────────────────────────────────────────────


def _double(text: str) -> Iterator[tuple[int, int]]:
    """Passages in double marks as (start, end) of the characters between the marks."""
    stretches = [(start, end, _double_marks(text, start, end)) for start, end in paragraphs(text)]
    started: int | None = None
    for (start, end, marks), following in pairwise([*stretches, (len(text), len(text), [])]):
        goes_on = _reopens(*following)
        if started is not None and _reopens(start, end, marks):
            marks = marks[1:]
        done, started = _pair(marks, started, goes_on)
        yield from done
        if started is not None and not goes_on:
            yield started, end
            started = None


def _reopens(start: int, _: int, marks: list[_Mark]) -> bool:
    """Whether a paragraph begins with a mark that opens."""
    return bool(marks) and marks[0].place == start and marks[0].opens


def _double_marks(text: str, start: int, end: int) -> list[_Mark]:
    return [_double_mark(text, m.start()) for m in _DOUBLE.finditer(text, start, end)]


def _double_mark(text: str, place: int) -> _Mark:
    mark, space_before, space_after = text[place], _space(text, place - 1), _space(text, place + 1)
    if mark in "„«":
        return _Mark(place, True, False)
    if mark == "»":
        return _Mark(place, False, True)
    opens = (space_before or text[place - 1] in _BEFORE_OPENING) and not space_after
    if mark == "“":
        return _Mark(place, space_before or not space_after, not space_before and space_after)
    if mark == "”":
        at_line_start = place == 0 or text[place - 1] == "\n"
        return _Mark(place, at_line_start or (opens and text[place + 1].isalnum()), not at_line_start)
    return _Mark(place, opens or (space_before and space_after), not (opens and space_before))


def _space(text: str, place: int) -> bool:
    return place < 0 or place >= len(text) or text[place].isspace()


def _pair(marks: list[_Mark], started: int | None, goes_on: bool) -> tuple[list[tuple[int, int]], int | None]:
    """The passages that one paragraph's marks close, and where one starts that they leave open."""
    nested, left_open, depth = _pair_nested(marks, started)
    if depth == 0 or (depth == 1 and goes_on):
        return nested, left_open
    return _pair_flat(marks, started)


def _pair_nested(marks: list[_Mark], started: int | None) -> tuple[list[tuple[int, int]], int | None, int]:
    found: list[tuple[int, int]] = []
    depth = 0 if started is None else 1
    for mark in marks:
        if mark.opens and not (depth and mark.closes):
            started = mark.place + 1 if not depth else started
            depth += 1
        elif mark.closes and depth:
            depth -= 1
            if not depth and started is not None:
                found.append((started, mark.place))
                started = None
    return found, started, depth


def _pair_flat(marks: list[_Mark], started: int | None) -> tuple[list[tuple[int, int]], int | None]:
    """For marks that do not match: one that opens starts anew, so that a lost mark costs one passage."""
    found: list[tuple[int, int]] = []
    for mark in marks:
        if mark.opens and not (started is not None and mark.closes):
            started = mark.place + 1
        elif mark.closes and started is not None:
            found.append((started, mark.place))
            started = None
    return found, started


# ── single marks ─────────────────────────────────────────────────────────────────────────────────────────


def _single(text: str) -> Iterator[tuple[int, int]]:
    """Passages in single marks; an apostrophe after an s closes only where nothing better follows."""
    started: int | None = None
    doubtful: int | None = None
    for m in _SINGLE.finditer(text):
        if m.group()[0] == "\n" or _opens_single(text, m.start()):
            if started is not None and doubtful is not None:
                yield started, doubtful
            started = None if m.group()[0] == "\n" else m.end()
            doubtful = None
        elif started is not None and _closes_single(text, m.start()):
            if _may_be_possessive(text, m.start()):
                doubtful = m.start() if doubtful is None else doubtful
                continue
            yield started, m.start()
            started = doubtful = None


def _opens_single(text: str, place: int) -> bool:
    if _space(text, place + 1) or not (_space(text, place - 1) or text[place - 1] in _BEFORE_OPENING):
        return False
    if text[place] == "‘":
        return True
    return text[place] == "'" and text[place + 1].isalnum() and not _ELIDED.match(text, place)


def _closes_single(text: str, place: int) -> bool:
    after = text[place + 1 : place + 2]
    return text[place] != "‘" and not _space(text, place - 1) and not after.isalnum()


def _may_be_possessive(text: str, place: int) -> bool:
    return (
        text[place - 1] in "sS"
        and text[place + 1 : place + 2] == " "
        and text[place + 2 : place + 3].isalnum()
    )
