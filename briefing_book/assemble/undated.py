"""Reports without a date join the only dated event of those days that two of their parties took part in.

An article tells of a meeting within some days of it: one that it reports as past has begun by then, one that
it reports as planned has not ended. Two events that one article tells apart are never made one.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from briefing_book.assemble import edtf
from briefing_book.assemble.reading import Library
from briefing_book.assemble.reports import Report, same_participants
from briefing_book.assemble.unions import Groups

NEAR = 14
"""Within so many days before or after it an article tells of an event without its date."""
MOST_LIKE = 50
"""Where more events than this share a month, a kind and a participant, nothing tells which one is meant."""
_FEWEST = 2
_MONTHS = 12

Days = tuple[date, date]
Index = dict[tuple[str, int, str], list[int]]


def join_undated(reports: Sequence[Report], groups: Groups, library: Library) -> None:
    """Makes each undated report one with the event that it is of, where that is clear."""
    published = {reading.id: _days(reading.facts.article.published) for reading in library.readings}
    index = _index(reports, groups)
    for number, report in enumerate(reports):
        days = published[report.passage.article]
        if report.date or not days or len(report.ids) < _FEWEST:
            continue
        events = {groups.find(other) for other in _candidates(report, days, index, reports)}
        own = groups.of(number).articles
        if len(events) == 1 and own.isdisjoint(groups.of(min(events)).articles):
            groups.unite(min(events), number)


def _days(value: str | None) -> Days | None:
    """The first and the last day of a date that is a month at most."""
    return edtf.bounds(value) if value and edtf.length(value) <= edtf.MOST_DAYS else None


def _index(reports: Sequence[Report], groups: Groups) -> Index:
    """The dated events by kind, month and participant, each by the number of its first report."""
    index: Index = {}
    for number in sorted({groups.find(number) for number in range(len(reports))}):
        report = reports[number]
        if days := _days(report.date):
            for month, id in product(_months(days, 0), sorted(report.ids)):
                index.setdefault((report.group, month, id), []).append(number)
    return index


def _months(days: Days, around: int) -> range:
    """The months of the days, and so many before and after, counted from the year 0."""
    first, last = (day.year * _MONTHS + day.month for day in days)
    return range(first - around, last + around + 1)


def _candidates(report: Report, published: Days, index: Index, reports: Sequence[Report]) -> Iterator[int]:
    """The events that the report may be of."""
    shared: Counter[int] = Counter()
    for id in sorted(report.ids):
        found = {n for month in _months(published, 1) for n in index.get((report.group, month, id), ())}
        if len(found) <= MOST_LIKE:
            shared.update(sorted(found))
    for number, both in shared.items():
        event = reports[number]
        if both >= _FEWEST and same_participants(report.ids, event.ids) and _may_be(report, event, published):
            yield number


def _may_be(report: Report, event: Report, published: Days) -> bool:
    """Whether an article of these days may tell of the event as the report does."""
    days = _days(event.date)
    if not days or (days[0] - published[1]).days > NEAR or (published[0] - days[1]).days > NEAR:
        return False
    return days[1] >= published[0] if report.planned else days[0] <= published[1]
