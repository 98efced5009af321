"""Who is named with, meets, speaks about, supports or opposes whom, with the passages behind every line."""

from collections.abc import Iterable, Iterator
from itertools import combinations, islice

from briefing_book.assemble.reading import Library
from briefing_book.assemble.reports import GROUPS
from briefing_book.assemble.where import NamedWhere
from briefing_book.model import BookEvent, BookPosition, BookQuotation, Connection, Passage

VISITS = frozenset(GROUPS["visit"])
MEETINGS = frozenset((*GROUPS["meeting"], *GROUPS["call"])) | VISITS
MOST_TOGETHER = 8
"""In a sentence that names more than this, being named together says nothing."""

Tie = tuple[str, str, str]
Ties = Iterator[tuple[Tie, Passage]]


def connections(
    library: Library,
    where: NamedWhere,
    quotations: Iterable[BookQuotation],
    events: Iterable[BookEvent],
    positions: Iterable[BookPosition],
) -> tuple[Connection, ...]:
    """All connections, those of the most independent sources first, then those of the most passages."""
    found: dict[Tie, list[Passage]] = {}
    for ties in (_named(where), _spoken(where, quotations), _met(events), _held(positions)):
        for tie, passage in ties:
            found.setdefault(tie, []).append(passage)
    told = [Connection(*tie, library.tidy(passages)) for tie, passages in found.items()]
    return tuple(sorted(told, key=lambda connection: _rank(connection, library)))


def _rank(connection: Connection, library: Library) -> tuple[int, int, str, str, str]:
    tie = (connection.source, connection.relation, connection.target)
    return (-library.independent(connection.passages), -len(connection.passages), *tie)


def _named(where: NamedWhere) -> Ties:
    for sentence, ids in where.sentences():
        if len(ids) <= MOST_TOGETHER:
            for one, other in combinations(sorted(ids), 2):
                yield (one, "named with", other), sentence


def _spoken(where: NamedWhere, quotations: Iterable[BookQuotation]) -> Ties:
    for quotation in quotations:
        if quotation.speaker and (speaker := quotation.speaker.entity):
            for passage in (quotation.passage, *quotation.also):
                for id in where.inside(passage):
                    if id != speaker:
                        yield (speaker, "speaks about", id), passage


def _met(events: Iterable[BookEvent]) -> Ties:
    for event in events:
        if event.kind in MEETINGS:
            known = sorted({party.entity for party in event.participants if party.entity})
            for one, other in combinations(islice(known, MOST_TOGETHER), 2):
                if tie := _meeting(event, one, other):
                    yield from ((tie, passage) for passage in event.passages)


def _meeting(event: BookEvent, one: str, other: str) -> Tie | None:
    """People meet people and visit countries, countries meet countries; who met at whose summit is not told.

    `one` stands before `other` in the alphabet. What is planned is not told as done.
    """
    kinds = (one.partition("/")[0], other.partition("/")[0])
    if kinds[0] == kinds[1]:
        return one, "is to meet" if event.planned else "meets", other
    if event.kind in VISITS and kinds[0] == "countries":
        return other, "is to visit" if event.planned else "visits", one
    return None


def _held(positions: Iterable[BookPosition]) -> Ties:
    for position in positions:
        if (holder := position.holder.entity) and (target := position.target.entity):
            for passage in position.passages:
                yield (holder, position.stance, target), passage
