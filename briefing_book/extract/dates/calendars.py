"""Calendar arithmetic, and times written as EDTF (ISO 8601-2)."""

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
    return f"{start}/{end}" if start < end and len(start) == len(end) else None
