"""What bringing articles in came to."""

from collections.abc import Iterable
from typing import Literal

from briefing_book.model import Record

Kind = Literal["brought", "updated", "unchanged", "skipped", "failed"]


class Item(Record, frozen=True):
    """One file or address as it was named, the seed that holds it now, and what is to be said of it."""

    what: str
    file: str = ""
    note: str = ""


class Added(Record, frozen=True):
    """All that was named, each kind in its order."""

    brought: tuple[Item, ...] = ()
    """Articles that are new."""
    updated: tuple[Item, ...] = ()
    """New versions of articles."""
    unchanged: tuple[Item, ...] = ()
    """What the seeds hold already."""
    skipped: tuple[Item, ...] = ()
    """What is no article."""
    failed: tuple[Item, ...] = ()
    """What could not be brought, and why."""


def added_of(items: Iterable[tuple[Kind, Item]]) -> Added:
    """The items, sorted into their kinds."""
    kinds: dict[str, list[Item]] = {}
    for kind, item in items:
        kinds.setdefault(kind, []).append(item)
    return Added(**{kind: tuple(found) for kind, found in kinds.items()})
