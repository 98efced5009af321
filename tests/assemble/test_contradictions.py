"""Of corrections that cannot both hold the later one is set aside and named; the others apply."""

from pathlib import Path

import pytest

from briefing_book.assemble.contradictions import Settled, settle
from briefing_book.assemble.doubts import SET_ASIDE
from briefing_book.assemble.unknown import without_unknown
from briefing_book.model import Alias, Apart, Corrections, Merge, Rename
from briefing_book.yaml_files import read_yaml
from tests.assemble.built import Told, book_of, names


def settled(folder: Path, text: str) -> Settled:
    file = folder / "corrections.yml"
    file.write_text(text, encoding="utf-8")
    return settle(read_yaml(file, Corrections), file)


CONTRADICTIONS = [
    (
        "apart:\n- names: [A, B]\nmerge:\n- {names: [A, B], into: A}\n",
        4,
        "“A” and “B” are both merged and apart: keep one",
    ),
    (
        "merge:\n- {names: [A, B], into: B}\n- {names: [B, C], into: B}\napart:\n- names: [c, D, a]\n",
        5,
        "“c” and “a” are both merged and apart: keep one",
    ),
    (
        "split:\n- {name: A, articles: [x], to: C}\nmerge:\n- {names: [A, B], into: B}\nalias:\n"
        "- {name: C, aliases: [B]}\n",
        6,
        "“A” and “C” are both merged and split: keep one",
    ),
    (
        "merge:\n- {names: [A, B], into: B}\n- {names: [A, C], into: C}\n",
        3,
        "“A” is merged into both “B” and “C”: keep one",
    ),
    ("apart:\n- names: [A, a]\n", 2, "“A” and “a” are written alike: tell them apart by article"),
    (
        "rename:\n- {name: A, to: B}\n- {name: B, to: C}\n- {name: C, to: A}\n",
        4,
        "“C” is renamed in a circle",
    ),
    ("rename:\n- {name: A, to: B}\n- {name: a, to: C}\n", 3, "“a” is renamed to both “B” and “C”: keep one"),
    (
        "merge:\n- {names: [A, B], into: B}\nrename:\n- {name: A, to: X}\n- {name: B, to: Y}\n",
        5,
        "“B” is renamed to both “X” and “Y”: keep one",
    ),
    (
        "alias:\n- {name: A, aliases: [B]}\n- {name: B, aliases: [C]}\n- {name: C, aliases: [A]}\n",
        4,
        "“A” and “C” are aliases of each other in a circle",
    ),
    (
        "alias:\n- {name: A, aliases: [C]}\n- {name: B, aliases: [D, C]}\n",
        3,
        "“C” is an alias of both “A” and “B”: keep one",
    ),
    ("drop:\n- name: A\nmerge:\n- {names: [A, B], into: B}\n", 4, "“A” is both dropped and merged: keep one"),
    (
        "rename:\n- {name: A, to: B}\ndrop:\n- name: the A\n",
        4,
        "“the A” is both renamed and dropped: keep one",
    ),
    (
        "split:\n- {name: A, articles: [x], to: B}\n- {name: A, articles: [y, x], to: C}\n",
        3,
        "“A” in “x” is both “B” and “C”: keep one",
    ),
    ("split:\n- {name: A, articles: [x], to: a}\n", 2, "“A” is split from itself: write another name"),
    (
        "identify:\n- {name: A, wikidata: Q1}\n- {name: the A, iso: PE, wikidata: Q2}\n",
        3,
        "“the A” is both “Q1” and “Q2” in Wikidata: keep one",
    ),
    ("drop:\n- name: A\nidentify:\n- {name: A, iso: PE}\n", 4, "“A” is both dropped and identified"),
    (
        "add:\n- {article: x, kind: dates, text: W  w, value: '2031'}\nreject:\n"
        "- {article: x, kind: dates, text: W w}\n",
        4,
        "dates “W w” in “x” are both added and rejected: keep one",
    ),
    (
        "reject:\n- {article: x, kind: people, text: A}\nadd:\n"
        "- {article: x, kind: people, text: B, name: A}\n",
        4,
        "people “A” in “x” are both rejected and added: keep one",
    ),
    (
        "reject:\n- {article: x, kind: dates, text: W}\nconfirm:\n- {article: x, kind: dates, text: W}\n",
        4,
        "dates “W” in “x” are both rejected and confirmed: keep one",
    ),
    (
        "add:\n- {article: x, kind: dates, text: W, value: '2031'}\n"
        "- {article: x, kind: dates, text: W, value: '2032'}\n",
        3,
        "dates “W” in “x” are added twice, and differ: keep one",
    ),
    (
        "articles:\n- {article: x, title: T}\n- {article: x, title: T, published: '2031'}\n"
        "- {article: x, published: '2032'}\n",
        4,
        "the `published` of “x” is both “2031” and “2032”: keep one",
    ),
]


@pytest.mark.parametrize(("text", "line", "says"), CONTRADICTIONS, ids=[says for *_, says in CONTRADICTIONS])
def test_what_contradicts_is_one_message_with_line_and_mend(
    tmp_path: Path, text: str, line: int, says: str
) -> None:
    """And only that entry is gone from the corrections that hold."""
    found = settled(tmp_path, text)
    (mistake,) = found.mistakes
    assert str(mistake).startswith(f"editorial/corrections.yml:{line}: {says}")
    lines = text.splitlines()
    rest = settled(tmp_path, "\n".join(lines[: line - 1] + lines[line:]))
    assert (rest.corrections, rest.mistakes) == (found.corrections, ())


def test_what_agrees_is_no_contradiction(tmp_path: Path) -> None:
    text = (
        "merge:\n- {names: [A, B], into: B}\n- {names: [B, C], into: B}\n- {names: [a, c], into: B}\n"
        "apart:\n- names: [A, X]\n- names: [A, X, Y]\nsplit:\n- {name: A, articles: [x, y], to: X}\n"
        "alias:\n- {name: A, aliases: [a, D]}\n- {name: C, aliases: [D]}\n"
        "rename:\n- {name: B, to: P}\n- {name: P, to: Q}\n- {name: Q, to: q}\n"
        "articles:\n- {article: x, title: T}\n- {article: x, title: T}\ndrop:\n- name: Z\n- name: z\n"
        "reject:\n- {article: x, kind: dates, text: W}\nconfirm:\n- {article: y, kind: dates, text: W}\n"
        "add:\n- {article: x, kind: people, text: W}\n- {article: x, kind: people, text: W, who: me}\n"
        "- {article: x, kind: people, text: W, number: 2, name: V}\n"
        "identify:\n- {name: A, wikidata: Q1}\n- {name: a, iso: PE}\n"
    )
    assert not settled(tmp_path, text).mistakes


def test_the_other_corrections_apply_and_the_review_lists_the_one_set_aside() -> None:
    merge = Merge(names=("Lopes", "Maria Lopes"), into="Maria Lopes")
    all = Corrections(
        merge=(merge,),
        apart=(Apart(names=("Lopes", "Maria Lopes")),),
        rename=(Rename(name="Pinto", to="Rui"),),
    )
    found = settle(all)
    articles = (
        Told("a", "Maria Lopes and Lopes and Pinto.").person("Maria Lopes").person("Lopes").person("Pinto")
    )
    book = book_of(articles, corrections=found.corrections, mistakes=found.mistakes)
    assert names(book, "people") == ["Maria Lopes", "Rui"]
    assert [doubt.text for doubt in book.doubts if doubt.kind == SET_ASIDE] == [
        "“Lopes” and “Maria Lopes” are both merged and apart: keep one"
    ]


def test_an_unknown_article_is_named_with_the_nearest_that_there_is(tmp_path: Path) -> None:
    """A split keeps those of its articles that the book has."""
    text = (
        "split:\n- name: A\n  articles: [harbour-one, harbour_tow]\n  to: B\nreject:\n"
        "- {article: zzz, kind: people, text: A}\narticles:\n- {article: harbour-tow, title: T}\n"
        "confirm:\n- {article: zzz, kind: people, text: B}\nadd:\n- {article: zzz, kind: people, text: C}\n"
    )
    found = without_unknown(settled(tmp_path, text), ["harbour-one", "harbour-two"])
    assert [str(mistake).removeprefix("editorial/corrections.yml:") for mistake in found.mistakes] == [
        "2: no article is called “harbour_tow”; did you mean “harbour-two”?",
        "6: no article is called “zzz”; write a seed's file name without its ending",
        "8: no article is called “harbour-tow”; did you mean “harbour-two”?",
        "10: no article is called “zzz”; write a seed's file name without its ending",
        "12: no article is called “zzz”; write a seed's file name without its ending",
    ]
    (split,) = found.corrections.split
    assert split.articles == ("harbour-one",)
    held = found.corrections
    assert not held.articles and not held.reject and not held.confirm and not held.add


def test_thousands_of_corrections_are_read_in_one_go() -> None:
    """A chain of merges, aliases and names kept apart, and one contradiction between its ends."""
    many = 3000
    merge = tuple(Merge(names=(f"n{i}", f"n{i + 1}"), into="n0") for i in range(many))
    apart = tuple(Apart(names=(f"n{i}", f"x{i}")) for i in range(many))
    alias = (Alias(name="x1", aliases=("n5",)),)
    (mistake,) = settle(Corrections(merge=merge, apart=apart, alias=alias)).mistakes
    assert mistake.text == "“n1” and “x1” are both merged and apart: keep one"
