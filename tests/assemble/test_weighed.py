"""Facts with little confidence are shown for review, and not as facts."""

import pytest
import yaml
from msgspec.structs import replace

from briefing_book.addresses import Addresses
from briefing_book.assemble import assemble
from briefing_book.model import DOUBTFUL, Book, Confirm, Corrections, Facts, Reference, Reject, Settings
from tests.assemble.built import PLAN, Told, country, names, person

KINDS = ("people", "organisations", "quotations", "events", "positions", "provisions")


def told() -> tuple[Facts, str]:
    article = Told("a", "Peru backs it. The judge Maria Lopes of Cold Harbour said “we sail”.", "2031")
    article.person("Maria Lopes", role="judge").organisation("Cold Harbour").country("PE", "Peru")
    article.quotation("we sail", organisation="Cold Harbour").provision("sail", 1)
    article.event("Maria", "speak", None, person("Maria Lopes"))
    return article.position("Peru backs it", country("PE"), "supports", Reference(plan=PLAN.id)).done()


def book_of(facts: Facts, text: str, **corrections: tuple[Confirm | Reject, ...]) -> Book:
    return assemble(Settings(), [(facts, text)], (PLAN,), Corrections(**corrections), Addresses(), ())


def weighed(facts: Facts, kind: str, confidence: float) -> Facts:
    return replace(
        facts, **{kind: tuple(replace(each, confidence=confidence) for each in getattr(facts, kind))}
    )


def shown(book: Book, kind: str) -> bool:
    if kind in ("people", "organisations"):
        return bool(names(book, kind))
    return bool(book.plans[0].points[0].passages if kind == "provisions" else getattr(book, kind))


@pytest.mark.parametrize("kind", KINDS)
def test_a_doubtful_fact_is_asked_about_and_not_shown(kind: str) -> None:
    """It has a passage, and lines that confirm or reject it: then nothing is asked any more."""
    facts, text = told()
    assert shown(book_of(facts, text), kind)
    assert shown(book_of(weighed(facts, kind, DOUBTFUL), text), kind)
    light = weighed(facts, kind, 0.2)
    book = book_of(light, text)
    assert not shown(book, kind)
    (doubt,) = book.doubts
    assert doubt.kind == f"Doubtful {kind}"
    assert doubt.passages[0].text in text
    right, wrong = (yaml.safe_load(choice.yaml) for choice in doubt.choices)
    confirmed = book_of(light, text, confirm=(Confirm(**right["confirm"][0]),))
    assert not confirmed.doubts and shown(confirmed, kind)
    rejected = book_of(light, text, reject=(Reject(**wrong["reject"][0]),))
    assert not rejected.doubts and not shown(rejected, kind)


def test_a_doubtful_title_or_country_is_not_shown() -> None:
    facts, text = told()
    (lopes,), (peru,) = facts.people, facts.countries
    light = replace(
        facts,
        people=(replace(lopes, roles=(replace(lopes.roles[0], confidence=0.1),)),),
        countries=(replace(peru, mentions=(replace(peru.mentions[0], confidence=0.1),)),),
    )
    book = book_of(light, text)
    assert not book.entities["people/maria-lopes"].roles
    assert not names(book, "countries")
    assert [doubt.kind for doubt in book.doubts] == ["Doubtful countries", "Doubtful roles"]
    answers = [yaml.safe_load(doubt.choices[0].yaml)["confirm"][0] for doubt in book.doubts]
    sure = book_of(light, text, confirm=tuple(Confirm(**answer) for answer in answers))
    assert sure.entities["people/maria-lopes"].roles and names(sure, "countries") and not sure.doubts


def test_a_full_name_that_another_article_is_sure_of_is_not_doubted() -> None:
    """A short one is: it may be anybody's, or no name at all."""
    sure = Told("b", "Maria Lopes and Harbour came.").person("Maria Lopes").person("Harbour").done()
    first = (
        Told("a", "Near them Maria Lopes stood, and Harbour.").person("Maria Lopes").person("Harbour").done()
    )
    doubtful = weighed(first[0], "people", 0.2), first[1]
    book = assemble(Settings(), [doubtful, sure], (), Corrections(), Addresses(), ())
    assert book.entities["people/maria-lopes"].articles == ("a", "b")
    assert [doubt.passages[0].text for doubt in book.doubts if doubt.kind == "Doubtful people"] == ["Harbour"]
