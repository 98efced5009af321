"""One build of a book at a time."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_book.errors import BookError
from briefing_book.storage.lock import build_lock, held

HOLD = """
import sys
from pathlib import Path
from briefing_book.storage.lock import build_lock, held
with build_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(book: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock, or waits for it, until its input is closed."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(book)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_second_build_says_that_it_waits_and_then_has_its_turn(tmp_path: Path) -> None:
    with build_lock(tmp_path):
        second = hold(tmp_path)
        assert second.stderr and second.stdout
        assert "another build of this book is running; waiting" in second.stderr.readline()
    assert second.stdout.readline() == "held\n"
    second.communicate()
    assert second.returncode == 0


def test_a_second_build_that_will_not_wait_is_refused(tmp_path: Path) -> None:
    first = hold(tmp_path)
    assert first.stdout and first.stdout.readline() == "held\n"
    with (
        pytest.raises(BookError, match="another build of this book is running"),
        build_lock(tmp_path, wait=False),
    ):
        pass
    first.communicate()
    with build_lock(tmp_path, wait=False):
        assert (tmp_path / ".build/lock").exists()


def test_a_dead_builds_lock_is_free(tmp_path: Path) -> None:
    first = hold(tmp_path)
    assert first.stdout and first.stdout.readline() == "held\n"
    first.send_signal(signal.SIGKILL)
    first.wait()
    with build_lock(tmp_path, wait=False):
        pass


def test_two_books_are_built_at_once(tmp_path: Path) -> None:
    with build_lock(tmp_path / "one", wait=False), build_lock(tmp_path / "two", wait=False):
        pass


def test_a_program_that_writes_into_the_book_holds_its_lock_until_it_ends(tmp_path: Path) -> None:
    """It may outlive the build that began it, if that one is killed."""
    with build_lock(tmp_path):
        writer = subprocess.Popen(["cat"], stdin=subprocess.PIPE, pass_fds=held())
    with pytest.raises(BookError, match="another build"), build_lock(tmp_path, wait=False):
        pass
    writer.communicate()
    with build_lock(tmp_path, wait=False):
        assert held()
    assert not held()
