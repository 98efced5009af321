"""Dates that people state: EDTF of a day, month or year in the calendar, or nothing.

A date is taken as it is written, without regard to time zones. `02/03/2023` stays unknown: it is February in
one country and March in another.
"""

import re
from datetime import date

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)

_DAY_NAME = r"(?:[A-Za-z]{2,9}\.?,?\s+)?"
_NAMED = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_TIME = r"(?:[T,\s]\s*\S.*)?"
_FORMS = (
    rf"{_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){_TIME}",
    rf"{_YEAR}[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}}){_TIME}",
    rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d){_TIME}",
    rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}{_TIME}",
    rf"{_DAY_NAME}{_DAY}\.?\s+{_NAMED},?\s+{_YEAR}{_TIME}",
    rf"{_DAY_NAME}{_NAMED}\s+{_DAY},?\s+{_YEAR}{_TIME}",
    rf"{_YEAR}-(?P<month>\d\d)",
    rf"{_NAMED},?\s+{_YEAR}",
    _YEAR,
)
_PATTERNS = tuple(re.compile(form, re.ASCII) for form in _FORMS)
_LONGEST = 80


def edtf(stated: str) -> str | None:
    """The day, month or year that `stated` names, as EDTF; None where it names none in the calendar."""
    words = stated.strip()
    if len(words) > _LONGEST:
        return None
    found = (pattern.fullmatch(words) for pattern in _PATTERNS)
    return next((value for match in found if match and (value := _value(match.groupdict()))), None)


def is_edtf(value: str, day: bool = False) -> bool:
    """Whether this is a real day, month or year in EDTF; with `day`, a real day."""
    return edtf(value) == value and (not day or len(value) == len("2023-02-25"))


def is_when(value: str) -> bool:
    """Whether this is a time as an article may tell it, in EDTF: also a season, a decade, or from-to."""
    ends = value.split("/")
    known = ((end in ("", "..") and len(ends) == 2) or _is_time(end.rstrip("?~%")) for end in ends)
    return len(ends) <= 2 and all(known) and value not in ("", "/")


def _is_time(value: str) -> bool:
    return is_edtf(value) or re.fullmatch(r"\d{4}-2[1-4]|\d{3}X|\d\dXX", value, re.ASCII) is not None


def _value(parts: dict[str, str | None]) -> str | None:
    year, month = int(parts["year"] or 0), _month(parts.get("month"))
    day = parts.get("day")
    try:
        real = date(year, month or 1, int(day or 1)) if month is not None or not parts.get("month") else None
    except ValueError:
        return None
    if real is None:
        return None
    whole = real.isoformat()
    return whole if day else whole[:7] if month else whole[:4]


def _month(stated: str | None) -> int | None:
    if stated is None or stated.isdigit():
        return int(stated) if stated else None
    return next((n for n, name in enumerate(MONTHS, 1) if name.startswith(stated.lower())), None)
