"""Whatever moment a commit is killed at, the book is the one before or the one after."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize("steps", ["1", "2"])
def test_a_commit_that_is_killed_at_any_operation_left_a_whole_book(steps: str, tmp_path: Path) -> None:
    """Also where the system cannot exchange two folders in one step."""
    command = [sys.executable, "-m", "tests.storage.killing", str(tmp_path), steps]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[1]) > 20
