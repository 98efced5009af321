"""Who is who: the people, countries and organisations of a brief, their roles and what is known of them."""

from itertools import chain

from briefing_book.model import Entity, EntityKind
from briefing_book.names import plain
from briefing_book.publish.print.notes import Data, Notes
from briefing_book.render.environment import count
from briefing_book.render.lookups import InCountry

GROUPS: dict[EntityKind, str] = {
    "people": "People",
    "countries": "Countries",
    "organisations": "Organisations",
}
MOST_ROLES = 3


def who_is_who(notes: Notes) -> Data | None:
    """The section of the book: all who have a page, by kind and name; None where nobody has."""
    groups = [group for kind in GROUPS if (group := _group(notes, kind))]
    return {"kind": "who", "title": "Who is who", "groups": groups} if groups else None


def _group(notes: Notes, kind: EntityKind) -> Data | None:
    entities = [each for each in notes.view.entities(kind) if each.page]
    ranked = sorted(range(len(entities)), key=lambda n: -len(entities[n].articles))
    shown = [entities[n] for n in sorted(ranked[: notes.rows])]
    if not shown:
        return None
    entries, list = [entry(notes, each) for each in shown], notes.file(f"{kind}/index.md")
    return {"title": GROUPS[kind], "entries": entries, "left": len(entities) - len(shown), "list": list}


def entry(notes: Notes, entity: Entity) -> Data:
    """An entity's name, its first roles, how often it is named, and other spellings of its name."""
    return {
        "name": notes.named(entity.id),
        "roles": [notes.statement(role.passages) for role in entity.roles[:MOST_ROLES]],
        "of": notes.named(entity.country) if notes.view.name(entity.country) else None,
        "known": known(notes, entity),
        "also": list(spellings(entity)),
    }


def known(notes: Notes, entity: Entity) -> str:
    """How often an entity is named, quoted and part of an event, in words."""
    view = notes.view
    sources = view.agreement.independent(entity.articles)
    parts = [f"Named in {count(len(entity.articles), 'article')}"]
    if sources != len(entity.articles):
        parts[0] += f" ({count(sources, 'independent source')})"
    if quoted := view.quoted(entity.id):
        parts.append(f"quoted {count(quoted, 'time')}")
    if events := view.happened(entity.id):
        parts.append(f"part of {count(events, 'event')}")
    return "; ".join(parts) + "."


def spellings(entity: Entity) -> dict[str, None]:
    """What else an entity is called, in other words than those of its name."""
    forms = (plain(form.text) for form in entity.forms)
    words = set(entity.name.casefold().split())
    others = (form for form in chain(forms, entity.aliases) if not set(form.casefold().split()) <= words)
    return dict.fromkeys(others)


def profile(notes: Notes, entity: Entity) -> Data | None:
    """The section about one entity: roles, and for a country its people and institutions."""
    people = notes.view.of_country(entity.id, "people")
    institutions = notes.view.of_country(entity.id, "organisations")
    made: Data = {
        "kind": "profile",
        "title": "Who and what",
        "roles": [notes.statement(role.passages) for role in entity.roles],
        "also": list(spellings(entity)),
        "people": [_in_country(notes, person) for person in people],
        "institutions": [notes.named(each.id) for each in institutions],
    }
    return made if any(made[key] for key in ("roles", "also", "people", "institutions")) else None


def _in_country(notes: Notes, person: InCountry) -> Data:
    return {
        "name": notes.named(person.id),
        "roles": [notes.statement(role.passages) for role in person.roles[:MOST_ROLES]],
    }
