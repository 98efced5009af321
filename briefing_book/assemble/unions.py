"""Union-find: which things have been found to be one and why, with what is known of each group."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefing_book.names import Key

Why = tuple[str, ...]
"""Reasons in words."""


@dataclass
class Known:
    """What is known of a group of names.

    `roles` are titles without their countries, each with a wording; `company` are others who are named with
    it, by their keys; `addressed` tells men and women; `around` are the countries of the officials and
    institutions of its articles. `apart` says which name of which judgement it bears: two names of one
    judgement are never one group.
    """

    articles: set[str] = field(default_factory=set)
    roles: dict[str, str] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    company: dict[Key, str] = field(default_factory=dict)
    addressed: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    apart: dict[int, int] = field(default_factory=dict)

    def clashes(self, other: "Known") -> bool:
        """Whether a person has said that these two are different."""
        return any(other.apart.get(judgement, name) != name for judgement, name in self.apart.items())

    def take(self, other: "Known") -> None:
        """Add what is known of another group."""
        self.articles |= other.articles
        self.roles |= other.roles
        self.countries |= other.countries
        self.company |= other.company
        self.addressed |= other.addressed
        self.around |= other.around
        self.apart |= other.apart


class Groups:
    """Things 0 … n-1 in groups; the smallest number of a group names it."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.known = list(known)
        self._parent = list(range(len(self.known)))
        self._ties: dict[int, list[tuple[int, Why]]] = {}

    def find(self, thing: int) -> int:
        """The number that names the group of this thing."""
        while self._parent[thing] != thing:
            self._parent[thing] = self._parent[self._parent[thing]]
            thing = self._parent[thing]
        return thing

    def of(self, thing: int) -> Known:
        """What is known of the group of this thing."""
        return self.known[self.find(thing)]

    def unite(self, one: int, other: int, why: Why = ()) -> bool:
        """Make two groups one, unless a person has said that they are different."""
        first, second = sorted((self.find(one), self.find(other)))
        if first == second:
            return True
        small, large = sorted((self.known[first], self.known[second]), key=lambda known: len(known.articles))
        if small.clashes(large):
            return False
        large.take(small)
        self.known[first] = large
        self._parent[second] = first
        self._ties.setdefault(one, []).append((other, why))
        self._ties.setdefault(other, []).append((one, why))
        return True

    def groups(self) -> list[list[int]]:
        """All groups, each in order, by their first things."""
        members: dict[int, list[int]] = {}
        for thing in range(len(self._parent)):
            members.setdefault(self.find(thing), []).append(thing)
        return list(members.values())

    def reasons(self, start: int) -> Mapping[int, Why]:
        """Why each thing of a group is one with `start`: the reasons of the last step of the way to it."""
        reached: dict[int, Why] = {start: ()}
        waiting = deque([start])
        while waiting:
            for other, why in self._ties.get(waiting.popleft(), ()):
                if other not in reached:
                    reached[other] = why
                    waiting.append(other)
        return reached
