"""The facts of the book as what its sentences report, each with what reporting it counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing_book.assemble.reading import Library
from briefing_book.model import BookEvent, BookPosition, BookQuotation, Entity, Party, Passage, PlanCoverage

WEIGHTS = {"event": 3.0, "position": 2.5, "provision": 2.0, "quotation": 0.5, "reported": 1.0, "role": 0.5}
"""What a fact counts that one source reports; "reported" is speech without quotation marks, or a few words in
them."""
ANOTHER_SOURCE = 1.0
"""How much more it counts for each further independent source."""
MOST_SOURCES = 5


@dataclass(frozen=True)
class Fact:
    """A fact of the book: what kind, about whom, and where it is reported."""

    feature: str
    about: tuple[str, ...]
    passages: tuple[Passage, ...]

    def weight(self, library: Library) -> float:
        """What reporting it counts."""
        sources = min(library.independent(self.passages), MOST_SOURCES)
        return WEIGHTS[self.feature] * (1 + ANOTHER_SOURCE * (sources - 1))


def facts_of(
    entities: Iterable[Entity],
    quotations: Iterable[BookQuotation],
    events: Iterable[BookEvent],
    positions: Iterable[BookPosition],
    plans: Iterable[PlanCoverage],
) -> Iterator[Fact]:
    """All that sentences of the book can report."""
    for event in events:
        yield Fact("event", _ids(*event.participants), event.passages)
    for position in positions:
        yield Fact("position", _ids(position.holder, position.target), position.passages)
    for plan in plans:
        for point in plan.points:
            for passages in point.provisions or tuple((passage,) for passage in point.passages):
                yield Fact("provision", (plan.id, point.id), passages)
    for quotation in quotations:
        speaker = _ids(quotation.speaker) if quotation.speaker else ()
        feature = "quotation" if quotation.direct and not quotation.fragment else "reported"
        yield Fact(feature, speaker, (quotation.passage, *quotation.also))
    for entity in entities:
        for role in entity.roles:
            yield Fact("role", (entity.id,), role.passages)


def _ids(*parties: Party) -> tuple[str, ...]:
    return tuple(party.entity for party in parties if party.entity)
