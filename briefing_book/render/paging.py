"""Long lists are cut to what a reader reads; the whole then has a page of its own, in parts if need be.

A row's weight is about what it takes in the built page, in bytes. A section is one of a page's lists.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from briefing_book.model import BookEvent, BookPosition, BookQuotation, Difference, Doubt, Entity, Passage
from briefing_book.render.passages import LONGEST
from briefing_book.render.ties import Tie

T = TypeVar("T")

PART = 320_000
"""A page's rows weigh no more, unless it is one row."""
SECTION = 40_000
"""A section's rows weigh no more, unless it is one row."""
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
    """Rows on a page of their own, the `number`th from 1 of all `files`, which hold `all` rows.

    `firsts` are the first rows of each.
    """

    rows: tuple[T, ...]
    all: int
    number: int
    files: tuple[str, ...]
    firsts: tuple[T, ...] = ()

    @property
    def file(self) -> str:
        """The page's path in `docs/`."""
        return self.files[self.number - 1]


def parts(rows: Iterable[T], file: str, folder: str | None = None) -> list[Part[T]]:
    """The rows in their order, in as few parts as their weight allows.

    The first part is `file`, the others are numbered pages in `folder`: by default, of the file's own name.
    """
    split = _split(rows)
    folder = folder or file.removesuffix(".md")
    files = (file, *(f"{folder}/{n}.md" for n in range(2, len(split) + 1)))
    whole = sum(map(len, split))
    firsts = tuple(some[0] for some in split if some)
    return [Part(tuple(some), whole, n, files, firsts) for n, some in enumerate(split, 1)]


def cut(rows: Sequence[T], file: str, rank: Callable[[T], int], most: int = SECTION) -> Cut[T]:
    """The rows of the highest rank that weigh no more than `most` together, in the order of the list.

    Of equal rank, the first stay. Where a row is left out, `file` holds the whole.
    """
    left, kept = most, set[int]()
    for n in sorted(range(len(rows)), key=lambda n: -rank(rows[n])):
        left -= weight(rows[n])
        if left < 0 and kept:
            return Cut(tuple(rows[n] for n in sorted(kept)), len(rows), file)
        kept.add(n)
    return Cut(tuple(rows), len(rows), None)


def light(rows: Iterable[object], most: int = PART) -> bool:
    """Whether the rows may stand on one page."""
    return sum(map(weight, rows)) <= most


def weight(row: object) -> int:
    """About how many bytes of HTML a row takes."""
    match row:
        case (_, fact):
            return weight(fact)
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
            return 2 * _ROW + sum(map(_shown, row.passages)) + sum(4 * len(c.yaml) for c in row.choices)
        case _:
            return 2 * _ROW


def _shown(passage: Passage) -> int:
    """The weight of a passage in full, with its citation."""
    return _ROW + _CITE + int(_LETTER * min(len(passage.text.encode()), LONGEST))


def _cites(passages: Sequence[Passage]) -> int:
    return _CITE * min(len(passages), _MOST_CITES)


def _split(rows: Iterable[T]) -> list[list[T]]:
    found: list[list[T]] = [[]]
    left = PART
    for row in rows:
        heavy = weight(row)
        if heavy > left and found[-1]:
            found.append([])
            left = PART
        found[-1].append(row)
        left -= heavy
    return found
