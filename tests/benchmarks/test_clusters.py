"""The figures of who is who, against an example worked by hand, and the marks that they are read from."""

import pytest

from benchmarks.who_is_who.clusters import b_cubed, pairwise
from benchmarks.who_is_who.cut_names import tell, words_of
from benchmarks.who_is_who.marked import Written, unmarked

APART = [("xi", 1), ("xi", 1), ("xi", 2), ("li", 2), ("wu", 3)]
"""Three mentions of one person, of which the third was put together with somebody else's only one."""


def test_b_cubed_is_the_mean_of_what_each_mention_shares_with_its_group() -> None:
    precision, recall = b_cubed(APART)
    assert precision == pytest.approx((1 + 1 + 1 / 2 + 1 / 2 + 1) / 5)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)


def test_pairwise_counts_the_pairs_put_together() -> None:
    score = pairwise(APART)
    assert (score.precision, score.recall) == pytest.approx((1 / 2, 1 / 3))
    assert score.f1 == pytest.approx(0.4)


def test_what_stands_alone_and_belongs_alone_is_all_right() -> None:
    alone = [("xi", 1), ("li", 2)]
    assert b_cubed(alone).f1 == pairwise(alone).f1 == 1


def test_a_mark_is_taken_out_and_its_words_are_where_the_mention_says() -> None:
    written = Written("a", "[[Ana Ruiz|ruiz]] of the [[UN|org/un]] wrote. [[Ruiz|ruiz]] signed.")
    article, mentions = unmarked(written, organisations=False)
    assert article.text == "Ana Ruiz of the UN wrote. Ruiz signed."
    assert [(article.text[m.start : m.end], m.who) for m in mentions] == [
        ("Ana Ruiz", "ruiz"),
        ("Ruiz", "ruiz"),
    ]


def test_a_family_name_that_two_people_of_an_article_bear_tells_nobody() -> None:
    meant = tell([words_of(name) for name in ("Ana Ruiz", "Juan Ruiz", "Ruiz", "Ana", "Lula")])
    assert meant[("ruiz",)] is None
    assert meant[("ana",)] == ("ana", "ruiz")
    assert meant[("lula",)] == ("lula",)
