"""The words on an article's page that lead to other pages: of names and dates that overlap, the longest."""

from bisect import bisect_left
from collections.abc import Mapping

from briefing_book.assemble.entities import WhoIsWho
from briefing_book.assemble.reading import Library, Reading
from briefing_book.model import Mark, Plan, Source


def sources(
    library: Library, who: WhoIsWho, plans: tuple[Plan, ...], pipelines: Mapping[str, str]
) -> dict[str, Source]:
    """All articles by their ids, in order, with their marks; `pipelines` are those that read them."""
    marks: dict[str, list[Mark]] = {reading.id: [] for reading in library.readings}
    for entity in who.entities.values():
        for passage in (each for form in entity.forms for each in form.passages):
            marks[passage.article].append(Mark(passage.start, passage.end, entity.kind, entity.id))
    known = {plan.id for plan in plans}
    return {
        reading.id: Source(
            info=reading.facts.article,
            text=reading.text,
            sentences=reading.facts.sentences,
            marks=apart([*marks[reading.id], *_plan_marks(reading, known), *_date_marks(reading)]),
            unread=reading.is_unread(pipelines),
            copy_of=library.copy_of.get(reading.id),
            edited=reading.facts.edited,
        )
        for reading in library.readings
    }


def _plan_marks(reading: Reading, known: set[str]) -> list[Mark]:
    return [
        Mark(mention.start, mention.end, "plans", f"plans/{mention.plan}")
        for mention in reading.facts.plans
        if mention.plan in known
    ]


def _date_marks(reading: Reading) -> list[Mark]:
    return [Mark(date.start, date.end, "dates", date.value) for date in reading.facts.dates]


def apart(marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks in order without those that overlap a longer one, or an earlier one as long."""
    kept: list[tuple[int, int, Mark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.start, mark.kind, mark.to)):
        place = bisect_left(kept, (mark.start,))
        free_before = place == 0 or kept[place - 1][1] <= mark.start
        free_after = place == len(kept) or mark.end <= kept[place][0]
        if mark.start < mark.end and free_before and free_after:
            kept.insert(place, (mark.start, mark.end, mark))
    return tuple(mark for _, _, mark in kept)
