"""What a person did to the facts of one article: which of them they took out, and which they put in."""

from typing import Any

import msgspec
import yaml

from briefing_book.model import (
    Country,
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
    Record,
    Span,
)
from briefing_book.yaml_files import DUMPER

FOLDER = "editorial/edits"
"""Where a book keeps them, a file an article."""

NAMED = ("people", "organisations", "countries")
PLAIN = ("plans", "quotations", "dates", "events", "quantities", "positions", "provisions")
KINDS = NAMED + PLAIN

Entity = Person | Organisation | Country

_HEAD = """# What people did by hand to facts/{article}.yml: the facts that they took out and put in.
# A changed one is both. To undo one, take it out here; to undo all, delete this file.
"""


class Listed(Record, frozen=True):
    """Facts of an article, as its file lists them."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    countries: tuple[Country, ...] = ()
    plans: tuple[PlanMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    dates: tuple[Date, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    positions: tuple[Position, ...] = ()
    provisions: tuple[Provision, ...] = ()


class Edits(Record, frozen=True):
    """`editorial/edits/<article>.yml`. `article` is what was changed of its data; an empty text for unknown.

    Of a person, an organisation or a country only the mentions and roles that were taken out or put in are
    listed; one that is `removed` and lists none was taken out whole.
    """

    article: dict[str, str] = msgspec.field(default_factory=dict)
    removed: Listed = Listed()
    added: Listed = Listed()


def dump_edits(article: str, edits: Edits) -> str:
    """Edits as YAML, one line a span."""
    data = msgspec.to_builtins(edits)
    return _HEAD.format(article=article) + "".join(_dump({key: data[key]}) for key in data if data[key])


def _dump(data: dict[str, object]) -> str:
    dumped: str = yaml.dump(
        data, Dumper=DUMPER, default_flow_style=None, sort_keys=False, allow_unicode=True, width=1 << 30
    )
    return dumped


def label(entity: Entity) -> str:
    """What an entity is called in its article: a name, or a country's code."""
    return entity.code if isinstance(entity, Country) else entity.name


def roles(entity: Entity) -> tuple[Any, ...]:
    """The roles of an entity; a country has none."""
    return () if isinstance(entity, Country) else entity.roles


def unweighed(fact: Any) -> Any:
    """A fact without its confidence: two that differ in nothing else say the same."""
    if getattr(fact, "confidence", None) is not None:
        return msgspec.structs.replace(fact, confidence=None)
    return fact


def place(fact: Span) -> tuple[int, int, bytes]:
    """A key that sorts facts by their places, those of one place always alike."""
    return fact.start, fact.end, msgspec.json.encode(fact)


def first_place(entity: Entity) -> tuple[int, str]:
    """A key that sorts entities by their first mentions."""
    return min((mention.start for mention in entity.mentions), default=0), label(entity)


def listed(facts: Facts, kind: str) -> tuple[Any, ...]:
    """The facts of a kind."""
    found: tuple[Any, ...] = getattr(facts, kind)
    return found
