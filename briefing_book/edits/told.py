"""What a person did to an article's facts, fact by fact, in words that its page can show."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing_book.country_names import country_name
from briefing_book.edits.records import KINDS, NAMED, PLAIN, Edits, Entity, Listed, label, roles
from briefing_book.model import Country, Edited
from briefing_book.names import plain

_ORDER = ("article", *KINDS, "roles")


class _Touch(NamedTuple):
    """A fact that was touched: its kind, its words, and where it is, or whose."""

    kind: str
    text: str
    whose: str
    start: int = 0
    end: int = 0

    def meets(self, other: "_Touch") -> bool:
        """Whether the two are one fact before and after a change."""
        if self.kind != other.kind or self.whose != other.whose:
            return False
        return self.end == other.end == 0 or (self.start < other.end and other.start < self.end)


def told(edits: Edits, lost: Edits) -> tuple[Edited, ...]:
    """Each fact that was put in, taken out or changed; and whether that still applies."""
    removed, added = list(_touches(edits.removed)), list(_touches(edits.added))
    gone = [*_touches(lost.removed), *_touches(lost.added)]
    found = [
        Edited("article", "changed", f"{name}: {value or 'unknown'}") for name, value in edits.article.items()
    ]
    for touch in added:
        before = next((other for other in removed if touch.meets(other)), None)
        if before:
            removed.remove(before)
        found.append(Edited(touch.kind, "changed" if before else "put in", touch.text, _applies(touch, gone)))
    found += [Edited(each.kind, "taken out", each.text, _applies(each, gone)) for each in removed]
    return tuple(sorted(found, key=lambda each: _ORDER.index(each.kind)))


def _applies(touch: _Touch, gone: list[_Touch]) -> bool:
    return not any(touch.meets(other) for other in gone)


def _touches(facts: Listed) -> Iterator[_Touch]:
    for kind in NAMED:
        for entity in getattr(facts, kind):
            yield from _of_entity(kind, entity)
    for kind in PLAIN:
        for fact in getattr(facts, kind):
            yield _touch(kind, fact)


def _of_entity(kind: str, entity: Entity) -> Iterator[_Touch]:
    """An entity that was touched, with the words that were; and its roles."""
    words = ", ".join(dict.fromkeys(plain(mention.text) for mention in entity.mentions))
    name = country_name(entity.code) if isinstance(entity, Country) else entity.name
    if words or not roles(entity):
        yield _Touch(kind, words or name, label(entity))
    yield from (_touch("roles", role, label(entity)) for role in roles(entity))


def _touch(kind: str, fact: Any, whose: str = "") -> _Touch:
    return _Touch(kind, plain(fact.text), whose, fact.start, fact.end)
