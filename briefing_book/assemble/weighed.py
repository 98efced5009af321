"""Facts that were weighed and found too light: they are kept out of the book, and shown for review.

A fact without a weight counts as right; so does a person of whose full name another article is sure.
"""

from collections.abc import Iterator
from typing import TypeVar

from msgspec.structs import replace

from briefing_book.assemble.reading import Library, Reading
from briefing_book.model import DOUBTFUL, Facts, Organisation, Passage, Person, Record, Span
from briefing_book.names import key

Entity = TypeVar("Entity", Person, Organisation)

SPANS = ("quotations", "dates", "events", "positions", "provisions")
NAMED = ("people", "organisations")


class Light(Record, frozen=True):
    """A doubtful fact: its kind, as a correction names it, its words there, its weight and its place."""

    kind: str
    words: str
    confidence: float
    passage: Passage


def weigh(library: Library) -> tuple[Library, list[Light]]:
    """The library without the doubtful facts, and these."""
    library = _with_sure_names(library)
    light = [each for reading in library.readings for each in _light(reading)]
    if not light:
        return library, []
    return Library(Reading(_without(reading.facts), reading.text) for reading in library.readings), light


def _with_sure_names(library: Library) -> Library:
    """The library, where a full name that one article is sure of is sure in all of them."""
    people = [person for reading in library.readings for person in reading.facts.people]
    doubted = {key(person.name) for person in people if is_light(person)}
    known = {key(person.name) for person in people if not is_light(person)} if doubted else set()
    sure = {name for name in doubted & known if len(name) > 1}

    def heard(person: Person) -> Person:
        return replace(person, confidence=None) if key(person.name) in sure else person

    if not sure:
        return library
    return Library(
        Reading(replace(reading.facts, people=tuple(map(heard, reading.facts.people))), reading.text)
        for reading in library.readings
    )


def is_light(fact: object) -> bool:
    """Whether a fact was weighed and has too little confidence."""
    confidence: float | None = getattr(fact, "confidence", None)
    return confidence is not None and confidence < DOUBTFUL


def _light(reading: Reading) -> Iterator[Light]:
    for kind in NAMED:
        for entity in getattr(reading.facts, kind):
            if is_light(entity) and entity.mentions:
                yield Light(kind, entity.name, entity.confidence, reading.passage(entity.mentions[0]))
            else:
                yield from _light_spans(reading, "roles", entity.roles)
    for country in reading.facts.countries:
        yield from _light_spans(reading, "countries", country.mentions)
    for kind in SPANS:
        yield from _light_spans(reading, kind, getattr(reading.facts, kind))


def _light_spans(reading: Reading, kind: str, spans: tuple[Span, ...]) -> Iterator[Light]:
    for span in spans:
        if is_light(span):
            yield Light(kind, span.text, getattr(span, "confidence", 0.0), reading.passage(span))


def _without(facts: Facts) -> Facts:
    kept = {kind: tuple(each for each in getattr(facts, kind) if not is_light(each)) for kind in SPANS}
    return replace(
        facts,
        people=tuple(_unroled(person) for person in facts.people if not is_light(person)),
        organisations=tuple(_unroled(each) for each in facts.organisations if not is_light(each)),
        countries=tuple(
            replace(country, mentions=tuple(each for each in country.mentions if not is_light(each)))
            for country in facts.countries
        ),
        **kept,
    )


def _unroled(entity: Entity) -> Entity:
    return replace(entity, roles=tuple(role for role in entity.roles if not is_light(role)))
