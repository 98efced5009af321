"""Without script a page is read and followed all the same; what needs script is absent rather than dead."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import MENU, PHONE, Open
from tests.browser.watch import address, none_of
from tools.browser import fullest

CONTROLS = "input, select, button, textarea, [role=button], [role=textbox], header label"


@pytest.mark.parametrize("kind", ["home", "people", "person", "connections", "source"])
def test_a_page_is_read_without_script(home: str, site: Path, open_page: Open, kind: str) -> None:
    """Its words are all there before any script has run."""
    with_script, without = (
        open_page(address(home, fullest(site)[kind]), home, java_script_enabled=enabled)
        for enabled in (True, False)
    )
    expect(without.get_by_role("heading", level=1)).to_be_visible()
    words = {page: page.get_by_role("article").inner_text().split() for page in (with_script, without)}
    assert len(words[without]) > 50
    assert len(words[without]) >= len(words[with_script]) * 0.9


@pytest.mark.parametrize("kind", ["people", "timeline"])
def test_what_needs_script_is_not_there_without_it(home: str, site: Path, open_page: Open, kind: str) -> None:
    """No filter, no sort button, no search box that does nothing."""
    page = open_page(address(home, fullest(site)[kind]), home, java_script_enabled=False)
    controls = page.locator(CONTROLS).filter(visible=True)
    none_of(controls.evaluate_all("all => all.map(e => e.outerHTML.slice(0, 120))"))


def test_the_way_to_a_sentence_needs_no_script(home: str, open_page: Open) -> None:
    page = open_page(home, java_script_enabled=False)
    page.get_by_role("main").get_by_role("link", name="Ingrid Solheim").first.click()
    expect(page).to_have_url(home + "people/ingrid-solheim/")
    page.get_by_role("article").get_by_role("link", name=re.compile("Passage")).first.click()
    expect(page).to_have_url(re.compile(r"/sources/[^/]+/#s\d+$"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_menu_of_a_phone_needs_no_script(home: str, open_page: Open) -> None:
    """It opens by style alone."""
    page = open_page(home, viewport=PHONE, java_script_enabled=False)
    page.locator(MENU).click()
    page.get_by_text("What and when").filter(visible=True).first.click()
    expect(page.get_by_role("link", name="Timeline", exact=True).first).to_be_in_viewport()
