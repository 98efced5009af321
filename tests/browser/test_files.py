"""A site that is opened as files, from a disk or a stick, is the whole site."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.watch import none_of


def test_a_reader_of_files_goes_from_home_to_a_sentence_and_back(files: str, open_page: Open) -> None:
    """A link leads to a page, where a server would find the page of a folder, and a disk lists the folder."""
    page = open_page(files + "index.html", files)
    page.get_by_role("main").get_by_role("link", name="Ingrid Solheim").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ingrid Solheim")
    page.get_by_role("article").get_by_role("link", name=re.compile("Passage")).first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    page.go_back()
    page.get_by_role("link", name="Timeline", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Timeline")


def test_no_link_of_a_page_leads_a_reader_of_files_to_a_folder(files: str, open_page: Open) -> None:
    page = open_page(files + "index.html", files)
    links = page.locator("a[href]").evaluate_all("all => all.map(link => link.href.split(/[?#]/)[0])")
    assert len(links) > 20
    none_of(link for link in links if link.startswith("file:") and link.endswith("/"))
