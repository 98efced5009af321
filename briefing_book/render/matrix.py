"""A plan's points against the sources: a line for each source about the plan, a share for each point.

Lines are cut to what a reader reads; what is left out is counted.
"""

from typing import NamedTuple

from briefing_book.model import Book, PlanCoverage, PointCoverage
from briefing_book.render.agreement import Agreement

MOST_LINES = 30
"""More sources about the plan are counted."""
MOST_OTHERS = 5
"""More articles that are not about the plan are only counted."""


class Cell(NamedTuple):
    """How many provisions of a point a source reports, and its place, from 1, among those that report it."""

    covered: PointCoverage
    provisions: int
    place: int


class Line(NamedTuple):
    """A source about the plan, with a cell for each point."""

    article: str
    cells: tuple[Cell, ...]

    @property
    def reported(self) -> int:
        """How many points the source reports."""
        return sum(cell.provisions > 0 for cell in self.cells)


class Share(NamedTuple):
    """How many of the sources about a plan report a point."""

    reporting: int
    about: int


class Matrix(NamedTuple):
    """The lines shown and how many are left out; the same of the articles that are not about the plan."""

    lines: tuple[Line, ...]
    left: int
    others: tuple[str, ...]
    left_others: int


def matrix(coverage: PlanCoverage, book: Book) -> Matrix:
    """The lines of the sources that report most points, in the book's order."""
    about = articles_about(coverage)
    cells = [(Cell(covered, 0, 0), _cells(covered)) for covered in coverage.points]
    lines = [Line(article, tuple(of.get(article, none) for none, of in cells)) for article in about]
    shown = set(sorted(range(len(lines)), key=lambda n: -lines[n].reported)[:MOST_LINES])
    others = [article for article in book.sources if article not in about]
    few = tuple(others) if len(others) <= MOST_OTHERS else ()
    kept = tuple(line for n, line in enumerate(lines) if n in shown)
    return Matrix(kept, len(lines) - len(kept), few, len(others) - len(few))


def articles_about(coverage: PlanCoverage) -> dict[str, None]:
    """The ids of the articles that name a plan or report a point of it, each once."""
    return dict.fromkeys((*coverage.articles, *(p.article for c in coverage.points for p in c.passages)))


def share(coverage: PlanCoverage, covered: PointCoverage, agreement: Agreement) -> Share:
    """How many of the sources about a plan report a point of it."""
    reporting = agreement.independent(p.article for p in covered.passages)
    return Share(reporting, agreement.independent(articles_about(coverage)))


def _cells(covered: PointCoverage) -> dict[str, Cell]:
    """The cell of each article that reports a point."""
    counts = dict.fromkeys((p.article for p in covered.passages), 0)
    for passages in covered.provisions:
        for article in {p.article for p in passages}:
            counts[article] += 1
    return {article: Cell(covered, n, place) for place, (article, n) in enumerate(counts.items(), 1)}
