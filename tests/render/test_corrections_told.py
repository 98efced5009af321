"""Corrections as readers are told of them."""

import pytest
from msgspec.structs import replace

from briefing_book.model import (
    Add,
    Alias,
    Apart,
    ArticleCorrection,
    Confirm,
    Corrections,
    Drop,
    Edited,
    Identify,
    Idle,
    Merge,
    Reject,
    Rename,
    Split,
)
from briefing_book.render.corrected import told_corrections
from tests.render.small_book import small_book

QUOTED = {"article": "report", "kind": "quotations", "text": "the roads\nare shut"}


TOLD = [
    (
        Corrections(articles=(ArticleCorrection(article="report", publisher="Post", published="2024-05"),)),
        "The article “Lee meets Kim” is published by Post and is of May 2024.",
    ),
    (Corrections(merge=(Merge(names=("A", "B"), into="A B"),)), "“A”, “B” and “A B” are one, told as A B."),
    (Corrections(apart=(Apart(names=("A", "B")),)), "“A” and “B” are not the same."),
    (
        Corrections(split=(Split(name="A", articles=("report",), to="B"),)),
        "“A” in “Lee meets Kim” is somebody else: B.",
    ),
    (Corrections(alias=(Alias(name="A", aliases=("B",)),)), "A is also called “B”."),
    (Corrections(rename=(Rename(name="A", to="B"),)), "“A” is now told as B."),
    (Corrections(identify=(Identify(name="A", wikidata="Q1"),)), "A is Wikidata Q1."),
    (Corrections(drop=(Drop(name="A"),)), "“A” is not told any more as a name of somebody or something."),
    (
        Corrections(reject=(Reject(**QUOTED),)),
        "A quotation is taken out as wrong: “the roads are shut” in “Lee meets Kim”.",
    ),
    (
        Corrections(confirm=(Confirm(**QUOTED),)),
        "A quotation is confirmed: “the roads are shut” in “Lee meets Kim”.",
    ),
    (
        Corrections(add=(Add(**QUOTED | {"kind": "events", "article": "gone"}),)),
        "An event is put in: “the roads are shut” in “gone”.",
    ),
]


@pytest.mark.parametrize(("corrections", "told"), TOLD)
def test_each_kind_is_told_in_words(corrections: Corrections, told: str) -> None:
    assert list(told_corrections(small_book(), corrections).values()) == [told]


def test_all_kinds_are_among_them() -> None:
    kinds = [name for name in Corrections.__struct_fields__ if any(getattr(each, name) for each, _ in TOLD)]
    assert kinds == list(Corrections.__struct_fields__)


def test_why_is_told_and_who_and_when_are_not() -> None:
    rename = Rename(name="A", to="B", who="J. Doe", when="2026-01-01", why="so he signs")
    (told,) = told_corrections(small_book(), Corrections(rename=(rename,))).values()
    assert told == "“A” is now told as B: so he signs"


def test_facts_edited_by_hand_are_told_while_the_edit_applies() -> None:
    book = small_book()
    edited = (
        Edited("positions", "changed", "Her “bold” plan"),
        Edited("events", "put in", "They met", applies=False),
    )
    source = replace(book.sources["report"], edited=edited)
    told = told_corrections(replace(book, sources=book.sources | {"report": source}), Corrections())
    assert list(told.values()) == ["A position is changed by hand: “Her “bold” plan” in “Lee meets Kim”."]


def test_a_correction_of_nothing_is_told_apart_from_one_of_a_longer_name() -> None:
    idle = (
        Idle("rename", "Anna", "nothing in the book is called so"),
        Idle("add", "people “the roads are shut”", "no such words", "report"),
    )
    book = replace(small_book(), idle=idle)
    renames = (Rename(name="Ann", to="B"), Rename(name="Anna", to="C"))
    added = Add(article="report", kind="people", text="the roads are shut", name="A. Road")
    corrections = Corrections(rename=renames, add=(added,))
    assert list(told_corrections(book, corrections).values()) == ["“Ann” is now told as B."]


def test_where_articles_are_withheld_no_words_of_theirs_are_quoted() -> None:
    book = replace(small_book(), publish="passages")
    edited = Edited("positions", "changed", "a withheld sentence")
    source = replace(book.sources["report"], edited=(edited,))
    corrections = Corrections(reject=(Reject(**QUOTED),))
    told = told_corrections(replace(book, sources=book.sources | {"report": source}), corrections)
    assert list(told.values()) == [
        "A quotation is taken out as wrong in “Lee meets Kim”.",
        "A position is changed by hand in “Lee meets Kim”.",
    ]
