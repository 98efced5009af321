"""Work that is killed at one of its file operations, and what it leaves."""

import builtins
import io
import os
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

OPERATIONS = {
    "open",
    "opened",
    "os.rename",
    "os.remove",
    "os.link",
    "os.mkdir",
    "os.rmdir",
    "os.symlink",
    "shutil.rmtree",
    "ctypes.dlsym",  # the exchange of two folders
}
Files = dict[str, bytes]
Work = Callable[[], object]


def killed(work: Work, at: int) -> bool:
    """Whether some work has so many file operations that it was killed at this one."""

    numbers = count(1)

    def kill() -> None:
        if next(numbers) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    ended = in_child(lambda: work_counted(work, kill))
    if not os.WIFSIGNALED(ended) and ended:
        raise SystemExit("what was not killed failed")
    return os.WIFSIGNALED(ended)


def twins_killed(work: Work, every: int, look: Callable[[int], object]) -> None:
    """At the n-th, 2n-th … file operation of some work a twin of its process is killed.

    `look` is called with the operation's number while the work stands still.
    """
    numbers = count(1)

    def kill() -> None:
        if (at := next(numbers)) % every:
            return
        twin = os.fork()
        if twin == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(twin, 0)
        look(at)

    work_counted(work, kill)


def work_counted(work: Work, each: Work) -> None:
    """Does some work and calls `each` before each of its file operations."""
    counts = True

    def hook(event: str, args: tuple[Any, ...]) -> None:
        nonlocal counts
        if counts and event in OPERATIONS and not (event in ("open", "opened") and _reads(args)):
            counts = False
            each()
            counts = True

    def opened(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        """A file that is opened to be written, and has nothing in it yet, is an operation too."""
        found = opens(file, mode, *rest, **more)
        hook("opened", (file, mode, 0))
        return found

    opens = io.open
    io.open = builtins.open = opened
    sys.addaudithook(hook)
    try:
        work()
    finally:
        counts, io.open, builtins.open = False, opens, opens


def _reads(args: tuple[Any, ...]) -> bool:
    mode, flags = args[1], args[2]
    return not (flags & (os.O_WRONLY | os.O_RDWR) or any(letter in str(mode) for letter in "wax+"))


def in_child(work: Work) -> int:
    """Does the work in a process of its own, and returns how that ended."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            work()
        except BaseException as problem:
            print(f"{type(problem).__name__}: {problem}", file=sys.stderr)
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def copied(book: Path, copy: Path) -> Path:
    """A copy of a folder in the place of another."""
    shutil.rmtree(copy, ignore_errors=True)
    return shutil.copytree(book, copy)


def files_in(folder: Path) -> Files:
    """All files in a folder, by their POSIX paths."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
