"""What axe-core finds on each kind of page: nothing, in light and in dark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.watch import address, none_of
from tools.browser import KINDS, fullest

OF_COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What may be different in another palette."""

AXE = Axe()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all; nothing moves in it, so that no colour is seen half-way."""
    page = browser.new_page(viewport=DESK, reduced_motion="reduce")
    yield page
    page.close()


def violations(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """Each thing that axe-core finds on the page: its rule, the element, and what is wrong with it."""
    found = AXE.run(page, options={"resultTypes": ["violations"], **(options or {})}).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_everyone_can_read_each_kind_of_page(kind: str, page: Page, site: Path, home: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address(home, fullest(site)[kind]))
    none_of(violations(page))
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    none_of(violations(page, OF_COLOUR))


@pytest.mark.parametrize("kind", ["home", "source", "timeline"])
def test_everyone_can_read_a_page_on_a_phone(kind: str, browser: Browser, site: Path, home: str) -> None:
    page = browser.new_page(viewport=PHONE, reduced_motion="reduce")
    page.goto(address(home, fullest(site)[kind]))
    none_of(violations(page))
    page.close()
