"""The facts folder: what is written is what is read back, and offsets count the text file."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing_book.errors import BookError
from briefing_book.facts import articles_in, dump_facts, read_facts, read_text, stage_facts, unstage_facts
from briefing_book.model import ArticleInfo, Facts, Person, Quantity, Quotation, Role, Span
from briefing_book.storage.staging import Staging

printable = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=40)


def facts_of(text: str) -> Facts:
    span = Span(0, len(text), text)
    return Facts(
        article=ArticleInfo(id="a", file="seeds/a.txt", title=text),
        sentences=((0, len(text)),),
        people=(Person(name=text, mentions=(span,), roles=(Role(0, len(text), text, country="BY"),)),),
        quotations=(Quotation(0, len(text), text, direct=True),),
    )


def write_facts(folder: Path, facts: Facts, text: str) -> None:
    staging = Staging(folder.parent)
    stage_facts(staging, facts, text)
    staging.commit()


def test_facts_that_another_process_sent_are_written_as_those_of_this_one() -> None:
    counted = Quantity(start=0, end=5, text="Minsk", value="5", of="town")
    facts = replace(facts_of("Minsk"), quantities=(counted,))
    assert dump_facts(pickle.loads(pickle.dumps(facts))) == dump_facts(facts)


@given(text=printable)
def test_facts_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("book") / "facts"
    write_facts(folder, facts_of(text), text)
    assert (replace(read_facts(folder, "a"), written={}), read_text(folder, "a")) == (facts_of(text), text)


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """The folder of facts of a book without any."""
    return tmp_path / "facts"


def test_the_text_file_keeps_every_character_that_offsets_count(facts: Path) -> None:
    text = "First line\n\n  second\u2028line “quoted” \n"
    write_facts(facts, facts_of("First"), text)
    assert (facts / "a.txt").read_bytes().decode() == text


def test_a_span_stands_on_one_line_so_that_a_diff_can_be_read() -> None:
    assert "- {start: 0, end: 5, text: Minsk, country: BY}" in dump_facts(facts_of("Minsk"))


def test_a_broken_facts_file_is_named_with_its_line(facts: Path) -> None:
    write_facts(facts, facts_of("Minsk"), "Minsk")
    broken = (
        (facts / "a.yml")
        .read_text()
        .replace("end: 5, text: Minsk, country", "end: five, text: Minsk, country")
    )
    (facts / "a.yml").write_text(broken)
    with pytest.raises(BookError, match=r"a\.yml:\d+: "):
        read_facts(facts, "a")


def test_the_facts_of_an_article_that_is_gone_go_too(facts: Path) -> None:
    write_facts(facts, facts_of("Minsk"), "Minsk")
    assert articles_in(facts) == ["a"]
    staging = Staging(facts.parent)
    unstage_facts(staging, "a")
    staging.commit()
    assert list(facts.iterdir()) == []
