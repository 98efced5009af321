"""Search: whom a reader asks for comes first, by whatever name; and it lands where the words stand."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from briefing_book.editorial import load_settings
from briefing_book.publish.site import build_site
from tests.browser.conftest import Open
from tools.browser import serve

LUKASHENKO = "people/alexander-lukashenko/"
QUOTATION = "“slide into a global confrontation”"

AT_REST = """list => new Promise(rest => {
  let timer = setTimeout(rest, 400)
  const again = () => { clearTimeout(timer); timer = setTimeout(rest, 400) }
  new MutationObserver(again).observe(list, { childList: true, subtree: true })
})"""
"""Waits until nothing more is found: each letter that is typed is a search of its own."""


def search(page: Page, words: str) -> None:
    """Type words into the search box, as a reader without a mouse does, and wait for what it finds."""
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.type(words)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.locator(".md-search-result__list").evaluate(AT_REST)


@pytest.fixture(scope="module")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same book's site, built as one is that Material's search is too slow for."""
    book = tmp_path_factory.mktemp("large") / "book"
    shutil.copytree(site.parent, book, ignore=shutil.ignore_patterns("site"))
    build_site(book, load_settings(book), most_pages=10)
    return book / "site"


@pytest.fixture(scope="module")
def large_home(large: Path) -> Iterator[str]:
    with serve(large) as address:
        yield address


@pytest.fixture(params=["home", "files", "large_home"])
def start(request: pytest.FixtureRequest) -> str:
    """The three ways to search: Material's on a server, the same in files, and Pagefind's."""
    return str(request.getfixturevalue(request.param))


def index(start: str) -> str:
    return start + "index.html" if start.startswith("file:") else start


@pytest.mark.parametrize("name", ["Lukashenka", "lukashenko", "Alyaksandr"])
def test_a_person_is_found_first_by_any_name_and_enter_opens_the_page(
    start: str, name: str, open_page: Open
) -> None:
    """By forms that articles use, in whatever case."""
    page = open_page(index(start), start)
    search(page, name)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{start}{LUKASHENKO}**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Alexander Lukashenko")


def test_a_name_that_is_misspelt_is_found_where_nothing_is_spelt_so(home: str, open_page: Open) -> None:
    page = open_page(home)
    search(page, "Lukaschenko")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{home}{LUKASHENKO}**")


def test_a_found_page_opens_with_a_click_and_with_the_arrow_keys(start: str, open_page: Open) -> None:
    page = open_page(index(start), start)
    search(page, "Lukashenko")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{start}{LUKASHENKO}**")
    search(page, "Belarus")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(f"{start}countries/belarus/**")


def test_whoever_has_no_page_is_found_and_leads_to_their_place_in_the_index(
    start: str, open_page: Open
) -> None:
    page = open_page(index(start), start)
    search(page, "Taiwan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/countries/**#taiwan")
    expect(page.locator("#taiwan")).to_be_in_viewport()


def test_the_words_of_a_quotation_lead_to_where_they_stand_lit_up(start: str, open_page: Open) -> None:
    page = open_page(index(start), start)
    search(page, QUOTATION)
    expect(page.locator(".md-search-result [href*=confrontation]").first).to_be_attached()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("h=.*confrontation"))
    section = page.locator(":target") if "#" in page.url else page.get_by_role("heading", level=1)
    expect(section).to_be_in_viewport()
    expect(
        page.get_by_role("article").locator("mark:visible", has_text="confrontation").first
    ).to_be_visible()


def test_a_quotation_is_found_on_the_page_of_who_said_it(home: str, open_page: Open) -> None:
    page = open_page(home)
    search(page, QUOTATION)
    expect(page.locator(".md-search-result [href*=confrontation]").first).to_be_attached()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{home}{LUKASHENKO}**#quotations")


def test_a_quotation_is_found_in_its_articles_where_the_book_is_large(
    large_home: str, open_page: Open
) -> None:
    page = open_page(large_home)
    search(page, QUOTATION)
    found = page.locator(".md-search-result__item > .md-search-result__link")
    hrefs = found.evaluate_all("links => links.map(link => link.pathname)")
    assert [href for href in hrefs if not href.startswith("/sources/")] == []
    page.keyboard.press("Enter")
    page.wait_for_url(f"{large_home}sources/**#text")


def test_what_an_article_says_is_text_in_the_results_too(start: str, open_page: Open) -> None:
    """The invented articles carry scripts and images that would run: none may, wherever they are shown."""
    page = open_page(index(start), start)
    search(page, "script")
    page.wait_for_timeout(200)
    assert page.locator(".md-search-result :is(script, img, iframe, svg:not(.md-icon svg))").count() == 0


def test_nothing_is_found_for_what_no_article_says(start: str, open_page: Open) -> None:
    page = open_page(index(start), start)
    search(page, "Lukashenko")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("qqqqzzzz")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")


def test_a_large_book_in_files_says_what_its_search_needs(large: Path, open_page: Open) -> None:
    page = open_page(large.as_uri() + "/index.html", large.as_uri())
    page.keyboard.press("/")
    page.keyboard.type("Lukashenko")
    expect(page.locator(".md-search-result__meta")).to_contain_text("needs a web server")
