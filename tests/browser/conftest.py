"""A site that is built once, a browser that is started once, and pages that tell what went wrong on them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from briefing_book.build import build
from tests.browser.watch import Watch, none_of
from tests.conftest import ROOT, copy_book
from tools.browser import launch, serve

BOOK = Path(__file__).parent / "book"
DESK = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)
PATIENCE = 20_000
"""Milliseconds: other tests run beside these."""
MENU = "header [for=__drawer]"

Open = Callable[..., Page]

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of all tests. A computer without one fails them: nothing was seen."""
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except LookupError as problem:
            raise pytest.fail.Exception(str(problem), pytrace=False) from None
        with browser:
            yield browser


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the seeds and of invented articles that make pages hard: copies, spellings, markup."""
    folder = tmp_path_factory.mktemp("browser") / "book"
    copy_book(ROOT, folder)
    shutil.copytree(BOOK, folder, dirs_exist_ok=True)
    build(folder, lambda doing: None)
    return folder / "site"


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The site's address on a server of its own, with its last slash."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def files(site: Path) -> str:
    """The site's address as files, with its last slash."""
    return site.as_uri() + "/"


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens an address, in a browser that knows nothing yet; `options` are those of Playwright's contexts.

    Whatever the page complains of until the test ends fails it.
    """
    opened: list[tuple[Page, Watch]] = []

    def open_page(address: str, within: str | None = None, **options: Any) -> Page:
        page = browser.new_context(**{"viewport": DESK, **options}).new_page()
        page.set_default_timeout(PATIENCE)
        opened.append((page, Watch(page, within or address)))
        page.goto(address)
        return page

    yield open_page
    troubles = [trouble for _, watch in opened for trouble in watch.troubles]
    for page, _ in opened:
        page.context.close()
    none_of(troubles)
