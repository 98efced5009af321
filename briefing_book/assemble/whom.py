"""Whom a person means who writes a name into a correction: somebody in the article, or a plan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from briefing_book.assemble.judgements import is_part
from briefing_book.assemble.written_forms import bare, in_country, organisation_called
from briefing_book.country_names import country_name
from briefing_book.found_again import nearest
from briefing_book.model import Corrections, Facts, Plan, Reference, Span, Speaker
from briefing_book.names import Key, key


@dataclass(frozen=True)
class _Known:
    """Somebody whom an article names, or a plan: the names, and where they stand."""

    reference: Reference
    names: frozenset[Key]
    mentions: tuple[Span, ...]


class Whom:
    """The plans of a book, and the names that people made one."""

    def __init__(self, plans: tuple[Plan, ...], corrections: Corrections) -> None:
        self._plans = plans
        self._same: dict[Key, set[Key]] = {}
        for names in _made_one(corrections):
            keys = {key(name) for name in names}
            for each in keys:
                self._same.setdefault(each, set()).update(keys)

    def plan(self, name: str) -> str | None:
        """The id of the plan that is called so; None where there is none."""
        wanted = key(name)
        called = ((plan.id, (plan.id, plan.title, *plan.names)) for plan in self._plans)
        return next((id for id, names in called if wanted in map(key, names)), None)

    def reference(self, name: str, facts: Facts, text: str, near: int) -> Reference | None:
        """Who in the article is called so, or has these words there nearest to a place; None for nobody."""
        if known := self._known(name, facts):
            return known.reference
        place = nearest(text, name, near, folded=True)
        return Reference(start=place[0], end=place[1], text=text[slice(*place)]) if place else None

    def speaker(self, name: str, facts: Facts, text: str, near: int) -> Speaker | None:
        """The same with the words that name them nearest to a place."""
        known = self._known(name, facts)
        mentions = known.mentions if known else ()
        found = min(mentions, key=lambda each: abs(each.start - near), default=None)
        place = (found.start, found.end) if found else nearest(text, name, near, folded=True)
        if place is None:
            return None
        speaker = Speaker(*place, text[slice(*place)])
        if not known:
            return speaker
        who = known.reference
        return replace(
            speaker, person=who.person, organisation=who.organisation, country=who.country, plan=who.plan
        )

    def _known(self, name: str, facts: Facts) -> _Known | None:
        """Who bears this name, or one that people made one with it; else the only one who bears a part."""
        keys = {key(name), key(bare(name))}
        wanted = keys.union(*(self._same.get(each, ()) for each in keys))
        all = [*_entities(facts), *self._planned(facts)]
        exact = next((each for each in all if each.names & wanted), None)
        if exact:
            return exact
        parts = [each for each in all if each.reference.person and _shares(each.names, wanted)]
        return parts[0] if len(parts) == 1 else None

    def _planned(self, facts: Facts) -> Iterator[_Known]:
        for plan in self._plans:
            mentions = tuple(each for each in facts.plans if each.plan == plan.id)
            names = frozenset(map(key, (plan.id, plan.title, *plan.names)))
            yield _Known(Reference(plan=plan.id), names, mentions)


def _made_one(corrections: Corrections) -> Iterator[tuple[str, ...]]:
    yield from ((*merge.names, merge.into) for merge in corrections.merge)
    yield from ((alias.name, *alias.aliases) for alias in corrections.alias)
    yield from ((rename.name, rename.to) for rename in corrections.rename)
    yield from ((split.name, split.to) for split in corrections.split)


def _entities(facts: Facts) -> Iterator[_Known]:
    for person in facts.people:
        yield _named(Reference(person=person.name), (person.name,), person.mentions)
    for each in facts.organisations:
        called = organisation_called(each, facts.article)
        called_so = (each.name, called, in_country(called, each.country))
        yield _named(Reference(organisation=each.name), called_so, each.mentions)
    for country in facts.countries:
        names = (country.code, country_name(country.code))
        yield _named(Reference(country=country.code), names, country.mentions)


def _named(reference: Reference, names: Iterable[str], mentions: tuple[Span, ...]) -> _Known:
    return _Known(reference, frozenset(map(key, (*names, *(each.text for each in mentions)))), mentions)


def _shares(names: Iterable[Key], wanted: set[Key]) -> bool:
    """Whether a name is a part of another: "Lopes" of "Maria Lopes"."""
    return any(is_part(one, other) or is_part(other, one) for one in names for other in wanted)
