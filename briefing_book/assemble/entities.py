"""The people, organisations and countries of the book, each made of all that articles tell of it."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from briefing_book.addresses import Addresses, give
from briefing_book.assemble.evidence import Evidence
from briefing_book.assemble.explained import joined
from briefing_book.assemble.institutions import CountryWords
from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.named import Named, named_in
from briefing_book.assemble.organisations import join_organisations
from briefing_book.assemble.people import join_people
from briefing_book.assemble.placing import LeftApart
from briefing_book.assemble.reading import Library
from briefing_book.assemble.roles import held_roles
from briefing_book.assemble.unions import Groups
from briefing_book.country_names import country_name
from briefing_book.model import Entity, EntityKind, Form, Joined, Passage
from briefing_book.names import Key, key, plain, without_article

KINDS: tuple[EntityKind, ...] = ("countries", "organisations", "people")


@dataclass(frozen=True)
class Draft:
    """An entity before it has an address: its name, the names that make it, and why they are one."""

    kind: EntityKind
    name: str
    parts: tuple[Named, ...]
    judged: bool
    joined: tuple[Joined, ...]


@dataclass
class WhoIsWho:
    """The book's entities, and who is meant by a name in an article.

    `left` are names that may be one: each with those that it may be, by entity id.
    """

    entities: dict[str, Entity]
    by_name: dict[tuple[str, EntityKind, str], str]
    by_code: dict[str, str]
    judged: set[str]
    left: list[tuple[str, tuple[str, ...]]]
    names: set[Key]


def who_is_who(
    library: Library, judgements: Judgements, addresses: Addresses, language: str = "en"
) -> WhoIsWho:
    """Merge what the articles name, and give each entity its address; `language` is the book's first."""
    named = named_in(library, judgements)
    who = WhoIsWho({}, {}, {}, set(), [], _all_names(named))
    countries = CountryWords(who.by_code, named["countries"])
    evidence = Evidence([*named["people"], *named["organisations"]], countries, judgements)
    groups = {kind: Groups(evidence.of(each) for each in named[kind]) for kind in KINDS}
    _join_by_code(named["countries"], groups["countries"])
    left = {
        "organisations": join_organisations(
            named["organisations"], groups["organisations"], countries, judgements
        ).left,
        "people": join_people(named["people"], groups["people"], judgements).left,
    }
    register = Register(who, library, judgements, addresses, countries, language)
    for kind in KINDS:
        ids = register.settle(kind, named[kind], groups[kind])
        who.left += _left(left.get(kind, ()), groups[kind], ids)
    order = {"people": 0, "organisations": 1, "countries": 2}
    ranked = sorted(who.entities.values(), key=lambda each: (order[each.kind], each.name.casefold(), each.id))
    who.entities = {entity.id: entity for entity in ranked}
    return who


def _all_names(named: dict[EntityKind, list[Named]]) -> set[Key]:
    """The names that all entities of all articles are called at first: corrections are held against these."""
    return {part.key for parts in named.values() for part in parts}


def _join_by_code(countries: Sequence[Named], groups: Groups) -> None:
    first: dict[str | None, int] = {}
    for number, country in enumerate(countries):
        groups.unite(first.setdefault(country.country, number), number)


@dataclass(frozen=True)
class Register:
    """Enters entities in `who`, each with its address."""

    who: WhoIsWho
    library: Library
    judgements: Judgements
    addresses: Addresses
    countries: CountryWords
    language: str

    def settle(self, kind: EntityKind, named: Sequence[Named], groups: Groups) -> dict[int, str]:
        """Add the entities of one kind; give the id of each group."""
        together = groups.groups()
        drafts = _distinct([self._draft(kind, named, numbers, groups) for numbers in together])
        told = [(draft.name, _spellings(draft)) for draft in drafts]
        addresses = give(kind, told, self.addresses.of(kind))
        ids = {}
        for numbers, draft, given in zip(together, drafts, addresses, strict=True):
            entity = self._entity(draft, f"{kind}/{given.slug}")
            entity = replace(entity, former=tuple(f"{kind}/{slug}" for slug in given.former))
            self._enter(entity, draft)
            ids[numbers[0]] = entity.id
        return ids

    def _draft(
        self, kind: EntityKind, named: Sequence[Named], numbers: Sequence[int], groups: Groups
    ) -> Draft:
        parts = tuple(named[number] for number in numbers)
        own = _usual(kind, parts, self.language)
        given = self.judgements.name(own, dict.fromkeys(part.key for part in parts))
        why = joined(own, numbers, named, groups, self.library) if kind != "countries" else ()
        return Draft(kind, given or own, parts, given is not None, why)

    def _entity(self, draft: Draft, id: str) -> Entity:
        mentions = [mention for part in draft.parts for mention in part.mentions]
        code = _code(draft)
        return Entity(
            id=id,
            kind=draft.kind,
            name=draft.name,
            forms=_forms(mentions, self.library),
            articles=self.library.articles(mentions),
            roles=held_roles(draft.parts, self.library, self.countries),
            code=code if draft.kind == "countries" else None,
            country=self.countries.id(code) if draft.kind == "organisations" else None,
            joined=draft.joined,
            aliases=self.judgements.aliases(dict.fromkeys(part.key for part in draft.parts)),
        )

    def _enter(self, entity: Entity, draft: Draft) -> None:
        self.who.entities[entity.id] = entity
        self.who.by_name |= {(part.article, draft.kind, part.name): entity.id for part in draft.parts}
        self.who.by_code |= {entity.code: entity.id} if entity.code else {}
        self.who.judged |= {entity.id} if draft.judged else set()


def _left(
    left: Iterable[LeftApart], groups: Groups, ids: dict[int, str]
) -> list[tuple[str, tuple[str, ...]]]:
    """What was left apart, by ids; nothing where later names made them one after all."""
    told: dict[str, dict[str, None]] = {}
    for each in left:
        name = ids[groups.find(each.name)]
        others = (ids[groups.find(other)] for other in each.others)
        told.setdefault(name, {}).update((other, None) for other in others if other != name)
    return [(name, tuple(others)) for name, others in told.items() if others]


def _usual(kind: EntityKind, parts: Sequence[Named], language: str) -> str:
    """Of the names of more than one word the one that most articles use; of several one in the book's first
    language, then the longest.
    """
    tidy = without_article if kind == "organisations" else plain
    counted = Counter(tidy(part.called) for part in parts)
    if len(counted) == 1:
        return next(iter(counted))
    written: Counter[str] = Counter()
    for text, times in Counter(each.text for part in parts for each in part.mentions).items():
        written[tidy(text)] += times

    own = {tidy(part.called) for part in parts if part.language in (None, language)}

    def rank(name: str) -> tuple[bool, int, bool, int, int, bool, str]:
        words = len(key(name))
        return words < 2, -counted[name], name not in own, -written[name], -words, name.isupper(), name

    return min(counted, key=rank)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Where institutions or officials of several countries bear one name, the country stands behind it."""
    bearers = Counter(key(draft.name) for draft in drafts)
    return [
        dataclasses.replace(draft, name=f"{draft.name} ({country_name(code)})")
        if draft.kind != "countries" and bearers[key(draft.name)] > 1 and (code := _code(draft))
        else draft
        for draft in drafts
    ]


def _code(draft: Draft) -> str | None:
    """Its own country; of somebody with a full name the country of most roles."""
    if draft.kind != "people":
        return next((part.country for part in draft.parts if part.country), None)
    codes = Counter(role.country for part in draft.parts for role, _ in part.roles if role.country)
    return codes.most_common(1)[0][0] if codes and len(key(draft.name)) > 1 else None


def _spellings(draft: Draft) -> list[str]:
    """All names of an entity, the fuller before the shorter ones."""
    names = {part.called for part in draft.parts}
    forms = {each.text for part in draft.parts for each in part.mentions}
    return sorted(names.union(map(plain, forms)), key=lambda name: (-len(key(name)), name))


def _forms(mentions: Iterable[Passage], library: Library) -> tuple[Form, ...]:
    """Each written form with its places, the most frequent first."""
    found: dict[str, list[Passage]] = {}
    for mention in mentions:
        found.setdefault(mention.text, []).append(mention)
    tidy: dict[str, list[Passage]] = {}
    for text, passages in found.items():
        tidy.setdefault(plain(text), []).extend(passages)
    forms = [Form(text, library.tidy(passages)) for text, passages in tidy.items()]
    return tuple(sorted(forms, key=lambda form: (-len(form.passages), form.text)))
