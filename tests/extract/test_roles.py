"""Roles: the titles that an article gives a person, with the country that stands in them."""

import pytest
from spacy.language import Language

from briefing_book.extract import countries, people


def roles(nlp: Language, text: str) -> dict[str, list[tuple[str, str | None]]]:
    doc = nlp(text)
    given = people.find(doc, countries.find(doc))
    assert all(text[role.start : role.end] == role.text for person in given for role in person.roles)
    return {person.name: [(role.text, role.country) for role in person.roles] for person in given}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Polish Prime Minister Jan Kowalczyk arrived in Kyiv.",
            "Jan Kowalczyk",
            ("Polish Prime Minister", "PL"),
        ),
        ("President of Belarus Pavel Marozau spoke.", "Pavel Marozau", ("President of Belarus", "BY")),
        ("China's head of state Wen Guoqiang agreed.", "Wen Guoqiang", ("China's head of state", "CN")),
        ("Wen Guoqiang, China's premier, said so.", "Wen Guoqiang", ("China's premier", "CN")),
        (
            "Amina Diallo, who is the mayor of Porto Novo, said so.",
            "Amina Diallo",
            ("mayor of Porto Novo", None),
        ),
        ("Amina Diallo is the president of Benin.", "Amina Diallo", ("president of Benin", "BJ")),
        (
            "Minister of Labour and Employment Samuel Okafor resigned.",
            "Samuel Okafor",
            ("Minister of Labour and Employment", None),
        ),
    ],
)
def test_a_title_is_given_before_after_or_by_is(
    nlp: Language, text: str, name: str, role: tuple[str, str | None]
) -> None:
    """Wherever the title stands, it is taken whole, and a country in it is known."""
    assert roles(nlp, text)[name] == [role]


def test_a_title_belongs_to_the_name_beside_it(nlp: Language) -> None:
    """In an enumeration nobody gets the next one's title."""
    text = "German Chancellor Karl Lehmann, French President Anne Moreau and Mr Tom Baker met in Rome."
    given = roles(nlp, text)
    assert given["Karl Lehmann"] == [("German Chancellor", "DE")]
    assert given["Anne Moreau"] == [("French President", "FR")]
    assert given["Tom Baker"] == []


def test_kinship_and_forms_of_address_are_no_roles(nlp: Language) -> None:
    """A wife, a neighbour and a Mr hold no office."""
    given = roles(nlp, "Mr Tom Baker, a neighbour, and his wife Susan Baker said they saw the fire.")
    assert given == {"Tom Baker": [], "Susan Baker": []}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "U.S. Special Envoy for Mali, Peter Larsen, stated that it was late.",
            "Peter Larsen",
            "U.S. Special Envoy for Mali",
        ),
        ("The US envoy to Sudan, Paul Meyer, said no.", "Paul Meyer", "US envoy to Sudan"),
        (
            "Self-proclaimed President of Belarus Pavel Marozau spoke.",
            "Pavel Marozau",
            "Self-proclaimed President of Belarus",
        ),
        (
            "They met the commander of the army, General Omar Diallo, in May.",
            "Omar Diallo",
            "commander of the army",
        ),
        ("Bergen - President Ivo Kern said that he would go.", "Ivo Kern", "President"),
    ],
)
def test_a_role_before_a_comma_is_whole(nlp: Language, text: str, name: str, role: str) -> None:
    """The words before "…, NAME," are the name's, with what qualifies them and no dateline."""
    assert role in [words for words, _ in roles(nlp, text)[name]]


def test_who_acts_after_a_comma_is_somebody_else(nlp: Language) -> None:
    """In "Regarding X, the judge said" X is no judge."""
    assert roles(nlp, "Regarding Wang Lin, the judge said nothing. Wang Lin laughed.")["Wang Lin"] == []


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "President-elect Marta Oliveira spoke on Friday.",
            "Marta Oliveira",
            ("President-elect", None),
        ),
        (
            "He met the far-left politician Marta Oliveira.",
            "Marta Oliveira",
            ("far-left politician", None),
        ),
        (
            "US Under Secretary of State Marta Oliveira left.",
            "Marta Oliveira",
            ("US Under Secretary of State", "US"),
        ),
        (
            "The African Union mediator, Marta Oliveira, left.",
            "Marta Oliveira",
            ("African Union mediator", None),
        ),
        (
            "Marta Oliveira, head of the delegation at the opening of the talks, left.",
            "Marta Oliveira",
            ("head of the delegation", None),
        ),
    ],
)
def test_a_role_has_its_own_words_and_no_others(
    nlp: Language, text: str, name: str, role: tuple[str, str | None]
) -> None:
    """Neither half a hyphened word nor the occasion."""
    assert role in roles(nlp, text)[name]


def test_an_envoy_is_not_of_the_country_that_he_is_sent_to(nlp: Language) -> None:
    """Kenya's page does not list the United Nations' envoy to it among Kenya's people."""
    assert roles(nlp, "The UN envoy to Kenya, Jan Kowalczyk, left.") == {
        "Jan Kowalczyk": [("UN envoy to Kenya", None)]
    }
    given = roles(nlp, "Jan Kowalczyk, the Polish ambassador to Kenya, left.")
    assert given == {"Jan Kowalczyk": [("Polish ambassador to Kenya", "PL")]}
