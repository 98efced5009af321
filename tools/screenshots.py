"""Draws each kind of page for a person to look at: `python -m tools.screenshots FOLDER [--site SITE]`.

At 1,280 and 390 pixels, light and dark, and as a printer would have it.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Page, sync_playwright

from tools.browser import fullest, launch, serve

SITE = Path(__file__).parents[1] / "site"
HEIGHT = 900
A4_WIDTH = 794
"""At 96 pixels an inch."""


class View(NamedTuple):
    """One way of looking at a page."""

    name: str
    width: int
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


VIEWS = (
    View("1280-light", 1280),
    View("1280-dark", 1280, "dark"),
    View("390-light", 390),
    View("390-dark", 390, "dark"),
    View("print", A4_WIDTH, media="print"),
)


def main() -> None:
    """Draw the pages, and say where they are."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, help="where the pictures go")
    options.add_argument("--site", type=Path, default=SITE, help="a built site (default: the repository's)")
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    drawn = sum(1 for _ in draw(chosen.site, chosen.folder))
    print(f"{drawn} pictures in {chosen.folder}")


def draw(site: Path, folder: Path) -> Iterator[Path]:
    """Each picture's file, once it is there: `<kind>-<view>.png`, the whole page."""
    with serve(site) as home, sync_playwright() as playwright, launch(playwright) as browser:
        page = browser.new_page(reduced_motion="reduce")
        for kind, file in fullest(site).items():
            page.goto(home + file.removesuffix("index.html"))
            for view in VIEWS:
                _look(page, view)
                target = folder / f"{kind}-{view.name}.png"
                page.screenshot(path=target, full_page=True, animations="disabled")
                yield target


def _look(page: Page, view: View) -> None:
    page.set_viewport_size({"width": view.width, "height": HEIGHT})
    page.emulate_media(media=view.media, color_scheme=view.scheme)


if __name__ == "__main__":
    main()
