"""An entity as one article names it: what "who is who" starts from."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from briefing_book.assemble.reading import Library, Reading
from briefing_book.assemble.unions import Known
from briefing_book.country_names import country_name
from briefing_book.model import Country, EntityKind, Organisation, Passage, Person, Role
from briefing_book.names import GENERATIONS, Key, key


@dataclass(frozen=True)
class Named:
    """An entity in one article; `country` is its code: a country's own, or that of its institution."""

    article: str
    kind: EntityKind
    name: str
    key: Key
    mentions: tuple[Passage, ...]
    roles: tuple[tuple[Role, Passage], ...] = ()
    country: str | None = None

    def shorts(self) -> set[Key]:
        """The other forms of the name that the article uses."""
        return {key(text) for text in {each.text for each in self.mentions}} - {self.key}

    def known(self, apart: dict[int, int]) -> Known:
        """What this article tells of the entity."""
        codes = {role.country for role, _ in self.roles if role.country}
        return Known(
            articles={self.article},
            roles={" ".join(key(role.text)) for role, _ in self.roles},
            countries=codes,
            apart=dict(apart),
        )


def named_in(library: Library) -> dict[EntityKind, list[Named]]:
    """All entities that articles name somewhere, by kind."""
    found: dict[EntityKind, list[Named]] = {"people": [], "organisations": [], "countries": []}
    for reading in library.readings:
        for named in _of(reading):
            if named.mentions:
                found[named.kind].append(named)
    return found


def _of(reading: Reading) -> Iterator[Named]:
    for person in reading.facts.people:
        yield _entity(reading, "people", person, _personal(person.name))
    for organisation in reading.facts.organisations:
        yield _entity(reading, "organisations", organisation, key(organisation.name), organisation.country)
    for country in reading.facts.countries:
        yield _country(reading, country)


def _entity(
    reading: Reading,
    kind: EntityKind,
    entity: Person | Organisation,
    name: Key,
    country: str | None = None,
) -> Named:
    mentions = tuple(reading.passage(each) for each in entity.mentions)
    roles = tuple((role, reading.passage(role)) for role in entity.roles)
    return Named(reading.id, kind, entity.name, name, mentions, roles, country)


def _country(reading: Reading, country: Country) -> Named:
    name = country_name(country.code)
    mentions = tuple(reading.passage(each) for each in country.mentions)
    return Named(reading.id, "countries", name, key(name), mentions, country=country.code)


def _personal(name: str) -> Key:
    """A person's name without the "Jr." after it."""
    words = key(name)
    kept = tuple(takewhile(lambda word: word not in GENERATIONS, words))
    return kept or words
