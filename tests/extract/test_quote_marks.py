"""What stands in quotation marks, and that lost marks do no harm."""

import pytest

from briefing_book.extract.quote_marks import passages


def quoted(text: str) -> list[str]:
    return [text[passage.start : passage.end] for passage in passages(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are ready,” she said.", ["We are ready,"]),
        ('"We are ready," she said. "Come in."', ["We are ready,", "Come in."]),
        ('He said,  "It is late,"  and left.', ["It is late,"]),
        ("Er sagte: „Wir gehen“ und ging.", ["Wir gehen"]),
        ("Il a dit « nous partons » hier.", ["nous partons"]),
        ("The ‘grand bargain’ failed.", ["grand bargain"]),
        ("The 'grand bargain' failed.", ["grand bargain"]),
    ],
)
def test_every_kind_of_mark_is_known(text: str, expected: list[str]) -> None:
    """A passage is found without its marks, whichever marks the publisher uses."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It’s the Clintons’ house, and the '90s weren't theirs.",
        "The ministers' talks and the generals' fears didn't meet.",
        'The pipe was 6" wide.',
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    "text",
    ["“She told me ‘never again’ twice,” he said.", "“I hate what he calls “hell” and say so,” he said."],
)
def test_marks_inside_a_passage_make_no_second_one(text: str) -> None:
    assert len(quoted(text)) == 1


def test_a_quotation_runs_on_where_the_next_paragraph_opens_again() -> None:
    text = "He said: “We came first.\n\n“We shall leave last.”\n\nNobody answered."
    assert quoted(text) == ["We came first.\n\n“We shall leave last."]


def test_a_lost_mark_costs_no_more_than_its_paragraph() -> None:
    """An opening mark that is never closed must not swallow the rest of the article."""
    text = "He said: “We came first.\n\nNobody answered. “Good,” she said.\n\nThe end."
    assert quoted(text) == ["We came first.", "Good,"]


def test_a_lost_mark_does_not_turn_the_next_quotation_inside_out() -> None:
    text = "“We came first, he said. “We shall leave last,” she said. “Indeed,” he said."
    assert quoted(text) == ["We shall leave last,", "Indeed,"]
