"""The happenings of the book, in time order, each once with all the sentences that report it.

Two reports are of one event where they are of the same kind and date and name the same participants, or
stand in one sentence. One that says less (a month for a day, "the leaders" for their names) joins the only
event that it fits.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from briefing_book.assemble import edtf
from briefing_book.assemble.parties import Parties
from briefing_book.assemble.reading import Library, Reading
from briefing_book.assemble.reports import Report, fits, tell_apart
from briefing_book.assemble.undated import join_undated
from briefing_book.assemble.unions import Groups, Known
from briefing_book.model import BookEvent, Date, Event, Party, Passage
from briefing_book.names import key

MOST_LIKE = 50
"""Where more events than this share a day, a kind and a participant, nothing tells which one is meant."""
MOST_CANDIDATES = 4
"""A report that fits more events than this says nothing of which it is of."""


def book_events(reports: Sequence[Report], library: Library) -> tuple[BookEvent, ...]:
    """The events of the book; the undated stand last."""
    groups = Groups(Known({report.passage.article}) for report in reports)
    first: dict[object, int] = {}
    for number, report in enumerate(reports):
        groups.unite(first.setdefault(_identity(number, report), number), number)
    _join_in_sentence(reports, groups)
    _join_vaguer(reports, groups)
    join_undated(reports, groups, library)
    events = [_event([reports[number] for number in numbers], library) for numbers in groups.groups()]
    return tuple(sorted(events, key=lambda event: (edtf.order(event.date), library.order(event.passages[0]))))


def reports_of(library: Library, parties: Parties) -> list[Report]:
    """Each article's report of each event."""
    return [report for reading in library.readings for report in _reports(reading, parties)]


def _reports(reading: Reading, parties: Parties) -> Iterator[Report]:
    dates: dict[str, list[Date]] = {}
    for date in sorted(reading.facts.dates, key=lambda date: date.start):
        dates.setdefault(date.value, []).append(date)
    for event in reading.facts.events:
        when = _words(event, dates.get(event.date or "", ()))
        yield Report(
            kind=event.kind,
            date=event.date,
            planned=event.planned,
            participants=tuple(dict.fromkeys(parties.party(reading.id, each) for each in event.participants)),
            passage=reading.passage(event),
            place=reading.passage(event.place) if event.place else None,
            when=reading.passage(when) if when else None,
        )


def _words(event: Event, dates: Sequence[Date]) -> Date | None:
    """The words of the event's sentence for its date, where that is inexact."""
    if not event.date or edtf.is_exact(event.date):
        return None
    place = bisect_left(dates, event.start, key=lambda date: date.start)
    return next((date for date in dates[place : place + 1] if date.end <= event.end), None)


def _identity(number: int, report: Report) -> object:
    """What two reports must share to be the same at once; the undated only within one article."""
    if report.date and report.ids:
        return report.group, report.date, report.ids
    if len(report.ids) > 1:
        return report.group, report.passage.article, report.ids
    return number


def _join_in_sentence(reports: Sequence[Report], groups: Groups) -> None:
    """One sentence tells of one meeting on one date, unless it names different parties for each word."""
    first: dict[object, int] = {}
    for number, report in enumerate(reports):
        if report.date:
            other = first.setdefault((report.passage, report.group, report.date), number)
            if not tell_apart(report.ids, reports[other].ids):
                groups.unite(other, number)


def _join_vaguer(reports: Sequence[Report], groups: Groups) -> None:
    index: dict[tuple[str, str, str], dict[int, None]] = {}
    leading = sorted({groups.find(number) for number in range(len(reports))})
    for number in leading:
        for place in _places(reports[number]):
            index.setdefault(place, {})[number] = None
    vaguest_first = sorted(leading, key=lambda number: (len(reports[number].ids), number))
    for number in vaguest_first:
        found = _likely(reports[number], index, reports)
        others = sorted({groups.find(other) for other in found} - {groups.find(number)})
        if _are_one(others, reports):
            for other in others:
                groups.unite(number, other)


def _are_one(numbers: Sequence[int], reports: Sequence[Report]) -> bool:
    """Whether these few reports may all be of one event."""
    if len(numbers) > MOST_CANDIDATES:
        return False
    return all(fits(reports[one], reports[other]) for one, other in combinations(numbers, 2))


def _places(report: Report) -> Iterator[tuple[str, str, str]]:
    """Where a report can be found: under its own date and those that contain it, by each participant."""
    if report.date:
        for date in (edtf.plain(report.date), *edtf.wider(report.date), *edtf.days(report.date)):
            for id in sorted(report.ids):
                yield report.group, date, id


def _likely(
    report: Report, index: dict[tuple[str, str, str], dict[int, None]], reports: Sequence[Report]
) -> list[int]:
    """The reports that may be of the same event: of its date, or of one within that."""
    found: dict[int, None] = {}
    dates = (edtf.plain(report.date), *edtf.days(report.date)) if report.date else ()
    for date, id in product(dates, sorted(report.ids)):
        like = index.get((report.group, date, id), {})
        if len(like) > MOST_LIKE:
            return []
        found |= like
    return [number for number in found if fits(report, reports[number])]


def _event(reports: Sequence[Report], library: Library) -> BookEvent:
    """One event out of its reports: the best date, all participants; planned if all say so."""
    told = sorted(reports, key=lambda report: library.order(report.passage))
    date = min((report.date for report in told if report.date), key=_exactness, default=None)
    kinds = Counter(report.kind for report in told)
    return BookEvent(
        kind=max(kinds, key=lambda kind: kinds[kind]),
        date=date,
        planned=all(report.planned for report in told),
        participants=tuple(dict.fromkeys(_parties(told))),
        passages=library.tidy(report.passage for report in told),
        places=_places_of(told),
        when=next((report.when for report in told if report.when and report.date == date), None),
    )


def _exactness(date: str) -> tuple[bool, int, bool]:
    """Sorts from-to dates before single days, and these before "last week", months and years."""
    return not edtf.days(date) or edtf.is_week(date), edtf.length(date), edtf.plain(date) != date


def _places_of(reports: Iterable[Report]) -> tuple[Passage, ...]:
    """The words that say where, each article's once, those that most articles have first."""
    places = {(key(place.text), place.article): place for report in reports if (place := report.place)}
    articles = Counter(name for name, _ in places)
    ranked = sorted(places, key=lambda each: -articles[each[0]])
    return tuple(places[each] for each in ranked)


def _parties(reports: Iterable[Report]) -> Iterator[Party]:
    return (party for report in reports for party in report.participants)
