"""Dates: spans that name a time, with their value in EDTF."""

from pathlib import Path

import pytest
from spacy.language import Language

from briefing_book.extract import dates

SATURDAY = "2023-02-25"


def values(nlp: Language, text: str, published: str | None = SATURDAY) -> dict[str, str]:
    """The values found in a text, by the words that carry them."""
    return {d.text: d.value for d in dates.find(nlp(text), published)}


def test_the_second_seed_s_dates(nlp: Language, seeds: Path) -> None:
    """The root book shows the visit, the summit, the plan's release and the planned journey on their days."""
    text = (seeds / "001_b395d3ddefc6bef5.txt").read_text()
    found = values(nlp, text[text.index("President of Belarus") :])
    assert found == {
        "Friday": "2023-02-24",
        "February 28 to March 2": "2023-02-28/2023-03-02",
        "September 2022": "2022-09",
        "March": "2023-03",
        "February 24": "2023-02-24",
    }


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("24 February 2022", "2022-02-24"),
        ("Feb. 24, 2022", "2022-02-24"),
        ("2022-02-24", "2022-02-24"),
        ("24/02/2022", "2022-02-24"),
        ("May 3-5, 2021", "2021-05-03/2021-05-05"),
        ("3–5 May 2021", "2021-05-03/2021-05-05"),
        ("late 2022", "2022"),
        ("early March 2022", "2022-03"),
        ("the third quarter of 2021", "2021-07/2021-09"),
        ("the 1990s", "199X"),
        ("the nineties", "199X"),
        ("late '80s", "198X"),
        ("the 1800s", "18XX"),
        ("the twentieth century", "19XX"),
        ("10/31/89", "1989-10-31"),
        ("the third of March, 2021", "2021-03-03"),
        ("June '98", "1998-06"),
        ("2022/02/24", "2022-02-24"),
        ("the first half of 2021", "2021-01/2021-06"),
        ("the 19th century", "18XX"),
    ],
)
def test_a_full_date_needs_no_publication_date(nlp: Language, words: str, value: str) -> None:
    """An undated article still has the dates that it writes out."""
    assert values(nlp, f"The talks began in {words}, officials said.", None)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met on Tuesday.", "Tuesday", "2023-02-21"),
        ("They will meet on Tuesday.", "Tuesday", "2023-02-28"),
        ("The court ruled on Saturday.", "Saturday", "2023-02-25"),
        ("He resigned yesterday.", "yesterday", "2023-02-24"),
        ("The court was to rule on Wednesday.", "Wednesday", "2023-03-01"),
        ("It began on 24 February last year.", "24 February last year", "2022-02-24"),
        ("She won last New Year's Eve.", "last New Year's Eve", "2022-12-31"),
        ("By year-end the plant will close.", "year-end", "2023-12-31"),
        ("Sales will fall for the fiscal year.", "the fiscal year", "2023"),
        ("Twenty-five years ago it was a village.", "Twenty-five years ago", "1998"),
        ("The 9/11 hijackers had trained there.", "9/11", "2001-09-11"),
        ("She left two weeks ago.", "two weeks ago", "2023-02-11"),
        ("Exports fell last month.", "last month", "2023-01"),
        ("It opened about two years ago.", "about two years ago", "2021~"),
        ("They vote next Tuesday.", "next Tuesday", "2023-02-28"),
        ("The minister resigned in December.", "December", "2022-12"),
        ("The minister will resign in December.", "December", "2023-12"),
        ("The fair, which opens in November, is free.", "November", "2023-11"),
        ("He planned a visit to Ankara in March.", "March", "2023-03"),
        ("The army was there last week.", "last week", "2023-02-13/2023-02-19"),
        ("The September 11 attacks changed that.", "September 11", "2001-09-11"),
    ],
)
def test_what_is_left_open_follows_publication_and_tense(
    nlp: Language, text: str, words: str, value: str
) -> None:
    """ "On Tuesday" is the last one of what happened and the next one of what is to come."""
    assert values(nlp, text) == {words: value}


@pytest.mark.parametrize("text", ["They met on Friday.", "It began on February 24.", "Last month it rained."])
def test_without_a_publication_date_nothing_is_guessed(nlp: Language, text: str) -> None:
    """An unknown date stays unknown."""
    assert values(nlp, text, None) == {}


def test_a_year_in_the_same_sentence_decides(nlp: Language) -> None:
    """An undated article that gives the year beside the day is read as it is meant."""
    assert values(nlp, "In 2014 the army moved on February 24.", None) == {
        "2014": "2014",
        "February 24": "2014-02-24",
    }


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He ruled from 2014 to 2019.", "2014 to 2019", "2014/2019"),
        ("The talks will run from May 3 to May 5.", "May 3 to May 5", "2023-05-03/2023-05-05"),
        ("Between November 2021 and March 2022 it froze.", "November 2021 and March 2022", "2021-11/2022-03"),
    ],
)
def test_two_ends_make_one_interval(nlp: Language, text: str, words: str, value: str) -> None:
    """A visit of three days is one date, not two."""
    assert values(nlp, text) == {words: value}


@pytest.mark.parametrize(
    "text",
    [
        "She may march with 2000 people.",
        "Theresa May spoke for two years about 24/7 service.",
        "They paid $1996 on page 2014 for 35-year-old goods at 10.30.",
        "The paper is printed every Friday.",
        "It was signed on 03/04/2022.",
        "It was signed on February 30, 2022.",
        "It was signed on April 31 or 30 February.",
        "That was 999 decades ago.",
        "In her early 20s she was named woman of the year.",
        "They met again the following Tuesday in room 9/12.",
    ],
)
def test_what_only_looks_like_a_date_is_none(nlp: Language, text: str) -> None:
    """Durations, sums, page numbers, names, recurring and impossible or ambiguous days have no value."""
    assert values(nlp, text) == {}


def test_every_date_is_its_slice(nlp: Language) -> None:
    """A statement opens its passage."""
    text = "\x07 ÀÉ – “On Friday”\n\nit   rained; in September\n2022 it snowed."
    found = dates.find(nlp(text), SATURDAY)
    assert [d.value for d in found] == ["2023-02-24", "2022-09"]
    assert all(text[d.start : d.end] == d.text for d in found)


@pytest.mark.parametrize(
    ("text", "values_by_words"),
    [
        ("In 1994 he left; two years earlier he had won.", {"1994": "1994", "two years earlier": "1992"}),
        (
            "Prices rose in May 2021. A month later they fell.",
            {"May 2021": "2021-05", "A month later": "2021-06"},
        ),
        ("She left. Two days earlier she had smiled.", {}),
        ("It rained in March and April 2021.", {"March": "2021-03", "April 2021": "2021-04"}),
    ],
)
def test_a_date_may_count_from_the_one_beside_it(
    nlp: Language, text: str, values_by_words: dict[str, str]
) -> None:
    """ "Two years earlier" is earlier than what was told, not than the article."""
    assert values(nlp, text) == values_by_words


@pytest.mark.parametrize(
    ("published", "found"),
    [
        ("2023-02", {"Last month": "2023-01", "last year": "2022", "July": "2022-07"}),
        ("2023", {"last year": "2022"}),
        (
            "2023-02-25",
            {"Last month": "2023-01", "last year": "2022", "July": "2022-07", "Friday": "2023-02-24"},
        ),
    ],
)
def test_a_month_or_year_of_publication_tells_what_it_decides(
    nlp: Language, published: str, found: dict[str, str]
) -> None:
    """Where every day of the month or year gives the same value, the day is not needed."""
    text = "Last month it fell. It rose last year. It fell in July. They met on Friday."
    assert values(nlp, text, published) == found


def test_what_was_weighed_has_a_confidence(nlp: Language) -> None:
    """A reader can tell the day that an article writes out from one that was taken from a verb's tense."""
    found = dates.find(nlp("On 3 May 2021 they met. They met on Friday. They meet in early May."), SATURDAY)
    assert [date.confidence is None for date in found] == [True, False, False]
    assert all(0.5 < date.confidence <= 1 for date in found if date.confidence is not None)


@pytest.mark.parametrize("published", ["2023-02", "2023", "not a date", "9999-12-31", "0001-01-01", None])
def test_only_a_day_of_publication_dates_a_weekday(nlp: Language, published: str | None) -> None:
    """An article known to be of some month has no weekdays, and a nonsensical date stops nothing."""
    assert values(nlp, "They met on Friday.", published) == {}


def test_this_saturday_is_past_where_its_verb_is(nlp: Language) -> None:
    """What somebody did "this Saturday" is not dated after the article."""
    assert values(nlp, "This Saturday the delegates arrived in Lima.", "2023-02-12") == {
        "This Saturday": "2023-02-11"
    }
    assert values(nlp, "This Saturday the delegates will arrive in Lima.", "2023-02-12") == {
        "This Saturday": "2023-02-18"
    }
