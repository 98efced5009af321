"""The index of a large book: Pagefind reads light pages, and a browser loads the parts of it that it needs.

The articles, most of its text, are divided among several indexes by their addresses: one article more changes
one of these. Another is of all other pages; a browser asks them all. The same pages give the same files. What
serves Pagefind's own search boxes is left out, and what is needed once from all indexes but one. Pagefind's
program is run rather than its service: that one says that it is done before its files are whole, and is
stopped then.
"""

import hashlib
import json
import shutil
import subprocess
from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from mkdocs.exceptions import PluginError
from pagefind_bin import get_executable

from briefing_book.publish.kept.last_site import LastSite, files_of
from briefing_book.storage.code import code_of
from briefing_book.storage.lock import held

INDEXES = "pagefind"
"""Their folder in the site."""

MAIN = "pages"
"""The index of all pages but the articles. It has the script by which a browser asks it, and others."""

OTHERS = f"{INDEXES}/others.json"
"""The names of the other indexes. Each is a folder beside that of `MAIN`."""

_ARTICLES = "sources/"
_DIVIDED = 8
"""Among how many indexes articles are divided: of more, each is made in less, but each word typed asks a
server for a file of each."""

_AT_ONCE = 2
"""How many indexes are made side by side. Each takes some 40 MB where there are a thousand articles."""

_PAGE = '<!doctype html><html lang="en"><body>{}</body></html>'
_PAGES = "**/*.html"
_OTHER_BOXES = ("*-ui.*", "pagefind-highlight.js")
_NEEDED_ONCE = ("*.js", "wasm.*")

_CODE = "publish/pagefind_index.py"

Pages = dict[str, str]
"""Light pages, by their files in the site."""


class Pagefind:
    """Pagefind's indexes of light pages, on their way into `site`, where those of the last site may stand.

    Those that were made from the same stay; the others Pagefind makes while other work goes on, from the
    pages in `folder`, of which only those that changed are written. `keys` are of what each is made from.
    """

    def __init__(self, site: Path, pages: Pages, last: LastSite, folder: Path) -> None:
        indexes = _divided(pages)
        self.keys = {name: _key(each) for name, each in indexes.items()}
        self._target = site / INDEXES
        self._folder = folder
        self._workers = ThreadPoolExecutor(_AT_ONCE)
        self._running: set[subprocess.Popen[bytes]] = set()
        self._made: list[Future[None]] = []
        known = {name for name, key in self.keys.items() if key == last.record.indexed.get(name)}
        standing = {name for name in known if all(map(last.holds, last.under(f"{INDEXES}/{name}")))}
        _leave(self._target, standing)
        _leave(folder, indexes.keys())
        for name in sorted(indexes.keys() - standing):
            _bring(folder / name, indexes[name])
            self._made.append(self._workers.submit(self._make, name))
        self._target.mkdir(parents=True, exist_ok=True)
        others = json.dumps([name for name in indexes if name != MAIN])
        (site / OTHERS).write_text(f"{others}\n", encoding="utf-8")

    def finish(self) -> None:
        """Wait until all are whole. Raises `PluginError` where Pagefind cannot be run, or fails."""
        for made in self._made:
            made.result()
        self.end()

    def end(self) -> None:
        """Leave off, whatever has been done."""
        self._workers.shutdown(wait=False, cancel_futures=True)
        for process in tuple(self._running):
            process.kill()
        self._workers.shutdown()

    def _make(self, name: str) -> None:
        target = self._target / name
        process = _started(self._folder / name, target)
        self._running.add(process)
        status = process.wait()
        self._running.discard(process)
        if status:
            raise PluginError(f"Pagefind could not index the site: it ended with {status}")
        for pattern in _OTHER_BOXES + (() if name == MAIN else _NEEDED_ONCE):
            for path in target.glob(pattern):
                path.unlink()


def _divided(pages: Pages) -> dict[str, Pages]:
    """The pages by the names of their indexes, in order."""
    indexes: dict[str, Pages] = {MAIN: {}}
    for file, text in pages.items():
        indexes.setdefault(_index_of(file), {})[file] = text
    return dict(sorted(indexes.items()))


def _index_of(file: str) -> str:
    if not file.startswith(_ARTICLES):
        return MAIN
    return f"articles-{hashlib.sha256(file.encode()).digest()[0] % _DIVIDED}"


def _key(pages: Pages) -> str:
    told = (list(pages.items()), version("pagefind_bin"), code_of(_CODE))
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _leave(folder: Path, names: Collection[str]) -> None:
    """Remove from a folder whatever is of no index among these."""
    for place in folder.glob("*"):
        if not place.is_dir():
            place.unlink()
        elif place.name not in names:
            shutil.rmtree(place)


def _bring(folder: Path, pages: Pages) -> None:
    """Let a folder hold these pages, and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    for gone in set(files_of(folder)) - pages.keys():
        (folder / gone).unlink()
    for file, text in pages.items():
        place, data = f"{folder}/{file}", _PAGE.format(text).encode()
        if not _holds(place, data):
            Path(place).parent.mkdir(parents=True, exist_ok=True)
            Path(place).write_bytes(data)


def _holds(place: str, data: bytes) -> bool:
    try:
        with open(place, "rb") as file:  # noqa: PTH123  # a Path for each of thousands costs more
            return file.read() == data
    except OSError:
        return False


def _started(pages: Path, target: Path) -> "subprocess.Popen[bytes]":
    command = [get_executable(), "--site", pages, "--output-path", target, "--glob", _PAGES, "--silent"]
    try:
        return subprocess.Popen(command, pass_fds=held())
    except OSError as problem:
        raise PluginError(f"Pagefind could not index the site: {problem}") from None
