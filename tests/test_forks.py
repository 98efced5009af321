"""What a fork does is what would have been done here."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_book.forks import beside

ROOT = Path(__file__).parents[1]
PID = "import os; from briefing_book.forks import beside; print(beside(os.getpid)() == os.getpid())"
UNSENT = "from briefing_book.forks import beside; print(*beside(lambda: (n for n in range(3)))())"


def by_itself(program: str) -> "subprocess.CompletedProcess[str]":
    """What a program does in a process that has but one thread."""
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )


@pytest.mark.skipif(sys.platform != "linux" or os.cpu_count() == 1, reason="here all is done by one process")
def test_work_is_done_by_another_process() -> None:
    assert by_itself(PID).stdout == "False\n"


def test_what_it_finds_comes_back_whole() -> None:
    found = {"Ana Šlima": [("s1", number) for number in range(100_000)]}
    assert beside(lambda: found)() == found


def test_work_that_it_leaves_is_done_here() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os._exit(1)
        return "done"

    assert beside(work)() == "done"


def test_what_goes_wrong_is_told_here() -> None:
    with pytest.raises(ZeroDivisionError):
        beside(lambda: 1 // 0)()


@pytest.mark.skipif(sys.platform != "linux" or os.cpu_count() == 1, reason="here all is done by one process")
def test_what_cannot_be_sent_is_done_here_and_said() -> None:
    """Otherwise nobody would see that the work is done twice."""
    done = by_itself(UNSENT)
    assert done.stdout == "0 1 2\n"
    assert "pickle" in done.stderr
