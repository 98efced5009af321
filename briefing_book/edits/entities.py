"""An edit done again to the people, organisations or countries of an article."""

from typing import Any

from msgspec.structs import replace

from briefing_book.edits.moved import found_again
from briefing_book.edits.records import Entity, first_place, label, roles, unweighed
from briefing_book.found_again import places_of
from briefing_book.model import Country, Span
from briefing_book.names import plain

Entities = dict[str, Entity]


def edited_entities(
    kind: str, entities: tuple[Entity, ...], removed: tuple[Entity, ...], added: tuple[Entity, ...], text: str
) -> tuple[tuple[Entity, ...], tuple[Entity, ...], tuple[Entity, ...]]:
    """The entities of a kind in order; and what could not be removed, and not be added."""
    now = {label(entity): entity for entity in entities}
    lost = [left for entity in removed if (left := _remove(now, entity, text))]
    missing = [left for entity in added if (left := _add(now, entity, text))]
    kept = [entity for entity in now.values() if entity.mentions]
    return tuple(sorted(kept, key=first_place)), tuple(lost), tuple(missing)


def _remove(now: Entities, entity: Entity, text: str) -> Entity | None:
    """Takes out what is listed of an entity, or all of it; gives what is left to take out and not there."""
    name = label(entity)
    if not entity.mentions and not roles(entity):
        gone = now.pop(name, None) or isinstance(entity, Country) or places_of(text, name)
        return None if gone else entity
    there = now.get(name)
    mentions, lost_mentions = _less(there.mentions if there else (), entity.mentions, text)
    titles, lost_titles = _less(roles(there) if there else (), roles(entity), text)
    if there:
        now[name] = _with(there, mentions, titles)
    return _with(entity, lost_mentions, lost_titles) if lost_mentions or lost_titles else None


def _less(spans: tuple[Any, ...], removed: tuple[Any, ...], text: str) -> tuple[tuple[Any, ...], ...]:
    """The spans without these; and those that are neither among them nor in the text."""
    kept, lost = list(spans), []
    for span in removed:
        alike = [each for each in kept if plain(each.text) == plain(span.text)]
        if alike:
            kept.remove(min(alike, key=lambda each: (abs(each.start - span.start), each != span)))
        elif not places_of(text, span.text):
            lost.append(span)
    return tuple(kept), tuple(lost)


def _add(now: Entities, entity: Entity, text: str) -> Entity | None:
    """Puts an entity in, or what is listed of it; gives what has no place in the text."""
    mentions, lost_mentions = _again(entity.mentions, text)
    titles, lost_titles = _again(roles(entity), text)
    name = label(entity)
    if mentions or name in now:
        _free(now, mentions)
        there = now.get(name) or _with(entity, (), ())
        now[name] = _with(there, _more(there.mentions, mentions), _more(roles(there), titles))
    return _with(entity, lost_mentions, lost_titles) if lost_mentions or lost_titles else None


def _again(spans: tuple[Any, ...], text: str) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The spans where they stand now, and those that do not."""
    found = [(span, found_again(span, text)) for span in spans]
    return (
        tuple(dict.fromkeys(now for _, now in found if now is not None)),
        tuple(span for span, now in found if now is None),
    )


def _free(now: Entities, mentions: tuple[Span, ...]) -> None:
    """A mention is one entity's: those who had it before lose it."""
    places = {(mention.start, mention.end) for mention in mentions}
    for name, entity in now.items() if places else ():
        kept = tuple(each for each in entity.mentions if (each.start, each.end) not in places)
        if kept != entity.mentions:
            now[name] = _with(entity, kept, roles(entity))


def _more(spans: tuple[Any, ...], added: tuple[Any, ...]) -> tuple[Any, ...]:
    new = {unweighed(span) for span in added}
    kept = (span for span in spans if unweighed(span) not in new)
    return tuple(sorted((*kept, *added), key=lambda span: (span.start, span.end)))


def _with(entity: Entity, mentions: tuple[Any, ...], titles: tuple[Any, ...]) -> Entity:
    if isinstance(entity, Country):
        return replace(entity, mentions=mentions)
    return replace(entity, mentions=mentions, roles=titles)
