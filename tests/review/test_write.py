"""Answers are put into the file of corrections, and nothing else in it changes by a single character."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_book.editorial import NEW_CORRECTIONS, read_corrections
from briefing_book.errors import BookError
from briefing_book.model import Corrections
from briefing_book.review.write import with_entries, write_entries

SHIPPED = NEW_CORRECTIONS.read_text(encoding="utf-8")
DROP = {"name": "Dear # Reader: “x”", "who": "A. Editor", "when": "2031-05-01"}
MERGE = {"names": ["Ann Lee", "A. Lee"], "into": "Ann Lee"}


def written(folder: Path, text: str, section: str, *entries: dict[str, object]) -> Corrections:
    """What is read from the file afterwards; all that it held before is there in its order."""
    file = folder / "corrections.yml"
    file.write_bytes(text.encode())
    write_entries(file, section, entries)
    after = file.read_bytes().decode()
    left = iter(after)
    assert all(character in left for character in text)
    return read_corrections(file)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Only a comment",
        "drop:",
        "drop:\n",
        "drop: # nothing yet\n# - name: X\n\nmerge:\n",
        "drop:\n- name: X\n",
        "drop:\n- name: X",
        "drop:\n  -   name:   'X'   # here\n\n  # between\n  - {name: \"Y\"}   # there\n\n# Next\nrename:\n",
        "drop:\r\n- name: X\r\n  why: because\r\n\r\nmerge:\r\n",
        "\ufeffdrop:\n- name: X\n",
        "drop:\n- name: X\n  why: |\n    one\n\n    # none\n\nmerge:\n- names: [A,\n    B]\n  into: A\n",
        "drop:\n- name: X\n  why: >-\n    folded\n    words",
        "drop: [{name: X}, {name: Y}]\n",
        "drop: []  # nothing\nmerge: []\n",
        "merge:\n- names:\n  - A\n  - B\n  into: A\n",
        "---\ndrop:\n- name: X\n  when:\n",
        SHIPPED,
        SHIPPED.replace("# - name: Dear", "- name: Dear"),
    ],
)
def test_nothing_else_in_the_file_changes(tmp_path: Path, text: str) -> None:
    """Comments, quotes, indentation, line ends and order stay; the entry is the last of its section."""
    before = read_corrections_of(tmp_path, text)
    found = written(tmp_path, text, "drop", DROP)
    assert (found.drop[-1].name, found.drop[-1].who) == (DROP["name"], DROP["who"])
    assert (found.drop[:-1], found.merge) == (before.drop, before.merge)
    again = written(tmp_path, (tmp_path / "corrections.yml").read_bytes().decode(), "merge", MERGE)
    assert again.merge[-1].names == ("Ann Lee", "A. Lee")


def read_corrections_of(folder: Path, text: str) -> Corrections:
    (folder / "before.yml").write_bytes(text.encode())
    return read_corrections(folder / "before.yml")


def test_an_entry_stands_under_the_examples_of_its_section() -> None:
    text = with_entries(SHIPPED, "drop", [DROP])
    place = text.index("- name: 'Dear # Reader")
    assert text[:place].endswith("\ndrop:\n# - name: Dear Reader\n")
    assert text[:place] + text[text.index("\n# A fact that is wrong", place) :] == SHIPPED


def test_lines_end_as_those_of_the_file_do(tmp_path: Path) -> None:
    written(tmp_path, "drop:\r\n- name: X\r\n", "drop", DROP)
    assert b"\n" not in (tmp_path / "corrections.yml").read_bytes().replace(b"\r\n", b"")


def test_what_would_contradict_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "corrections.yml"
    text = "apart:\n- names: [Ann Lee, A. Lee]\n"
    file.write_text(text)
    with pytest.raises(BookError, match="are both merged and apart"):
        write_entries(file, "merge", [MERGE])
    assert file.read_text() == text
    assert [path.name for path in tmp_path.iterdir()] == ["corrections.yml"]


@pytest.mark.parametrize("text", ["{drop: [{name: X}]}\n", "drop: null\n", "drop: [{name: X},]\n"])
def test_where_lines_cannot_be_put_in_they_are_shown(tmp_path: Path, text: str) -> None:
    file = tmp_path / "corrections.yml"
    file.write_text(text)
    with pytest.raises(BookError, match="write them yourself"):
        write_entries(file, "drop" if "[{name: X},]" in text or "null" in text else "merge", [DROP])
    assert file.read_text() == text


@settings(max_examples=40, deadline=None)
@given(
    words=st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff"), min_size=1)
)
def test_any_words_come_back_as_they_are(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    if words.strip():
        found = written(tmp_path_factory.mktemp("any"), SHIPPED, "drop", {"name": words})
        assert found.drop[-1].name == words
