"""What the articles report of each plan, point by point; what several articles report so stands together."""

from collections.abc import Sequence

from briefing_book.addresses import slug_of
from briefing_book.assemble.alike import Shelf, tells, words_of
from briefing_book.assemble.reading import Library
from briefing_book.model import Passage, Plan, PlanCoverage, Point, PointCoverage

SHARED = 0.6
"""The part of its words that a passage shares with one that reports the same of the same point."""

Placed = dict[tuple[str, int | None], list[Passage]]


def plan_coverage(library: Library, plans: tuple[Plan, ...]) -> tuple[PlanCoverage, ...]:
    """Each plan with the passages that name it and those that report what it says."""
    mentions: dict[str, list[Passage]] = {}
    provisions: Placed = {}
    for reading in library.readings:
        for mention in reading.facts.plans:
            mentions.setdefault(mention.plan, []).append(reading.passage(mention))
        for provision in reading.facts.provisions:
            place = (provision.plan, provision.point)
            provisions.setdefault(place, []).append(reading.passage(provision))
    return tuple(_plan(library, plan, mentions.get(plan.id, []), provisions) for plan in plans)


def _plan(library: Library, plan: Plan, mentions: list[Passage], provisions: Placed) -> PlanCoverage:
    numbers = {point.number for point in plan.points}
    own = {number: passages for (id, number), passages in provisions.items() if id == plan.id}
    unplaced = [passage for number, found in own.items() if number not in numbers for passage in found]
    return PlanCoverage(
        plan=plan,
        id=f"plans/{plan.id}",
        articles=library.articles([*mentions, *(each for found in own.values() for each in found)]),
        mentions=library.tidy(mentions),
        points=tuple(_point(library, plan, point, own.get(point.number, [])) for point in plan.points),
        unplaced=library.tidy(unplaced),
    )


def _point(library: Library, plan: Plan, point: Point, passages: list[Passage]) -> PointCoverage:
    id = f"plans/{plan.id}/{point.number}-{slug_of(point.title)}".rstrip("-")
    told = library.tidy(passages)
    return PointCoverage(point, id, told, provisions_of(told))


def provisions_of(passages: Sequence[Passage]) -> tuple[tuple[Passage, ...], ...]:
    """Passages on one point, together those of different articles that say the same, by their first ones.

    Each is compared with the first passages of a few of the likeliest groups.
    """
    words = [words_of(passage.text) for passage in passages]
    shelf = Shelf(words)
    groups: dict[int, list[Passage]] = {}
    for number, passage in enumerate(passages):
        same = (
            first
            for first in shelf.find(number)[0]
            if groups[first][-1].article != passage.article and tells(words[first], words[number], SHARED)
        )
        first = next(same, number)
        groups.setdefault(first, []).append(passage)
        if first == number:
            shelf.put(number)
    return tuple(tuple(group) for group in groups.values())
