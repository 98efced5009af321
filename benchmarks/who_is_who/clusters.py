"""How like two ways of grouping the same items are, each item given as its right group and its found one."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

Item = tuple[Hashable, Hashable]


class Score(NamedTuple):
    """Precision and recall."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(items: Sequence[Item]) -> Score:
    """B³: of each item's group, the share that belongs with it; the mean over the items."""
    both, right, found = _sizes(items)
    squares = [(n * n / found[there], n * n / right[here]) for (here, there), n in both.items()]
    precision, recall = (sum(column) for column in zip(*squares, strict=True))
    return Score(precision / len(items), recall / len(items))


def pairwise(items: Sequence[Item]) -> Score:
    """Of the pairs that were put together, the share that belongs together; and the other way round."""
    both, right, found = (_pairs(sizes.values()) for sizes in _sizes(items))
    return Score(both / found if found else 1.0, both / right if right else 1.0)


def _sizes(items: Sequence[Item]) -> tuple[Counter[Item], Counter[Hashable], Counter[Hashable]]:
    return Counter(items), Counter(here for here, _ in items), Counter(there for _, there in items)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes)
