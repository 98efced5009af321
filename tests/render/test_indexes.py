"""The lists across the book: what their tables say, what the script filters by, and how long ones are cut."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html
from lxml.html import HtmlElement
from msgspec.structs import replace

from briefing_book.model import Book, Entity
from briefing_book.publish.check import check_site
from briefing_book.render import paging, render
from briefing_book.render.paging import cut, cut_groups, parts
from tests.render.small_book import HOSTILE, TEMPLATES, TEXTS, build_site


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and sections so small that one row fills them."""
    monkeypatch.setattr(paging, "PART", 1)
    monkeypatch.setattr("briefing_book.render.lists.PART", 1)
    monkeypatch.setattr("briefing_book.render.lists.WHOLE", 1)
    monkeypatch.setattr(cut, "__defaults__", (1,))


def table(text: str) -> list[list[str]]:
    """The cells of a page's table, but its head."""
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return rows[2:]


def built(site: Path, address: str) -> HtmlElement:
    return html.fromstring((site / address / "index.html").read_bytes())


def filters(text: str) -> dict[str, dict[str, str]]:
    """The names of the values that a page can be filtered by, for each field."""
    (data,) = re.findall(r'<script type="application/json" id="filters">(.*)</script>', text)
    return {field["key"]: field["names"] for field in json.loads(data)["fields"]}


def test_an_index_tells_when_an_entity_was_first_and_last_seen(pages: dict[str, str]) -> None:
    """By the dated articles that name it; an undated one says nothing."""
    lee, kim = table(pages["people/index.md"])
    assert lee[2:5] == [
        "3",
        '4 May 2024 { data-sort="2024&#45;05&#45;04" }',
        '6 May 2024 { data-sort="2024&#45;05&#45;06" }',
    ]
    assert "Lee" in lee[0] and "Bo Kim" in kim[0]


def test_one_whom_only_undated_articles_name_was_seen_on_no_day(book: Book) -> None:
    lee = replace(book.entities["people/ann-lee"], articles=(HOSTILE,))
    page = render(replace(book, entities=book.entities | {lee.id: lee}), TEMPLATES)["people/index.md"]
    assert table(page)[0][3:5] == ['undated { data-sort="" }'] * 2


def test_the_timeline_carries_what_it_can_be_filtered_by(pages: dict[str, str]) -> None:
    page = pages["timeline.md"]
    assert filters(page) == {
        "person": {"people/ann-lee": "Ann Lee", "people/bo-kim": "Bo Kim"},
        "country": {"countries/norland": "Norland"},
        "kind": {"meeting": "meeting", "reject": "reject"},
    }


def test_quotations_carry_their_speakers_and_every_article_that_gives_them(pages: dict[str, str]) -> None:
    found = filters(pages["quotations.md"])
    assert found["speaker"] == {"countries/norland": "Norland", "people/ann-lee": "Ann Lee"}
    assert list(found["source"].values()).count("Lee meets Kim") == 1


def test_each_row_carries_its_values_on_the_built_page(site: Path) -> None:
    timeline = built(site, "timeline")
    assert [(li.get("data-kind"), li.get("data-who")) for li in timeline.xpath("//li[@data-who]")] == [
        ("meeting", "people/ann-lee people/bo-kim"),
        ("reject", "countries/norland plans/roads-2024"),
    ]
    quotations = built(site, "quotations")
    rows = quotations.xpath("//*[@data-by]")
    assert len(rows) == 5
    assert {row.get("data-from") for row in rows if row.get("data-by") == "people/ann-lee"} == {
        "report gazette gazette-copy",
        "report",
    }
    assert {" " in value or unquote(value) in TEXTS for row in rows for value in [row.get("data-from")]} == {
        True
    }


def test_no_title_ends_the_data_that_the_filters_are_made_of(pages: dict[str, str]) -> None:
    data = re.findall(r'id="filters">(.*)</script>', pages["quotations.md"])[0]
    assert not set("<>&") & set(data)
    assert "<img src=x onerror=alert(1)> *t*" in filters(pages["quotations.md"])["source"].values()


def test_a_long_list_is_in_parts_that_hold_every_row_once_and_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paging, "PART", 5 * paging.weight("row"))
    made = parts([f"row {n}" for n in range(12)], "list.md")
    assert [len(part.rows) for part in made] == [2, 4, 5, 1]
    assert [row for part in made for row in part.rows] == [f"row {n}" for n in range(12)]
    assert [part.file for part in made] == ["list.md", "list/2.md", "list/3.md", "list/4.md"]


def test_a_part_leads_to_the_first_one_and_to_those_near_it_and_tells_no_other_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A list that grows at its end, or far away, leaves it as it is."""
    monkeypatch.setattr(paging, "PART", 1)
    first, *others = parts(list(range(20)), "list.md")
    assert [number for number, _ in first.ways] == list(range(1, 21)) and first.all == 20
    assert [number for number, _ in others[8].ways] == [1, 7, 8, 9, 10, 11, 12, 13]
    assert (others[8].before, others[8].file, others[8].after) == ("list/9.md", "list/10.md", "list/11.md")
    assert parts(list(range(30)), "list.md")[9] == others[8]
    assert others[-1].after is None


def test_groups_share_the_room_and_leave_to_others_what_they_do_not_need() -> None:
    row = paging.weight(0)
    groups = {"small": [1], "large": [2, 3, 4, 5, 6, 7], "middle": [8, 9, 10]}
    shown = cut_groups(groups, "{}.md".format, lambda number: number, 8 * row)
    assert shown["small"] == ((1,), 1, None) and shown["middle"] == ((8, 9, 10), 3, None)
    assert shown["large"] == ((4, 5, 6, 7), 6, "large.md")


def test_a_list_that_is_empty_has_its_page() -> None:
    nothing: list[str] = []
    (only,) = parts(nothing, "list.md")
    assert only.rows == () and only.file == "list.md"


def test_a_cut_list_keeps_what_ranks_highest_in_the_lists_order() -> None:
    shown = cut([3, 9, 1, 9, 4], "whole.md", lambda row: row, 3 * paging.weight(0))
    assert shown == ((9, 9, 4), 5, "whole.md")


def test_a_list_that_is_light_is_not_cut() -> None:
    assert cut([1, 2], "whole.md", lambda row: row) == ((1, 2), 2, None)


@pytest.mark.usefixtures("narrow")
def test_a_book_in_parts_shows_every_statement_and_leads_to_every_part(book: Book, tmp_path: Path) -> None:
    met, rejects = book.events
    events = (met, replace(met, date="2024-05-09"), rejects)
    site = build_site(replace(book, events=events), tmp_path)
    assert check_site(site, TEXTS) == []
    made = {file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")}
    assert {"people/all/2", "sources/all/5", "timeline/2024", "timeline/2024/2"} <= made
    assert {"quotations/2024-05-04", "quotations/2024-05-04/2", "quotations/undated"} <= made
    assert {"people/ann-lee/events", "people/ann-lee/sources/4", "plans/roads-2024/sources"} <= made
    assert "timeline/undated" not in made
    assert built(site, "people/all/2").xpath("//*[@id='bo-kim']")
    assert "../../people/all/2/#bo-kim" in built(site, "sources/report").xpath("//a/@href")
    assert built(site, "timeline").xpath("//a[.='All 2 events']/@href") == ["2024/"]
    assert built(site, "people/all/2").xpath("//nav[@class='parts']//a[@rel='prev']/@href") == ["../../"] * 2
    citing = built(site, "sources/report").xpath("//li[.//*[starts-with(@id, 'cited-')]]//a/@href")
    assert "../../people/ann-lee/" in citing and "../../timeline/2024/" in citing
    assert not any("ann-lee/events" in href or href.endswith("timeline/2024/2/") for href in citing)
    following = built(site, "quotations/2024-05-04").xpath("//nav[@class='parts']//a[@rel='next']/@href")
    assert following == ["2/"] * 2
    days = built(site, "quotations").xpath("//li/a[@aria-label]/@href")
    assert days[0] == "2024-05-04/" and days[-1] == "undated/"


def test_an_address_of_a_part_is_no_entitys(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody may be called "All" or "2"."""
    forms = book.entities["people/ann-lee"].forms
    named = {
        id: Entity(id, "people", name, forms, ("report",))
        for id, name in (("people/all", "All"), ("people/2", "2"))
    }
    made = render(replace(book, entities=book.entities | named), TEMPLATES)
    monkeypatch.setattr(paging, "PART", 1)
    parted = render(replace(book, entities=book.entities | named), TEMPLATES)
    assert {"people/all.md", "people/2.md", "people/all/2.md"} <= set(parted)
    assert parted["people/2.md"] == made["people/2.md"]
