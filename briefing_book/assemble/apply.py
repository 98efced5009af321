"""What people know better, applied to the facts: an article's metadata, facts to reject, names to drop."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec.structs import replace

from briefing_book.assemble.reading import Library, Reading
from briefing_book.country_names import country_name
from briefing_book.model import ArticleInfo, Corrections, Drop, Facts, Organisation, Person, Reject
from briefing_book.names import Key, key, plain

Named = TypeVar("Named", Person, Organisation)

PLAIN_KINDS = frozenset({"plans", "quotations", "dates", "events", "quantities", "positions", "provisions"})
NAMED_KINDS = frozenset({"people", "organisations", "countries"})


def corrected_info(info: ArticleInfo, corrections: Corrections) -> ArticleInfo:
    """What is known of an article, with what people know better; the last correction wins."""
    for better in corrections.articles:
        if better.article == info.id:
            known = {name: getattr(better, name) for name in ("title", "published", "publisher", "url")}
            info = replace(info, **{name: value for name, value in known.items() if value is not None})
    return info


def apply(articles: Iterable[tuple[Facts, str]], corrections: Corrections) -> tuple[Library, list[str]]:
    """The articles with the corrections applied, and the corrections that apply to nothing, in words."""
    readings: list[Reading] = []
    used: set[Reject | Drop] = set()
    drops = {key(drop.name) for drop in corrections.drop}
    rejects: dict[str, list[Reject]] = {}
    for reject in corrections.reject:
        rejects.setdefault(reject.article, []).append(reject)
    for facts, text in articles:
        for reject in rejects.get(facts.article.id, ()):
            kept = _without(facts, reject.kind, plain(reject.text))
            used |= {reject} if kept != facts else set()
            facts = kept
        if drops:
            facts, dropped = _dropping(facts, drops)
            used |= {drop for drop in corrections.drop if key(drop.name) in dropped}
        readings.append(Reading(replace(facts, article=corrected_info(facts.article, corrections)), text))
    library = Library(readings)
    return library, _idle(library, corrections, used)


def _idle(library: Library, corrections: Corrections, used: set[Reject | Drop]) -> list[str]:
    unknown = [
        f"articles: {each.article}" for each in corrections.articles if each.article not in library.by_id
    ]
    drops = [f"drop: {each.name}" for each in corrections.drop if each not in used]
    rejects = [f"reject: {r.kind} “{r.text}” in {r.article}" for r in corrections.reject if r not in used]
    return unknown + drops + rejects


def _without(facts: Facts, kind: str, words: str) -> Facts:
    """The facts but those of this kind with these words."""
    if kind in PLAIN_KINDS:
        kept = tuple(fact for fact in getattr(facts, kind) if plain(fact.text) != words)
        return replace(facts, **{kind: kept})
    if kind == "roles":
        return replace(
            facts,
            people=tuple(_unroled(person, words) for person in facts.people),
            organisations=tuple(_unroled(each, words) for each in facts.organisations),
        )
    if kind in NAMED_KINDS:
        return _unnamed(facts, (kind,), lambda name: plain(name) == words)
    return facts


def _unroled(entity: Named, words: str) -> Named:
    return replace(entity, roles=tuple(role for role in entity.roles if plain(role.text) != words))


def _dropping(facts: Facts, drops: set[Key]) -> tuple[Facts, set[Key]]:
    """The facts without what bears one of these names, and the names that something bore."""
    found: set[Key] = set()

    def dropped(name: str) -> bool:
        known = key(name) in drops
        found.update({key(name)} if known else ())
        return known

    return _unnamed(facts, tuple(sorted(NAMED_KINDS)), dropped), found


def _unnamed(facts: Facts, kinds: tuple[str, ...], goes: Callable[[str], bool]) -> Facts:
    """The facts without the mentions, and without the entities, whose words go."""
    for kind in kinds:
        entities = []
        for entity in getattr(facts, kind):
            mentions = tuple(mention for mention in entity.mentions if not goes(mention.text))
            name = country_name(entity.code) if kind == "countries" else entity.name
            if mentions and not goes(name):
                entities.append(entity if mentions == entity.mentions else replace(entity, mentions=mentions))
        facts = replace(facts, **{kind: tuple(entities)})
    return facts
