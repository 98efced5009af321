"""Countries: named by name, by adjective or demonym, or by a place in them."""

from pathlib import Path

import pytest
from spacy.language import Language

from briefing_book.country_names import country_name
from briefing_book.extract import countries


def kinds(nlp: Language, text: str) -> dict[str, set[tuple[str, str]]]:
    """What was found in a text: by code, the words and their kind."""
    return {c.code: {(m.text, m.kind) for m in c.mentions} for c in countries.find(nlp(text))}


def codes(nlp: Language, text: str) -> set[str]:
    return set(kinds(nlp, text))


def test_the_seeds_name_exactly_these_countries(nlp: Language, seeds: Path) -> None:
    """The book of the two seeds lists seven countries and no other."""
    found = {country_name(code) for path in seeds.glob("*.txt") for code in codes(nlp, path.read_text())}
    assert found == {"Belarus", "China", "Ukraine", "Russia", "United States", "Iran", "Taiwan"}


def test_every_mention_is_its_slice(nlp: Language) -> None:
    """A statement opens its passage: offsets count the characters of the text, accents and all."""
    text = "Café owners in Türkiye – and in Côte d’Ivoire – wrote to the U.S. envoy in N'Djamena."
    mentions = [m for c in countries.find(nlp(text)) for m in c.mentions]
    assert [text[m.start : m.end] for m in mentions] == [m.text for m in mentions]
    assert {m.text for m in mentions} == {"Türkiye", "Côte d’Ivoire", "U.S.", "N'Djamena"}


@pytest.mark.parametrize(
    ("text", "code", "words", "kind"),
    [
        ("Officials of the PRC arrived on Monday.", "CN", "PRC", "name"),
        ("The DPRK fired a missile.", "KP", "DPRK", "name"),
        ("Lawmakers in the Czech Republic agreed.", "CZ", "Czech Republic", "name"),
        ("Two Danes were among the crew.", "DK", "Danes", "demonym"),
        ("The Kyrgyz president spoke first.", "KG", "Kyrgyz", "demonym"),
        ("A Filipino sailor was rescued.", "PH", "Filipino", "demonym"),
        ("South Korean troops crossed the river.", "KR", "South Korean", "demonym"),
        ("The minister flew to Tehran.", "IR", "Tehran", "place"),
        ("Shelling was reported near Kiev.", "UA", "Kiev", "place"),
        ("Aid reached the Gaza Strip.", "PS", "Gaza Strip", "place"),
        ("GERMANY AND FRANCE SIGN TREATY", "DE", "GERMANY", "name"),
    ],
)
def test_a_country_is_known_by_all_its_words(
    nlp: Language, text: str, code: str, words: str, kind: str
) -> None:
    """Abbreviations, odd demonyms, capitals and headlines lead to their country."""
    assert (words, kind) in kinds(nlp, text)[code]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("US-China relations soured.", {"US", "CN"}),
        ("The US-led talks on Sino-Russian trade failed.", {"US", "CN", "RU"}),
        ("The Russia-Ukraine conflict goes on.", {"RU", "UA"}),
    ],
)
def test_both_halves_of_a_compound_count(nlp: Language, text: str, found: set[str]) -> None:
    """A hyphen hides no country."""
    assert codes(nlp, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Tell us when they polish the china and carve the turkey.",
        "Michael Jordan scored 40 points before half-time.",
        "The fleet crossed the South China Sea and the Indian Ocean.",
        "The children bought a guinea pig and a French bulldog.",
        "He bought shares of British Airways and Bank of America.",
        "He has read much about Latin America.",
        "They reviewed the Geneva Convention.",
        "The book was translated into English, and Spanish-speaking readers loved it.",
        "Ships patrolled the Indo-Pacific.",
    ],
)
def test_what_only_looks_like_a_country_is_none(nlp: Language, text: str) -> None:
    """No page claims that an article names a country when it names a bird, a person, a sea or a firm."""
    assert codes(nlp, text) == set()


def test_georgia_is_told_by_the_places_around_it(nlp: Language) -> None:
    """The American state does not put an article on the page of the country."""
    assert codes(nlp, "Voters in Atlanta, Georgia, and in Alabama went to the polls.") == {"US"}
    assert codes(nlp, "The envoy met ministers in Tbilisi, Georgia, after talks in Armenia.") == {"GE", "AM"}


def test_a_town_is_where_the_article_says_it_is(nlp: Language) -> None:
    """Once told that this London is in Kentucky, a reader is not sent to the United Kingdom."""
    text = "LONDON, Ky. - Police arrested two people on Monday. London residents were relieved."
    assert codes(nlp, text) == {"US"}


@pytest.mark.parametrize("text", ["", "\x00\x07 \n\n", "U.S.", "China" * 3 + " " + "a" * 100_000])
def test_strange_text_is_read_without_failing(nlp: Language, text: str) -> None:
    """An odd article stops nothing."""
    assert codes(nlp, text) <= {"US", "CN"}
