"""What an edition, or several together, brought: as much of it as the book still holds."""

from collections.abc import Mapping
from typing import NamedTuple

from briefing_book.model import (
    BookEvent,
    BookPosition,
    BookQuotation,
    Difference,
    Entity,
    NameKind,
    PointCoverage,
)


class Gone(NamedTuple):
    """Something with a name that the book no longer holds; `to`: the id of what it is told as now."""

    kind: NameKind
    name: str
    to: str | None = None


BookFact = BookQuotation | BookPosition | BookEvent | Difference


class Brought(NamedTuple):
    """What was brought. `articles` and `versions` are articles' ids, `versions` those with a new text.

    `fewer`: of facts, how many of each kind the book no longer holds, or tells as one with others. `counts`:
    how many of each kind were brought, whatever became of them.
    """

    articles: tuple[str, ...]
    versions: tuple[str, ...]
    people: tuple[Entity, ...]
    countries: tuple[Entity, ...]
    organisations: tuple[Entity, ...]
    quotations: tuple[BookQuotation, ...]
    positions: tuple[BookPosition, ...]
    events: tuple[BookEvent, ...]
    points: tuple[PointCoverage, ...]
    differences: tuple[Difference, ...]
    corrections: tuple[str, ...]
    gone: tuple[Gone, ...]
    fewer: Mapping[str, int]
    counts: Mapping[str, int]

    @property
    def facts(self) -> tuple[BookFact, ...]:
        """The facts of all kinds."""
        return *self.quotations, *self.positions, *self.events, *self.differences

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return any(self.counts.values()) or bool(self.gone) or any(self.fewer.values())
