"""A correction may call things by any form in which the book shows them; what could mean several says so."""

import pytest
from msgspec.structs import replace

from briefing_book.addresses import Addresses
from briefing_book.assemble import assemble
from briefing_book.assemble.doubts import IDLE
from briefing_book.model import (
    Alias,
    Apart,
    Book,
    Corrections,
    Drop,
    Facts,
    Identify,
    Merge,
    Rename,
    Settings,
    Split,
)
from tests.assemble.built import Told, names

FRENCH = "Le ministère russe de la Défense se tait. Mme Lopes a vu Anna Weiss."
ENGLISH = "The Ministry of Defense of Russia is silent. Maria Lopes met Anna Weiss. Weiss left."


def article(id: str, text: str, language: str, *organisations: tuple[str, str], people: dict) -> Told:
    told = Told(id, text, "2031-05-01")
    told.info = replace(told.info, language=language)
    for name, of in organisations:
        told.organisation(name, of=of)
    for name, forms in people.items():
        told.person(name, *forms)
    return told


def made() -> list[tuple[Facts, str]]:
    ministry = "ministère russe de la Défense"
    french = article(
        "avant", FRENCH, "fr", (ministry, "RU"), people={"Maria Lopes": ["Mme Lopes"], "Anna Weiss": []}
    )
    english = article(
        "after",
        ENGLISH,
        "en",
        ("Ministry of Defense of Russia", "RU"),
        people={"Maria Lopes": [], "Anna Weiss": ["Weiss"]},
    )
    rui = article("rui", "Rui Lopes came; Lopes left.", "en", people={"Rui Lopes": ["Lopes"]})
    ana = article("ana", "Ana Lopes came; Lopes left.", "en", people={"Ana Lopes": ["Lopes"]})
    peru = article("peru", "The Foreign Ministry spoke.", "en", ("Foreign Ministry", "PE"), people={})
    chile = article("chile", "The Foreign Ministry spoke.", "en", ("Foreign Ministry", "CL"), people={})
    return [told.done() for told in (french, english, rui, ana, peru, chile)]


def book(**corrections: tuple) -> Book:
    return assemble(Settings(), made(), (), Corrections(**corrections), Addresses(), ())


def idle(found: Book) -> list[str]:
    return [doubt.text for doubt in found.doubts if doubt.kind == IDLE]


FORMS = [
    "le ministère russe de la Défense",
    "Ministère russe de la Défense",
    "the Ministry of Defense of Russia",
    "Ministry of Defense of Russia (Russia)",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_french_article_s_words_rename_what_english_ones_name_too(form: str) -> None:
    found = book(rename=(Rename(name=form, to="The Ministry"),))
    assert "The Ministry" in names(found, "organisations") and not idle(found)
    assert len(names(found, "organisations")) == 3


@pytest.mark.parametrize("form", FORMS[:-1])
def test_they_merge_it_give_it_aliases_and_identify_it(form: str) -> None:
    aliased = book(alias=(Alias(name=form, aliases=("MoD",)),))
    assert [each.aliases for each in aliased.entities.values() if each.aliases] == [("MoD",)]
    named = book(identify=(Identify(name=form, wikidata="Q1"),))
    assert [each.wikidata for each in named.entities.values() if each.wikidata] == ["Q1"]
    merged = book(merge=(Merge(names=(form, "Anna Weiss Office", "Foreign Ministry (Peru)"), into="One"),))
    assert "One" in names(merged, "organisations") and len(names(merged, "organisations")) == 2
    for each in (aliased, named, merged):
        assert not idle(each)


@pytest.mark.parametrize(
    ("form", "left"),
    [
        (FORMS[0], "Ministry of Defense of Russia"),
        ("Defence Ministry of Russia", "Ministry of Defense of Russia"),
        (FORMS[2], "Defence Ministry of Russia"),
    ],
)
def test_what_is_dropped_goes_wherever_it_is_called_so(form: str, left: str) -> None:
    found = book(drop=(Drop(name=form),))
    assert set(names(found, "organisations")) == {left, "Foreign Ministry (Chile)", "Foreign Ministry (Peru)"}
    assert not idle(found)


def test_one_country_s_institution_is_meant_by_the_name_of_its_page() -> None:
    found = book(rename=(Rename(name="Foreign Ministry (Peru)", to="Torre Tagle"),))
    assert {"Torre Tagle", "Foreign Ministry"} <= set(names(found, "organisations"))
    dropped = book(drop=(Drop(name="Foreign Ministry (Peru)"),))
    assert "Foreign Ministry" in names(dropped, "organisations") and not idle(found) + idle(dropped)
    apart = (Apart(names=("Foreign Ministry (Peru)", "Foreign Ministry (Chile)")),)
    assert not idle(book(apart=apart))


@pytest.mark.parametrize(
    ("correction", "line"),
    [
        (
            {"rename": (Rename(name="Foreign Ministry", to="X"),)},
            "rename: Foreign Ministry: several are called so: “Foreign Ministry (Chile)”, "
            "“Foreign Ministry (Peru)”; write which.",
        ),
        (
            {"merge": (Merge(names=("Lopes", "Anna Weiss"), into="Anna Weiss"),)},
            "merge: Lopes, Anna Weiss: articles call several so: “Ana Lopes”, “Rui Lopes”; write which.",
        ),
    ],
)
def test_a_name_of_several_lists_them_and_changes_nothing(correction: dict, line: str) -> None:
    found = book(**correction)
    assert idle(found) == [line]
    assert found.entities.keys() == book().entities.keys()


def test_a_shorter_form_means_the_only_one_whom_articles_call_so() -> None:
    assert "A. Weiss" in names(book(rename=(Rename(name="Weiss", to="A. Weiss"),)), "people")


def test_a_split_finds_an_article_s_own_words() -> None:
    split = Split(name="Defence Ministry of Russia", articles=("avant",), to="Another ministry")
    found = book(split=(split,))
    assert "Another ministry" in names(found, "organisations") and not idle(found)


def test_a_name_that_nobody_bears_is_still_said_to_be_idle() -> None:
    (line,) = idle(book(rename=(Rename(name="Nobody Known", to="X"),)))
    assert line == "rename: Nobody Known: nothing in the book is called so."
