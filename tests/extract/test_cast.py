"""Whom names, pronouns and roles stand for."""

import re

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from briefing_book.extract.cast import Cast
from briefing_book.model import (
    Country,
    CountryMention,
    Organisation,
    Person,
    PlanMention,
    Reference,
    Role,
    Span,
)

MARA, TOMAS = Reference(person="Mara Lind"), Reference(person="Tomas Berg")


def spans(text: str, pattern: str) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), m.group()) for m in re.finditer(pattern, text)]


def cast_of(doc: Doc) -> Cast:
    """Two presidents, a ministry, a country and a plan, wherever the text names them."""
    text = doc.text
    people = (
        Person(
            "Mara Lind",
            tuple(Span(*s) for s in spans(text, r"(Mara )?Lind\b")),
            tuple(Role(*s, country="SE") for s in spans(text, "Swedish President")),
        ),
        Person(
            "Tomas Berg",
            tuple(Span(*s) for s in spans(text, r"(Tomas )?Berg\b")),
            tuple(Role(*s, country="NO") for s in spans(text, "Norwegian President")),
        ),
    )
    ministry = Organisation(
        "Finance Ministry", tuple(Span(*s) for s in spans(text, "Finance Ministry")), country="SE"
    )
    mentions = [CountryMention(*s, kind="name") for s in spans(text, "Sweden|Air Sweden")]
    mentions += [CountryMention(*s, kind="demonym") for s in spans(text, "Swedish")]
    plans = tuple(PlanMention(*s, plan="lake-plan") for s in spans(text, "[Tt]he lake plan"))
    return Cast(doc, people, (ministry,), (Country("SE", tuple(mentions)),), plans)


def whom(nlp: Language, text: str, word: str) -> Reference:
    """Whom the last occurrence of a word stands for."""
    doc = nlp(text)
    token = [token for token in doc if token.text == word][-1]
    return cast_of(doc).whom(doc[token.left_edge.i : token.i + 1])


def is_nobody(reference: Reference) -> bool:
    return reference.start is not None and (reference.person or reference.country or reference.plan) is None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Tomas Berg met Mara Lind in Oslo. He praised the talks.", "He", TOMAS),
        ("Tomas Berg met Ms. Lind in Oslo. She praised the talks.", "She", MARA),
        ("Mara Lind, who won the vote, thanked her voters.", "who", MARA),
        ("Mara Lind said that she was tired.", "she", MARA),
        ("Sweden signed the treaty. It also paid its debts.", "It", Reference(country="SE")),
        (
            "The lake plan was published in May. It names Sweden's word for what it regards as a threat.",
            "it",
            Reference(country="SE"),
        ),
        ("The lake plan was published in May.\n\nIt calls for calm.", "It", Reference(plan="lake-plan")),
    ],
)
def test_a_pronoun_stands_for_its_antecedent(
    nlp: Language, text: str, word: str, expected: Reference
) -> None:
    """The subject of the sentence before, of the right kind and gender, wins."""
    assert whom(nlp, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Sweden signed. It is expected that others will follow.", "It"),
        ("Mara Lind left. A spokesman said the talks had failed. He gave no reason.", "He"),
        ("“Tomas Berg is late,” a guard said. He shrugged.", "He"),
        ("She arrived in Oslo.", "She"),
    ],
)
def test_a_pronoun_without_a_sure_antecedent_stands_for_nobody(nlp: Language, text: str, word: str) -> None:
    """An ordinary noun, an empty "it" or a name in a quotation must not become an entity."""
    assert is_nobody(whom(nlp, text, word))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Swedish President Mara Lind came. The president smiled.", "president", MARA),
        (
            "Swedish President Mara Lind met Norwegian President Tomas Berg. The Swedish leader smiled.",
            "leader",
            MARA,
        ),
        (
            "The Finance Ministry paid. Later the ministry stopped.",
            "ministry",
            Reference(organisation="Finance Ministry"),
        ),
    ],
)
def test_a_role_or_kind_stands_for_the_one_that_has_it(
    nlp: Language, text: str, word: str, expected: Reference
) -> None:
    assert whom(nlp, text, word) == expected


def test_a_company_with_a_country_in_its_name_is_not_the_country(nlp: Language) -> None:
    assert is_nobody(whom(nlp, "The flight of Radio Sweden was late, said Radio Sweden.", "Sweden"))


def test_named_in_gives_the_mentions_of_a_stretch_in_order(nlp: Language) -> None:
    doc = nlp("Tomas Berg met Mara Lind. Sweden paid.")
    found = cast_of(doc).named_in(0, 25)
    assert [(doc.text[start:end], who) for start, end, who in found] == [
        ("Tomas Berg", TOMAS),
        ("Mara Lind", MARA),
    ]
