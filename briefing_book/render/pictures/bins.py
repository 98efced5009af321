"""Days, months or years side by side: the stretches of time that a picture counts in."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Literal, NamedTuple

from briefing_book.render.dates import in_words

Unit = Literal["day", "month", "year"]
UNITS: tuple[Unit, ...] = ("day", "month", "year")

MOST = 24
"""So many stretches stand side by side at most."""
_EARLY = 0.2
"""Up to this part of the dates may lie before the first stretch, and be counted together."""


class Bins(NamedTuple):
    """Stretches of time, by their first days. `earlier`: a first one, before these, holds what lies there."""

    unit: Unit
    starts: tuple[date, ...]
    earlier: bool

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands under each stretch."""
        names = tuple(in_words(_value(start, self.unit)) for start in self.starts)
        return (f"before {names[0]}", *names) if self.earlier else names

    def place(self, day: date) -> int:
        """The number of the stretch, from 0, that a day lies in."""
        return max(bisect_right(self.starts, day) - 1 + self.earlier, 0)


def bins(days: Sequence[date], finest: Unit = "day") -> Bins:
    """The smallest unit in which these days fill few enough stretches.

    Where none does, it is the smallest, but not under `finest`, in which most of them do, and the latest.
    """
    ordered, units = sorted(days), UNITS[UNITS.index(finest) :]
    for unit in units:
        starts = _starts(ordered[0], ordered[-1], unit)
        if len(starts) <= MOST:
            return Bins(unit, starts, earlier=False)
    most = ordered[int(len(ordered) * _EARLY)]
    for unit in units:
        found = (_starts(day, ordered[-1], unit) for day in dict.fromkeys(ordered) if day <= most)
        if starts := next((each for each in found if len(each) < MOST), ()):
            return Bins(unit, starts, earlier=True)
    return Bins("year", _starts(ordered[0], ordered[-1], "year")[-MOST + 1 :], earlier=True)


def _starts(first: date, last: date, unit: Unit) -> tuple[date, ...]:
    return tuple(islice(_counted(first, last, unit), MOST + 1 if unit != "year" else None))


def _counted(first: date, last: date, unit: Unit) -> Iterator[date]:
    here = date(first.year, 1 if unit == "year" else first.month, first.day if unit == "day" else 1)
    while here <= last:
        yield here
        here = _next(here, unit)


def _next(start: date, unit: Unit) -> date:
    if unit == "day":
        return start + timedelta(1)
    return date(start.year + (unit == "year" or start.month == 12), _month(start, unit), 1)


def _month(start: date, unit: Unit) -> int:
    return 1 if unit == "year" else start.month % 12 + 1


def _value(start: date, unit: Unit) -> str:
    return start.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]
