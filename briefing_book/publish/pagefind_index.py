"""The index of a large book: Pagefind reads light pages, and a browser loads the parts of it that it needs.

The same pages give the same files. What serves Pagefind's own search boxes is left out. Its program is run
rather than its service: that one says that it is done before its files are whole, and is stopped then.
"""

import hashlib
import subprocess
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.exceptions import PluginError
from pagefind_bin import get_executable

from briefing_book.publish.kept.last_site import LastSite
from briefing_book.storage.code import code_of
from briefing_book.storage.lock import held

FOLDER = "pagefind"

_PAGE = '<!doctype html><html lang="en"><body>{}</body></html>'
_PAGES = "**/*.html"
_OTHER_BOXES = ("*-ui.*", "pagefind-highlight.js")

_CODE = "publish/pagefind_index.py"


def bring_pagefind(site: Path, pages: dict[str, str], last: LastSite) -> str:
    """Bring the index of light pages, by their files in the site, into it; the key of what it is made from.

    Where the last site has been made from the same, it is taken over. Raises `PluginError` where Pagefind
    fails.
    """
    key = _key(pages)
    files = last.under(FOLDER) if last.record.indexed == key else []
    if files and all(map(last.holds, files)):
        for file in files:
            last.take(file, site / file)
    else:
        _write(site, pages)
    return key


def _key(pages: dict[str, str]) -> str:
    told = (list(pages.items()), version("pagefind_bin"), code_of(_CODE))
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _write(site: Path, pages: dict[str, str]) -> None:
    with TemporaryDirectory(dir=site) as folder:
        for file, text in pages.items():
            place = Path(folder, file)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(_PAGE.format(text), encoding="utf-8")
        _index(Path(folder), site / FOLDER)
    for pattern in _OTHER_BOXES:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()


def _index(pages: Path, target: Path) -> None:
    command = [get_executable(), "--site", pages, "--output-path", target, "--glob", _PAGES, "--silent"]
    try:
        subprocess.run(command, check=True, pass_fds=held())
    except (OSError, subprocess.CalledProcessError) as problem:
        raise PluginError(f"Pagefind could not index the site: {problem}") from None
