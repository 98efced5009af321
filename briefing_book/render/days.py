"""The quotations of a large book by the day of their article, on pages for a day or a few days each.

A page bears the name of its first day: an article more changes the page of its day, seldom another one.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing_book.assemble import edtf
from briefing_book.model import BookQuotation
from briefing_book.render.paging import stretches, weight
from briefing_book.render.view import View

UNDATED = "undated"


class Day(NamedTuple):
    """A day in ISO 8601, or `UNDATED`, and what the articles of that day quote, in the book's order."""

    name: str
    quotations: tuple[BookQuotation, ...]


class Days(NamedTuple):
    """A page of days. Where one day is on several pages, this is the `number`th of them, from 1.

    `file`, `before` and `after` are this page's path in `docs/`, and those of the pages around it.
    """

    days: tuple[Day, ...]
    number: int
    file: str
    before: str | None = None
    after: str | None = None

    @property
    def first(self) -> str:
        """The name of the first day."""
        return self.days[0].name

    @property
    def quotations(self) -> tuple[BookQuotation, ...]:
        """What is quoted on all days."""
        return tuple(quotation for day in self.days for quotation in day.quotations)


def pages_of_days(view: View, quotations: Iterable[BookQuotation], folder: str) -> list[Days]:
    """The quotations in the order of their articles, on pages in a folder of `docs/`."""
    days = _by_day(view, quotations)
    dated = [day for day in days if day.name != UNDATED]
    found = [*_pages(dated, folder), *_pages(days[len(dated) :], folder)]
    files = (None, *(page.file for page in found), None)
    return [
        page._replace(before=before, after=after)
        for page, before, after in zip(found, files, files[2:], strict=False)
    ]


def calendar(pages: Iterable[Days]) -> dict[str, list[tuple[str, str]]]:
    """By month, the first day and the path of each page that begins in it; of a day, only its first page."""
    months: dict[str, list[tuple[str, str]]] = {}
    for page in pages:
        if page.number == 1:
            month = page.first.rpartition("-")[0] or UNDATED
            months.setdefault(month, []).append((page.first, page.file))
    return months


def _by_day(view: View, quotations: Iterable[BookQuotation]) -> list[Day]:
    articles: dict[str, list[BookQuotation]] = {}
    for quotation in quotations:
        articles.setdefault(quotation.passage.article, []).append(quotation)
    days: dict[str, list[BookQuotation]] = {}
    for article, said in sorted(articles.items(), key=lambda each: view.order(each[1][0].passage)):
        published = view.source(article).info.published
        known = edtf.bounds(published) if published else None
        day = days.setdefault(known[0].isoformat() if known else UNDATED, [])
        day.extend(sorted(said, key=lambda each: each.passage.start))
    return [Day(name, tuple(said)) for name, said in days.items()]


def _pages(days: Sequence[Day], folder: str) -> Iterator[Days]:
    for some in stretches(days, _weight, lambda day: day.name) if days else ():
        first = some[0].name
        split = stretches(some[0].quotations) if len(some) == 1 else []
        for number, said in enumerate(split, 1):
            file = f"{folder}/{first}.md" if number == 1 else f"{folder}/{first}/{number}.md"
            yield Days((Day(first, tuple(said)),), number, file)
        if not split:
            yield Days(tuple(some), 1, f"{folder}/{first}.md")


def _weight(day: Day) -> int:
    return sum(map(weight, day.quotations))
