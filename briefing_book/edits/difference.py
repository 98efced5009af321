"""How the facts that a person has edited differ from those that the machine finds in the same text."""

from collections.abc import Collection
from typing import Any

from msgspec.structs import asdict, replace

from briefing_book.edits.again import done_again
from briefing_book.edits.records import KINDS, NAMED, Edits, Entity, Listed, label, listed, roles
from briefing_book.model import ArticleInfo, Country, Facts, Record

_OF_THE_SEED = ("id", "file", "origins")
"""What of an article's data is no statement about it."""


def edits(
    machine: Facts,
    edited: Facts,
    text: str,
    before: Edits | None = None,
    parts: Collection[str] = ("article", *KINDS),
) -> Edits:
    """The edit that makes what the machine finds in this text into what a person has made of it.

    Only the `parts` of the file that were edited count; of the others the edits `before` stay, as do those
    whose words the text no longer has.
    """
    before = before or Edits()
    lost = done_again(machine, before, text).lost
    removed, added = dict[str, Any](), dict[str, Any]()
    for kind in KINDS:
        if kind in parts:
            find = _entities if kind in NAMED else _spans
            gone, came = find(listed(machine, kind), listed(edited, kind))
            removed[kind] = (*gone, *getattr(lost.removed, kind))
            added[kind] = (*came, *getattr(lost.added, kind))
        else:
            removed[kind], added[kind] = getattr(before.removed, kind), getattr(before.added, kind)
    about = _about(machine.article, edited.article) if "article" in parts else before.article
    return Edits(about, Listed(**removed), Listed(**added))


Difference = tuple[tuple[Any, ...], tuple[Any, ...]]


def _about(machine: ArticleInfo, edited: ArticleInfo) -> dict[str, str]:
    found, told = asdict(machine), asdict(edited)
    return {
        name: told[name] or ""
        for name in told
        if name not in _OF_THE_SEED and (told[name] or "") != (found[name] or "")
    }


def _spans(machine: tuple[Record, ...], edited: tuple[Record, ...]) -> Difference:
    """The facts that are only on the one side, and only on the other."""
    gone = tuple(fact for fact in machine if fact not in edited)
    return gone, tuple(fact for fact in edited if fact not in machine)


def _entities(machine: tuple[Entity, ...], edited: tuple[Entity, ...]) -> Difference:
    found, told = ({label(entity): entity for entity in each} for each in (machine, edited))
    gone = [_only(entity, (), ()) for name, entity in found.items() if _is_another(entity, told.get(name))]
    came = [entity for name, entity in told.items() if _is_another(entity, found.get(name))]
    for name in [name for name in found if not _is_another(found[name], told.get(name))]:
        one, other = found[name], told[name]
        less = _spans(one.mentions, other.mentions), _spans(roles(one), roles(other))
        for side, entities in enumerate((gone, came)):
            if less[0][side] or less[1][side]:
                entities.append(_only((one, other)[side], less[0][side], less[1][side]))
    return tuple(gone), tuple(came)


def _is_another(one: Entity, other: Entity | None) -> bool:
    return other is None or _only(one, (), ()) != _only(other, (), ())


def _only(entity: Entity, mentions: tuple[Any, ...], roles: tuple[Any, ...]) -> Entity:
    """The entity with these mentions and roles only."""
    if isinstance(entity, Country):
        return replace(entity, mentions=mentions)
    return replace(entity, mentions=mentions, roles=roles)
