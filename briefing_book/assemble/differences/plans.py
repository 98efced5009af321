"""What one source reports of a plan and another leaves out.

Points that no source reports are not left out by one; a source that reports none may tell of the plan in
words that the book does not know. The sources that report most stand first.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefing_book.assemble.differences.rows import source_of
from briefing_book.assemble.reading import Library
from briefing_book.model import Difference, DifferenceRow, Passage, PlanCoverage

MOST_SOURCES = 12
"""More sources are counted on the plan's page."""


def plan_differences(library: Library, coverage: Sequence[PlanCoverage]) -> Iterator[Difference]:
    """Each plan of which two sources that report points do not report the same ones."""
    for plan in coverage:
        points, first = _told(library, plan)
        if len(set(points.values())) > 1:
            told = frozenset().union(*points.values())
            ranked = sorted(points, key=lambda source: (-len(points[source]), library.order(first[source])))
            rows = tuple(
                DifferenceRow(_says(points[source], told), first[source]) for source in ranked[:MOST_SOURCES]
            )
            yield Difference(f"What sources report of {plan.plan.title}", (plan.id,), rows, "plans")


def _told(library: Library, plan: PlanCoverage) -> tuple[dict[str, frozenset[int]], dict[str, Passage]]:
    """For each source the points that it reports, and its first passage that does."""
    points: dict[str, frozenset[int]] = {}
    first: dict[str, Passage] = {}
    for each in plan.points:
        for passage in each.passages:
            source = source_of(library, passage)
            points[source] = points.get(source, frozenset()) | {each.point.number}
            first[source] = min(first.get(source, passage), passage, key=library.order)
    return points, first


def _says(points: frozenset[int], told: frozenset[int]) -> str:
    left = told - points
    return f"{_numbers(points)}, not {_numbers(left).split(maxsplit=1)[1]}" if left else _numbers(points)


def _numbers(points: Iterable[int]) -> str:
    """The numbers in words: "point 4", "points 1–3, 7"."""
    numbers = sorted(points)
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0])]
    told = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return f"{'point' if len(numbers) == 1 else 'points'} {', '.join(told)}"
