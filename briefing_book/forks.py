"""Work that a fork of this process does while this one goes on: it knows all that this one knew then."""

import gc
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")


def can_fork() -> bool:
    """Whether a fork pays and is safe: that of a process with several threads may wait for one it has not."""
    return sys.platform == "linux" and threading.active_count() == 1 and (os.cpu_count() or 1) > 1


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Have a fork do some work; what is returned waits for its result, which it must be able to send.

    Where there can be no fork, or it ends early, the work is done here.
    """
    if not can_fork():
        return work
    fork = get_context("fork")
    reader, writer = fork.Pipe(duplex=False)
    process = fork.Process(target=_send, args=(work, writer), daemon=True)
    process.start()
    writer.close()

    def result() -> T:
        try:
            found: T = reader.recv()
        except EOFError:
            return work()
        finally:
            reader.close()
        process.join()
        return found

    return result


def _send(work: Callable[[], object], writer: Connection) -> None:
    gc.freeze()
    try:
        found = work()
    except Exception:  # what goes wrong here goes wrong there as well, where it is told
        return
    # Whoever waited for it may be gone.
    with suppress(OSError):
        writer.send(found)
