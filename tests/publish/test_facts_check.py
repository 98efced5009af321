"""Wherever start, end and text stand together in a facts file, the text is the slice."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing_book.publish.facts_check import check_facts, read_texts
from briefing_book.publish.statements import squeeze

TEXT = "Ana Lima said: “We welcome the plan”.\n\nTalks go on."


def span(start: int, end: int) -> dict[str, object]:
    return {"start": start, "end": end, "text": TEXT[start:end]}


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """The folder of a book's facts."""
    (tmp_path / "facts").mkdir()
    return tmp_path / "facts"


def write(folder: Path, name: str, facts: object, text: str = TEXT) -> None:
    (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
    (folder / f"{name}.yml").write_text(yaml.safe_dump(facts), encoding="utf-8")


def test_right_facts_have_no_problem(facts: Path) -> None:
    quotation = {**span(16, 35), "direct": True, "cue": span(9, 13), "speaker": {"person": "Ana Lima"}}
    write(facts, "a", {"sentences": [[0, 37]], "quotations": [quotation]})
    assert check_facts(facts) == []


def test_each_span_that_is_not_its_slice_is_named_by_its_place(facts: Path) -> None:
    wrong = {**span(16, 35), "cue": {**span(9, 13), "end": 14}}
    beyond = {"start": 39, "end": 9999, "text": TEXT[39:]}
    backward = {"start": -12, "end": len(TEXT), "text": TEXT[-12:]}
    write(facts, "b", {"quotations": [span(16, 35), wrong], "dates": [beyond, backward]})
    (facts / "c.yml").write_text("schema: 1")
    (facts / "d.yml").write_text("a: [")
    (facts / "d.txt").write_text("")

    problems = check_facts(facts)

    assert problems[:3] == [
        "facts/b.yml: dates[0] is not its slice of the text: 39-9999 'Talks go on.'",
        "facts/b.yml: dates[1] is not its slice of the text: -12-51 'Talks go on.'",
        "facts/b.yml: quotations[1].cue is not its slice of the text: 9-14 'said'",
    ]
    assert [problem.split(": ")[:2] for problem in problems[3:]] == [
        ["facts/c.yml", "cannot be checked"],
        ["facts/d.yml", "cannot be checked"],
    ]


def test_texts_are_read_as_the_offsets_count_them(facts: Path) -> None:
    write(facts, "a", {}, "One\r\ntwo\rthree\u2028\x85\ufeff")
    assert read_texts(facts) == {"a": "One\r\ntwo\rthree\u2028\x85\ufeff"}


@given(st.text(), st.text(alphabet=" \n\t\xa0\x00\x0b", min_size=1), st.integers(min_value=0))
def test_white_space_makes_no_difference_and_all_else_does(text: str, space: str, at: int) -> None:
    at %= len(text) + 1
    assert squeeze(text[:at] + space + text[at:]) == squeeze(text)
    assert squeeze(text[:at] + "x" + text[at:]) != squeeze(text)
