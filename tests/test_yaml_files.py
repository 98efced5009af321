"""A person who edits a YAML file is told the file, the line and the mend."""

from pathlib import Path

import pytest

from briefing_book.errors import BookError
from briefing_book.model import Corrections, Plan
from briefing_book.yaml_files import read_yaml

PLAN = """title: A plan
author: NO
date: 2023-02-24
publisher:
points:
- number: 1
  title: Stop
  summary: 5
"""


def read(tmp_path: Path, text: str | bytes, kind: type = Plan) -> object:
    path = tmp_path / "peace.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_yaml(path, kind, {"id": "peace"} if kind is Plan else None)


def test_values_are_the_words_that_stand_there(tmp_path: Path) -> None:
    plan = read(tmp_path, PLAN)
    assert isinstance(plan, Plan)
    assert (plan.id, plan.author, plan.date, plan.publisher) == ("peace", "NO", "2023-02-24", None)
    assert (plan.points[0].number, plan.points[0].summary) == (1, "5")


@pytest.mark.parametrize(
    "text", ["", "# only a comment\n", "---\n", "merge:\ndrop:\n", b"\xef\xbb\xbfmerge: []\n"]
)
def test_what_is_not_written_is_the_default(tmp_path: Path, text: str | bytes) -> None:
    assert read(tmp_path, text, Corrections) == Corrections()


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("title: A plan", "titel: A plan", 1, "`titel` is not a key here; did you mean `title`?"),
        ("title: Stop", "sumary: Stop", 7, "did you mean `summary`?"),
        ("title: Stop", "sub-title: Stop", 7, "`sub-title` is not a key here"),
        ("  title: Stop\n", "", 6, "`title` is missing"),
        ("number: 1", "number: one", 6, "`number` should be a whole number, not text"),
        ("- number", "  number", 5, "`points` should be a list"),
        ("title: A plan", "title: [A, plan]", 1, "`title` should be text, not a list"),
        ("date: 2023-02-24", "title: Again", 3, "`title` stands here a second time, after line 1"),
        ("title: A plan", "title: A plan: better", 1, "in quotes"),
        ("author: NO", "\tauthor: NO", 2, "no tabs"),
        ("title: A plan", "id: other", 1, "`id` is not written here: it is `peace`"),
        ("title: A plan", "title: &a A plan", 2, "alias"),
        ("title: A plan", "title: A\x00plan", 1, "U+0000"),
        ("  summary: 5\n", "  summary: 5\n---\na: b\n", 9, "second document"),
        ("title: A plan", "[a, b]: A plan", 1, "a key must be a plain word"),
        ("title: A plan", "title: " + "[" * 100_000, 1, "levels deep"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    text = PLAN.replace(old, new)
    text = text.replace("NO", "*a") if "&a" in new else text
    with pytest.raises(BookError) as raised:
        read(tmp_path, text)
    assert f"peace.yml:{line}: " in str(raised.value) and says in str(raised.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- a\n", "this file should be keys with values"),
        ("word\n", "not text"),
        (b"title: \xff\n", "save it as UTF-8"),
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str | bytes, says: str) -> None:
    with pytest.raises(BookError, match=says):
        read(tmp_path, text)
