"""What readers of the site are told of editions."""

import re
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from briefing_book.editions import History, next_edition, things_of
from briefing_book.model import Book, Edition, PlanCoverage, PointCoverage
from briefing_book.render import render
from briefing_book.render.paging import PART
from tests.render.small_book import HOSTILE, TEMPLATES, small_book
from tests.render.test_feed import MADE, grown, history_of

NEW = "*new*{ .tag }"


@pytest.fixture(scope="module")
def book() -> Book:
    return small_book()


@pytest.fixture(scope="module")
def second(book: Book) -> dict[str, str]:
    """The pages of the second edition, whose facts are all new, and one article."""
    return dict(render(book, TEMPLATES, history_of(*grown(book))))


def unreported(plan: PlanCoverage) -> PlanCoverage:
    return replace(plan, points=tuple(PointCoverage(each.point, each.id, ()) for each in plan.points))


def section(page: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    (found,) = re.findall(rf"^## {heading}.*?\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    return found


def test_in_the_first_edition_nothing_is_marked_as_new(book: Book) -> None:
    pages = render(book, TEMPLATES, history_of(book))
    assert not [path for path in pages if NEW in pages[path]]
    assert "[First edition, 2 January 2026](changes.md#edition-1)" in pages["index.md"]
    assert "The book began with 5 articles, 2 people, 1 country" in pages["changes.md"]


def test_pages_mark_what_came_with_the_last_edition(second: dict[str, str]) -> None:
    for path in (
        "timeline.md",
        "quotations.md",
        "differences.md",
        "people/ann-lee.md",
        "plans/roads-2024.md",
    ):
        assert NEW in second[path], path
    sources = [line for line in second["sources/index.md"].splitlines() if NEW in line]
    assert [re.search(r"\((.*?)\)", line)[1] for line in sources] == ["weather.md"]
    assert NEW not in second["people/index.md"]


def test_what_an_older_edition_brought_is_no_longer_marked(book: Book) -> None:
    rain = replace(book.sources["weather"].info, id="more-rain")
    third = replace(book, sources=book.sources | {"more-rain": replace(book.sources["weather"], info=rain)})
    pages = render(third, TEMPLATES, history_of(*grown(book), third))
    assert NEW not in pages["timeline.md"]
    assert NEW in pages["sources/index.md"]


def test_a_point_is_marked_when_it_is_first_reported(book: Book) -> None:
    before = replace(book, plans=tuple(map(unreported, book.plans)))
    pages = render(book, TEMPLATES, history_of(before, book))
    assert NEW in pages["plans/roads-2024/1-ceasefire.md"]
    assert NEW not in pages["plans/roads-2024/2-grain.md"]
    (row,) = [line for line in pages["plans/roads-2024.md"].splitlines() if NEW in line]
    assert "1-ceasefire" in row
    assert "Newly reported: " in section(pages["index.md"], "New in this edition")


def test_the_front_page_names_the_edition_and_what_is_new_in_it(second: dict[str, str]) -> None:
    home = second["index.md"]
    assert "[Second edition, 3 January 2026](changes.md#edition-2)" in home
    told = section(home, "New in this edition")
    assert "1 article, 4 quotations, 2 passages of reported speech, 2 positions, 2 events" in told
    assert "[Rain](sources/weather.md)" in told
    assert "sources/gazette.md" not in told


def test_changes_tells_each_edition_under_an_address_that_stays(second: dict[str, str], book: Book) -> None:
    page = second["changes.md"]
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == [
        "Second edition, 3 January 2026 { #edition-2 }",
        "First edition, 2 January 2026 { #edition-1 }",
    ]
    headings = re.findall(r"^### (.*?) \{", section(page, "Second"), re.MULTILINE)
    assert headings == ["Articles", "Quotations", "Positions", "Events", "New differences"]
    assert "And 1 quoted fragment." in page
    no_reports = History(book, things_of(book, {}), ())
    assert "no edition yet" in render(book, TEMPLATES, no_reports)["changes.md"]


def test_what_is_gone_is_told_by_name_and_led_to_where_it_is_told_now(book: Book) -> None:
    kim = book.entities["people/bo-kim"]
    lee = replace(book.entities["people/ann-lee"], former=("people/bo-kim",))
    others = {id: each for id, each in book.entities.items() if id != kim.id}
    merged = replace(book, entities=others | {lee.id: lee}, connections=())
    page = render(merged, TEMPLATES, history_of(book, merged))["changes.md"]
    assert "- Person: Bo Kim, now told as [Ann Lee](people/ann-lee.md)" in page


def test_what_people_write_in_corrections_is_only_text(book: Book) -> None:
    why = "“A” and “B” are one: <b>*x*</b> {{ 7*7 }} [a](javascript:b)"
    first = next_edition(things_of(book, {}), (), lambda: MADE)
    assert first
    corrected = things_of(book, {"merge": why})
    made = next_edition(corrected, (first,), lambda: MADE)
    assert made
    page = render(book, TEMPLATES, History(book, corrected, (first, made)))["changes.md"]
    told = section(page, "Second")
    assert "{{" not in told and "<b>" not in told and "](javascript" not in told
    assert "&#123;&#123; 7&#42;7 &#125;&#125;" in told


def test_the_page_stays_readable_after_hundreds_of_editions(book: Book) -> None:
    info, rain = book.sources["weather"].info, book.sources["weather"]
    names = [f"rain-{n}-{m}" for n in range(300) for m in range(5)]
    sources = {name: replace(rain, info=replace(info, id=name, title=f"Rain {name}")) for name in names}
    whole = replace(book, sources=book.sources | sources)
    keys = list(things_of(whole, {}).names["articles"])
    editions = [
        Edition(
            number=n + 1,
            date=MADE + timedelta(n),
            holds={"articles": 5 * n},
            came={"articles": {key: sources[key].info.title for key in keys if key.startswith(f"rain-{n}-")}},
        )
        for n in range(300)
    ]
    history = History(whole, things_of(whole, {}), editions)
    page = render(whole, TEMPLATES, history)["changes.md"]
    assert all(f"edition-{n}" in page for n in range(1, 301))
    assert len(page) < PART
    assert history.since(date(2026, 1, 2)).counts["articles"] == len(keys)
    assert HOSTILE in history.since(date(2026, 1, 2)).articles
