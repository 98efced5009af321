"""What sources say of a matter: a row for each source and saying, and whether two have nothing in common."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from itertools import combinations
from typing import Generic, TypeVar

from briefing_book.assemble.reading import Library
from briefing_book.model import Difference, DifferenceKind, DifferenceRow, Passage

What = TypeVar("What", bound=Hashable)

MOST_ROWS = 60
"""A longer table is not read: of each saying the first sources are shown."""
MOST_SAYINGS = 40
"""What this many sources say is compared two by two: of those that say the same, one."""


class Sayings(Generic[What]):
    """What each source says of one matter, with the first passage for each saying."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._said: dict[str, dict[What, DifferenceRow]] = {}

    def add(self, what: What, passage: Passage, says: str = "") -> None:
        """Note what a passage says. A copy speaks for the article that it is a copy of."""
        own = self._said.setdefault(source_of(self._library, passage), {})
        known = own.get(what)
        if known is None or self._library.order(passage) < self._library.order(known.passage):
            own[what] = DifferenceRow(says, passage)

    def add_all(self, what: What, passages: Iterable[Passage]) -> None:
        """Note what each of these passages says."""
        for passage in passages:
            self.add(what, passage)

    def differ(self, alike: Callable[[What, What], bool]) -> bool:
        """Whether of some two sources none of the sayings are alike."""
        counted = Counter(frozenset(own) for own in self._said.values())
        frequent = [said for said, _ in counted.most_common(MOST_SAYINGS)]
        return any(not _meet(one, other, alike) for one, other in combinations(frequent, 2))

    def keep_parted(self, alike: Callable[[What, What], bool]) -> None:
        """Forget what is alike to all that is said: it takes no part in the difference."""
        counted = Counter(what for own in self._said.values() for what in own)
        frequent = [what for what, _ in counted.most_common(MOST_SAYINGS)]
        parted = {one for one in frequent if not all(alike(one, other) for other in frequent)}
        for source, own in self._said.items():
            self._said[source] = {what: row for what, row in own.items() if what in parted}

    def rows(self) -> tuple[DifferenceRow, ...]:
        """One row for each source and saying, in the order of the articles."""
        found: dict[What, list[DifferenceRow]] = {}
        for own in self._said.values():
            for what, row in own.items():
                found.setdefault(what, []).append(row)
        most = max(1, MOST_ROWS // max(1, len(found)))
        shown = [row for rows in found.values() for row in sorted(rows, key=self._order)[:most]]
        return tuple(sorted(shown, key=self._order)[:MOST_ROWS])

    def _order(self, row: DifferenceRow) -> tuple[int, int, int]:
        return self._library.order(row.passage)

    def difference(self, kind: DifferenceKind, topic: str, about: Iterable[str]) -> Difference:
        """The table of all that is said."""
        return Difference(topic, tuple(sorted(set(about))), self.rows(), kind)


def _meet(one: Iterable[What], other: frozenset[What], alike: Callable[[What, What], bool]) -> bool:
    return any(what in other or any(alike(what, each) for each in other) for what in one)


def same(one: object, other: object) -> bool:
    """Only equal sayings are alike."""
    return one == other


def source_of(library: Library, passage: Passage) -> str:
    """The article that stands for a passage's source: of copies the first one."""
    return library.copy_of.get(passage.article, passage.article)
