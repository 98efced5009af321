"""Where the sources do not agree: one row a source, and never a word on who is right."""

from collections.abc import Iterable, Iterator, Sequence

from briefing_book.assemble import edtf
from briefing_book.assemble.organisations import institution_nouns
from briefing_book.assemble.reading import Library
from briefing_book.assemble.reports import Report
from briefing_book.assemble.where import NamedWhere
from briefing_book.assemble.wordings import wording_differences
from briefing_book.model import BookPosition, BookQuotation, Difference, DifferenceRow, Entity, Passage
from briefing_book.names import key

NEAR = 7
"""Days within which two dates may be meant for one event."""


def role_differences(entities: dict[str, Entity]) -> Iterator[Difference]:
    """Each person whom the sources call by no title in common: "ruler" here, "president" there."""
    words = {each.id: _words(each) for each in entities.values() if each.kind == "countries"}
    for person in entities.values():
        called: dict[str, dict[frozenset[str], Passage]] = {}
        for role in person.roles:
            nouns = institution_nouns(key(role.text), words.get(role.country or "", set()))
            for passage in role.passages:
                called.setdefault(passage.article, {}).setdefault(nouns, passage)
        if len(called) > 1 and not frozenset.intersection(*(frozenset(roles) for roles in called.values())):
            passages = [passage for roles in called.values() for passage in roles.values()]
            yield _difference(f"How sources call {person.name}", {person.id}, passages)


def _words(country: Entity) -> set[str]:
    """The words by which articles name a country."""
    return {word for form in country.forms for word in key(form.text)} | set(key(country.name))


def date_differences(reports: Sequence[Report]) -> Iterator[Difference]:
    """Events of one kind with the same participants, whose dates are near but not one."""
    alike: dict[tuple[str, frozenset[str]], list[Report]] = {}
    for report in reports:
        if report.date and edtf.bounds(report.date) and len(report.ids) > 1:
            alike.setdefault((report.group, report.ids), []).append(report)
    for (group, ids), told in alike.items():
        told.sort(key=lambda report: edtf.order(report.date))
        for run in _runs(told):
            if _disagree(run):
                rows = {(each.date, each.passage.article): each for each in reversed(run)}
                names = ", ".join(party.name for party in run[0].participants if party.entity)
                says = [DifferenceRow(str(each.date), each.passage) for each in reversed(rows.values())]
                yield Difference(f"When: {group} ({names})", tuple(sorted(ids)), tuple(says))


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


def _disagree(run: Sequence[Report]) -> bool:
    """Whether some two sources give days that do not overlap, and no source itself gives several."""
    dates: dict[str, set[str]] = {}
    for report in run:
        dates.setdefault(report.passage.article, set()).add(report.date or "")
    if len(dates) < 2 or any(len(own) > 1 for own in dates.values()):
        return False
    days = [bounds for own in dates.values() for date in own if (bounds := edtf.bounds(date))]
    return max(first for first, _ in days) > min(last for _, last in days)


def stance_differences(positions: Iterable[BookPosition], library: Library) -> Iterator[Difference]:
    """What somebody supports by one report and opposes by another."""
    stances: dict[tuple[str, str], list[BookPosition]] = {}
    for each in positions:
        if each.holder.entity and each.target.entity:
            stances.setdefault((each.holder.entity, each.target.entity), []).append(each)
    for (holder, target), held in stances.items():
        articles = {passage.article for each in held for passage in each.passages}
        if len(held) > 1 and len(articles) > 1:
            topic = f"Where {held[0].holder.name} stands on {held[0].target.name}"
            rows = [DifferenceRow(each.stance, passage) for each in held for passage in each.passages]
            rows.sort(key=lambda row: library.order(row.passage))
            yield Difference(topic, tuple(sorted({holder, target})), tuple(rows))


def _difference(topic: str, about: Iterable[str], passages: Iterable[Passage]) -> Difference:
    return Difference(topic, tuple(sorted(about)), tuple(DifferenceRow("", passage) for passage in passages))


def all_differences(
    library: Library,
    entities: dict[str, Entity],
    quotations: Sequence[BookQuotation],
    reports: Sequence[Report],
    positions: Sequence[BookPosition],
    where: NamedWhere,
) -> tuple[Difference, ...]:
    """All differences of the book: names, words, dates, stances."""
    return (
        *role_differences(entities),
        *wording_differences(quotations, where, entities),
        *date_differences(reports),
        *stance_differences(positions, library),
    )
