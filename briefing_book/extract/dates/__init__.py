"""Dates: every span that names a time on the calendar, with its value in EDTF."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from briefing_book.extract.dates import calendars
from briefing_book.extract.dates.grammar import Reading, readings
from briefing_book.extract.dates.values import value_of
from briefing_book.extract.dates.words import WORDS
from briefing_book.model import Date

_TO = re.compile(r"\s?(?:to|through|until|till|[-–—])\s?", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|to)\s", re.IGNORECASE)
_NO_DAY = WORDS.recurring | WORDS.named_days | {"of"}
_EXPLICIT = frozenset({"year", "month", "day first", "month first"})
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "GPE", "FAC", "PRODUCT"})


def find(doc: Doc, published: str | None) -> tuple[Date, ...]:
    """The dates of an article. `published` is EDTF; unless it is a day, relative ones have no value."""
    today = _day(published)
    said = [reading for reading in readings(doc.text) if _is_date(doc, reading)]
    said = _with_years(doc, said, alone=today is None)
    values = [value_of(doc, reading, today) for reading in said]
    places = _joined(doc.text, said, values)
    return tuple(Date(start=start, end=end, text=doc.text[start:end], value=v) for start, end, v in places)


def _day(published: str | None) -> date | None:
    """The day of publication, where it is one and far enough from the calendar's ends to count from."""
    try:
        day = date.fromisoformat(published or "")
    except ValueError:
        return None
    return day if 1000 < day.year < 9000 else None


# ── is it a date at all ──────────────────────────────────────────────────────────────────────────────────


def _is_date(doc: Doc, reading: Reading) -> bool:
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    if span is None:
        return False
    before = doc[span.start - 1].lower_ if span.start else ""
    if reading.way in ("weekday", "day word"):
        return span[-1].ent_type_ not in _NAMES and before not in _NO_DAY
    if reading.way == "month" and reading.year is None and reading.step is None:
        return _is_month(span, before)
    if reading.way in ("year", "short year"):
        return _is_year(span, before, reading)
    return True


def _is_month(span: Tokens, before: str) -> bool:
    if span[-1].ent_type_ in _NAMES or before in WORDS.recurring:
        return False
    if len(span) > 1 or before in WORDS.before_year:
        return True
    clear = before in WORDS.before_month or span.text.lower() not in WORDS.words_too
    return not _name_follows(span) and (clear or span[-1].ent_type_ == "DATE")


def _name_follows(span: Tokens) -> bool:
    """Whether another name stands right after: "August Wilson"."""
    doc = span.doc
    return span.end < len(doc) and bool(span[-1].whitespace_) and doc[span.end].tag_ == "NNP"


def _is_year(span: Tokens, before: str, reading: Reading) -> bool:
    if len(span) > 1 or before in WORDS.before_year or reading.year2:
        return True
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is not None and (after.tag_ == "NNS" or after.lower_ in WORDS.not_after_year):
        return False
    if before in WORDS.not_before_year:
        return False
    return before in ("(", "of") or (span[0].ent_type_ == "DATE" and 1900 <= (reading.year or 0) < 2100)


# ── expressions that belong together ─────────────────────────────────────────────────────────────────────


def _with_years(doc: Doc, said: list[Reading], alone: bool) -> list[Reading]:
    """A month or day without a year takes that of the range it begins, or if the article stands `alone`,
    without a day of publication, the only one in its sentence."""
    starts = [sentence.start_char for sentence in doc.sents]
    sentences = [bisect_right(starts, reading.start) for reading in said]
    years: dict[int, set[int]] = {}
    for reading, sentence in zip(said, sentences, strict=True):
        if alone and reading.year is not None and reading.way in _EXPLICIT:
            years.setdefault(sentence, set()).add(reading.year)
    around = zip_longest(said, said[1:], [years.get(sentence, set()) for sentence in sentences])
    return [_with_year(doc, reading, after, there) for reading, after, there in around]


def _with_year(doc: Doc, reading: Reading, after: Reading | None, there: set[int]) -> Reading:
    if reading.month is None or reading.year is not None or reading.step is not None:
        return reading
    if after is not None and after.year and after.month and _spans(doc.text, reading, after):
        return reading._replace(year=after.year - (reading.month > after.month))
    if (reading.month, reading.day) == (9, 11) and _next_word(doc, reading) in WORDS.of_2001:
        return reading._replace(year=2001)
    return reading._replace(year=min(there)) if len(there) == 1 else reading


def _next_word(doc: Doc, reading: Reading) -> str:
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    return doc[span.end].lower_ if span is not None and span.end < len(doc) else ""


def _joined(text: str, said: list[Reading], values: list[str | None]) -> Iterator[tuple[int, int, str]]:
    """The expressions with a value as (start, end, value); the two of "from 2014 to 2019" as one."""
    i = 0
    while i < len(said):
        both = _interval(text, said[i : i + 2], values[i : i + 2])
        value = both or values[i]
        if value:
            yield said[i].start, said[i + bool(both)].end, value
        i += 2 if both else 1


def _interval(text: str, said: list[Reading], values: list[str | None]) -> str | None:
    if len(said) < 2 or not all(values) or not _spans(text, *said):
        return None
    return calendars.interval(*map(str, values))


def _spans(text: str, first: Reading, last: Reading) -> bool:
    gap = text[first.end : last.start]
    between = text[max(0, first.start - 8) : first.start].lower().strip() == "between"
    return bool(_TO.fullmatch(gap) or (between and _AND.fullmatch(gap)))
