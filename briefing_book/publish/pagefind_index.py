"""The index of a large book: Pagefind reads the built pages, and a browser loads the parts that it needs.

The same pages give the same files. What serves Pagefind's own search boxes is left out. Its program is run
rather than its service: that one says that it is done before its files are whole, and is stopped then.
"""

import shutil
import subprocess
from html import escape
from pathlib import Path

from mkdocs.exceptions import PluginError
from pagefind_bin import get_executable

FOLDER = "pagefind"

_PAGES = "**/index.html"
_BODY = "article"
_NO_TEXT = "[data-search-exclude], .headerlink, .crumbs, .self"
"""What stands in a page's body and is no part of its text."""

_OTHER_BOXES = ("*-ui.*", "pagefind-highlight.js")

_ENTRIES = "pagefind-entries"
_ENTRY = """<html lang="en"><article><h1>{title}</h1>{names}
<data hidden data-pagefind-meta="names[value]" value="{names}"></data>
<data hidden data-pagefind-meta="place[value]" value="/{location}"></data></article></html>"""
"""A page for the indexing alone: whoever has none is found, and `place` says where they stand."""


def write_pagefind(site: Path, entries: list[tuple[str, list[str]]]) -> None:
    """Write the index of the site's pages, and of `entries`: locations and the names that lead there.

    Raises `PluginError` where Pagefind fails.
    """
    for number, (location, names) in enumerate(entries):
        page = site / _ENTRIES / str(number) / "index.html"
        page.parent.mkdir(parents=True)
        told = [escape(text) for text in (names[0], ", ".join(names), location)]
        page.write_text(_ENTRY.format(title=told[0], names=told[1], location=told[2]), encoding="utf-8")
    command = [get_executable(), "--site", site, "--output-path", site / FOLDER, "--glob", _PAGES]
    command += ["--root-selector", _BODY, "--exclude-selectors", _NO_TEXT, "--silent"]
    try:
        subprocess.run(command, check=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        raise PluginError(f"Pagefind could not index the site: {problem}") from None
    shutil.rmtree(site / _ENTRIES, ignore_errors=True)
    for pattern in _OTHER_BOXES:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
