"""One build of a book at a time: an advisory lock on a file in the book's `.build/` folder.

The system frees it when its process ends, however it ends. It needs `fcntl`: Linux, macOS, WSL.
"""

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from briefing_book.errors import BookError

_held: list[int] = []


def held() -> tuple[int, ...]:
    """The descriptors of the locks that are held: a program that is given them holds the locks as well.

    One that writes into the book must, for it may outlive a build that is killed.
    """
    return tuple(_held)


@contextmanager
def build_lock(book: Path, wait: bool = True) -> Iterator[None]:
    """Hold the book's lock. While another build holds it, wait, saying so on standard error.

    Raises `BookError` instead where `wait` is false, or where the folder cannot be written.
    """
    with _open(book / ".build" / "lock") as file:
        if not _acquire(file):
            if not wait:
                raise BookError("another build of this book is running; try again when it is done", book)
            print(
                f"{book}: another build of this book is running; waiting for it", file=sys.stderr, flush=True
            )
            fcntl.flock(file, fcntl.LOCK_EX)
        _held.append(file.fileno())
        try:
            yield
        finally:
            _held.pop()


def _open(path: Path) -> IO[bytes]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("ab")
    except OSError as problem:
        raise BookError(f"cannot be written ({problem.strerror}); a build needs it", path) from None


def _acquire(file: IO[bytes]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
