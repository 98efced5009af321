"""When sources give days for one event that cannot both be right.

One event: of one kind, with the same participants, among them more than countries, for these do many things
every day. An article that appeared before the other's day cannot tell of it, unless it is planned.
"""

from collections.abc import Iterable, Iterator, Sequence

from briefing_book.assemble import edtf
from briefing_book.assemble.differences.rows import Sayings, source_of
from briefing_book.assemble.differences.topics import event_topic
from briefing_book.assemble.reading import Library
from briefing_book.assemble.reports import Report
from briefing_book.model import Difference

NEAR = 7
"""Days within which two dates may be meant for one event."""


def date_differences(library: Library, reports: Sequence[Report]) -> Iterator[Difference]:
    """Events of one kind with the same participants, whose dates are near but not one."""
    alike: dict[tuple[str, frozenset[str]], list[Report]] = {}
    for report in reports:
        if _is_exact(report.date) and _tells(report.ids):
            alike.setdefault((report.group, report.ids), []).append(report)
    for (group, ids), told in alike.items():
        told.sort(key=lambda report: edtf.order(report.date))
        for run in _runs(told):
            dates: Sayings[str] = Sayings(library)
            for report in run:
                dates.add(str(report.date), report.passage, str(report.date))
            if _one_event(library, run) and dates.differ(overlap):
                topic = event_topic("Date", group, run[0].participants)
                yield dates.difference("dates", topic, ids)


def _is_exact(date: str | None) -> bool:
    """Whether a date is more than "next week", which depends on who counts."""
    return bool(date and edtf.bounds(date) and not edtf.is_week(date))


def _tells(ids: frozenset[str]) -> bool:
    return len(ids) > 1 and not all(id.startswith("countries/") for id in ids)


def overlap(one: str, other: str) -> bool:
    """Whether two dates have a day in common."""
    first, second = edtf.bounds(one), edtf.bounds(other)
    return not first or not second or (first[0] <= second[1] and second[0] <= first[1])


def _runs(told: Sequence[Report]) -> Iterator[list[Report]]:
    """Reports in time order, cut where more than a few days lie between two."""
    run: list[Report] = []
    for report in told:
        if run and _days_between(run[-1], report) > NEAR:
            yield run
            run = []
        run.append(report)
    yield run


def _days_between(one: Report, other: Report) -> int:
    first, second = edtf.bounds(one.date or ""), edtf.bounds(other.date or "")
    return (second[0] - first[0]).days if first and second else NEAR + 1


def _one_event(library: Library, run: Iterable[Report]) -> bool:
    """Whether no source itself gives several dates, and none appeared before another's day."""
    own: dict[str, set[str]] = {}
    for report in run:
        own.setdefault(source_of(library, report.passage), set()).add(report.date or "")
    return all(len(dates) == 1 for dates in own.values()) and _could_know(library, run)


def _could_know(library: Library, run: Iterable[Report]) -> bool:
    past = [report for report in run if not report.planned]
    appeared = [library.by_id[report.passage.article].facts.article.published for report in past]
    known = [bounds[1] for day in appeared if day and (bounds := edtf.bounds(day))]
    begun = [bounds[0] for report in past if report.date and (bounds := edtf.bounds(report.date))]
    return not known or not begun or max(begun) <= min(known)
