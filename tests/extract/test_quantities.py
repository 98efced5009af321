"""Quantities: numbers with what they count, and how the words limit them."""

import pytest
from spacy.language import Language

from briefing_book.extract import dates, quantities
from briefing_book.model import Quantity


def found(nlp: Language, text: str) -> tuple[Quantity, ...]:
    doc = nlp(text)
    all_found = quantities.find(doc, dates.find(doc, None))
    assert all(q.text == text[q.start : q.end] for q in all_found)
    return all_found


@pytest.mark.parametrize(
    ("text", "words", "value", "of", "bound"),
    [
        ("More than 30 young soldiers fell.", "More than 30 young soldiers", "30", "soldier", "at least"),
        ("Some 1.5 million refugees fled.", "Some 1.5 million refugees", "1500000", "refugee", "about"),
        ("Up to 5,000 Chileans came.", "Up to 5,000 Chileans", "5000", "Chilean", "at most"),
        ("A dozen ships sailed.", "A dozen ships", "12", "ship", "about"),
        ("Twenty-three men and women left.", "Twenty-three men", "23", "man", "exactly"),
        (
            "They sent one hundred and five aircraft.",
            "one hundred and five aircraft",
            "105",
            "aircraft",
            "exactly",
        ),
        (
            "About half a million people voted.",
            "About half a million people",
            "500000",
            "people",
            "about",
        ),
        ("Three of the hostages spoke.", "Three of the hostages", "3", "hostage", "exactly"),
        ("At least 31 were killed.", "At least 31 were killed", "31", "killed", "at least"),
        (
            "Nearly 40 per cent of the voters stayed home.",
            "Nearly 40 per cent of the voters",
            "40",
            "percent of voter",
            "about",
        ),
        ("It cost $1.5 billion.", "$1.5 billion", "1500000000", "dollar", "exactly"),
        ("It cost €50m.", "€50m", "50000000", "euro", "exactly"),
        ("They shipped 200 tons of grain.", "200 tons of grain", "200", "ton of grain", "exactly"),
    ],
)
def test_a_number_has_its_value_what_it_counts_and_its_bound(
    nlp: Language, text: str, words: str, value: str, of: str, bound: str
) -> None:
    """Sources can only be compared where "some 1.5 million refugees" is a number of refugees."""
    assert [(q.text, q.value, q.of, q.bound) for q in found(nlp, text)] == [(words, value, of, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "They met on 3 May 2024 and again in 2025.",
        "The 2016 elections were held under the 12-point plan.",
        "Luis Rojas, 45, is a 45-year-old teacher and was born 45 years ago.",
        "See page 12, Article 5 and Resolution 2202.",
        "The first and the third came at 10.30 p.m.",
        "Between 20 and 30 people came, or 20 to 30 people, or 20-30 people.",
        "The two countries signed it, one of the best.",
        "Call 555 1234 or +44 20 7946 0958.",
        "A Boeing 747 landed after 300-odd flights.",
    ],
)
def test_dates_ages_ranges_and_names_count_nothing(nlp: Language, text: str) -> None:
    """What is no count must not be shown as one on which sources differ."""
    assert found(nlp, text) == ()


def test_a_date_beside_a_number_makes_no_range_of_it(nlp: Language) -> None:
    assert [q.value for q in found(nlp, "The price rose 20% by 2030.")] == ["20"]


def test_numbers_without_an_end_are_passed_over(nlp: Language) -> None:
    """A table, or digits that go on, cost no more than other text."""
    assert found(nlp, "1" * 5000 + " soldiers, " + "1," * 5000 + " and " + "two " * 500) == ()
