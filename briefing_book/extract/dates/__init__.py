"""Dates: every span that names a time on the calendar, with its value in EDTF."""

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from briefing_book.extract.dates import calendars
from briefing_book.extract.dates.context import Anchors, sentence_numbers, spans, with_years
from briefing_book.extract.dates.grammar import Reading, readings
from briefing_book.extract.dates.values import ANCHORED, Value, value_of
from briefing_book.extract.dates.words import WORDS
from briefing_book.model import Date

_NO_DAY = WORDS.recurring | WORDS.named_days | WORDS.anaphoric | {"of"}
_LONGEST_WORD = 16
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "GPE", "FAC", "PRODUCT"})


def find(doc: Doc, published: str | None) -> tuple[Date, ...]:
    """The dates of an article. `published` is EDTF; where it is no day, what is relative to it has a value
    only if any day of its month or year gives the same."""
    days, text = calendars.ends(published or ""), doc.text
    said = [reading for reading in readings(text) if _is_date(doc, reading)]
    said = with_years(doc, text, said, alone=len(days) != 1)
    return tuple(_joined(text, said, _values(doc, said, days)))


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
    return reading.way != "year end" or span.end == len(doc) or not doc[span.end].tag_.startswith("NN")


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
    after = span.doc[span.end] if span.end < len(span.doc) else None
    counts = after is not None and (after.tag_ == "NNS" or after.lower_ in WORDS.not_after_year)
    if span.text.startswith("two"):
        return before in WORDS.before_year and not counts
    if len(span) > 1 or before in WORDS.before_year or reading.year2:
        return True
    if counts or before in WORDS.not_before_year:
        return False
    if before in ("(", "of"):
        return True
    return (before == "the" or span[0].ent_type_ == "DATE") and 1900 <= (reading.year or 0) < 2100


# ── what each says, and which belong together ────────────────────────────────────────────────────────────


def _values(doc: Doc, said: list[Reading], days: tuple[date, ...]) -> list[Value | None]:
    """The value of each reading on which all `days` of publication agree."""
    anchors = Anchors()
    values = []
    for reading, sentence in zip(said, sentence_numbers(doc, said), strict=True):
        value = _anchored(anchors.count_from(sentence, reading)) if reading.anchored else None
        value = value or _agreed([value_of(doc, reading, day) for day in days or (None,)])
        if value:
            anchors.add(sentence, reading, value.edtf)
        values.append(_about(doc.text, reading, value) if value else None)
    return values


def _about(text: str, reading: Reading, value: Value) -> Value:
    """The value, marked as approximate after "around": `2023-03-10~`."""
    before = text[max(0, reading.start - _LONGEST_WORD) : reading.start].lower().split()
    is_about = before[-1:] and before[-1] in WORDS.approximate and value.edtf[-1].isdigit()
    return value._replace(edtf=f"{value.edtf}~") if is_about and "/" not in value.edtf else value


def _anchored(edtf: str | None) -> Value | None:
    return Value(edtf, ANCHORED) if edtf else None


def _agreed(values: list[Value | None]) -> Value | None:
    return values[0] if all(value == values[0] for value in values) else None


def _joined(text: str, said: list[Reading], values: list[Value | None]) -> Iterator[Date]:
    """The expressions with a value; the two of "from 2014 to 2019" as one."""
    i = 0
    while i < len(said):
        both = _interval(text, said[i : i + 2], values[i : i + 2])
        value = both or values[i]
        start, end = said[i].start, said[i + bool(both)].end
        if value:
            yield Date(
                start=start, end=end, text=text[start:end], value=value.edtf, confidence=value.confidence
            )
        i += 2 if both else 1


def _interval(text: str, said: list[Reading], values: list[Value | None]) -> Value | None:
    first, last = values if len(values) == 2 else (None, None)
    if first is None or last is None or not spans(text, *said):
        return None
    edtf = calendars.interval(first.edtf, last.edtf)
    weighed = [value.confidence for value in (first, last) if value.confidence is not None]
    return Value(edtf, min(weighed, default=None)) if edtf else None
