"""The people, organisations and countries of the book, each made of all that articles tell of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from briefing_book.addresses import Addresses, give
from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.named import Named, named_in
from briefing_book.assemble.organisations import country_words, join_organisations
from briefing_book.assemble.people import LeftApart, join_people
from briefing_book.assemble.reading import Library
from briefing_book.assemble.roles import CountryWords, held_roles
from briefing_book.assemble.unions import Groups, Known
from briefing_book.country_names import country_name
from briefing_book.model import Entity, EntityKind, Form, Passage
from briefing_book.names import Key, key, plain, without_article


@dataclass(frozen=True)
class Draft:
    """An entity before it has an address: its name, and the names that make it."""

    kind: EntityKind
    name: str
    parts: tuple[Named, ...]
    judged: bool


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


def who_is_who(library: Library, judgements: Judgements, addresses: Addresses) -> WhoIsWho:
    """Merge what the articles name, and give each entity its address."""
    named = named_in(library)
    people, doubtful = join_people(named["people"], judgements)
    organisations, unclear = join_organisations(named["organisations"], named["countries"], judgements)
    groups = {"people": people, "organisations": organisations, "countries": _by_code(named["countries"])}
    who = WhoIsWho({}, {}, {}, set(), [], _all_names(named))
    countries = CountryWords(who.by_code, country_words(named["countries"]))
    for kind in ("countries", "organisations", "people"):
        ids = _settle(kind, named[kind], groups[kind], library, judgements, addresses, countries, who)
        left = {"people": doubtful, "organisations": unclear}.get(kind, [])
        who.left += _left(left, groups[kind], ids)
    order = {"people": 0, "organisations": 1, "countries": 2}
    ranked = sorted(who.entities.values(), key=lambda each: (order[each.kind], each.name.casefold(), each.id))
    who.entities = {entity.id: entity for entity in ranked}
    return who


def _all_names(named: dict[EntityKind, list[Named]]) -> set[Key]:
    """All names in the book, in all their forms."""
    parts = [part for parts in named.values() for part in parts]
    return {part.key for part in parts} | {key(each.text) for part in parts for each in part.mentions}


def _by_code(countries: Sequence[Named]) -> Groups:
    groups = Groups(Known() for _ in countries)
    first: dict[str | None, int] = {}
    for number, country in enumerate(countries):
        groups.unite(first.setdefault(country.country, number), number)
    return groups


def _settle(
    kind: EntityKind,
    named: Sequence[Named],
    groups: Groups,
    library: Library,
    judgements: Judgements,
    addresses: Addresses,
    countries: CountryWords,
    who: WhoIsWho,
) -> dict[int, str]:
    """Add the entities of one kind; give the id of each group."""
    together = groups.groups()
    drafts = _distinct([_draft(kind, [named[n] for n in numbers], judgements) for numbers in together])
    told = [(draft.name, _spellings(draft)) for draft in drafts]
    ids = {}
    for numbers, draft, given in zip(together, drafts, give(kind, told, addresses.of(kind)), strict=True):
        entity = _entity(draft, f"{kind}/{given.slug}", library, countries)
        entity = replace(entity, former=tuple(f"{kind}/{slug}" for slug in given.former))
        who.entities[entity.id] = entity
        who.by_name |= {(part.article, kind, part.name): entity.id for part in draft.parts}
        who.by_code |= {entity.code: entity.id} if entity.code else {}
        who.judged |= {entity.id} if draft.judged else set()
        ids[numbers[0]] = entity.id
    return ids


def _left(
    left: Iterable[LeftApart], groups: Groups, ids: dict[int, str]
) -> list[tuple[str, tuple[str, ...]]]:
    """What was left apart, by ids; nothing where later names made them one after all."""
    told: dict[tuple[str, tuple[str, ...]], None] = {}
    for each in left:
        name = ids[groups.find(each.name)]
        others = tuple(dict.fromkeys(ids[groups.find(other)] for other in each.others))
        if name not in others:
            told[name, others] = None
    return list(told)


def _draft(kind: EntityKind, parts: Sequence[Named], judgements: Judgements) -> Draft:
    own = _usual(kind, parts)
    given = judgements.name(own, dict.fromkeys(part.key for part in parts))
    return Draft(kind, given or own, tuple(parts), judged=given is not None)


def _usual(kind: EntityKind, parts: Sequence[Named]) -> str:
    """Of the names of more than one word the one that most articles use; of several the longest."""
    tidy = without_article if kind == "organisations" else plain
    counted = Counter(tidy(part.name) for part in parts)
    if len(counted) == 1:
        return next(iter(counted))
    written = Counter(tidy(each.text) for part in parts for each in part.mentions)

    def rank(name: str) -> tuple[bool, int, int, int, bool, str]:
        words = len(key(name))
        return words < 2, -counted[name], -written[name], -words, name.isupper(), name

    return min(counted, key=rank)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Where institutions of several countries bear one name, the country stands behind it."""
    bearers = Counter(key(draft.name) for draft in drafts)
    return [
        Draft(draft.kind, f"{draft.name} ({country_name(code)})", draft.parts, draft.judged)
        if draft.kind == "organisations" and bearers[key(draft.name)] > 1 and (code := _code(draft))
        else draft
        for draft in drafts
    ]


def _code(draft: Draft) -> str | None:
    return next((part.country for part in draft.parts if part.country), None)


def _spellings(draft: Draft) -> list[str]:
    """All names of an entity, the fuller before the shorter ones."""
    names = dict.fromkeys(part.name for part in draft.parts)
    mentions = dict.fromkeys(plain(each.text) for part in draft.parts for each in part.mentions)
    return sorted({**names, **mentions}, key=lambda name: (-len(key(name)), name))


def _entity(draft: Draft, id: str, library: Library, countries: CountryWords) -> Entity:
    mentions = [mention for part in draft.parts for mention in part.mentions]
    code = _code(draft)
    return Entity(
        id=id,
        kind=draft.kind,
        name=draft.name,
        forms=_forms(mentions, library),
        articles=library.articles(mentions),
        roles=held_roles(draft.parts, library, countries),
        code=code if draft.kind == "countries" else None,
        country=countries.id(code) if draft.kind == "organisations" else None,
    )


def _forms(mentions: Iterable[Passage], library: Library) -> tuple[Form, ...]:
    """Each written form with its places, the most frequent first."""
    found: dict[str, list[Passage]] = {}
    for mention in mentions:
        found.setdefault(plain(mention.text), []).append(mention)
    forms = [Form(text, library.tidy(passages)) for text, passages in found.items()]
    return tuple(sorted(forms, key=lambda form: (-len(form.passages), form.text)))
