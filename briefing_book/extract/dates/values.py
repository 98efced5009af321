"""What a date's words mean, in EDTF.

What they leave open is taken from the day of publication and from the tense of their verb; where these do
not decide, there is no value rather than a guessed one.
"""

import re
from collections.abc import Callable
from datetime import MAXYEAR, date
from typing import NamedTuple

from spacy.tokens import Doc

from briefing_book.extract.dates import calendars
from briefing_book.extract.dates.grammar import Reading
from briefing_book.extract.dates.tense import is_future, is_told
from briefing_book.extract.dates.words import WORDS

_FAR = 300
_LEAP_YEAR = 2000
_WORDS_BEFORE = 16
_A_PERIOD_BACK = 395
_NEAR_PUBLICATION = 60

# Confidence: the share of such dates that annotators of news articles gave the same value.
ANCHORED = 0.8
_BY_TENSE = 0.9
_FAR_AWAY = 0.6
_THIS_YEAR = 0.8


Ahead = Callable[[Doc, Reading], bool]


class Value(NamedTuple):
    """A time in EDTF, and the confidence in it where a year or a direction was weighed."""

    edtf: str
    confidence: float | None = None


def value_of(doc: Doc, reading: Reading, today: date | None, ahead: Ahead = is_future) -> Value | None:
    """What the reading says; None where it says too little, also without `today`, the day of publication.

    `ahead` tells whether the words around speak of what is still to come.
    """
    stated = _stated(reading, today)
    if stated or today is None or reading.year is not None:
        return Value(stated) if stated else None
    if reading.month is not None and calendars.valid_day(_LEAP_YEAR, reading.month, reading.day or 1):
        year, confidence = _year(doc, reading, today, ahead)
        edtf = _with_year(reading, year)
        return Value(edtf, confidence) if edtf else None
    if reading.way == "the year":
        return Value(f"{today.year:04d}", _THIS_YEAR)
    if reading.way == "year end":
        return _year_end(doc, reading, today, ahead)
    if reading.way == "weekday" or (reading.way == "cued" and reading.weekday is not None):
        return _weekday(doc, reading, today, ahead)
    edtf = _relative(reading, today)
    return Value(edtf, ANCHORED if reading.anchored else None) if edtf else None


def _stated(reading: Reading, today: date | None) -> str | None:
    """What the words say by themselves."""
    if reading.century:
        return f"{reading.century}XX"
    if reading.decade:
        return f"{reading.decade}X"
    if reading.year is None:
        return None
    if "slashes" in reading.way:
        return _either_order(reading.year, reading.day or 0, reading.day2 or 0, today)
    return _with_year(reading, reading.year)


def _with_year(reading: Reading, year: int) -> str | None:
    if reading.quarter:
        return calendars.quarter(year, reading.quarter)
    if reading.half:
        return calendars.half(year, reading.half)
    if reading.year2:
        return calendars.interval(str(year), str(reading.year2))
    if reading.month is None:
        return str(year)
    if reading.day is None:
        return calendars.month(year, reading.month)
    first = calendars.valid_day(year, reading.month, reading.day)
    if first is None or reading.day2 is None:
        return str(first) if first else None
    last = calendars.valid_day(year, reading.month, reading.day2)
    return calendars.interval(str(first), str(last)) if last else None


def _either_order(year: int, a: int, b: int, today: date | None) -> str | None:
    """Day and month, or month and day, where only one order makes a date, or only one near `today`."""
    days = {day for day in (calendars.valid_day(year, a, b), calendars.valid_day(year, b, a)) if day}
    near = {day for day in days if today and abs((day - today).days) <= _NEAR_PUBLICATION}
    likely = near if len(days) > 1 else days
    return str(min(likely)) if len(likely) == 1 else None


def _relative(reading: Reading, today: date) -> str | None:
    if reading.anchored and (reading.shift, reading.unit) != (-1, "year"):
        return None
    steps = reading.shift if reading.step is None else reading.step
    about = "~" if reading.about else ""
    if reading.unit in ("decade", "year"):
        return _some_year(reading, today.year, steps)
    if reading.unit == "month":
        return calendars.month(today.year, today.month + steps) + about
    if reading.step is not None:
        return calendars.week(today, steps) if reading.unit == "week" else None
    if reading.weekday is not None or not reading.unit:
        return None
    return f"{calendars.later(today, steps * (7 if reading.unit == 'week' else 1))}{about}"


def _some_year(reading: Reading, this_year: int, steps: int) -> str | None:
    if reading.unit == "decade" and reading.step is not None:
        return f"{this_year // 10 + steps:03d}X"
    year = this_year + steps * (10 if reading.unit == "decade" else 1)
    about = "~" if reading.about or reading.unit == "decade" else ""
    return f"{year:04d}{about}" if 0 < year <= MAXYEAR else None


def _weekday(doc: Doc, reading: Reading, today: date, ahead: Ahead) -> Value:
    weekday = reading.weekday or 0
    if reading.step == -1:
        return Value(str(calendars.weekday_until(calendars.later(today, -1), weekday)))
    if reading.step == 1:
        return Value(str(calendars.weekday_from(calendars.later(today, 1), weekday)))
    if reading.step == 0:
        back = is_told(doc, reading) and not ahead(doc, reading)
        return Value(str((calendars.weekday_until if back else calendars.weekday_from)(today, weekday)))
    side = calendars.weekday_from if ahead(doc, reading) else calendars.weekday_until
    return Value(str(side(today, weekday)), _BY_TENSE)


def _year_end(doc: Doc, reading: Reading, today: date, ahead: Ahead) -> Value:
    nearest, _ = _nearest_year(today, 12, 31, future=False)
    return Value(f"{today.year if ahead(doc, reading) else nearest}-12-31", _BY_TENSE)


def _year(doc: Doc, reading: Reading, today: date, ahead: Ahead) -> tuple[int, float | None]:
    """The year of a month or day that is given without one, and the confidence in it."""
    month = reading.month or 1
    if reading.step is not None:
        return _stepped_year(reading, month, today), None
    if month == today.month and reading.day is None:
        return today.year, _BY_TENSE
    if _compares(doc, reading):
        a_year_before = calendars.later(today, -_A_PERIOD_BACK)
        return min(_away(a_year_before, month, reading.day or 15))[1], ANCHORED
    return _nearest_year(today, month, reading.day or 15, ahead(doc, reading))


def _stepped_year(reading: Reading, month: int, today: date) -> int:
    if reading.way != "cued" and reading.way != "holiday":
        return today.year + (reading.step or 0)
    if reading.step == -1:
        return today.year - (month >= today.month - 1)
    return today.year + (month <= today.month) if reading.step == 1 else today.year


def _compares(doc: Doc, reading: Reading) -> bool:
    """Whether the date is that of an earlier period, told of to compare: "the year-ago quarter ended"."""
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    if span is None:
        return False
    before = doc[max(0, span.start - _WORDS_BEFORE) : span.start].text.lower()
    *_, sentence = re.split(r"[.;]\s", before)
    return any(cue in sentence for cue in WORDS.comparing)


def _nearest_year(today: date, month: int, day: int, future: bool) -> tuple[int, float]:
    """The year that puts the day nearest to `today` on the side that the tense asks for, unless too far."""
    away = _away(today, month, day)
    wanted = [(far, year) for far, year, is_ahead in away if far <= _FAR and (not far or is_ahead == future)]
    return (min(wanted)[1], _BY_TENSE) if wanted else (min(away)[1], _FAR_AWAY)


def _away(today: date, month: int, day: int) -> list[tuple[int, int, bool]]:
    """How many days off the day is in each of the years around, that year, and whether it is ahead."""
    years = (
        range(today.year - 4, today.year + 5)
        if (month, day) == (2, 29)
        else range(today.year - 1, today.year + 2)
    )
    days = (calendars.valid_day(year, month, day) for year in years)
    return [(abs((there - today).days), there.year, there > today) for there in days if there]
