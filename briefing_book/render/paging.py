"""Long lists are cut to what a reader reads; the whole then has a page of its own, in parts if need be.

A row's weight is about what it takes in the built page, in bytes. A section is one of a page's lists.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar
from zlib import crc32

from briefing_book.model import BookEvent, BookPosition, BookQuotation, Difference, Doubt, Entity, Passage
from briefing_book.render.passages import LONGEST
from briefing_book.render.ties import Tie

T = TypeVar("T")

PART = 90_000
"""A page's rows weigh no more, unless it is one row."""
WHOLE = 200_000
"""A list that weighs no more stands on one page, where it can be filtered as a whole."""
SECTION = 20_000
"""A section's rows weigh no more, unless it is one row."""
NEAR = 3
"""From the first part a way leads to every other one, from another to so many before and after it."""
_ROW = 300
_CITE = 330
_LINK = 120
_LETTER = 1.2
_MOST_CITES = 12


class Cut(NamedTuple, Generic[T]):
    """As much of a list as a page shows, and how many rows there are.

    `file` is the page in `docs/` where all of them stand, None where all are shown.
    """

    shown: tuple[T, ...]
    all: int
    file: str | None


class Part(NamedTuple, Generic[T]):
    """Rows on a page of their own, the `number`th from 1. `ways` are the other parts that it leads to.

    Only the first part knows that `all` of them hold so many rows, and which parts there are: the others stay
    when the list grows. Of itself and of these it knows the number and the path in `docs/`.
    """

    rows: tuple[T, ...]
    all: int | None
    number: int
    ways: tuple[tuple[int, str], ...]

    @property
    def told(self) -> int:
        """How many rows there are: in all parts, as the first one tells, or in this one."""
        return len(self.rows) if self.all is None else self.all

    @property
    def several(self) -> bool:
        """Whether the list is in more parts than this."""
        return len(self.ways) > 1

    @property
    def file(self) -> str:
        """The page's path in `docs/`."""
        return dict(self.ways)[self.number]

    @property
    def first(self) -> str:
        """The path of the first part's page."""
        return self.ways[0][1]

    @property
    def before(self) -> str | None:
        """The path of the page before this; None where it is the first."""
        return dict(self.ways).get(self.number - 1)

    @property
    def after(self) -> str | None:
        """The path of the page after this; None where it is the last."""
        return dict(self.ways).get(self.number + 1)


def parts(rows: Iterable[T], file: str, folder: str | None = None) -> list[Part[T]]:
    """The rows in their order, in about as few parts as their weight allows.

    A new row changes the part that it comes into, seldom another. The first part is `file`, the others are
    numbered pages in `folder`: by default, of the file's own name.
    """
    split = stretches(rows)
    folder = folder or file.removesuffix(".md")
    ways = ((1, file), *((n, f"{folder}/{n}.md") for n in range(2, len(split) + 1)))
    whole = sum(map(len, split))
    return [
        Part(tuple(some), whole if n == 1 else None, n, _ways(ways, n)) for n, some in enumerate(split, 1)
    ]


def _ways(ways: tuple[tuple[int, str], ...], number: int) -> tuple[tuple[int, str], ...]:
    if number == 1:
        return ways
    return tuple(way for way in ways if way[0] == 1 or abs(way[0] - number) <= NEAR)


def cut(rows: Sequence[T], file: str, rank: Callable[[T], int], most: int = SECTION) -> Cut[T]:
    """The rows of the highest rank that weigh no more than `most` together, in the order of the list.

    Of equal rank, the first stay. Where a row is left out, `file` holds the whole.
    """
    if light(rows, most):
        return Cut(tuple(rows), len(rows), None)
    left, kept = most, set[int]()
    for n in sorted(range(len(rows)), key=lambda n: -rank(rows[n])):
        left -= weight(rows[n])
        if left < 0 and kept:
            return Cut(tuple(rows[n] for n in sorted(kept)), len(rows), file)
        kept.add(n)
    return Cut(tuple(rows), len(rows), None)


def cut_groups(
    groups: Mapping[str, Sequence[T]], file: Callable[[str], str], rank: Callable[[T], int], most: int
) -> dict[str, Cut[T]]:
    """As much of each group as `cut` shows, together no more than `most`. `file` is where all of one stand.

    All groups have the same room; what one does not need of it, the heavier ones have.
    """
    weights = {key: sum(map(weight, rows)) for key, rows in groups.items()}
    left, rooms = most, dict[str, int]()
    for n, key in enumerate(sorted(weights, key=weights.__getitem__)):
        rooms[key] = left // (len(groups) - n)
        left -= min(weights[key], rooms[key])
    return {key: cut(rows, file(key), rank, rooms[key]) for key, rows in groups.items()}


def light(rows: Iterable[object], most: int) -> bool:
    """Whether the rows weigh no more than `most` together."""
    return all(total <= most for total in accumulate(map(weight, rows)))


def weight(row: object) -> int:
    """About how many bytes of HTML a row takes."""
    match row:
        case str():
            return 2 * _ROW
        case BookQuotation():
            return _shown(row.passage) + _cites(row.also) + (_ROW if row.cue else 0)
        case BookEvent():
            return _shown(row.passages[0]) + _cites(row.passages[1:]) + 2 * _LINK * len(row.participants)
        case BookPosition():
            return _ROW + sum(map(_shown, row.passages[:5])) + _cites(row.passages[5:])
        case Difference():
            return _ROW + sum(_LINK + _shown(each.passage) for each in row.rows)
        case Tie():
            return _ROW + sum(_LINK + _cites(relation.passages[:4]) for relation in row.relations)
        case Entity():
            role = row.roles[0].passages[0].text if row.roles else ""
            return _ROW + 2 * _LINK + int(_LETTER * len(role)) + (0 if row.page else 2 * _CITE)
        case Doubt():
            return 2 * _ROW + sum(map(_shown, row.passages)) + sum(2 * len(c.yaml) for c in row.choices)
        case _:
            return 2 * _ROW


def name(row: object) -> str:
    """What tells a row from the others of its list, whatever else changes of it."""
    match row:
        case BookQuotation():
            return name(row.passage)
        case BookEvent() | BookPosition():
            return name(row.passages[0])
        case Difference():
            return f"{row.kind} {row.topic}"
        case Tie():
            return f"{row.one} {row.other}"
        case Entity():
            return row.id
        case Passage():
            return f"{row.article} {row.start} {row.end}"
        case _:
            return str(row)


def stretches(
    rows: Iterable[T], weight: Callable[[T], int] = weight, name: Callable[[T], str] = name
) -> list[list[T]]:
    """The rows in stretches that weigh no more than `PART`, unless they are one row.

    Each begins, of all rows where it may, with the one that its name's hash chooses.
    """
    left, found = list(rows), list[list[T]]()
    weights = [weight(row) for row in left]
    at = 0
    while at < len(left) or not found:
        few, most = _ends(weights, at)
        end = most if most == len(left) else min(range(few, most + 1), key=lambda n: _lot(name(left[n])))
        found.append(left[at:end])
        at = end
    return found


def _shown(passage: Passage) -> int:
    """The weight of a passage in full, with its citation."""
    text = passage.text
    size = len(text) if text.isascii() else len(text.encode())
    return _ROW + _CITE + int(_LETTER * min(size, LONGEST))


def _cites(passages: Sequence[Passage]) -> int:
    return _CITE * min(len(passages), _MOST_CITES)


def _lot(name: str) -> int:
    return crc32(name.encode())


def _ends(weights: Sequence[int], start: int) -> tuple[int, int]:
    """Where a part may end at the earliest, half full, and at the latest."""
    total, few = 0, start
    for n in range(start, len(weights)):
        total += weights[n]
        if total > PART and n > start:
            return max(few, start + 1), n
        if total <= PART // 2:
            few = n + 1
    return len(weights), len(weights)
