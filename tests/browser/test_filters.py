"""Lists are sorted and filtered without a page load, and the address keeps what is chosen, to be sent."""

import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open


def shown(page: Page, column: str = "Name") -> list[str]:
    """What stands in a column of the list, from top to bottom, in the rows that are shown; `new` aside."""
    heads = [re.sub(r"\W+", "", text) for text in page.get_by_role("columnheader").all_inner_texts()]
    rows = page.locator("tbody tr").filter(visible=True)
    at = heads.index(column.replace(" ", ""))
    cells = [rows.nth(row).locator("td, th").nth(at) for row in range(rows.count())]
    return [cell.inner_text().removesuffix(" new") for cell in cells]


def choose(page: Page, field: str, name: str) -> None:
    """Choose, in a field, what begins with the name."""
    choice = page.get_by_role("combobox", name=re.compile(f"^{field}\\b"))
    choice.select_option(choice.locator("option", has_text=name).first.get_attribute("value"))


def test_an_index_is_filtered_by_words_and_its_address_can_be_sent(home: str, open_page: Open) -> None:
    page = open_page(home + "people/", home)
    all_names = shown(page)
    assert len(all_names) > 5
    page.get_by_label("Filter").fill("norw")
    names = shown(page)
    assert "Ingrid Solheim" in names and 0 < len(names) < len(all_names)
    sent = open_page(page.url, home)
    assert shown(sent) == names
    sent.get_by_label("Filter").fill("")
    assert shown(sent) == all_names
    assert sent.url == home + "people/"


def test_an_index_is_sorted_by_its_columns_and_its_address_can_be_sent(home: str, open_page: Open) -> None:
    page = open_page(home + "people/", home)
    head = page.get_by_role("columnheader", name="Sources")
    orders = []
    for _ in range(2):
        head.get_by_role("button").click()
        numbers = list(map(int, shown(page, "Sources")))
        assert numbers == sorted(numbers, reverse=head.get_attribute("aria-sort") == "descending")
        orders.append(head.get_attribute("aria-sort"))
    assert sorted(filter(None, orders)) == ["ascending", "descending"]
    sent = open_page(page.url, home)
    assert shown(sent) == shown(page)


@pytest.mark.parametrize("index", ["people/", "countries/", "organisations/"])
def test_every_index_can_be_sorted_by_what_readers_ask_for(home: str, open_page: Open, index: str) -> None:
    page = open_page(home + index, home)
    for column in ("Name", "Sources", "First seen", "Last seen"):
        expect(page.get_by_role("columnheader", name=column).get_by_role("button")).to_be_visible()


@pytest.mark.parametrize(
    ("address", "chosen", "stays", "goes"),
    [
        ("timeline/", {"Person": "Olena Marchenko"}, "met Ukrainian Deputy Prime Minister", "Tehran"),
        ("timeline/", {"Country": "Iran"}, "planned an official visit to Tehran", "Deputy Prime Minister"),
        ("timeline/", {"Person": "Alexander Lukashenko", "Kind": "meeting"}, "Lukashenko", "Marchenko"),
        ("quotations/", {"Speaker": "Ingrid Solheim"}, "every serious effort", "choke trade"),
        ("quotations/", {"Source": "Lukashenko flies to Tehran"}, "choke trade", "every serious effort"),
    ],
)
def test_a_list_is_filtered_by_its_fields_and_its_address_can_be_sent(
    home: str, open_page: Open, address: str, chosen: dict[str, str], stays: str, goes: str
) -> None:
    page = open_page(home + address, home)
    article = page.get_by_role("article")
    whole = article.inner_text()
    assert stays in whole and goes in whole
    for field, name in chosen.items():
        choose(page, field, name)
    part = below_the_filters(article)
    assert stays in part and goes not in part
    expect(page.get_by_role("status").filter(visible=True)).to_contain_text(re.compile(r"\d+ of \d+"))
    sent = open_page(page.url, home)
    assert below_the_filters(sent.get_by_role("article")) == part


def below_the_filters(article: Locator) -> str:
    """What the article says after its filters, which name everything that can be chosen."""
    parts: Sequence[str] = article.locator("form ~ *").filter(visible=True).all_inner_texts()
    return "\n".join(parts)


def test_an_address_that_names_nobody_shows_everything(home: str, open_page: Open) -> None:
    page = open_page(home + "timeline/?person=people/nobody&kind=%3Cscript%3E", home)
    whole = open_page(home + "timeline/", home)
    here, there = (below_the_filters(each.get_by_role("article")) for each in (page, whole))
    assert here == there != ""


def test_files_are_filtered_too(files: str, open_page: Open) -> None:
    page = open_page(files + "people/index.html", files)
    page.get_by_label("Filter").fill("norw")
    assert "Ingrid Solheim" in shown(page) and "Xi Jinping" not in shown(page)
