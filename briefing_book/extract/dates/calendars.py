"""Calendar arithmetic, and times written as EDTF (ISO 8601-2)."""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta


def month(year: int, number: int) -> str:
    """The month; `number` may run over the year's ends: month 0 of 2023 is December 2022."""
    years, index = divmod(number - 1, 12)
    return f"{year + years:04d}-{index + 1:02d}"


def later(day: date, days: int) -> date:
    """The date `days` later, or earlier where negative."""
    return day + timedelta(days=days)


def week(day: date, weeks: int) -> str:
    """The week, Monday to Sunday, `weeks` after the one that holds `day`, as an interval of days."""
    monday = day + timedelta(days=7 * weeks - day.weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def quarter(year: int, number: int) -> str:
    """A quarter of a year as an interval of months."""
    return f"{month(year, 3 * number - 2)}/{month(year, 3 * number)}"


def half(year: int, number: int) -> str:
    """A half of a year as an interval of months."""
    return f"{month(year, 6 * number - 5)}/{month(year, 6 * number)}"


def ends(edtf: str) -> tuple[date, ...]:
    """The first and last day of an EDTF day, month or year, one where they are the same.

    Empty for anything else, and for what is too near to the calendar's ends to count from.
    """
    parts = edtf.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not all(map(str.isdecimal, parts)):
        return ()
    year, *rest = map(int, parts)
    first_month, last_month = (rest[0], rest[0]) if rest else (1, 12)
    if not (1000 < year < 9000 and 1 <= first_month <= 12):
        return ()
    first_day, last_day = (rest[1], rest[1]) if len(rest) > 1 else (1, monthrange(year, last_month)[1])
    both = valid_day(year, first_month, first_day), valid_day(year, last_month, last_day)
    return tuple(dict.fromkeys(day for day in both if day))


def shifted(edtf: str, count: int, unit: str) -> str | None:
    """The day, month or year `count` units after another; None where that is not exact enough to tell."""
    parts = [int(part) for part in edtf.split("-") if part.isdecimal()]
    if len(parts) != edtf.count("-") + 1 or not 1000 < parts[0] < 9000:
        return None
    if unit in ("day", "week"):
        return str(later(date(*parts), count * (7 if unit == "week" else 1))) if len(parts) == 3 else None
    if unit == "month":
        return month(parts[0], parts[1] + count) if len(parts) > 1 else None
    year = parts[0] + count * (10 if unit == "decade" else 1)
    if valid_day(year, *[*parts[1:], 1, 1][:2]) is None:
        return None
    return "-".join([f"{year:04d}", *edtf.split("-")[1:]])


def valid_day(year: int, month_number: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month_number, day) if 0 < year <= MAXYEAR else None
    except ValueError:
        return None


def weekday_until(day: date, weekday: int) -> date:
    """The latest such weekday (Monday is 0) that is not after `day`."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_from(day: date, weekday: int) -> date:
    """The first such weekday (Monday is 0) that is not before `day`."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def interval(first: str, last: str) -> str | None:
    """Both as one EDTF interval; None where they run backwards or are of different kinds."""
    (start, _, _), (_, _, end) = first.partition("/"), last.rpartition("/")
    alike = len(start) == len(end) and start.count("X") == end.count("X")
    return f"{start}/{end}" if alike and start < end else None
