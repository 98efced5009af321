"""The ways that a reader goes: from page to page, to the words that a statement rests on, and back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import MENU, PHONE, Open
from tests.browser.watch import none_of

PERSON = "people/ingrid-solheim/"
CITATION = re.compile("Passage")
BACKGROUND = "e => getComputedStyle(e).backgroundColor"
TRANSPARENT = "rgba(0, 0, 0, 0)"
BRIGHTNESS = """() => getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g)
  .slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3"""
"""Of the page's own background: 0 is black, 255 is white."""
DARK, BRIGHT = f"({BRIGHTNESS})() < 100", f"({BRIGHTNESS})() > 200"
MOVING = """() => {
  const seconds = e => [getComputedStyle(e).transitionDuration, getComputedStyle(e).animationDuration]
    .join(",").split(",").map(parseFloat);
  const slow = [...document.querySelectorAll("*")].filter(e => Math.max(...seconds(e)) > 0.01);
  const smooth = getComputedStyle(document.documentElement).scrollBehavior === "smooth";
  return slow.map(e => e.tagName + "." + e.className).concat(smooth ? ["smooth scrolling"] : []);
}"""


def citations(page: Page, section: str) -> Locator:
    """The citations that stand in a section of the page."""
    after = f"//h2[contains(., '{section}')]/following::*"
    return page.locator(f"xpath={after}").get_by_role("link", name=CITATION)


def test_from_home_to_a_person_to_a_quotation_to_its_sentence_and_back(home: str, open_page: Open) -> None:
    """Every statement opens its passage: the sentence that it came from is lit up."""
    page = open_page(home)
    page.get_by_role("main").get_by_role("link", name="Ingrid Solheim").first.click()
    expect(page).to_have_url(home + PERSON)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ingrid Solheim")
    quotation = page.get_by_text("We welcome every serious effort").first
    quotation.scroll_into_view_if_needed()
    citation = citations(page, "Quotations").first
    citation.click()
    expect(page).to_have_url(re.compile(r"/sources/[^/]+/#s\d+$"))
    sentence = page.locator(":target")
    expect(sentence).to_be_in_viewport()
    expect(sentence).to_contain_text("We welcome every serious effort")
    other = page.locator("[id^=s][data-start]:not(:target)").first
    lit = sentence.evaluate(BACKGROUND)
    assert lit not in (TRANSPARENT, other.evaluate(BACKGROUND))
    page.go_back()
    expect(page).to_have_url(home + PERSON)
    expect(quotation).to_be_in_viewport()


@pytest.mark.parametrize("way", ["pointing", "focusing"])
def test_a_citation_shows_its_passage_before_it_is_followed(home: str, open_page: Open, way: str) -> None:
    page = open_page(home + PERSON, home)
    citation = citations(page, "Roles").first
    citation.scroll_into_view_if_needed()
    if way == "pointing":
        citation.hover()
    else:
        citation.focus()
    shown = page.get_by_role("tooltip").filter(visible=True)
    expect(shown).to_contain_text(re.compile(r"\w+ \w+ \w+"))


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_the_page_is_as_light_or_dark_as_its_reader_likes(
    home: str, open_page: Open, scheme: str, dark: bool
) -> None:
    page = open_page(home, color_scheme=scheme)
    page.wait_for_function(DARK if dark else BRIGHT)


def test_a_page_changes_its_colours_by_hand_and_keeps_them(home: str, open_page: Open) -> None:
    page = open_page(home, color_scheme="light")
    for _ in ("light", "dark"):
        page.locator("header label[for^=__palette]").filter(visible=True).click()
    page.goto(home + PERSON)
    page.wait_for_function(DARK)


def test_on_a_phone_the_menu_opens_and_leads_on(home: str, open_page: Open) -> None:
    page = open_page(home, viewport=PHONE, has_touch=True, is_mobile=True)
    link = page.get_by_role("link", name="Timeline", exact=True).first
    expect(link).not_to_be_in_viewport()
    page.locator(MENU).tap()
    page.get_by_text("What and when").filter(visible=True).first.tap()
    expect(link).to_be_in_viewport()
    link.tap()
    expect(page).to_have_url(home + "timeline/")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


def test_nothing_moves_for_a_reader_who_wants_no_motion(home: str, open_page: Open) -> None:
    page = open_page(home + PERSON, home, reduced_motion="reduce")
    none_of(page.evaluate(MOVING))


def test_what_an_article_forges_stays_its_text(home: str, open_page: Open) -> None:
    """A reader sees the markup of a hostile article as its words, and no heading or picture of its making."""
    page = open_page(home + "sources/2023-04-10-hostile/", home)
    expect(page.get_by_text("<script>window.hostile = 5</script>").first).to_be_visible()
    expect(page.get_by_text("{{ 7 * 7 }}").first).to_be_visible()
    expect(page.get_by_role("heading", name="Forged heading", exact=True)).to_have_count(0)
    assert page.locator("article img, article a[href^='javascript:']").count() == 0


def test_words_that_run_from_right_to_left_turn_nothing_else_around(home: str, open_page: Open) -> None:
    """What follows a passage with such a mark stands to its right, as everywhere."""
    page = open_page(home + "sources/2023-04-10-hostile/", home, viewport={"width": 4000, "height": 800})
    sentence = page.locator("[id^=s][data-start]").filter(has_text="sdrawkcab").first.bounding_box()
    following = page.locator("[id^=s][data-start]").filter(has_text="of this").first.bounding_box()
    assert sentence and following
    assert following["y"] > sentence["y"] or following["x"] >= sentence["x"] + sentence["width"] - 1
