"""What a date takes from the dates beside it: its year, or the day from which "a year earlier" counts."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from briefing_book.extract.dates import calendars
from briefing_book.extract.dates.grammar import Reading
from briefing_book.extract.dates.words import WORDS

_TO = re.compile(r"\s?(?:to|through|until|till|[-–—])\s?", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|to|or)\s", re.IGNORECASE)
_EXPLICIT = frozenset({"year", "month", "day first", "month first"})


def sentence_numbers(doc: Doc, said: list[Reading]) -> list[int]:
    """For each reading the number of its sentence."""
    starts = [sentence.start_char for sentence in doc.sents]
    return [bisect_right(starts, reading.start) for reading in said]


def spans(text: str, first: Reading, last: Reading) -> bool:
    """Whether the two are the ends of one stretch of time: "from 2014 to 2019"."""
    gap = text[first.end : last.start]
    between = text[max(0, first.start - 8) : first.start].lower().strip() == "between"
    return bool(_TO.fullmatch(gap) or (between and _AND.fullmatch(gap)))


# ── years ────────────────────────────────────────────────────────────────────────────────────────────────


def with_years(doc: Doc, text: str, said: list[Reading], alone: bool) -> list[Reading]:
    """A month or day without a year takes that of the date it is paired with, or if the article stands
    `alone`, without a day of publication, the only one in its sentence."""
    sentences = sentence_numbers(doc, said)
    years: dict[int, set[int]] = {}
    for reading, sentence in zip(said, sentences, strict=True):
        if alone and reading.year is not None and reading.way in _EXPLICIT:
            years.setdefault(sentence, set()).add(reading.year)
    afterwards: Sequence[Reading | None] = (*said[1:], None)
    around = zip(said, afterwards, sentences, strict=False)
    return [_with_year(doc, text, reading, after, years.get(n, set())) for reading, after, n in around]


def _with_year(doc: Doc, text: str, reading: Reading, after: Reading | None, there: set[int]) -> Reading:
    if reading.way == "11 September":
        return reading._replace(year=2001)
    if reading.month is None or reading.year is not None or reading.step is not None:
        return reading
    if after is not None and after.year and after.month and _paired(text, reading, after):
        return reading._replace(year=after.year - (reading.month > after.month))
    if (reading.month, reading.day) == (9, 11) and _next_word(doc, reading) in WORDS.of_2001:
        return reading._replace(year=2001)
    return reading._replace(year=min(there)) if len(there) == 1 else reading


def _paired(text: str, first: Reading, last: Reading) -> bool:
    return spans(text, first, last) or bool(_AND.fullmatch(text[first.end : last.start]))


def _next_word(doc: Doc, reading: Reading) -> str:
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    return doc[span.end].lower_ if span is not None and span.end < len(doc) else ""


# ── "a year earlier" ─────────────────────────────────────────────────────────────────────────────────────


class Anchors:
    """The dates told so far, from which later words may count."""

    def __init__(self) -> None:
        self._sentence = -1
        self._told: list[tuple[Reading, str]] = []
        self._before: list[tuple[Reading, str]] = []

    def add(self, sentence: int, reading: Reading, value: str) -> None:
        """Take in a date; they come in the order of the text."""
        self._turn_to(sentence)
        self._told.append((reading, value))

    def count_from(self, sentence: int, reading: Reading) -> str | None:
        """The value of "two years later" from the nearest date before it in its sentence, or from one with
        its year in the sentence before; None where there is none that says enough."""
        self._turn_to(sentence)
        far = [(other, value) for other, value in self._before if other.year is not None]
        for other, value in (*reversed(self._told), *reversed(far)):
            exact = reading.unit in ("day", "week")
            if "/" not in value and (exact or other.year is not None or other.month is not None):
                return calendars.shifted(value, reading.shift, reading.unit)
        return None

    def _turn_to(self, sentence: int) -> None:
        if sentence != self._sentence:
            self._before = self._told if sentence == self._sentence + 1 else []
            self._told = []
            self._sentence = sentence
