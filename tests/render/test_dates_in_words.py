"""A date is written out as uncertain as it is, and never guessed."""

import pytest

from briefing_book.render.dates import in_words, year_of


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "undated"),
        ("", "undated"),
        ("2022-09", "September 2022"),
        ("2023-02-24", "24 February 2023"),
        ("2023-02-28/2023-03-02", "28 February – 2 March 2023"),
        ("2022-12-30/2023-01-02", "30 December 2022 – 2 January 2023"),
        ("2023-03-03/2023-03-05", "3–5 March 2023"),
        ("2023-02/2023-03", "February–March 2023"),
        ("2022/2023", "2022–2023"),
        ("2023-02-24/2023-02-24", "24 February 2023"),
        ("2023-22", "summer 2023"),
        ("202X", "the 2020s"),
        ("19XX", "the 1900s"),
        ("2023-02-XX", "February 2023"),
        ("2023-02~", "about February 2023"),
        ("2023-03-10~", "about 10 March 2023"),
        ("2023-03-10~/2023-03-12~", "about 10 – about 12 March 2023"),
        ("2023%", "about 2023 (uncertain)"),
        ("2023?", "2023 (uncertain)"),
        ("2023-24", "winter 2023"),
        ("../2023-02", "until February 2023"),
        ("2023-02/..", "since February 2023"),
    ],
)
def test_a_date_reads_as_it_would_be_said(value: str | None, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize("value", ["soon", "2023-13", "2023-02-03-04", "/", "*x*/2023"])
def test_what_is_no_date_stays_as_it_is(value: str) -> None:
    assert in_words(value) == value


@pytest.mark.parametrize(
    ("value", "year"), [("2023-02-28/2024-03-02", "2023"), ("../2022", "2022"), (None, None), ("soon", None)]
)
def test_the_year_is_the_one_that_a_date_begins_in(value: str | None, year: str | None) -> None:
    assert year_of(value) == year
