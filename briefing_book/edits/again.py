"""An edit done again to the facts that the machine finds now, in the same text or in a newer one.

Facts are found again by their words, nearest to where they stood. What is put in stands instead of what the
machine finds at its very place. An edit whose words are gone is lost: it changes nothing and is told.
"""

from typing import Any

from msgspec.structs import replace

from briefing_book.edits.entities import edited_entities
from briefing_book.edits.moved import found_again, shifted
from briefing_book.edits.records import KINDS, NAMED, Edits, Listed, listed, place, unweighed
from briefing_book.edits.told import told
from briefing_book.found_again import places_of
from briefing_book.model import Facts, Record, Reference
from briefing_book.names import plain

_ALONE = frozenset({"plans", "quotations", "dates", "quantities"})
"""Of these one place has one."""


class Again(Record, frozen=True):
    """Facts with an edit done to them, and what of it could not be done."""

    facts: Facts
    lost: Edits


def apply(facts: Facts, edits: Edits, text: str) -> Facts:
    """The facts of this text as a person wants them; `edited` tells what was done, and what no longer can."""
    again = done_again(facts, edits, text)
    return replace(again.facts, edited=told(edits, again.lost))


def done_again(facts: Facts, edits: Edits, text: str) -> Again:
    """The facts with the edit done to them."""
    now: dict[str, Any] = {}
    lost_removed, lost_added = dict[str, Any](), dict[str, Any]()
    for kind in KINDS:
        removed, added = getattr(edits.removed, kind), getattr(edits.added, kind)
        if removed or added:
            do = edited_entities if kind in NAMED else _edited
            now[kind], lost_removed[kind], lost_added[kind] = do(
                kind, listed(facts, kind), removed, added, text
            )
    about = {name: value or None for name, value in edits.article.items()}
    now["article"] = replace(facts.article, **about) if about else facts.article
    lost = Edits({}, Listed(**lost_removed), Listed(**lost_added))
    return Again(replace(facts, **now), lost)


Done = tuple[tuple[Any, ...], tuple[Any, ...], tuple[Any, ...]]


def _edited(
    kind: str, facts: tuple[Any, ...], removed: tuple[Any, ...], added: tuple[Any, ...], text: str
) -> Done:
    """The facts of a kind in the order of their places; and what could not be removed, and not be added."""
    kept = list(facts)
    lost = []
    for fact in removed:
        if (found := _found(kind, fact, kept)) is not None:
            kept.remove(found)
        elif not places_of(text, fact.text):
            lost.append(fact)
    missing = []
    for fact in added:
        if (now := found_again(fact, text)) is None:
            missing.append(fact)
        else:
            kept = [other for other in kept if not _replaces(kind, now, other)] + [now]
    return tuple(sorted(kept, key=place)), tuple(lost), tuple(missing)


def _found(kind: str, fact: Any, facts: list[Any]) -> Any | None:
    """The fact that was removed, among those that there are now."""
    alike = [each for each in facts if _identity(kind, each) == _identity(kind, fact)]

    def rank(other: Any) -> tuple[int, bool, bool]:
        same = shifted(fact, other.start - fact.start)
        return abs(other.start - fact.start), other != same, unweighed(other) != unweighed(same)

    return min(alike, key=rank, default=None)


def _replaces(kind: str, new: Any, old: Any) -> bool:
    if (new.start, new.end) != (old.start, old.end):
        return False
    return kind in _ALONE or bool(unweighed(new) == unweighed(old))


def _identity(kind: str, fact: Any) -> tuple[object, ...]:
    """What must be the same for two to be one fact in different states."""
    words = plain(fact.text)
    if kind == "events":
        return words, fact.kind
    if kind == "positions":
        return words, _who(fact.holder), _who(fact.target)
    return (words, fact.plan) if kind in ("provisions", "plans") else (words,)


def _who(reference: Reference) -> tuple[str | None, ...]:
    return reference.person, reference.organisation, reference.country, reference.plan, reference.text
