"""Placing a name among those that it may stand for: it joins the best where that is good and clear enough."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.named import Named
from briefing_book.assemble.unions import Groups, Why
from briefing_book.assemble.weights import (
    AHEAD,
    ENOUGH,
    JUDGED,
    SAME_NAME,
    WORTH_ASKING,
    features,
    reasons,
    score,
)
from briefing_book.names import Key

MOST_CANDIDATES = 8
"""A name that more entities share than this says nothing of which of them is meant."""


class Candidate(NamedTuple):
    """Something that a name may stand for, by its number, and the features that compare their words."""

    number: int
    how: tuple[str, ...]


class LeftApart(NamedTuple):
    """A name that may be one of these others, by their numbers."""

    name: int
    others: tuple[int, ...]


class Scored(NamedTuple):
    """A candidate with all that speaks for and against it."""

    score: float
    number: int
    found: tuple[str, ...]


class Place:
    """Places names, and keeps what it cannot place in `left`; `unheeded` features tell nothing of them."""

    def __init__(
        self, names: Sequence[Named], groups: Groups, unheeded: frozenset[str] = frozenset()
    ) -> None:
        self._names = names
        self._unheeded = unheeded
        self.groups = groups
        self.left: list[LeftApart] = []

    def among(self, number: int, candidates: Iterable[Candidate]) -> bool:
        """Join a name to the candidate that it stands for, if what is known decides it; tell whether."""
        scored = self._scored(number, candidates)
        if scored and self._is_clear(scored) and self._join(number, scored[0]):
            return True
        others = [each.number for each in scored[:MOST_CANDIDATES] if each.score >= WORTH_ASKING]
        told = tuple(other for other in others if not self._are_judged(number, other))
        if told:
            self.left.append(LeftApart(number, told))
        return False

    def unite_alike(self, one: int, other: int) -> None:
        """Make one what is written alike, or spelled otherwise."""
        names = self._names[other].called, self._names[one].called
        known, of = self.groups.of(other), self.groups.of(one)
        alike = self._names[one].key == self._names[other].key
        self.groups.unite(one, other, SAME_NAME if alike else reasons(("other spelling",), names, known, of))

    def _scored(self, number: int, candidates: Iterable[Candidate]) -> list[Scored]:
        """The best first; of several names of one candidate the likeliest, and none that it already is."""
        known, own = self.groups.of(number), self.groups.find(number)
        best: dict[int, Scored] = {}
        for candidate in candidates:
            group = self.groups.find(candidate.number)
            told = features(known, self.groups.known[group])
            found = (*candidate.how, *(each for each in told if each not in self._unheeded))
            scored = Scored(score(found), candidate.number, found)
            if group != own and (group not in best or scored.score > best[group].score):
                best[group] = scored
        return sorted(best.values(), key=lambda each: (-each.score, each.number))

    def _is_clear(self, scored: Sequence[Scored]) -> bool:
        best = scored[0].score
        return best >= ENOUGH and (len(scored) == 1 or round(best - scored[1].score, 3) >= AHEAD)

    def _join(self, number: int, best: Scored) -> bool:
        names = self._names[number].called, self._names[best.number].called
        why = reasons(best.found, names, self.groups.of(number), self.groups.of(best.number))
        return self.groups.unite(number, best.number, why)

    def _are_judged(self, one: int, other: int) -> bool:
        """Whether somebody has said already that these are different."""
        return self.groups.of(one).clashes(self.groups.of(other))


def by_key(names: Sequence[Named]) -> dict[Key, list[int]]:
    """The numbers of the names that are written alike."""
    same: dict[Key, list[int]] = {}
    for number, named in enumerate(names):
        same.setdefault(named.key, []).append(number)
    return same


def unite_all(groups: Groups, numbers: Iterable[int], why: Why = SAME_NAME) -> None:
    """Make all of these one."""
    first, *others = numbers
    for other in others:
        groups.unite(first, other, why)


def unite_judged(groups: Groups, same: dict[Key, list[int]], judgements: Judgements) -> None:
    """Make one what people have said is one."""
    merged: dict[int, list[int]] = {}
    for name, numbers in same.items():
        if name in judgements.merged:
            merged.setdefault(judgements.merged[name], []).extend(numbers)
    for numbers in merged.values():
        unite_all(groups, numbers, JUDGED)
