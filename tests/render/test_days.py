"""Quotations of a large book: on pages by day, of which an article more changes its own day's alone."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from briefing_book.model import Book, BookQuotation
from briefing_book.render import paging
from briefing_book.render.days import Days, calendar, pages_of_days
from briefing_book.render.view import View

DAYS = 60
EACH = 4


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch, book: Book) -> None:
    """Some five days fill a page."""
    monkeypatch.setattr(paging, "PART", 20 * paging.weight(_said(book)) + 1)


def _said(book: Book) -> BookQuotation:
    return book.quotations[0]


def long_book(book: Book, days: dict[str, str | None]) -> Book:
    """A book with an article of each of these days, by its id, and as many quotations in each."""
    report, said = book.sources["report"], replace(_said(book), also=())
    sources = {
        id: replace(report, info=replace(report.info, id=id, published=day)) for id, day in days.items()
    }
    quotations = [
        replace(said, passage=replace(said.passage, article=id)) for id in days for _ in range(EACH)
    ]
    return replace(book, sources=sources, quotations=tuple(quotations))


def months(number: int = DAYS) -> dict[str, str | None]:
    return {f"a{n:03}": (date(2024, 1, 1) + timedelta(n)).isoformat() for n in range(number)}


def pages(book: Book, days: dict[str, str | None]) -> list[Days]:
    made = long_book(book, days)
    return pages_of_days(View(made), made.quotations, "quotations")


def test_every_quotation_stands_once_on_the_page_of_its_day_in_the_order_of_time(book: Book) -> None:
    made = pages(book, months() | {"none": None, "b": "2024-01-05"})
    names = [day.name for page in made for day in page.days]
    assert names == sorted(set(names)) and names[-1] == "undated"
    assert sum(len(page.quotations) for page in made) == (DAYS + 2) * EACH
    assert all(page.file == f"quotations/{page.first}.md" for page in made)
    assert [page.after for page in made[:-1]] == [page.file for page in made[1:]]
    assert [page.before for page in made[1:]] == [page.file for page in made[:-1]]


def test_an_article_more_changes_the_page_of_its_day_and_seldom_one_beside_it(book: Book) -> None:
    before = pages(book, months())
    changed = [len(set(pages(book, months() | {"z": day})) - set(before)) for day in months().values() if day]
    assert min(changed) == 1 and sum(changed) <= 2 * len(changed)


def test_a_day_that_fills_several_pages_has_numbered_ones_of_which_the_calendar_names_the_first(
    book: Book,
) -> None:
    crowded = {f"c{n}": "2024-01-02" for n in range(20)}
    made = pages(book, months(5) | crowded)
    own = [page for page in made if page.first == "2024-01-02"]
    assert [page.number for page in own] == list(range(1, len(own) + 1)) and len(own) > 3
    assert own[1].file == "quotations/2024-01-02/2.md"
    (listed,) = calendar(made).values()
    assert [file for _, file in listed].count("quotations/2024-01-02.md") == 1
    assert not any("/2.md" in file for _, file in listed)


def test_the_calendar_has_a_line_for_each_month_and_one_for_the_undated(book: Book) -> None:
    found = calendar(pages(book, months() | {"none": None, "vague": "2024-02"}))
    assert list(found) == ["2024-01", "2024-02", "undated"]
