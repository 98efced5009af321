"""The review asks what the review page asks, and each answer takes effect in the next build."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing_book.addresses import Addresses
from briefing_book.assemble import assemble
from briefing_book.assemble.contradictions import settle
from briefing_book.editorial import CORRECTIONS, NEW_CORRECTIONS, load_corrections
from briefing_book.model import Book, Facts, Settings
from briefing_book.review import review
from briefing_book.review.questions import questions
from tests.assemble.built import PLAN, Told

SHIPPED = NEW_CORRECTIONS.read_text(encoding="utf-8")


def articles() -> list[tuple[Facts, str]]:
    """Of every kind of question at least one."""
    sousa = Told("a", "Sousa: “we sing”. The paper wants songs. Yes, songs.", "2031-01").person("Sousa")
    sousa.quotation("we sing", person="Sousa").provision("songs. Yes", None)
    lopes = (
        Told("b", "Maria Lopes came. Rui Lopes left.", "2031-02").person("Maria Lopes").person("Rui Lopes")
    )
    other = Told("c", "Lopes said no.", "2031-03").person("Lopes")
    more = Told("d", "Lopes said yes.", "2031-04").person("Lopes")
    port = Told("e", "Cold Harbour \x1b[2J\u202e burns.").organisation("Cold Harbour")
    facts, text = (
        Told("f", "Cold Harbour stands. Peru met Chile on Friday.", "2031-05")
        .person("Cold Harbour")
        .event("Peru met", "meet", "2031-05-02")
        .done()
    )
    light = replace(facts, events=(replace(facts.events[0], confidence=0.2),))
    return [*(told.done() for told in (sousa, lopes, other, more, port)), (light, text)]


def built(folder: Path) -> Book:
    """The book with what has been written so far."""
    file = folder / CORRECTIONS
    settled = settle(load_corrections(folder), file if file.exists() else None)
    assert not settled.mistakes
    return assemble(Settings(), articles(), (PLAN,), settled.corrections, Addresses(), ())


class Terminal:
    """Somebody who types these lines, and what is said to them."""

    def __init__(self, *lines: str) -> None:
        self._lines: Iterator[str] = iter(lines)
        self.said = ""

    def ask(self, prompt: str) -> str | None:
        self.said += prompt
        return next(self._lines, None)

    def say(self, text: str) -> None:
        self.said += text + "\n"


def reviewed(folder: Path, *lines: str, who: str | None = "A. Editor") -> Terminal:
    terminal = Terminal(*lines)
    review(built(folder), folder / CORRECTIONS, terminal.ask, terminal.say, who, "2031-06-01")
    return terminal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A book's folder with the corrections that a new book begins with."""
    (tmp_path / "editorial").mkdir()
    (tmp_path / CORRECTIONS).write_text(SHIPPED, encoding="utf-8")
    return tmp_path


KINDS = list(
    dict.fromkeys(
        question.kind
        for question in questions(
            assemble(Settings(), articles(), (PLAN,), load_corrections(Path("nowhere")), Addresses(), ())
        )
    )
)
FILLED = {"published": "1 March 2031", "to": "Rita Sousa", "point": "2", "articles": "2 1"}


def test_every_kind_of_question_is_there() -> None:
    assert KINDS == [
        "Names that may be one",
        "Names of a person and of an organisation",
        "People never named in full",
        "Provisions without a point",
        "Articles without a date",
        "Doubtful events",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_each_answer_settles_its_question(folder: Path, kind: str) -> None:
    """Whatever is chosen, the file parses, the rebuilt book does not ask again, and all is signed."""
    number = next(n for n, each in enumerate(questions(built(folder))) if each.kind == kind)
    asked = list(questions(built(folder)))[number]
    for choice, answer in enumerate(asked.answers, 1):
        (folder / CORRECTIONS).write_text(SHIPPED, encoding="utf-8")
        fills = [FILLED[answer.fill]] * len(answer.entries) if answer.fill else []
        reviewed(folder, *["s"] * number, str(choice), *fills, "it is known", "q")
        assert asked.text not in [each.text for each in questions(built(folder))], answer.when
        written = getattr(load_corrections(folder), answer.section)
        assert {(each.who, each.when, each.why) for each in written} == {
            ("A. Editor", "2031-06-01", "it is known")
        }


def test_what_is_filled_in_is_checked_and_asked_again(folder: Path) -> None:
    """A date in words becomes EDTF; what is none, and a point that there is not, are not taken."""
    kinds = [each.kind for each in questions(built(folder))]
    dates, points = kinds.index("Articles without a date"), kinds.index("Provisions without a point")
    said = reviewed(
        folder,
        *["s"] * points,
        "1",
        "13",
        "2",
        "",
        *["s"] * (dates - points - 1),
        "1",
        "soon",
        "1 March 2031",
        "",
    )
    assert "no such point" in said.said and "no day, month or year" in said.said
    found = load_corrections(folder)
    assert (found.articles[0].published, found.add[0].point, found.add[0].plan) == ("2031-03-01", 2, PLAN.id)
    assert "Clearing mines" in said.said


def test_an_answer_can_be_taken_back_before_it_is_written(folder: Path) -> None:
    said = reviewed(folder, "k", "k", "1", "", "2", "", "q")
    assert said.said.count("The full name") == 1
    assert load_corrections(folder).drop


def test_articles_can_be_chosen_for_a_name_that_is_shared(folder: Path) -> None:
    (asked, *_) = questions(built(folder))
    some = next(n for n, answer in enumerate(asked.answers, 1) if answer.fill == "articles")
    said = reviewed(folder, str(some), "7", "2", "")
    assert "Numbers from 1 to 2" in said.said
    (split,) = load_corrections(folder).split
    assert len(split.articles) == 1


def test_what_contradicts_is_not_written_and_asked_again(folder: Path) -> None:
    book = built(folder)
    names = next(iter(questions(book))).answers[0].entries[0]["names"]
    text = SHIPPED.replace("\napart:\n", f"\napart:\n- names: [{names[0]}, {names[1]}]\n")
    (folder / CORRECTIONS).write_text(text, encoding="utf-8")
    terminal = Terminal("1", "", "q")
    review(book, folder / CORRECTIONS, terminal.ask, terminal.say, "", "2031-06-01")
    assert "Not written: " in terminal.said and "keep one" in terminal.said
    assert (folder / CORRECTIONS).read_text(encoding="utf-8") == text


def test_each_answer_is_written_at_once(folder: Path) -> None:
    """Whoever is cut off loses nothing of it."""
    terminal = Terminal("1", "")

    def cut_off(prompt: str) -> str:
        line = terminal.ask(prompt)
        if line is None:
            raise KeyboardInterrupt
        return line

    with pytest.raises(KeyboardInterrupt):
        review(built(folder), folder / CORRECTIONS, cut_off, terminal.say, "", "2031-06-01")
    assert load_corrections(folder) != load_corrections(Path("nowhere"))


def test_who_answers_is_asked_once_and_may_stay_unnamed(folder: Path) -> None:
    said = reviewed(folder, "", "?", "nine", "1", "", "q", who=None)
    assert (
        said.said.count("Who are you?") == 1 and "ends the review" in said.said and "Type 1 to" in said.said
    )
    text = (folder / CORRECTIONS).read_text(encoding="utf-8").replace(SHIPPED, "")
    assert "\n  who:" not in text.replace("#   who", "")


def test_an_articles_words_do_not_steer_the_terminal(folder: Path) -> None:
    said = reviewed(folder, *["s"] * 20)
    assert "burns" in said.said
    assert not {"\x1b", "\u202e", "\x07"} & set(said.said)
    assert (folder / CORRECTIONS).read_text(encoding="utf-8") == SHIPPED
