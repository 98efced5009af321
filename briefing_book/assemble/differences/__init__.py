"""Where the sources do not agree: one module a kind of difference, and never a word on who is right.

A difference needs two independent sources: copies and rewrites of one text are one source.
"""

from collections.abc import Iterable, Sequence

from briefing_book.assemble.differences.dates import date_differences
from briefing_book.assemble.differences.names import (
    place_name_differences,
    plan_name_differences,
    title_differences,
)
from briefing_book.assemble.differences.places import place_differences
from briefing_book.assemble.differences.plans import plan_differences
from briefing_book.assemble.differences.positions import position_differences
from briefing_book.assemble.differences.spelled import spelling_differences
from briefing_book.assemble.quotations import Told
from briefing_book.assemble.reading import Library
from briefing_book.assemble.reports import Report
from briefing_book.assemble.wordings import wording_differences
from briefing_book.model import (
    BookEvent,
    BookPosition,
    Difference,
    Entity,
    PlanCoverage,
)


def all_differences(
    library: Library,
    entities: dict[str, Entity],
    told: Sequence[Told],
    reports: Sequence[Report],
    events: Sequence[BookEvent],
    positions: Sequence[BookPosition],
    coverage: Sequence[PlanCoverage],
    numbers: Iterable[Difference],
) -> tuple[Difference, ...]:
    """All differences of the book, kind by kind; those of `numbers` are given."""
    return (
        *date_differences(library, reports),
        *place_differences(library, events),
        *numbers,
        *position_differences(library, positions),
        *plan_differences(library, coverage),
        *wording_differences(told, library, entities),
        *title_differences(library, entities),
        *plan_name_differences(library, entities, coverage),
        *spelling_differences(library, entities),
        *place_name_differences(library, entities),
    )
