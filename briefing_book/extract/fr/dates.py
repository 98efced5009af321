"""Dates in a French article, with their values in EDTF.

The expressions are French; what they mean is read as in English, from the day of publication and the tense.
"""

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc

from briefing_book.extract.dates import calendars
from briefing_book.extract.dates.context import with_years
from briefing_book.extract.dates.grammar import Reading
from briefing_book.extract.dates.values import Value, value_of
from briefing_book.extract.fr.date_words import WORDS, readings
from briefing_book.model import Date

_CASED = frozenset({"holiday"})
_TO = re.compile(r"\s?(?:au|à|jusqu['’]au|jusqu['’]en|jusqu['’]à|[-–—])\s?")
_AND = re.compile(r"\s(?:et|au)\s(?:le\s)?")
_WORD_BEFORE = re.compile(
    r"(?:\b(l['’]année|au mois de|[\w-]+|[\w]+['’]en|d['’]|jusqu['’]en))\s*$", re.IGNORECASE
)
_REACH = 12
_NEAR = 45
"""Days."""


def find(doc: Doc, published: str | None) -> tuple[Date, ...]:
    """The dates of an article. `published` is EDTF; where it is no day, what is relative to it has a value
    only if any day of its month or year gives the same."""
    days, text = calendars.ends(published or ""), doc.text
    said = [reading for reading in readings(text) if _is_date(doc, text, reading)]
    said = _with_years(text, with_years(doc, text, said, alone=len(days) != 1))
    return tuple(_joined(text, said, _values(doc, said, days)))


# ── is it a date at all ──────────────────────────────────────────────────────────────────────────────────


def _is_date(doc: Doc, text: str, reading: Reading) -> bool:
    said = text[reading.start : reading.end]
    match = _WORD_BEFORE.search(text, max(0, reading.start - _REACH), reading.start)
    before = match[1].lower() if match else ""
    if reading.way == "month" and reading.year is None and reading.step is None:
        return said[0].islower() and (" " in said or "-" in said or before in WORDS.before_month)
    if reading.way == "year":
        return " " in said or bool(reading.year2) or before in WORDS.before_year
    if reading.way == "weekday":
        return before not in ("chaque", "un", "les", "des", "tous") and (
            said[0].islower() or reading.start == 0 or _opens(doc, reading)
        )
    return reading.way not in _CASED or said[0].isupper() or said[0] == "l"


def _opens(doc: Doc, reading: Reading) -> bool:
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    return span is not None and bool(span[0].is_sent_start)


def _ahead(doc: Doc, reading: Reading, today: date | None) -> bool:
    """Whether the sentence speaks of what is still to come: by a future tense, or a word such as "prévu".

    A day of the month that is near to `today` is that one, whatever the tense.
    """
    if today and reading.month and reading.day and reading.weekday is None:
        there = calendars.valid_day(today.year, reading.month, reading.day)
        if there and abs((there - today).days) <= _NEAR:
            return there > today
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    if span is None:
        return False
    verbs = [
        token
        for token in span.root.sent
        if token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph)
    ]
    near = min(verbs, key=lambda token: abs(token.i - span.start), default=None)
    if near is not None and "Tense=Fut" in str(near.morph):
        return True
    around = span.doc[max(0, span.start - 6) : span.end + 2]
    return any(token.lower_ in WORDS.ahead for token in around)


# ── what each says ───────────────────────────────────────────────────────────────────────────────────────


def _with_years(text: str, said: list[Reading]) -> list[Reading]:
    """The first of "du 28 février au 2 mars 2023" has the year of the last."""
    told = list(said)
    for i in range(len(told) - 2, -1, -1):
        first, last = told[i], told[i + 1]
        if first.month and first.year is None and last.year and last.month and _spans(text, first, last):
            told[i] = first._replace(year=last.year - (first.month > last.month))
    return told


def _spans(text: str, first: Reading, last: Reading) -> bool:
    gap = text[first.end : last.start]
    between = text[max(0, first.start - 9) : first.start].lower().split()[-2:]
    return bool(_TO.fullmatch(gap) or ("entre" in between and _AND.fullmatch(gap)))


def _values(doc: Doc, said: list[Reading], days: tuple[date, ...]) -> list[Value | None]:
    """The value of each reading on which all `days` of publication agree."""
    text, values = doc.text, list[Value | None]()
    for before, reading in zip([None, *said], said, strict=False):
        found = [_value(doc, reading, day) for day in days or (None,)]
        value = found[0] if all(each == found[0] for each in found) else None
        if before and values[-1] and value and _is_next_day(text, before, reading):
            first = date.fromisoformat(values[-1].edtf[:10])
            value = value._replace(edtf=str(calendars.weekday_from(first, reading.weekday or 0)))
        values.append(_about(text, reading, value) if value else None)
    return values


def _value(doc: Doc, reading: Reading, today: date | None) -> Value | None:
    return value_of(doc, reading, today, lambda doc, reading: _ahead(doc, reading, today))


def _is_next_day(text: str, before: Reading, reading: Reading) -> bool:
    """Whether two weekdays follow each other: "de lundi à mardi"."""
    both = before.weekday is not None and reading.weekday is not None
    return both and text[before.end : reading.start] == " à "


def _about(text: str, reading: Reading, value: Value) -> Value:
    before = text[max(0, reading.start - _REACH) : reading.start].lower().split()
    is_about = before[-1:] and before[-1] in WORDS.approximate and value.edtf[-1].isdigit()
    return value._replace(edtf=f"{value.edtf}~") if is_about and "/" not in value.edtf else value


def _joined(text: str, said: list[Reading], values: list[Value | None]) -> Iterator[Date]:
    """The expressions with a value; the two of "du 28 février au 2 mars" as one."""
    i = 0
    while i < len(said):
        both = _interval(text, said[i : i + 2], values[i : i + 2])
        value = both or values[i]
        start, end = said[i].start, said[i + bool(both)].end
        if value:
            yield Date(start, end, text[start:end], value=value.edtf, confidence=value.confidence)
        i += 2 if both else 1


def _interval(text: str, said: list[Reading], values: list[Value | None]) -> Value | None:
    first, last = values if len(values) == 2 else (None, None)
    if first is None or last is None or not _spans(text, *said):
        return None
    edtf = calendars.interval(first.edtf, last.edtf)
    weighed = [value.confidence for value in (first, last) if value.confidence is not None]
    return Value(edtf, min(weighed, default=None)) if edtf else None
