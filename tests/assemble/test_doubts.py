"""What is asked on the review page is answered by the very lines that it offers."""

from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from briefing_book.assemble.contradictions import settle
from briefing_book.assemble.doubtful_names import APART, NEVER_FULL, TWO_KINDS
from briefing_book.assemble.doubts import UNDATED, UNPLACED
from briefing_book.editorial import CORRECTIONS, NEW_CORRECTIONS, load_corrections
from briefing_book.model import Book, Choice, Doubt
from tests.assemble.built import Told, book_of, doubt_kinds, names

EMPTY = NEW_CORRECTIONS.read_text(encoding="utf-8")


def pasted(folder: Path, *choices: Choice) -> str:
    """The book's own file of corrections, with these lines where their sections are."""
    text = EMPTY
    for choice in choices:
        section, lines = choice.yaml.split("\n", 1)
        assert text.count(f"\n{section}\n") == 1
        text = text.replace(f"\n{section}\n", f"\n{section}\n{lines}")
    file = folder / CORRECTIONS
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return text


def after(folder: Path, articles: list[Told], *choices: Choice) -> Book:
    pasted(folder, *choices)
    found = settle(load_corrections(folder), folder / CORRECTIONS)
    assert not found.mistakes
    return book_of(*articles, corrections=found.corrections)


def asked(articles: list[Told], kind: str) -> Doubt:
    return next(doubt for doubt in book_of(*articles).doubts if doubt.kind == kind)


def family() -> list[Told]:
    """Two people of one family name, and two articles that use it alone."""
    return [
        Told("a", "Maria Lopes came.", "2031").person("Maria Lopes"),
        Told("b", "Rui Lopes came.", "2031").person("Rui Lopes"),
        Told("c", "Lopes said no.", "2031").person("Lopes"),
        Told("d", "Lopes said yes.", "2031").person("Lopes"),
    ]


@pytest.mark.parametrize(
    ("when", "left"),
    [
        ("“Lopes” is “Maria Lopes”", {"Maria Lopes": ("a", "c", "d"), "Rui Lopes": ("b",)}),
        ("“Lopes” is “Rui Lopes”", {"Maria Lopes": ("a",), "Rui Lopes": ("b", "c", "d")}),
        ("“Lopes” is “Maria Lopes” in some", {"Maria Lopes": ("a", "c", "d"), "Rui Lopes": ("b",)}),
        ("“Lopes” is none", {"Lopes": ("c", "d"), "Maria Lopes": ("a",), "Rui Lopes": ("b",)}),
    ],
)
def test_whose_a_family_name_is_can_be_pasted(
    tmp_path: Path, when: str, left: dict[str, tuple[str, ...]]
) -> None:
    """Merge, split or apart: the doubt is gone, and what it says has happened."""
    doubt = asked(family(), APART)
    assert {passage.text for passage in doubt.passages} == {"Lopes", "Maria Lopes", "Rui Lopes"}
    choice = next(choice for choice in doubt.choices if choice.when.startswith(when))
    book = after(tmp_path, family(), choice)
    assert APART not in doubt_kinds(book)
    assert {entity.name: entity.articles for entity in book.entities.values()} == left


def test_a_name_that_is_one_in_some_articles_only_is_split_by_taking_the_others_out(tmp_path: Path) -> None:
    *_, split, _ = asked(family(), APART).choices
    lines = yaml.safe_load(split.yaml)
    lines["split"][0]["articles"].remove("c")
    book = after(tmp_path, family(), replace(split, yaml=yaml.safe_dump(lines)))
    assert {entity.name: entity.articles for entity in book.entities.values()} == {
        "Lopes": ("c",),
        "Maria Lopes": ("a", "d"),
        "Rui Lopes": ("b",),
    }


def ministries() -> list[Told]:
    """Institutions of one name in two countries, and one of which none is told."""
    texts = {"a": "Peru", "b": "Cuba", "c": ""}
    found = []
    for (id, country), code in zip(texts.items(), ("PE", "CU", None), strict=True):
        told = Told(id, f"{country} The Ministry of Defense spoke.", "2031")
        told.organisation("Ministry of Defense", of=code)
        found.append(told.country(code, country) if code else told)
    return found


def test_organisations_of_one_name_are_told_apart_by_their_articles(tmp_path: Path) -> None:
    doubt = asked(ministries(), APART)
    for choice in doubt.choices:
        book = after(tmp_path, ministries(), choice)
        assert APART not in doubt_kinds(book)
    assert len(names(after(tmp_path, ministries(), doubt.choices[0]), "organisations")) == 2


def namesakes() -> list[Told]:
    """A minister and a goalkeeper of one name, in two countries."""
    role, other = "Brazilian minister", "Chilean goalkeeper"
    return [
        Told("a", f"The {role} Ana Motta spoke.", "2031").person("Ana Motta", role=role, of="BR"),
        Told("b", f"The {role} Ana Motta left.", "2031").person("Ana Motta", role=role, of="BR"),
        Told("c", f"The {other} Ana Motta fell.", "2031").person("Ana Motta", role=other, of="CL"),
    ]


@pytest.mark.parametrize(
    ("when", "left"),
    [
        ("“Ana Motta (Chile)” is", {"Ana Motta": ("a", "b", "c")}),
        ("they are different", {"Ana Motta": ("a", "b"), "Ana Motta (Chile)": ("c",)}),
    ],
)
def test_namesakes_can_be_made_one_or_told_apart(
    tmp_path: Path, when: str, left: dict[str, tuple[str, ...]]
) -> None:
    """Contradicting offices keep one name's bearers apart until somebody says what is so."""
    assert names(book_of(*namesakes()), "people") == ["Ana Motta (Brazil)", "Ana Motta (Chile)"]
    choice = next(each for each in asked(namesakes(), APART).choices if each.when.startswith(when))
    book = after(tmp_path, namesakes(), choice)
    assert APART not in doubt_kinds(book)
    assert {entity.name: entity.articles for entity in book.entities.values()} == left


def test_whom_nothing_tells_from_two_namesakes_is_asked_about(tmp_path: Path) -> None:
    """Each choice of each question can be pasted and answers it."""
    articles = [*namesakes(), Told("d", "Ana Motta slept.", "2031").person("Ana Motta")]
    doubts = [doubt for doubt in book_of(*articles).doubts if doubt.kind == APART]
    assert {doubt.passages[0].article for doubt in doubts} == {"c", "d"}
    for doubt in doubts:
        for choice in doubt.choices:
            left = [each.text for each in after(tmp_path, articles, choice).doubts if each.kind == APART]
            assert doubt.text not in left, choice.when


def test_the_lines_for_other_doubts_settle_them(tmp_path: Path) -> None:
    """Each choice of each kind; and an article's date once it has been filled in."""
    sousa = Told("a", "Sousa: “we # sing”. It is NO: songs.", "2031").person("Sousa")
    sousa.quotation("we # sing", person="Sousa").provision("NO: songs", None)
    kinds = Told("b", "Maria Lopes came.", "2031").person("Maria Lopes")
    articles = [sousa, kinds, Told("c", "Maria Lopes went.").organisation("Maria Lopes")]
    for kind in (NEVER_FULL, UNPLACED, TWO_KINDS, UNDATED):
        for choice in asked(articles, kind).choices:
            filled = choice.yaml.replace("published:", "published: 2031").replace("point:", "point: 1")
            assert kind not in doubt_kinds(after(tmp_path, articles, replace(choice, yaml=filled))), (
                choice.when
            )


def test_lines_for_different_doubts_can_stand_together(tmp_path: Path) -> None:
    articles = [*family(), Told("e", "Sousa said “we sing”.", "2031").person("Sousa")]
    articles[-1].quotation("we sing", person="Sousa")
    choices = [doubt.choices[0] for doubt in book_of(*articles).doubts]
    assert len(choices) == 2
    assert not after(tmp_path, articles, *choices).doubts


def test_many_undated_articles_are_counted_and_the_first_shown() -> None:
    (doubt,) = book_of(*(Told(f"a{number:02}", "It rained.") for number in range(30))).doubts
    assert doubt.text.startswith("30 of 30 articles") and "first 20" in doubt.mend
    assert len(yaml.safe_load(doubt.choices[0].yaml)["articles"]) == len(doubt.passages) == 20
