"""The timeline: what happened by year, then what was planned, then what has no date."""

from msgspec.structs import replace

from briefing_book.model import Book
from briefing_book.render import render
from tests.render.small_book import TEMPLATES


def test_planned_events_stand_apart_from_past_ones_whatever_their_day(book: Book) -> None:
    """That an announced day has passed does not make the event one that happened."""
    met, rejects = book.events
    years = [replace(met, date="2019"), met, replace(met, planned=True), replace(met, date="soon"), rejects]
    page = render(replace(book, events=tuple(years)), TEMPLATES)["timeline.md"]
    lines = [line for line in page.splitlines() if line.startswith(("## ", "- **"))]
    assert [line.partition("** ")[0].partition(" {")[0] for line in lines] == [
        "## 2019",
        "- **2019",
        "## 2024",
        "- **3 May 2024",
        "## Planned",
        "- **Announced for 3 May 2024",
        "## Undated",
        "- **Soon",
        "- **Undated",
    ]


def test_an_inexact_date_is_followed_by_the_articles_words_where_they_say_more(book: Book) -> None:
    met, *_ = book.events
    source = met.passages[0]
    told = [replace(met, date="2024-05", when=replace(source, text=words)) for words in ("early May", "May")]
    page = render(replace(book, events=tuple(told)), TEMPLATES)["timeline.md"]
    vague, plain = (line for line in page.splitlines() if line.startswith("- **May 2024**"))
    assert vague.partition("*meeting*")[0].count("early May") == 1
    assert plain.startswith("- **May 2024** *meeting*")
