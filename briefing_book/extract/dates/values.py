"""What a date's words mean, in EDTF.

What they leave open is taken from the day of publication and from the tense of their verb; where these do
not decide, there is no value rather than a guessed one.
"""

from datetime import date

from spacy.tokens import Doc, Token

from briefing_book.extract.dates import calendars
from briefing_book.extract.dates.grammar import Reading
from briefing_book.extract.dates.words import WORDS

_LOOKING_AHEAD = WORDS.planning | WORDS.planning_to
_FAR = 300


def value_of(doc: Doc, reading: Reading, today: date | None) -> str | None:
    """The reading's EDTF value; None where it has none, or none without `today`, the day of publication."""
    if reading.century:
        return f"{reading.century}XX"
    if reading.decade:
        return f"{reading.decade}X"
    if reading.year is not None:
        return _with_year(reading, reading.year)
    if today is None or reading.quarter:
        return None
    if reading.month is not None:
        return _with_year(reading, _year(doc, reading, today))
    if reading.weekday is not None:
        return str(_weekday(doc, reading, today, reading.weekday))
    return _relative(reading, today)


def _with_year(reading: Reading, year: int) -> str | None:
    if reading.quarter:
        return calendars.quarter(year, reading.quarter)
    if reading.year2:
        return calendars.interval(str(year), str(reading.year2))
    if reading.way == "slashes":
        return _either_order(year, reading.day or 0, reading.day2 or 0)
    if reading.month is None:
        return str(year)
    if reading.day is None:
        return calendars.month(year, reading.month)
    first = calendars.valid_day(year, reading.month, reading.day)
    if first is None or reading.day2 is None:
        return str(first) if first else None
    last = calendars.valid_day(year, reading.month, reading.day2)
    return calendars.interval(str(first), str(last)) if last else None


def _either_order(year: int, a: int, b: int) -> str | None:
    """Day and month, or month and day, where only one order makes a date."""
    days = {calendars.valid_day(year, a, b), calendars.valid_day(year, b, a)} - {None}
    return str(days.pop()) if len(days) == 1 else None


def _relative(reading: Reading, today: date) -> str | None:
    steps = reading.shift if reading.step is None else reading.step
    about = "~" if reading.about else ""
    if reading.unit == "year":
        return f"{today.year + steps:04d}{about}"
    if reading.unit == "month":
        return calendars.month(today.year, today.month + steps) + about
    if reading.step is not None:
        return calendars.week(today, steps) if reading.unit == "week" else None
    return f"{calendars.later(today, steps * (7 if reading.unit == 'week' else 1))}{about}"


def _weekday(doc: Doc, reading: Reading, today: date, weekday: int) -> date:
    if reading.step == -1:
        return calendars.weekday_until(calendars.later(today, -1), weekday)
    if reading.step == 1:
        return calendars.weekday_from(calendars.later(today, 1), weekday)
    if reading.step == 0 or _is_future(doc, reading):
        return calendars.weekday_from(today, weekday)
    return calendars.weekday_until(today, weekday)


def _year(doc: Doc, reading: Reading, today: date) -> int:
    """The year of a month or day that is given without one."""
    month = reading.month or 1
    if reading.way == "month" and reading.step is not None:
        return today.year + reading.step
    if reading.step == -1:
        return today.year - (month >= today.month - 1)
    if reading.step == 1:
        return today.year + (month <= today.month)
    if reading.step == 0 or (month == today.month and reading.day is None):
        return today.year
    return _nearest_year(today, month, reading.day or 15, _is_future(doc, reading))


def _nearest_year(today: date, month: int, day: int, future: bool) -> int:
    """The year that puts the day nearest to `today` on the side that the tense asks for, unless too far."""
    days = {year: calendars.valid_day(year, month, day) for year in range(today.year - 1, today.year + 2)}
    away = {year: (there - today).days for year, there in days.items() if there}
    wanted = {y: d for y, d in away.items() if abs(d) <= _FAR and (d >= 0 if future else d <= 0)}
    return min(wanted or away or days, key=lambda year: abs(away.get(year, 0)))


# ── tense ────────────────────────────────────────────────────────────────────────────────────────────────


def _is_future(doc: Doc, reading: Reading) -> bool:
    """Whether the nearest verb over the expression speaks of what is still to come."""
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    if span is None:
        return False
    near = reading.month is None and span.root.dep_ != "poss"
    until = span.start > 0 and doc[span.start - 1].lower_ in WORDS.until
    planning = WORDS.planning
    for depth, word in enumerate((span.root, *span.root.ancestors)):
        if word.lemma_.lower() in planning:
            return True
        if word.pos_ in ("VERB", "AUX"):
            tense = _tense(word, near and depth <= 2)
            if tense or until:
                return tense != "past"
            planning = _LOOKING_AHEAD
    return planning is _LOOKING_AHEAD


def _tense(verb: Token, near: bool) -> str | None:
    """past or future, or None for an infinitive, whose own verb decides. "They meet Monday" is future."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & WORDS.future:
        return "future"
    if verb.tag_ == "VB" and "to" in helpers:
        return None
    if verb.tag_ in ("VBP", "VBZ"):
        return "future" if near or verb.lemma_ in WORDS.starting else "past"
    return "future" if verb.tag_ == "VBG" and helpers & WORDS.present else "past"
