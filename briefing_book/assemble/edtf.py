"""What a date value in EDTF covers: its first and its last day."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

MARKS = "?~%"
"""What EDTF puts behind a date that is uncertain, approximate or both."""
_UNMARKED = str.maketrans("", "", MARKS)
SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 12)}
MOST_DAYS = 31
DAYS_OF_WEEK = 7


@cache
def bounds(value: str) -> tuple[date, date] | None:
    """The first and the last day of a value; None where it is no EDTF that the book knows."""
    first, _, last = value.partition("/")
    try:
        start = date.min if first in ("", "..") else _part(first)[0]
        end = (date.max if last in ("", "..") else _part(last)[1]) if "/" in value else _part(first)[1]
    except (ValueError, KeyError):
        return None
    return (start, end) if value and start <= end else None


def _part(value: str) -> tuple[date, date]:
    """The bounds of one date, month, season, year or decade."""
    year, *rest = value.strip(MARKS).split("-")
    known = [part for part in rest if part.strip("X")]
    if not known:
        return date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31)
    if len(known) == 1:
        first, last = SEASONS[known[0]] if known[0] in SEASONS else (int(known[0]), int(known[0]))
        return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])
    day = date(int(year), int(known[0]), int(known[1]))
    return day, day


def plain(value: str) -> str:
    """The value without the marks of doubt."""
    return value.translate(_UNMARKED)


def is_exact(value: str) -> bool:
    """Whether a value says on which days, and without doubt."""
    if not bounds(value) or plain(value) != value or is_week(value):
        return False
    return length(value) == 1 or bool(days(value))


def contains(wide: str, narrow: str) -> bool:
    """Whether every day of `narrow` is a day of `wide`."""
    outer, inner = bounds(wide), bounds(narrow)
    return bool(outer and inner and outer[0] <= inner[0] and inner[1] <= outer[1])


def length(value: str) -> int:
    """How many days a value covers; more than any date has where it is unknown."""
    known = bounds(value)
    return (known[1] - known[0]).days + 1 if known else (date.max - date.min).days


def wider(value: str) -> tuple[str, ...]:
    """The month and the year, as values, that contain this value and are not it."""
    known = bounds(value)
    if not known:
        return ()
    months = {day.strftime("%Y-%m") for day in known}
    years = {value[:4] for value in months}
    found = [next(iter(each)) for each in (months, years) if len(each) == 1]
    return tuple(each for each in found if each != value)


def days(value: str) -> tuple[str, ...]:
    """Each day of an interval of up to a month; nothing for any other value."""
    known = bounds(value)
    if not known or "/" not in value or length(value) > MOST_DAYS:
        return ()
    return tuple((known[0] + timedelta(n)).isoformat() for n in range(length(value)))


def is_week(value: str) -> bool:
    """Whether a value is a week from Monday to Sunday, as "last week" is."""
    known = bounds(value)
    return known is not None and length(value) == DAYS_OF_WEEK and known[0].weekday() == 0


def order(value: str | None) -> tuple[bool, date, date]:
    """A key that sorts values in time: by first day, the shorter first, the undated last."""
    known = bounds(value) if value else None
    return (False, *known) if known else (True, date.max, date.max)
