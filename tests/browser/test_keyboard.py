"""Everything works by keyboard, and its reader sees where they are."""

from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import DESK, PHONE, Open
from tests.browser.watch import none_of

PERSON = "people/danylo-hrytsenko/"
FEW, MOST = 30, 400
"""More stops than the menu has, and than any page of the invented book has."""

# A theme's radio button shows itself as the label after it, a field that is typed into shows its cursor,
# and a link in a picture the outline of what is drawn.
STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const shown = at.matches("input[type=radio]") ? at.nextElementSibling : at;
  const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
  const drawn = [...at.querySelectorAll("svg a > *")].map(part => getComputedStyle(part));
  window.stops ??= new Map();
  if (!window.stops.has(at)) window.stops.set(at, window.stops.size);
  return {
    number: window.stops.get(at),
    what: at.outerHTML.slice(0, 120),
    marked: at.matches("input:not([type=radio], [type=checkbox])")
      || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
      || drawn.some(part => part.stroke !== "none" && parseFloat(part.strokeWidth) >= 3),
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0
      && box.left < innerWidth && style.visibility === "visible",
  };
}"""
MISSED = """() => [...document.querySelectorAll("article :is(a[href], button, input, select, summary)")]
  .filter(e => !e.disabled && e.checkVisibility() && !e.closest("details:not([open])"))
  .filter(e => !window.stops.has(e))
  .map(e => e.outerHTML.slice(0, 120))"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Each stop of the tab key, from the page's start until it comes round or leaves the page."""
    stops: list[dict[str, Any]] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["number"] == 0):
            break
        stops.append(stop)
    return stops


def test_the_first_stop_leads_past_the_header(home: str, open_page: Open) -> None:
    page = open_page(home + PERSON, home)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "!document.activeElement.closest('header') && !!document.activeElement.closest('main')"
    )


@pytest.mark.parametrize(
    ("address", "window"), [(PERSON, DESK), ("timeline/", DESK), ("people/", DESK), (PERSON, PHONE)]
)
def test_the_tab_key_stops_at_everything_and_each_stop_is_seen(
    home: str, open_page: Open, address: str, window: ViewportSize
) -> None:
    page = open_page(home + address, home, viewport=window, reduced_motion="reduce")
    stops = walk(page)
    assert len(stops) > 10
    none_of(page.evaluate(MISSED))
    none_of(stop for stop in stops if not (stop["seen"] and stop["marked"]))


def test_a_slash_opens_the_search_and_escape_closes_it(home: str, open_page: Open) -> None:
    page = open_page(home + PERSON, home)
    page.keyboard.press("/")
    box = page.get_by_role("textbox", name="Search").or_(page.get_by_role("searchbox")).first
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).not_to_be_focused()


def test_the_menu_of_a_narrow_window_works_by_keyboard(home: str, open_page: Open) -> None:
    """At 400 % a desk shows the phone's page, and its reader may have no mouse."""
    page = open_page(home, viewport=PHONE, reduced_motion="reduce")
    menu = page.get_by_role("button", name="Menu").or_(page.get_by_role("checkbox", name="Menu")).first
    link = page.get_by_role("link", name="Timeline", exact=True).first
    menu.focus()
    page.keyboard.press("Space")
    for _ in range(FEW):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(home + "timeline/")
