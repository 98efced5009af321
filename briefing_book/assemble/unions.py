"""Union-find: which things have been found to be one, with what is known of each group."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Known:
    """What is known of a group of names.

    `apart` says which name of which judgement it bears: two names of one judgement are never one group.
    """

    articles: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    apart: dict[int, int] = field(default_factory=dict)

    def clashes(self, other: "Known") -> bool:
        """Whether a person has said that these two are different."""
        return any(other.apart.get(judgement, name) != name for judgement, name in self.apart.items())

    def take(self, other: "Known") -> None:
        """Add what is known of another group."""
        self.articles |= other.articles
        self.roles |= other.roles
        self.countries |= other.countries
        self.apart |= other.apart


class Groups:
    """Things 0 … n-1 in groups; the smallest number of a group names it."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.known = list(known)
        self._parent = list(range(len(self.known)))

    def find(self, thing: int) -> int:
        """The number that names the group of this thing."""
        while self._parent[thing] != thing:
            self._parent[thing] = self._parent[self._parent[thing]]
            thing = self._parent[thing]
        return thing

    def unite(self, one: int, other: int) -> bool:
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
        return True

    def groups(self) -> list[list[int]]:
        """All groups, each in order, by their first things."""
        members: dict[int, list[int]] = {}
        for thing in range(len(self._parent)):
            members.setdefault(self.find(thing), []).append(thing)
        return list(members.values())
