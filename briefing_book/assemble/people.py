"""Which people of different articles are one person.

The same full name is one person, in whatever spelling. A shorter name joins the one person of the book whose
name it is a part of, as long as what is known of the two does not contradict it; else it stays apart, and
somebody should look.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.named import Named
from briefing_book.assemble.spellings import spelling
from briefing_book.assemble.unions import Groups, Known
from briefing_book.names import Key

WEIGHTS = {
    "family name": 0.6,
    "family name first": 0.5,
    "same role": 0.3,
    "same country": 0.2,
    "other country": -0.4,
    "apart in one article": -0.4,
}
ENOUGH = 0.5
"""The score from which two names are one person."""
AHEAD = 0.4
"""How far the best of several candidates must be ahead of the next."""
MOST_CANDIDATES = 8
"""A name that more people share than this says nothing of which of them is meant."""


@dataclass(frozen=True)
class LeftApart:
    """A name that may be one of these others, by their numbers."""

    name: int
    others: tuple[int, ...]


def join_people(people: Sequence[Named], judgements: Judgements) -> tuple[Groups, list[LeftApart]]:
    """Groups of people, by their places in `people`, and the names that could not be placed."""
    groups = Groups(person.known(judgements.apart.get(person.key, {})) for person in people)
    same = _by_spelling(people)
    for name, numbers in same.items():
        if len(name) > 1:
            unite_all(groups, numbers)
    unite_judged(groups, by_key(people), judgements)
    parts = _Parts(people, same)
    left = []
    for name in sorted(same, key=lambda name: (-len(name), -len("".join(name)), name)):
        left += _place(name, same[name], groups, parts)
    return groups, left


def _by_spelling(people: Sequence[Named]) -> dict[Key, list[int]]:
    """The numbers of the people whose names are spellings of one."""
    same: dict[Key, list[int]] = {}
    for number, person in enumerate(people):
        same.setdefault(spelling(person.key), []).append(number)
    return same


def by_key(names: Sequence[Named]) -> dict[Key, list[int]]:
    """The numbers of the names that are written alike."""
    same: dict[Key, list[int]] = {}
    for number, named in enumerate(names):
        same.setdefault(named.key, []).append(number)
    return same


def unite_all(groups: Groups, numbers: Iterable[int]) -> None:
    """Make all of these one."""
    first, *others = numbers
    for other in others:
        groups.unite(first, other)


def unite_judged(groups: Groups, same: dict[Key, list[int]], judgements: Judgements) -> None:
    """Make one what people have said is one."""
    merged: dict[int, list[int]] = {}
    for name, number in judgements.merged.items():
        merged.setdefault(number, []).extend(same.get(name, ()))
    for numbers in merged.values():
        if numbers:
            unite_all(groups, numbers)


class _Parts:
    """The full names by the shorter ones that may stand for them."""

    def __init__(self, people: Sequence[Named], same: dict[Key, list[int]]) -> None:
        self._likely: dict[Key, list[int]] = {}
        self._possible: dict[Key, list[int]] = {}
        for name, numbers in same.items():
            if len(name) > 1:
                for short in sorted(_shorts(name) | _used(people, numbers)):
                    self._likely.setdefault(short, []).append(numbers[0])
                self._possible.setdefault(name[:1], []).append(numbers[0])

    def longer(self, name: Key) -> tuple[str, list[int]]:
        """How this name may stand for longer ones, and for which."""
        if name in self._likely:
            return "family name", self._likely[name]
        return "family name first", self._possible.get(name, [])


def _shorts(name: Key) -> set[Key]:
    """The shorter forms of a name: its ends, and first and last name, the first in full or as an initial."""
    ends = {name[start:] for start in range(1, len(name))}
    return (ends | {(name[0], name[-1]), (name[0][0], name[-1])}) - {name}


def _used(people: Sequence[Named], numbers: Iterable[int]) -> set[Key]:
    """The parts of their name by which articles call these people."""
    called = {spelling(short) for number in numbers for short in people[number].shorts()}
    words = set(spelling(people[next(iter(numbers))].key))
    return {short for short in called if words.issuperset(short) and len(short) < len(words)}


def _place(name: Key, numbers: list[int], groups: Groups, parts: _Parts) -> list[LeftApart]:
    """Join each bearer of a name to the person it stands for; the others are one, and may be left apart."""
    how, longer = parts.longer(name)
    candidates = list(dict.fromkeys(groups.find(number) for number in longer))
    if any(groups.find(number) in candidates for number in numbers):
        unite_all(groups, numbers)
        return []
    alone = []
    for bearer in [numbers[:1]] if len(name) > 1 else [[number] for number in numbers]:
        best = _best(groups.known[groups.find(bearer[0])], how, candidates, groups)
        if best is None or not groups.unite(bearer[0], best):
            alone += bearer
    if not alone:
        return []
    unite_all(groups, alone)
    told = tuple(number for number in candidates[:MOST_CANDIDATES] if not _judged(alone[0], number, groups))
    return [LeftApart(alone[0], told)] if told else []


def _judged(one: int, other: int, groups: Groups) -> bool:
    """Whether somebody has said already that these are different."""
    return groups.known[groups.find(one)].clashes(groups.known[groups.find(other)])


def _best(name: Known, how: str, candidates: list[int], groups: Groups) -> int | None:
    """The candidate that this name stands for, if what is known decides it."""
    if not candidates or len(candidates) > MOST_CANDIDATES:
        return None
    scored = [(score(features(name, groups.known[number], how)), number) for number in candidates]
    (best, number), *others = sorted(scored, key=lambda each: (-each[0], each[1]))
    clear = not others or best - others[0][0] >= AHEAD
    return number if best >= ENOUGH and clear else None


def features(name: Known, person: Known, how: str) -> tuple[str, ...]:
    """What speaks for and against a name's being a person's, by the names of the weights."""
    found = {
        how: True,
        "same role": not name.roles.isdisjoint(person.roles),
        "same country": not name.countries.isdisjoint(person.countries),
        "other country": bool(name.countries and person.countries)
        and name.countries.isdisjoint(person.countries),
        "apart in one article": not name.articles.isdisjoint(person.articles),
    }
    return tuple(feature for feature, holds in found.items() if holds)


def score(found: tuple[str, ...]) -> float:
    """The sum of the features' weights."""
    return sum(WEIGHTS[feature] for feature in found)
