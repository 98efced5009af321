"""The index of a large book: Pagefind reads light pages, and a browser loads the parts of it that it needs.

The same pages give the same files. What serves Pagefind's own search boxes is left out. Its program is run
rather than its service: that one says that it is done before its files are whole, and is stopped then.
"""

import hashlib
import subprocess
from importlib.metadata import version
from pathlib import Path

from mkdocs.exceptions import PluginError
from pagefind_bin import get_executable

from briefing_book.publish.kept.last_site import LastSite, files_of
from briefing_book.storage.code import code_of
from briefing_book.storage.lock import held

FOLDER = "pagefind"

_PAGE = '<!doctype html><html lang="en"><body>{}</body></html>'
_PAGES = "**/*.html"
_OTHER_BOXES = ("*-ui.*", "pagefind-highlight.js")

_CODE = "publish/pagefind_index.py"


class Pagefind:
    """Pagefind's index of light pages, which are given by their files in the site, on its way into `site`.

    Where the last site has been made from the same, it is taken over; else Pagefind makes it while other work
    goes on, from the pages in `folder`, of which only those that changed are written. `key` is of what it is
    made from. Raises `PluginError` where Pagefind cannot be run.
    """

    def __init__(self, site: Path, pages: dict[str, str], last: LastSite, folder: Path) -> None:
        self.key = _key(pages)
        self._target = site / FOLDER
        self._process: subprocess.Popen[bytes] | None = None
        files = last.under(FOLDER) if last.record.indexed == self.key else []
        if files and all(map(last.holds, files)):
            for file in files:
                last.take(file, site / file)
        else:
            _bring(folder, pages)
            self._process = _started(folder, self._target)

    def finish(self) -> None:
        """Wait until the index is whole. Raises `PluginError` where Pagefind fails."""
        if not self._process:
            return
        status = self._process.wait()
        self.end()
        if status:
            raise PluginError(f"Pagefind could not index the site: it ended with {status}")
        for pattern in _OTHER_BOXES:
            for path in self._target.glob(pattern):
                path.unlink()

    def end(self) -> None:
        """Leave off, whatever has been done."""
        if self._process:
            self._process.kill()
            self._process.wait()
        self._process = None


def _key(pages: dict[str, str]) -> str:
    told = (list(pages.items()), version("pagefind_bin"), code_of(_CODE))
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _bring(folder: Path, pages: dict[str, str]) -> None:
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
