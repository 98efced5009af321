"""An entity as one article names it: what "who is who" starts from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.reading import Library, Reading
from briefing_book.country_names import country_name
from briefing_book.in_english import organisation_in_english
from briefing_book.model import Country, EntityKind, Organisation, Passage, Person, Role
from briefing_book.names import Key, key

ADDRESS = {"mr": "man", "sir": "man", "mrs": "woman", "ms": "woman", "miss": "woman", "madam": "woman"}
LONGEST_ADDRESS = 8


@dataclass(frozen=True)
class Named:
    """An entity in one article; `country` is its code: a country's own, or that of its institution.

    `name` is what the article's facts call it. `called` is the same, or what people say that it is called in
    this article, or an organisation's name in English; `key` is that name's key. `addressed` has "man" or
    "woman" where "Mr" or "Ms" stands before a mention. `language` is the article's.
    """

    article: str
    kind: EntityKind
    name: str
    called: str
    key: Key
    mentions: tuple[Passage, ...]
    roles: tuple[tuple[Role, Passage], ...] = ()
    country: str | None = None
    addressed: frozenset[str] = frozenset()
    language: str | None = None

    def shorts(self) -> set[Key]:
        """The other forms of the name that the article uses."""
        return {key(text) for text in {each.text for each in self.mentions}} - {self.key}


def named_in(library: Library, judgements: Judgements) -> dict[EntityKind, list[Named]]:
    """All entities that articles name somewhere, by kind."""
    found: dict[EntityKind, list[Named]] = {"people": [], "organisations": [], "countries": []}
    for reading in library.readings:
        for named in _of(reading, judgements):
            if named.mentions:
                found[named.kind].append(named)
    return found


def _of(reading: Reading, judgements: Judgements) -> Iterator[Named]:
    for person in reading.facts.people:
        yield _entity(reading, "people", person, judgements)
    for organisation in reading.facts.organisations:
        yield _entity(reading, "organisations", organisation, judgements, organisation.country)
    for country in reading.facts.countries:
        yield _country(reading, country)


def _entity(
    reading: Reading,
    kind: EntityKind,
    entity: Person | Organisation,
    judgements: Judgements,
    country: str | None = None,
) -> Named:
    mentions = tuple(reading.passage(each) for each in entity.mentions)
    roles = tuple((role, reading.passage(role)) for role in entity.roles)
    called = judgements.called_in(reading.id, key(entity.name)) or entity.name
    language = reading.facts.article.language
    if kind == "organisations" and called == entity.name and language:
        called = organisation_in_english(called, language, country) or called
    addressed = _addressed(reading, mentions) if kind == "people" else frozenset[str]()
    return Named(
        reading.id, kind, entity.name, called, key(called), mentions, roles, country, addressed, language
    )


def _addressed(reading: Reading, mentions: Iterable[Passage]) -> frozenset[str]:
    before = (reading.text[max(0, each.start - LONGEST_ADDRESS) : each.start].split() for each in mentions)
    last = (words[-1].rstrip(".").casefold() for words in before if words)
    return frozenset(ADDRESS[word] for word in last if word in ADDRESS)


def _country(reading: Reading, country: Country) -> Named:
    name = country_name(country.code)
    mentions = tuple(reading.passage(each) for each in country.mentions)
    return Named(reading.id, "countries", name, name, key(name), mentions, country=country.code)
