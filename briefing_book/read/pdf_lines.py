"""The printed lines of a PDF's pages, with what is no part of the article taken away.

What stands at the head or foot of several pages, and page numbers, is left out; small print at the foot of a
column or page comes last.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from statistics import median

from msgspec.structs import replace

from briefing_book.model import Record

EDGE = 3
"""How many lines at the top and at the bottom of a page may be its head and foot."""
OFTEN = 0.4
"""The share of the pages on which a line at the edge stands that is no part of the article."""
OTHER_SIZE = 0.12
"""Letters that differ from others by this share of these are set in another size."""
NEAR = 3
"""Points by which the heads of two pages may differ in height."""
FULL = 0.9
"""The share of a column's lines that end before the right margin, or at it."""

_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|seite|pagina|página|str|стр|p|s)\.?\s*)?\d{1,4}"
    r"(?:\s*(?:/|of|von|de|di|sur|из)\s*\d{1,4})?[\W_]*",
    re.I,
)
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}:\d\d(?:\s?[AP]M)?\s.*", re.I)
_ADDRESS_FOOT = re.compile(r"((?:https?|file)://\S+)\s+\d{1,4}/\d{1,4}")


class Line(Record, frozen=True):
    """A line of a page, in points from the page's left and bottom.

    `base` is the lower edge of the letters, `size` their height, `margin` the right end of full lines there.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    margin: float = 0.0


class Usual(Record, frozen=True):
    """The size of most letters, and how far below each other lines of a paragraph stand, as a share of it."""

    size: float
    step: float


def usual(pages: Sequence[Sequence[Line]]) -> Usual:
    """How these pages are set. Steps between paragraphs are wider, and seldom more than three in four."""
    size = median([line.size for page in pages for line in page] or [1.0]) or 1.0
    steps = (a.base - b.base for page in pages for a, b in pairwise(page))
    near = sorted(step for step in steps if 0 < step < 3 * size)
    return Usual(size, near[len(near) // 4] / size if near else 1.5)


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without what stands at their head and foot."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = {key for key, times in seen.items() if times >= max(2, OFTEN * len(pages))}
    return [_inside(page, often) for page in pages]


def printed_address(pages: Sequence[Sequence[Line]]) -> str | None:
    """The web address that a browser prints at the foot of pages."""
    lines = (_ADDRESS_FOOT.fullmatch(line.text) for page in pages for line in _edges(page))
    return next((found[1] for found in lines if found and found[1].startswith("http")), None)


def notes_last(pages: Sequence[Sequence[Line]], most: Usual) -> tuple[list[Line], list[Line]]:
    """The lines of the pages without the small print at the foot of a column or page, and that."""
    body: list[Line] = []
    notes: list[Line] = []
    for page in pages:
        for column in _columns(page, most):
            end = len(column)
            while end and column[end - 1].size < (1 - OTHER_SIZE) * most.size:
                end -= 1
            body += column[: end or None]
            notes += column[end:] if end else []
    return body, notes


def with_margins(page: Sequence[Line], most: Usual) -> list[Line]:
    """The lines, each with the right end of full lines that start near where it does."""
    near = 3 * most.size
    ends: dict[int, list[float]] = defaultdict(list)
    for line in page:
        for place in (-1, 0, 1):
            ends[round(line.left / near) + place].append(line.right)
    margins = {place: sorted(rights)[int(FULL * (len(rights) - 1))] for place, rights in ends.items()}
    return [replace(line, margin=margins[round(line.left / near)]) for line in page]


def _inside(page: Sequence[Line], often: set[tuple[str, int]]) -> list[Line]:
    """The lines between the page's head and foot, which end at the first line that is the page's own."""

    def is_own(line: Line) -> bool:
        known = any(pattern.fullmatch(line.text) for pattern in (_NUMBER, _PRINTED, _ADDRESS_FOOT))
        return not known and _key(line) not in often

    down = sorted(page, key=lambda line: -line.base)
    head = takewhile(lambda line: not is_own(line), down[:EDGE])
    foot = takewhile(lambda line: not is_own(line), reversed(down[-EDGE:]))
    outside = {*head, *foot}
    return [line for line in page if line not in outside]


def _edges(page: Sequence[Line]) -> list[Line]:
    """The lines nearest to the head and to the foot of the page."""
    down = sorted(page, key=lambda line: -line.base)
    return down[:EDGE] + down[max(EDGE, len(down) - EDGE) :]


def _key(line: Line) -> tuple[str, int]:
    """What is the same in the heads of all pages: the words but for numbers, and their height."""
    return re.sub(r"\d+", "#", line.text).casefold(), round(line.base / NEAR)


def _columns(page: Sequence[Line], most: Usual) -> Iterator[list[Line]]:
    """The lines of the page in runs that lead down it."""
    column: list[Line] = []
    for line in page:
        if column and line.base > column[-1].base + most.size:
            yield column
            column = []
        column.append(line)
    if column:
        yield column
