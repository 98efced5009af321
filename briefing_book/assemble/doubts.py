"""What a person should look at, and what to write into which file."""

from collections.abc import Iterable, Iterator, Sequence

import yaml

from briefing_book.assemble.entities import WhoIsWho
from briefing_book.assemble.reading import Library
from briefing_book.assemble.weighed import Light
from briefing_book.model import Corrections, Doubt, Entity, Passage, PlanCoverage
from briefing_book.names import key

FILE = "editorial/corrections.yml"
APART = "Names that may be one"
TWO_KINDS = "Names of a person and of an organisation"
NEVER_FULL = "People never named in full"
UNPLACED = "Provisions without a point"
UNDATED = "Articles without a date"
UNREAD = "Articles in a language that is not read"
IDLE = "Corrections that no longer apply"


def doubts(
    library: Library,
    who: WhoIsWho,
    plans: Iterable[PlanCoverage],
    corrections: Corrections,
    idle: list[str],
    light: Sequence[Light],
    language: str,
) -> tuple[Doubt, ...]:
    """All doubts, kind by kind."""
    apart = list(_left_apart(who, corrections, library))
    told = {doubt.passages[:1] for doubt in apart}
    short = _never_full(who.entities, corrections, library)
    return (
        *_idle(idle),
        *apart,
        *_two_kinds(who.entities, library),
        *(doubt for doubt in short if doubt.passages[:1] not in told),
        *_unplaced(plans),
        *_undated(library),
        *_unread(library, language),
        *_doubtful(light),
    )


def _lines(*entries: dict[str, object]) -> str:
    """Corrections as they are written under their section."""
    return str(yaml.safe_dump(list(entries), allow_unicode=True, width=10**6, sort_keys=False))


def _left_apart(who: WhoIsWho, corrections: Corrections, library: Library) -> Iterator[Doubt]:
    apart = [{key(name) for name in each.names} for each in corrections.apart]
    for id, others in who.left:
        name = who.entities[id].name
        names = [who.entities[other].name for other in others]
        if any({key(name), *map(key, names)} <= judged for judged in apart):
            continue
        listed = yaml.safe_dump([name, *names], default_flow_style=True, allow_unicode=True, width=10**6)
        text = f"“{name}” may be {' or '.join(f'“{other}”' for other in names)}."
        mend = f"If two are one, write this under `merge:` in {FILE}"
        mend += f"; if none are, `- names: {listed.strip()}` under `apart:`."
        lines = _lines({"names": [name, names[0]], "into": names[0]})
        passages = tuple(_first(who.entities[each], library) for each in (id, *others))
        yield Doubt(APART, text, mend, passages, lines)


def _two_kinds(entities: dict[str, Entity], library: Library) -> Iterator[Doubt]:
    """Names that some articles use for a person and some for an organisation: often one of these is wrong."""
    named = (each for each in entities.values() if each.kind == "people")
    people = {key(form.text): person for person in named for form in person.forms}
    for each in entities.values():
        person = people.get(key(each.name)) if each.kind == "organisations" else None
        if person:
            yield _of_two_kinds(person, each, library)


def _of_two_kinds(person: Entity, organisation: Entity, library: Library) -> Doubt:
    text = f"“{organisation.name}” is read as an organisation here, and as the person “{person.name}” there."
    mend = f"If the organisation is wrong, write this under `reject:` in {FILE}."
    forms = [(passage.article, form.text) for form in organisation.forms for passage in form.passages]
    entries = [_rejected(article, "organisations", words) for article, words in dict.fromkeys(forms)]
    passages = (_first(organisation, library), _first(person, library))
    return Doubt(TWO_KINDS, text, mend, passages, _lines(*entries))


def _never_full(entities: dict[str, Entity], corrections: Corrections, library: Library) -> Iterator[Doubt]:
    """Of people who have a page; of the others there is nothing to read."""
    judged = {key(each.name) for each in corrections.rename} | {key(each.to) for each in corrections.rename}
    for person in entities.values():
        named = person.kind == "people" and person.page
        if named and len(key(person.name)) == 1 and key(person.name) not in judged:
            text = f"“{person.name}” is never named in full."
            mend = f"Write this under `rename:` in {FILE}, with the full name; or, if it is no person, "
            mend += "its first line under `drop:`."
            lines = _lines({"name": person.name, "to": "…"})
            yield Doubt(NEVER_FULL, text, mend, (_first(person, library),), lines)


def _unplaced(plans: Iterable[PlanCoverage]) -> Iterator[Doubt]:
    for coverage in plans:
        file = f"editorial/plans/{coverage.plan.id}.yml"
        for passage in coverage.unplaced:
            text = f"An article reports this of “{coverage.plan.title}”, and it fits none of its points."
            mend = f"Add its wording to the phrases of a point in {file}; "
            mend += f"or, if it is no provision, write this under `reject:` in {FILE}."
            lines = _lines(_rejected(passage.article, "provisions", passage.text))
            yield Doubt(UNPLACED, text, mend, (passage,), lines)


def _undated(library: Library) -> Iterator[Doubt]:
    """One doubt for all of them."""
    undated = [reading for reading in library.readings if reading.facts.article.published is None]
    if undated:
        text = f"{len(undated)} of {len(library.readings)} articles: nothing says when they were published."
        mend = f"Write under `articles:` in {FILE}, with the date of each that you know."
        lines = _lines(*(_dated(reading.id) for reading in undated))
        passages = tuple(reading.sentence(1) for reading in undated if reading.text)
        yield Doubt(UNDATED, text, mend, passages, lines)


def _unread(library: Library, language: str) -> Iterator[Doubt]:
    for reading in library.readings:
        if reading.is_unread(language):
            text = f"It is in `{reading.facts.article.language}`, and the book's model reads `{language}`."
            mend = "If that is wrong, write its `language:` into the front matter of its seed."
            yield Doubt(UNREAD, text, mend, (reading.sentence(1),))


def _dated(article: str) -> dict[str, object]:
    return {"article": article, "published": "YYYY-MM-DD"}


def _doubtful(light: Iterable[Light]) -> Iterator[Doubt]:
    for each in sorted(light, key=lambda each: each.kind):
        text = f"Not shown as a fact: its confidence is {each.confidence:.2f}."
        mend = f"If it is wrong, write this under `reject:` in {FILE}."
        lines = _lines(_rejected(each.passage.article, each.kind, each.words))
        yield Doubt(f"Doubtful {each.kind}", text, mend, (each.passage,), lines)


def _rejected(article: str, kind: str, words: str) -> dict[str, object]:
    return {"article": article, "kind": kind, "text": words}


def _idle(idle: Iterable[str]) -> Iterator[Doubt]:
    for correction in idle:
        yield Doubt(
            IDLE, f"{correction}: nothing in the book is called so.", f"Mend it or take it out of {FILE}."
        )


def _first(entity: Entity, library: Library) -> Passage:
    """The first passage that names an entity."""
    return min((form.passages[0] for form in entity.forms), key=library.order)
