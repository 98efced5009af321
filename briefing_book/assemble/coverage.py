"""What the articles report of each plan, point by point."""

from briefing_book.addresses import slug_of
from briefing_book.assemble.reading import Library
from briefing_book.model import Passage, Plan, PlanCoverage, Point, PointCoverage

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
    return PointCoverage(point, id, library.tidy(passages))
