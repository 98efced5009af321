"""The index of a large book: Pagefind reads the built pages, and a browser loads the parts that it needs.

The same pages give the same files. What serves Pagefind's own search boxes is left out.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

FOLDER = "pagefind"

_PAGES = "**/index.html"
_BODY = "article"
_NO_TEXT = ("[data-search-exclude]", ".headerlink", ".crumbs", ".self")
"""What stands in a page's body and is no part of its text."""

_OTHER_BOXES = ("*-ui.*", "pagefind-highlight.js")


def write_pagefind(site: Path, entries: list[tuple[str, list[str]]]) -> None:
    """Write the index of the site's pages, and of `entries`: locations and the names that lead there."""
    with ThreadPoolExecutor(1) as apart:  # from a caller's own event loop
        apart.submit(lambda: asyncio.run(_write(site, entries))).result()
    for pattern in _OTHER_BOXES:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()


async def _write(site: Path, entries: list[tuple[str, list[str]]]) -> None:
    config = IndexConfig(
        root_selector=_BODY, exclude_selectors=_NO_TEXT, output_path=str((site / FOLDER).absolute())
    )
    async with PagefindIndex(config=config) as index:
        await index.add_directory(str(site.absolute()), glob=_PAGES)
        for location, names in entries:
            await index.add_custom_record(
                url=f"/{location}",
                content=", ".join(names),
                language="en",
                meta={"title": names[0], "names": ", ".join(names)},
            )
