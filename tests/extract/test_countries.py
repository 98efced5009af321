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
        "Polish your shoes with a cloth.",
        "The Minsk agreements had failed before American Indians met.",
        "They reviewed the Geneva Convention.",
        "The book was translated into English, and Spanish-speaking readers loved it.",
        "Ships patrolled the Indo-Pacific.",
    ],
)
def test_what_only_looks_like_a_country_is_none(nlp: Language, text: str) -> None:
    """No page claims that an article names a country when it names a bird, a person, a sea or a firm."""
    assert codes(nlp, text) == set()


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("President of Kenya William Ruto met farmers on Monday.", "KE", "Kenya"),
        ("The King of Jordan Abdullah arrived on Monday.", "JO", "Jordan"),
        ("Kenya's William Ruto spoke first.", "KE", "Kenya"),
        ("Chad Smith flew to Chad on Monday.", "TD", "Chad"),
    ],
)
def test_a_country_before_or_like_a_person_s_name_counts(
    nlp: Language, text: str, code: str, words: str
) -> None:
    """The country somebody heads is not part of their name, and a country is found beside a namesake."""
    assert [(c.code, [m.text for m in c.mentions]) for c in countries.find(nlp(text))] == [(code, [words])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The crew returned to St. Petersburg, Florida.", {"US"}),
        ("Putin spoke in St. Petersburg, Russia.", {"RU"}),
        ("A fire in Alexandria, Virginia, was put out.", {"US"}),
        ("Clashes in Tripoli, Lebanon, went on.", {"LB"}),
        ("Students in Moscow, Idaho, mourned.", {"US"}),
        ("North Macedonia, Czechia, Eswatini and Timor-Leste voted.", {"MK", "CZ", "SZ", "TL"}),
        ("The Democratic Republic of the Congo faces Congo-Brazzaville.", {"CD", "CG"}),
        ("A Serb, a Bosnian Croat and a Greek Cypriot met.", {"RS", "BA", "CY"}),
        ("A Nigerien and a Nigerian met in Guinea-Bissau.", {"NE", "NG", "GW"}),
    ],
)
def test_namesakes_lead_to_the_country_that_is_meant(nlp: Language, text: str, found: set[str]) -> None:
    """No reader looks for a town in Florida on the page of Russia."""
    assert codes(nlp, text) == found


def test_a_weighed_place_has_a_confidence(nlp: Language) -> None:
    """A reader can tell what the article says from what was chosen among places of one name."""
    text = "Police in Birmingham spoke to France. Officers in London and Manchester, England, agreed."
    found = {m.text: m.confidence for c in countries.find(nlp(text)) for m in c.mentions}
    assert found["France"] is None and found["England"] is None
    assert 0.5 < (found["Birmingham"] or 0) <= 1


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


def test_a_name_with_an_apostrophe_is_whole(nlp: Language) -> None:
    """The apostrophe in a city's name does not end it."""
    assert kinds(nlp, "The envoy flew to Sana'a in Yemen.")["YE"] >= {("Sana'a", "place")}


def test_a_group_called_after_a_city_is_not_in_its_country(nlp: Language) -> None:
    """Nor is what is between all of America the United States'."""
    assert codes(nlp, "The Lisbon Group and the Inter-American Court met in Norway.") == {"NO"}


def test_two_communities_of_one_country_are_one_country_s(nlp: Language) -> None:
    """ "Greek and Turkish Cypriots" are neither Greeks nor Turks."""
    assert codes(nlp, "Greek and Turkish Cypriots voted.") == {"CY"}
