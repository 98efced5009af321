"""What readers have been given so far: all editions, one after the other."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, get_args

from briefing_book.model import BookQuotation, Edition, FactKind, NameKind

NAME_KINDS: tuple[NameKind, ...] = get_args(NameKind)
FACT_KINDS: tuple[FactKind, ...] = get_args(FactKind)
REPORTED = "reported"
"""Under this, quotations that only report what somebody said are counted, apart from the others."""


class Given(NamedTuple):
    """Something with a name, and the number of the edition that brought it."""

    edition: int
    name: str


class Lost(NamedTuple):
    """Something with a name that is gone: its kind, key and name."""

    kind: NameKind
    key: str
    name: str


class State(NamedTuple):
    """What has a name, by kind and key; which edition brought each mark, by kind; what each edition lost."""

    names: dict[NameKind, dict[str, Given]]
    marks: dict[FactKind, dict[str, int]]
    lost: dict[int, list[Lost]]


def fold(editions: Iterable[Edition]) -> State:
    """What was there after these editions, given in their order."""
    state = State({kind: {} for kind in NAME_KINDS}, {kind: {} for kind in FACT_KINDS}, {})
    for edition in editions:
        state.lost[edition.number] = list(_lose(state, edition))
        for kind in NAME_KINDS:
            came = edition.came.get(kind, {})
            state.names[kind].update((key, Given(edition.number, name)) for key, name in came.items())
        for fact in FACT_KINDS:
            for mark in edition.unmarked.get(fact, "").split():
                state.marks[fact].pop(mark, None)
            state.marks[fact].update(dict.fromkeys(edition.marked.get(fact, "").split(), edition.number))
    return state


def _lose(state: State, edition: Edition) -> Iterable[Lost]:
    for kind in NAME_KINDS:
        for key in edition.went.get(kind, ()):
            if given := state.names[kind].pop(key, None):
                yield Lost(kind, key, given.name)


def numbers(facts: Mapping[FactKind, Iterable[object]]) -> dict[str, int]:
    """How many facts there are of each kind."""
    counted = Counter(
        REPORTED if isinstance(fact, BookQuotation) and not fact.direct and not fact.fragment else kind
        for kind, found in facts.items()
        for fact in found
    )
    return {kind: counted[kind] for kind in (*FACT_KINDS, REPORTED) if counted[kind]}


def fewer(last: Edition | None, holds: Mapping[str, int], new: Mapping[str, int]) -> dict[str, int]:
    """How many facts of each kind are gone since the last edition, or told as one with others.

    The book `holds` so many of each kind now, and so many are `new`.
    """
    before = last.holds if last else {}
    kinds = (*FACT_KINDS, REPORTED)
    left = {kind: before.get(kind, 0) + new.get(kind, 0) - holds.get(kind, 0) for kind in kinds}
    return {kind: number for kind, number in left.items() if number > 0}
