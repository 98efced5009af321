"""A build that is killed leaves a whole book, and the next one finishes the work."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from briefing_book.build import build
from tests.conftest import ROOT
from tests.test_rebuild import STORIES


def test_a_build_that_is_killed_leaves_a_whole_book_and_the_next_one_finishes(tmp_path: Path) -> None:
    """At one file operation in so many; `python -m tests.killing` tries as many as wanted."""
    built = tmp_path / "built"
    (built / "seeds").mkdir(parents=True)
    (built / "briefing.yml").write_text("print: {people: 0, countries: 0}\n")
    (built / "seeds/story-0.txt").write_text(STORIES[0])
    build(built, lambda doing: None)
    changed = shutil.copytree(built, tmp_path / "changed")
    (changed / "seeds/story-1.txt").write_text(STORIES[1])
    (changed / "seeds/story-0.txt").write_text(STORIES[2])
    command = [sys.executable, "-m", "tests.killing", str(built), str(changed), "150"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    killed = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600, check=False
    )
    assert killed.returncode == 0, killed.stderr
    assert int(killed.stdout.split()[1]) >= 4
