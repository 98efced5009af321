"""Facts that people add: their words are found in the article, and those whom they are about.

An added fact stands instead of what the machine found at its very place.
"""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from briefing_book.assemble.whom import Whom
from briefing_book.found_again import places_of
from briefing_book.model import (
    Add,
    Country,
    CountryMention,
    Date,
    Event,
    Facts,
    Organisation,
    Person,
    PlanMention,
    Position,
    Provision,
    Quantity,
    Quotation,
    Reference,
    Role,
    Span,
)
from briefing_book.names import key
from briefing_book.words import count

ORDER = ("people", "organisations", "countries", "plans")
"""These are added first: the others may be about them."""
_OPENING = "\"'“„«‘‹"


class CannotAddError(Exception):
    """Why a fact cannot be added, in words."""


class _Making:
    """A fact in the making: what is to be added, where, and to which facts."""

    def __init__(self, add: Add, facts: Facts, text: str, whom: Whom) -> None:
        self.add, self.facts, self.text, self.whom = add, facts, text, whom
        self.span = _place(add, text)

    def at(self) -> dict[str, Any]:
        """The span as the fields of a fact."""
        return {"start": self.span.start, "end": self.span.end, "text": self.span.text}

    def reference(self, name: str | None) -> Reference:
        """Who is called so."""
        found = self.whom.reference(name or "", self.facts, self.text, self.span.start)
        return found or _nobody(name)

    def plan(self) -> str:
        """The plan's id."""
        if found := self.whom.plan(self.add.plan or ""):
            return found
        raise CannotAddError(f"the book has no plan “{self.add.plan}”")


def with_added(add: Add, facts: Facts, text: str, whom: Whom) -> tuple[Facts, Span]:
    """The facts with this one, and its place. Raises `CannotAddError`."""
    making = _Making(add, facts, text, whom)
    if add.kind in _ENTITIES:
        return _ENTITIES[add.kind](making), making.span
    if add.kind == "roles":
        return _with_role(making), making.span
    fact = _FACTS[add.kind](making)
    kept = (old for old in getattr(facts, add.kind) if not _replaces(fact, old))
    return replace(facts, **{add.kind: (*kept, fact)}), fact


def _place(add: Add, text: str) -> Span:
    places = places_of(text, add.text)
    if not places:
        raise CannotAddError("these words do not stand in the article")
    if len(places) < add.number:
        raise CannotAddError(f"these words stand in the article only {count(len(places), 'time')}")
    start, end = places[add.number - 1]
    return Span(start, end, text[start:end])


def _nobody(name: str | None) -> Any:
    raise CannotAddError(f"nobody and nothing in the article is called “{name}”")


# ── who is named ─────────────────────────────────────────────────────────────────────────────────────────


def _with_entity(making: _Making, kind: str, new: type[Person] | type[Organisation]) -> Facts:
    name = making.add.name or making.span.text
    facts = _freed(making.facts, making.span)
    named = getattr(facts, kind)
    at = next((n for n, each in enumerate(named) if key(each.name) == key(name)), len(named))
    there = named[at] if at < len(named) else new(name, ())
    more = replace(there, mentions=_sorted((*there.mentions, making.span)), confidence=None)
    if isinstance(more, Organisation) and making.add.country:
        more = replace(more, country=making.add.country)
    return replace(facts, **{kind: (*named[:at], more, *named[at + 1 :])})


def _freed(facts: Facts, span: Span) -> Facts:
    """The facts without the names that the machine found at this place."""
    for kind in ("people", "organisations"):
        kept = []
        for each in getattr(facts, kind):
            mentions = tuple(m for m in each.mentions if (m.start, m.end) != (span.start, span.end))
            kept += (
                [each if mentions == each.mentions else replace(each, mentions=mentions)] if mentions else []
            )
        facts = replace(facts, **{kind: tuple(kept)})
    return facts


def _with_country(making: _Making) -> Facts:
    mention = CountryMention(**making.at(), kind="name")
    code, countries = making.add.code or "", making.facts.countries
    at = next((n for n, each in enumerate(countries) if each.code == code), len(countries))
    there = countries[at].mentions if at < len(countries) else ()
    others = (each for each in there if (each.start, each.end) != (mention.start, mention.end))
    more = Country(code, _sorted((*others, mention)))
    return replace(making.facts, countries=(*countries[:at], more, *countries[at + 1 :]))


def _with_role(making: _Making) -> Facts:
    who = making.reference(making.add.person)
    kind, name = ("people", who.person) if who.person else ("organisations", who.organisation)
    if name is None:
        _nobody(making.add.person)
    role = Role(**making.at(), country=making.add.country)
    named = (
        replace(each, roles=_sorted((*_others(each.roles, role), role))) if each.name == name else each
        for each in getattr(making.facts, kind)
    )
    return replace(making.facts, **{kind: tuple(named)})


def _others(spans: tuple[Any, ...], span: Span) -> tuple[Any, ...]:
    return tuple(each for each in spans if (each.start, each.end) != (span.start, span.end))


def _sorted(spans: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


_ENTITIES: dict[str, Callable[[_Making], Facts]] = {
    "people": lambda making: _with_entity(making, "people", Person),
    "organisations": lambda making: _with_entity(making, "organisations", Organisation),
    "countries": _with_country,
}


# ── what is said and done ────────────────────────────────────────────────────────────────────────────────


def _quotation(making: _Making) -> Quotation:
    add, start = making.add, making.span.start
    marked = making.text[max(0, start - 1) : start] in tuple(_OPENING)
    speaker = making.whom.speaker(add.speaker, making.facts, making.text, start) if add.speaker else None
    if add.speaker and not speaker:
        _nobody(add.speaker)
    return Quotation(**making.at(), direct=marked if add.direct is None else add.direct, speaker=speaker)


def _event(making: _Making) -> Event:
    """An event's span is the sentence that tells it."""
    add, span = making.add, making.span
    around = (bounds for bounds in making.facts.sentences if bounds[0] <= span.start < bounds[1])
    start, end = next(around, (span.start, span.end))
    who = tuple(making.reference(name) for name in add.participants or ())
    text = making.text[start:end].rstrip()
    return Event(start, start + len(text), text, add.verb or "", add.date, bool(add.planned), who)


def _position(making: _Making) -> Position:
    add = making.add
    holder, target = making.reference(add.holder), making.reference(add.target)
    return Position(**making.at(), holder=holder, stance=add.stance or "supports", target=target)


_FACTS: dict[str, Callable[[_Making], Any]] = {
    "plans": lambda making: PlanMention(**making.at(), plan=making.plan()),
    "quotations": _quotation,
    "dates": lambda making: Date(**making.at(), value=making.add.value or ""),
    "events": _event,
    "quantities": lambda m: Quantity(**m.at(), value=m.add.value or "", of=m.add.of or ""),
    "positions": _position,
    "provisions": lambda making: Provision(**making.at(), plan=making.plan(), point=making.add.point),
}


def _replaces(new: Any, old: Any) -> bool:
    if (new.start, new.end) != (old.start, old.end):
        return False
    if isinstance(new, Event):
        return bool(new.kind == old.kind)
    if isinstance(new, Position):
        return bool((new.holder, new.target) == (old.holder, old.target))
    if isinstance(new, Provision):
        return new.plan == old.plan and old.point in (None, new.point)
    return True
