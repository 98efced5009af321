"""The index of a large book: Pagefind reads the built pages, and a browser loads the parts that it needs.

The same pages give the same files. What serves Pagefind's own search boxes is left out. Its program is run
rather than its service: that one says that it is done before its files are whole, and is stopped then.
"""

import hashlib
import shutil
import subprocess
from html import escape
from importlib.metadata import version
from pathlib import Path

from mkdocs.exceptions import PluginError
from pagefind_bin import get_executable

from briefing_book.publish.kept.last_site import LastSite
from briefing_book.storage.code import code_of

FOLDER = "pagefind"

_PAGES = "**/index.html"
_BODY = "article"
_NO_TEXT = "[data-search-exclude], .headerlink, .crumbs, .self"
"""What stands in a page's body and is no part of its text."""

_OTHER_BOXES = ("*-ui.*", "pagefind-highlight.js")

_CODE = "publish/pagefind_index.py"

_ENTRIES = "pagefind-entries"
_ENTRY = """<html lang="en"><article><h1>{title}</h1>{names}
<data hidden data-pagefind-meta="names[value]" value="{names}"></data>
<data hidden data-pagefind-meta="place[value]" value="/{location}"></data></article></html>"""
"""A page for the indexing alone: whoever has none is found, and `place` says where they stand."""


Named = tuple[str, list[str]]
"""A location and the names that lead there."""


def bring_pagefind(site: Path, entries: list[Named], last: LastSite) -> str:
    """Bring the index of the site's pages, and of `entries`, into the site; the key of what it is made from.

    Where the last site has been made from the same, it is taken over. Raises `PluginError` where Pagefind
    fails.
    """
    key = _key(site, entries)
    files = last.under(FOLDER) if last.record.indexed == key else []
    if files and all(map(last.holds, files)):
        for file in files:
            last.take(file, site / file)
    else:
        _write(site, entries)
    return key


def _key(site: Path, entries: list[Named]) -> str:
    digest = hashlib.sha256(repr((entries, version("pagefind_bin"), code_of(_CODE))).encode())
    for page in sorted(site.glob(_PAGES)):
        digest.update(page.relative_to(site).as_posix().encode())
        digest.update(hashlib.sha256(page.read_bytes()).digest())
    return digest.hexdigest()


def _write(site: Path, entries: list[Named]) -> None:
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
