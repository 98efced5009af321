"""A fact of an older text at the place where its words stand now."""

from typing import Any, TypeVar

from msgspec.structs import replace

from briefing_book.found_again import nearest
from briefing_book.model import Record

R = TypeVar("R", bound=Record)


def shifted(fact: R, by: int) -> R:
    """The fact with all its places so many characters further on."""
    changed: dict[str, Any] = {name: shifted(part, by) for name, part in _parts(fact).items()}
    changed |= {name: tuple(shifted(each, by) for each in parts) for name, parts in _lists(fact).items()}
    if _is_placed(fact):
        at: Any = fact
        changed |= {"start": at.start + by, "end": at.end + by}
    return replace(fact, **changed) if changed else fact


def found_again(fact: R, text: str, near: int | None = None) -> R | None:
    """The fact where its words stand in this text, nearest to the old place; None where some do not.

    `near`: look there instead.
    """
    by, changed = 0, dict[str, Any]()
    if _is_placed(fact):
        at: Any = fact
        place = nearest(text, at.text, at.start if near is None else near)
        if place is None:
            return None
        by = place[0] - at.start
        changed = {"start": place[0], "end": place[1], "text": text[slice(*place)]}
    for name, part in _parts(fact).items():
        changed[name] = _part_again(part, text, by)
    for name, parts in _lists(fact).items():
        changed[name] = tuple(_part_again(each, text, by) for each in parts)
    if any(each is None or (isinstance(each, tuple) and None in each) for each in changed.values()):
        return None
    return replace(fact, **changed) if changed else fact


def _part_again(part: Record, text: str, by: int) -> Record | None:
    start: int | None = getattr(part, "start", None)
    return found_again(part, text, None if start is None else start + by)


def _is_placed(record: Record) -> bool:
    return getattr(record, "start", None) is not None


def _parts(record: Record) -> dict[str, Record]:
    fields = {name: getattr(record, name) for name in record.__struct_fields__}
    return {name: value for name, value in fields.items() if isinstance(value, Record)}


def _lists(record: Record) -> dict[str, tuple[Record, ...]]:
    fields = {name: getattr(record, name) for name in record.__struct_fields__}
    return {
        name: value
        for name, value in fields.items()
        if isinstance(value, tuple) and value and isinstance(value[0], Record)
    }
