"""A build that does not come to its end leaves a whole book, and the next one finishes the work."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_book.build import build
from tests.conftest import ROOT, UNPRIVILEGED
from tests.rebuild_steps import STORIES
from tests.storage.kills import files_in

PLAN = """\
title: The grain plan
author: NO
date: 2023-03-01
points:
- number: 1
  title: A treaty
  summary: Norway and Austria sign a treaty on grain.
  phrases: [signed a treaty]
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of every kind of file, built."""
    book = tmp_path_factory.mktemp("killed") / "built"
    (book / "seeds").mkdir(parents=True)
    (book / "editorial/plans").mkdir(parents=True)
    (book / "editorial/plans/grain.yml").write_text(PLAN)
    (book / "briefing.yml").write_text("print: {people: 1, countries: 0}\n")
    for number in (0, 2):
        (book / f"seeds/story-{number}.txt").write_text(STORIES[number])
    build(book, lambda doing: None)
    return book


@pytest.fixture
def changed(built: Path, tmp_path: Path) -> Path:
    """The same with an article more and one less, with facts edited by hand and a correction."""
    book = shutil.copytree(built, tmp_path / "changed")
    (book / "seeds/story-1.txt").write_text(STORIES[1])
    (book / "seeds/story-2.txt").unlink()
    facts = book / "facts/story-0.yml"
    facts.write_text(facts.read_text().replace("value: '2023-03-03'", "value: '2023-03-04'"))
    (book / "editorial/corrections.yml").write_text("rename:\n- name: Anna Lind\n  to: Anna B. Lind\n")
    return book


def test_a_build_that_is_killed_leaves_a_whole_book_and_the_next_one_finishes(
    built: Path, changed: Path
) -> None:
    """At one file operation in eight: more than a hundred kills."""
    command = [sys.executable, "-m", "tests.killing", str(built), str(changed), "8"]
    killed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)
    assert killed.returncode == 0, killed.stderr
    told = next(line for line in killed.stdout.splitlines() if line.startswith("killed"))
    assert int(told.split()[1]) >= 100


@pytest.mark.parametrize("closed", ["facts", "docs/people", "."])
def test_a_folder_that_may_not_be_written_is_named_in_one_line_and_the_old_book_stays(
    closed: str, changed: Path
) -> None:
    before = files_in(changed)
    command = [sys.executable, "-c", UNPRIVILEGED, "build_briefing.py", "--book", str(changed)]
    (changed / closed).chmod(0o555)
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    finally:
        (changed / closed).chmod(0o755)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and f"{changed / closed}: Permission denied" in done.stderr
    after = files_in(changed)
    assert {path: after[path] for path in before if not path.startswith(".build")} == {
        path: data for path, data in before.items() if not path.startswith(".build")
    }
    assert subprocess.run(command, cwd=ROOT, capture_output=True, timeout=300, check=False).returncode == 0
    assert (changed / "facts/story-1.yml").is_file()
