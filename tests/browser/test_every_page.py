"""What holds on each and every page of a site, whoever reads it."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.watch import Watch, address, none_of, pages
from tools.browser import fullest

DESK, PHONE = 1280, 390
NARROWEST = 320
"""What a desk of 1,280 pixels shows at 400 %."""
HEIGHT = 800

# What moves to its place in a window of another size is there at once.
WIDEST = """() => {
  document.getAnimations().forEach(each => { try { each.finish() } catch { each.cancel() } });
  const room = document.scrollingElement.clientWidth;
  const wide = [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > room + 1);
  return document.scrollingElement.scrollWidth > room
    ? `${document.scrollingElement.scrollWidth} in ${room}: ${wide.at(-1)?.outerHTML.slice(0, 80)}` : "";
}"""
EMPTY_SECTIONS = """() => [...document.querySelectorAll("article :is(h2, h3, h4)")].filter(heading => {
  const next = heading.nextElementSibling;
  return !next || (/^H[1-6]$/.test(next.tagName) && next.tagName <= heading.tagName);
}).map(heading => heading.textContent)"""
CUT_OFF = """() => [...document.querySelectorAll("article figure > :not(svg), article figure summary")]
  .filter(e => e.getBoundingClientRect().left < e.closest("figure").getBoundingClientRect().left - 1)
  .map(e => e.outerHTML.slice(0, 80))"""
CLUMSY = re.compile(r"\b1 (?:articles|sources|people|countries|events|quotations|points|times|passages)\b")


class Visit(NamedTuple):
    """What was seen on one page."""

    troubles: list[str]
    too_wide: list[str]
    cut_off: list[str]
    empty: list[str]
    clumsy: list[str]
    ran: object
    """What an article's text made of the page's variables, had any of it been run."""


@pytest.fixture(scope="module")
def visits(browser: Browser, site: Path, home: str) -> dict[str, Visit]:
    """What was seen on each page of the site, on a server, in the narrowest window."""
    return _read(browser, home, pages(site), NARROWEST)


@pytest.fixture(scope="module")
def visited_files(browser: Browser, site: Path, files: str) -> dict[str, Visit]:
    """What was seen on one page of each kind, opened as a file; the page of a lost address is a server's."""
    kinds = fullest(site)
    kinds.pop("not-found")
    return _read(browser, files, list(kinds.values()), DESK, PHONE)


def _read(browser: Browser, home: str, names: list[str], *widths: int) -> dict[str, Visit]:
    page = browser.new_page()
    watch = Watch(page, home)
    visits = {}
    for name in names:
        page.goto(address(home, name))
        watch.settle()
        visits[name] = _look(page, watch, widths)
        watch.troubles.clear()
    page.close()
    return visits


def _look(page: Page, watch: Watch, widths: tuple[int, ...]) -> Visit:
    too_wide, cut_off = list[str](), list[str]()
    for width in widths:
        if page.viewport_size != (size := ViewportSize(width=width, height=HEIGHT)):
            page.set_viewport_size(size)
        too_wide += filter(None, [page.evaluate(WIDEST)])
        cut_off += page.evaluate(CUT_OFF)
    clumsy, empty = CLUMSY.findall(page.locator("body").inner_text()), page.evaluate(EMPTY_SECTIONS)
    ran = page.evaluate("window.hostile")
    return Visit(watch.troubles.copy(), too_wide, cut_off, empty, clumsy, ran)


def test_no_page_complains_or_asks_another_host(visits: dict[str, Visit]) -> None:
    """No error or warning in the console, no failed request, none to another host."""
    assert len(visits) > 40
    none_of((name, visit.troubles) for name, visit in visits.items() if visit.troubles)


def test_no_page_complains_when_it_is_opened_as_a_file(visited_files: dict[str, Visit]) -> None:
    assert len(visited_files) > 15
    none_of((name, visit.troubles) for name, visit in visited_files.items() if visit.troubles)


def test_no_page_is_wider_than_its_window(visits: dict[str, Visit], visited_files: dict[str, Visit]) -> None:
    """Nobody scrolls sideways: on all pages at 320 pixels, on each kind at 390 and 1,280."""
    seen = [*visits.items(), *visited_files.items()]
    none_of((name, visit.too_wide) for name, visit in seen if visit.too_wide)


def test_nothing_beside_a_picture_is_cut_off(
    visits: dict[str, Visit], visited_files: dict[str, Visit]
) -> None:
    """A picture that is wider than its window scrolls: what stood to its left could never be seen."""
    seen = [*visits.items(), *visited_files.items()]
    none_of((name, visit.cut_off) for name, visit in seen if visit.cut_off)


def test_no_heading_stands_over_nothing(visits: dict[str, Visit]) -> None:
    """A section is absent when it is empty."""
    none_of((name, visit.empty) for name, visit in visits.items() if visit.empty)


def test_no_page_counts_one_thing_as_many(visits: dict[str, Visit]) -> None:
    none_of((name, visit.clumsy) for name, visit in visits.items() if visit.clumsy)


def test_nothing_that_an_article_says_is_run(
    visits: dict[str, Visit], visited_files: dict[str, Visit]
) -> None:
    """Article text is hostile: its scripts, handlers and addresses stay text."""
    none_of((name, visit.ran) for name, visit in [*visits.items(), *visited_files.items()] if visit.ran)
