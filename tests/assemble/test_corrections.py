"""What people wrote is obeyed; what no longer applies is said; contradictions stop the build."""

from pathlib import Path

import pytest

from briefing_book.assemble import check
from briefing_book.assemble.doubts import IDLE
from briefing_book.errors import BookError
from briefing_book.model import (
    Apart,
    ArticleCorrection,
    Corrections,
    Drop,
    Merge,
    Reference,
    Reject,
    Rename,
)
from briefing_book.yaml_files import read_yaml
from tests.assemble.built import PLAN, Told, book_of, country, doubt_kinds, names


def article() -> Told:
    told = Told("a", "Peru likes the paper. The judge Maria Lopes met Cold Harbour. Lopes said “we sail”.")
    told.person("Maria Lopes", "Lopes", role="judge").organisation("Cold Harbour")
    told.country("PE", "Peru").quotation("we sail", person="Maria Lopes")
    return told.position("Peru likes the paper", country("PE"), "supports", Reference(plan=PLAN.id))


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


def test_corrections_that_no_longer_apply_are_named() -> None:
    """Each that changes nothing is listed for review by what it says, and stops nothing."""
    idle = Corrections(
        articles=(ArticleCorrection(article="gone", title="X"),),
        merge=(Merge(names=("Nobody", "Maria Lopes"), into="Maria Lopes"),),
        apart=(Apart(names=("Nobody", "Noone")),),
        rename=(Rename(name="Nobody", to="Somebody"),),
        drop=(Drop(name="Nobody"),),
        reject=(
            Reject(article="a", kind="positions", text="never said"),
            Reject(article="a", kind="poems", text="we sail"),
        ),
    )
    told = [doubt.text for doubt in book_of(article(), corrections=idle).doubts if doubt.kind == IDLE]
    for start in (
        "articles: gone",
        "merge: Nobody",
        "apart:",
        "rename:",
        "drop:",
        "reject: pos",
        "reject: poe",
    ):
        assert any(text.startswith(start) for text in told), start


@pytest.mark.parametrize(
    "corrections",
    [
        Corrections(
            merge=(Merge(names=("A", "B"), into="B"), Merge(names=("B", "C"), into="B")),
            apart=(Apart(names=("a", "c")),),
        ),
        Corrections(merge=(Merge(names=("A", "B"), into="B"), Merge(names=("A", "C"), into="C"))),
        Corrections(rename=(Rename(name="A", to="B"), Rename(name="B", to="A"))),
        Corrections(rename=(Rename(name="A", to="B"), Rename(name="A", to="C"))),
    ],
)
def test_corrections_that_contradict_each_other_are_an_error(corrections: Corrections) -> None:
    with pytest.raises(BookError, match=r"corrections\.yml"):
        book_of(article(), corrections=corrections)


def test_a_contradiction_is_found_before_there_are_facts_and_names_the_line(tmp_path: Path) -> None:
    file = tmp_path / "corrections.yml"
    file.write_text("merge:\n- names: [A, B]\n  into: B\napart:\n- names: [C, D]\n- names: [B, A]\n")
    with pytest.raises(BookError, match="merged and apart") as found:
        check(read_yaml(file, Corrections), file)
    assert (found.value.file, found.value.line) == (str(file), 6)
    check(Corrections(), file)
