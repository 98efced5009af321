"""What people wrote is obeyed, and undone by taking it out; what no longer applies is said."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from briefing_book.addresses import Addresses, addresses_of
from briefing_book.assemble.doubts import IDLE
from briefing_book.model import (
    Alias,
    Apart,
    ArticleCorrection,
    Book,
    Corrections,
    Drop,
    Merge,
    Reference,
    Reject,
    Rename,
    Split,
)
from tests.assemble.built import PLAN, Told, book_of, country, doubt_kinds, names


def article() -> Told:
    told = Told("a", "Peru likes the paper. The judge Maria Lopes met Cold Harbour. Lopes said “we sail”.")
    told.person("Maria Lopes", "Lopes", role="judge").organisation("Cold Harbour")
    told.country("PE", "Peru").quotation("we sail", person="Maria Lopes")
    return told.position("Peru likes the paper", country("PE"), "supports", Reference(plan=PLAN.id))


def shared_name() -> list[Told]:
    """Two people of one name, of whom the articles do not say that they are two."""
    first = Told("a", "Maria Lopes came.", "2031-01").person("Maria Lopes")
    second = Told("b", "Maria Lopes said “we sail”.", "2031-02").person("Maria Lopes")
    third = Told("c", "Lopes left.", "2031-03").person("Lopes")
    return [first, second.quotation("we sail", person="Maria Lopes"), third]


def test_an_articles_data_can_be_corrected() -> None:
    better = ArticleCorrection(article="a", title="Harbour", published="2031-05-02", publisher="The Gull")
    book = book_of(article(), corrections=Corrections(articles=(better,)))
    info = book.sources["a"].info
    assert (info.title, info.published, info.publisher) == ("Harbour", "2031-05-02", "The Gull")
    assert book.quotations[0].date == "2031-05-02"


@pytest.mark.parametrize(
    ("kind", "words", "left"),
    [
        ("positions", "Peru likes  the paper", lambda book: book.positions),
        ("quotations", "we sail", lambda book: book.quotations),
        ("roles", "judge", lambda book: book.entities["people/maria-lopes"].roles),
        ("organisations", "Cold Harbour", lambda book: names(book, "organisations")),
    ],
)
def test_a_rejected_fact_is_gone(kind, words, left) -> None:
    assert left(book_of(article()))
    reject = Reject(article="a", kind=kind, text=words)
    book = book_of(article(), corrections=Corrections(reject=(reject,)))
    assert not left(book)
    assert IDLE not in doubt_kinds(book)


def test_a_dropped_name_is_no_entity_and_its_facts_keep_the_words() -> None:
    drop = Corrections(drop=(Drop(name="Maria Lopes"), Drop(name="the Cold Harbour")))
    book = book_of(article(), corrections=drop)
    assert names(book, "people") == names(book, "organisations") == []
    speaker = book.quotations[0].speaker
    assert speaker and (speaker.name, speaker.entity) == ("Maria Lopes", None)


def test_a_renamed_entity_shows_its_new_name_and_has_a_page() -> None:
    rename = Corrections(rename=(Rename(name="Cold Harbour", to="Harbour Board"),))
    entity = book_of(article(), corrections=rename).entities["organisations/harbour-board"]
    assert entity.page


def test_an_entity_that_was_renamed_twice_shows_the_last_name() -> None:
    renames = (Rename(name="Harbour Board", to="The Board"), Rename(name="Cold Harbour", to="Harbour Board"))
    assert names(book_of(article(), corrections=Corrections(rename=renames)), "organisations") == [
        "The Board"
    ]


@pytest.mark.parametrize("name", ["Maria Lopes", "maria  lopes"])
def test_a_name_can_be_split_by_article_and_its_facts_go_with_it(name: str) -> None:
    assert names(book_of(*shared_name()), "people") == ["Maria Lopes"]
    split = Split(name=name, articles=("b",), to="Maria José Lopes")
    book = book_of(*shared_name(), corrections=Corrections(split=(split,)))
    other = book.entities["people/maria-jose-lopes"]
    assert (other.name, other.articles, other.page) == ("Maria José Lopes", ("b",), True)
    assert {"a", "b"} - set(book.entities["people/maria-lopes"].articles) == {"b"}
    assert book.quotations[0].speaker and book.quotations[0].speaker.entity == other.id
    assert IDLE not in doubt_kinds(book)


def test_an_article_may_use_a_part_of_the_name_that_is_split() -> None:
    split = Split(name="Maria Lopes", articles=("c",), to="Rui Lopes")
    book = book_of(*shared_name(), corrections=Corrections(split=(split,)))
    assert {each.name: each.articles for each in book.entities.values()} == {
        "Maria Lopes": ("a", "b"),
        "Rui Lopes": ("c",),
    }


def test_an_alias_makes_names_one_and_keeps_the_entitys_own() -> None:
    other = Told("b", "Northport left.").organisation("Northport")
    aliases = Alias(name="Cold Harbour", aliases=("Northport", "CHB"))
    book = book_of(article(), other, corrections=Corrections(alias=(aliases,)))
    harbour = book.entities["organisations/cold-harbour"]
    assert (harbour.articles, harbour.page) == (("a", "b"), True)
    assert {"Northport", "CHB"} <= set(harbour.aliases)
    assert names(book_of(other, corrections=Corrections(alias=(aliases,))), "organisations") == [
        "Cold Harbour"
    ]


def test_corrections_that_no_longer_apply_are_named() -> None:
    """Each that changes nothing is listed for review by what it says, and stops nothing."""
    idle = Corrections(
        articles=(ArticleCorrection(article="gone", title="X"),),
        merge=(Merge(names=("Nobody", "Maria Lopes"), into="Maria Lopes"),),
        apart=(Apart(names=("Nobody", "Noone")),),
        split=(Split(name="Cold Port", articles=("a",), to="Warm Port"),),
        alias=(Alias(name="Noone", aliases=("Nobody",)),),
        rename=(Rename(name="Nobody", to="Somebody"),),
        drop=(Drop(name="Nobody"),),
        reject=(
            Reject(article="a", kind="positions", text="never said"),
            Reject(article="a", kind="poems", text="we sail"),
        ),
    )
    told = [doubt.text for doubt in book_of(article(), corrections=idle).doubts if doubt.kind == IDLE]
    for start in (
        *("articles: gone", "merge: Nobody", "apart:", "split: Cold Port in a", "alias: Noone", "rename:"),
        *("drop:", "reject: pos", "reject: poe"),
    ):
        assert any(text.startswith(start) for text in told), start


KINDS = Corrections.__struct_fields__
ALL = Corrections(
    articles=(
        ArticleCorrection(article="a", title="Harbour"),
        ArticleCorrection(article="a", published="2031-01-02"),
    ),
    merge=(
        Merge(names=("Ana Costa", "Anita Costa"), into="Ana Costa"),
        Merge(names=("Nita", "Bo Kim"), into="Bo Kim"),
    ),
    apart=(Apart(names=("Lopes", "Maria Lopes")), Apart(names=("Silva", "Jo Silva"))),
    split=(
        Split(name="Maria Lopes", articles=("b",), to="Maria José Lopes"),
        Split(name="Costa", articles=("d",), to="Rui Costa"),
    ),
    alias=(
        Alias(name="Cold Harbour", aliases=("Northport",)),
        Alias(name="Northport", aliases=("Port of the North",)),
    ),
    rename=(Rename(name="Ana Costa", to="Ana Maria Costa"), Rename(name="Rui Costa", to="Rui da Costa")),
    drop=(Drop(name="Dear Reader"), Drop(name="Old Hall")),
    reject=(
        Reject(article="d", kind="quotations", text="we stay"),
        Reject(article="a", kind="organisations", text="Maria"),
    ),
)
"""Corrections of every kind that do not touch each other's sense."""


def judged(corrections: Corrections = ALL, addresses: Addresses | None = None) -> Book:
    first, *others = shared_name()
    first.organisation("Maria")
    last = Told(
        "d",
        "Costa said “we stay” at Northport. Rui Costa and Bo Kim saw the Old Hall. Nita and Jo Silva sat.",
        "2031",
    )
    last.person("Costa").person("Rui Costa").person("Bo Kim").person("Nita").person("Jo Silva").organisation(
        "Northport"
    )
    last.organisation("Old Hall").quotation("we stay", person="Costa")
    more = Told(
        "e", "Ana Costa met Anita Costa and Silva at Cold Harbour, Port of the North. Dear Reader.", "2031-04"
    )
    more.person("Ana Costa").person("Anita Costa").person("Dear Reader").person("Silva")
    more.organisation("Cold Harbour").organisation("Port of the North")
    return book_of(first, *others, last, more, corrections=corrections, addresses=addresses)


def each_taken_out(corrections: Corrections) -> Iterator[Corrections]:
    for kind in KINDS:
        entries = getattr(corrections, kind)
        for number in range(len(entries)):
            yield replace(corrections, **{kind: entries[:number] + entries[number + 1 :]})


def test_each_correction_counts_and_is_undone_by_taking_it_out() -> None:
    """The book without its lines is another; of what they did, only addresses that lead on are left."""
    whole = judged()
    assert IDLE not in doubt_kinds(whole)
    for without in each_taken_out(ALL):
        book = judged(without)
        assert book != whole, [kind for kind in KINDS if getattr(without, kind) != getattr(ALL, kind)]
        again = judged(without, addresses_of(whole, Addresses()))
        assert {id: replace(each, former=()) for id, each in again.entities.items()} == book.entities
        assert (again.quotations, again.doubts) == (book.quotations, book.doubts)


def test_the_order_of_corrections_does_not_matter() -> None:
    turned = {kind: getattr(ALL, kind)[::-1] for kind in KINDS}
    assert judged(Corrections(**turned)) == judged()
