"""A printed page is clean: its words, none of the site's furniture, no cut table, its sources' addresses."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Open
from tests.browser.watch import address, none_of
from tools.browser import fullest

PAPER = {"width": 700, "height": 990}
"""What is left of A4 within its margins, at 96 pixels an inch."""
FURNITURE = "header, nav, footer, form, input, button:not(th *), .md-top, .headerlink"
CUT = """() => [...document.querySelectorAll("article table, article svg, article img")].filter(e => {
  for (let around = e.parentElement; around; around = around.parentElement) {
    const room = around.getBoundingClientRect();
    if (e.getBoundingClientRect().right > room.right + 1 && getComputedStyle(around).overflowX !== "visible")
      return true;
  }
  return e.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
}).map(e => e.outerHTML.slice(0, 120))"""


def printed(page: Page) -> str:
    """The text of the page as a printer would have it."""
    reader = PdfReader(BytesIO(page.pdf(format="A4")))
    return " ".join(" ".join(sheet.extract_text().split()) for sheet in reader.pages)


@pytest.mark.parametrize("kind", ["home", "person", "plan", "timeline", "sources", "source", "connections"])
def test_on_paper_stands_the_page_and_nothing_around_it(
    home: str, site: Path, open_page: Open, kind: str
) -> None:
    page = open_page(address(home, fullest(site)[kind]), home, viewport=PAPER)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    around = page.locator(FURNITURE).filter(visible=True)
    none_of(around.evaluate_all("all => all.map(e => e.outerHTML.slice(0, 120))"))
    none_of(page.evaluate(CUT))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_printed_page_says_what_the_page_says(home: str, open_page: Open, scheme: str) -> None:
    """And the paper is white."""
    page = open_page(home + "people/ingrid-solheim/", home, color_scheme=scheme)
    text = printed(page)
    assert "We welcome every serious effort to bring the shooting to an end" in text
    assert "Skip to content" not in text
    page.emulate_media(media="print")
    dark = page.evaluate("getComputedStyle(document.body).getPropertyValue('--md-default-bg-color')")
    assert dark.strip() in ("#fff", "white", "hsla(0, 0%, 100%, 1)", "hsla(0,0%,100%,1)")


def test_a_printed_page_ends_with_the_numbered_addresses_of_its_sources(home: str, open_page: Open) -> None:
    """The paper has no links: each has the number of its address, which stands there once."""
    page = open_page(home + "people/ingrid-solheim/", home)
    assert "courier.example" not in page.locator("main").inner_text()
    text = printed(page)
    body, _, addresses = text.rpartition("Addresses")
    assert "courier.example" not in body
    assert addresses.replace(" ", "").count("https://courier.example/envoys-test-the-paper") == 1
    numbers = [int(number) for number in re.findall(r"original ?\[(\d+)\]", body)]
    assert numbers == list(range(1, len(numbers) + 1)) and numbers
    assert all(f" {number}. http" in addresses for number in numbers)
