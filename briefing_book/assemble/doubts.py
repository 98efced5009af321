"""What a person should look at, and what to write into which file."""

from collections.abc import Iterable, Iterator

import yaml

from briefing_book.assemble.entities import WhoIsWho
from briefing_book.assemble.reading import Library
from briefing_book.model import Corrections, Doubt, Entity, Passage, PlanCoverage
from briefing_book.names import key

FILE = "editorial/corrections.yml"
APART = "Names that may be one"
NEVER_FULL = "People never named in full"
UNPLACED = "Provisions without a point"
UNDATED = "Articles without a date"
IDLE = "Corrections that no longer apply"


def doubts(
    library: Library, who: WhoIsWho, plans: Iterable[PlanCoverage], corrections: Corrections, idle: list[str]
) -> tuple[Doubt, ...]:
    """All doubts, kind by kind."""
    apart = list(_left_apart(who, corrections))
    told = {doubt.passages[:1] for doubt in apart}
    single = [doubt for doubt in _never_full(who, corrections) if doubt.passages[:1] not in told]
    return (*_idle(idle), *apart, *single, *_unplaced(plans), *_undated(library))


def _line(section: str, **entry: object) -> str:
    """A correction as it is written into the file, on one line."""
    flow = yaml.safe_dump(entry, default_flow_style=True, allow_unicode=True, width=10**6, sort_keys=False)
    return f"{section}: [{flow.strip()}]"


def _left_apart(who: WhoIsWho, corrections: Corrections) -> Iterator[Doubt]:
    apart = [{key(name) for name in each.names} for each in corrections.apart]
    for id, others in who.left:
        name = who.entities[id].name
        names = [who.entities[other].name for other in others]
        if any({key(name), *map(key, names)} <= judged for judged in apart):
            continue
        one = _line("merge", names=[name, names[0]], into=names[0])
        two = _line("apart", names=[name, *names])
        text = f"“{name}” may be {' or '.join(f'“{other}”' for other in names)}."
        mend = f"In {FILE}, if they are one: {one} – if they are not: {two}"
        yield Doubt(APART, text, mend, tuple(_first(who.entities[each]) for each in (id, *others)))


def _never_full(who: WhoIsWho, corrections: Corrections) -> Iterator[Doubt]:
    judged = {key(each.name) for each in corrections.rename} | {key(each.to) for each in corrections.rename}
    for person in who.entities.values():
        if person.kind == "people" and len(key(person.name)) == 1 and key(person.name) not in judged:
            mend = f"In {FILE}, with the full name: {_line('rename', name=person.name, to='…')}"
            mend += f" – if it is no person: {_line('drop', name=person.name)}"
            yield Doubt(NEVER_FULL, f"“{person.name}” is never named in full.", mend, (_first(person),))


def _unplaced(plans: Iterable[PlanCoverage]) -> Iterator[Doubt]:
    for coverage in plans:
        file = f"editorial/plans/{coverage.plan.id}.yml"
        for passage in coverage.unplaced:
            text = f"An article reports this of “{coverage.plan.title}”, and it fits none of its points."
            mend = f"In {file}, add its wording to the phrases of a point; or in {FILE}: "
            mend += _line("reject", article=passage.article, kind="provisions", text=passage.text)
            yield Doubt(UNPLACED, text, mend, (passage,))


def _undated(library: Library) -> Iterator[Doubt]:
    for reading in library.readings:
        if reading.facts.article.published is None:
            mend = f"In {FILE}: {_line('articles', article=reading.id, published='YYYY-MM-DD')}"
            text = f"{reading.id} says nowhere when it was published."
            yield Doubt(UNDATED, text, mend, (reading.sentence(1),) if reading.text else ())


def _idle(idle: Iterable[str]) -> Iterator[Doubt]:
    for correction in idle:
        yield Doubt(
            IDLE, f"{correction}: nothing in the book is called so.", f"Mend it or take it out of {FILE}."
        )


def _first(entity: Entity) -> Passage:
    """The first passage that names an entity."""
    places = (passage for form in entity.forms for passage in form.passages)
    return min(places, key=lambda each: (entity.articles.index(each.article), each.start))
