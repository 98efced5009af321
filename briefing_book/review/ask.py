"""The review in a terminal: each question with its passages, and the answer written at once."""

import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing_book.errors import BookError
from briefing_book.model import Book, Passage
from briefing_book.names import plain
from briefing_book.render.passages import shortened
from briefing_book.review.fill import Fill
from briefing_book.review.questions import Answer, Entry, Question, questions
from briefing_book.review.write import write_entries
from briefing_book.words import count

Ask = Callable[[str], str | None]
"""Asks for a line; None where there will be no more."""
Say = Callable[[str], None]

SKIP, OTHER, QUIT, HELP = "s", "k", "q", "?"
KEYS = f"{SKIP} skip   {OTHER} skip all of this kind   {QUIT} quit   {HELP} help"
EXPLAINED = f"""Type the number of the answer that is right.
{SKIP}  leaves the question open; it comes again next time
{OTHER}  leaves all questions of this kind open
{QUIT}  ends the review; what you have answered is written
{HELP}  shows this
Each answer is written into the file of corrections at once. To undo one, take its lines out there."""
_MOST_WORDS = 500
_SAFE = {"Cc": "\ufffd", "Cs": "\ufffd", "Cf": ""}
"""What is shown instead of characters of these categories, which may steer a terminal."""


class QuitError(Exception):
    """Somebody has had enough."""


class OtherKindError(Exception):
    """Somebody has had enough of questions of this kind."""


def review(book: Book, file: Path, ask: Ask, say: Say, who: str | None, when: str) -> int:
    """Asks all questions of a book, and writes the answers into `file`; says how many were answered.

    `who` answers, asked for where it is None; `when` is the day.
    """
    asked = list(questions(book))
    say(f"{count(len(asked), 'question')}. Answers are written into {file}.")
    answered = 0
    try:
        if asked and who is None:
            who = _line(
                ask, "Who are you? It is written beside your answers; leave it empty to stay unnamed: "
            )
        left = set[str]()
        for number, question in enumerate(asked, 1):
            if question.kind in left:
                continue
            _show(book, question, f"{number} of {len(asked)}", say)
            try:
                answered += _settled(book, question, file, ask, say, {"who": who or None, "when": when})
            except OtherKindError:
                left.add(question.kind)
    except QuitError:
        pass
    more = " Build the book to see what they change." if answered else ""
    say(f"{count(answered, 'answer')} written.{more}")
    return answered


def _settled(book: Book, question: Question, file: Path, ask: Ask, say: Say, signed: Entry) -> bool:
    """Asks until there is an answer that can be written, or until it is skipped."""
    while (answer := _chosen(question, ask, say)) is not None:
        fill = Fill(book, lambda prompt: _line(ask, prompt), lambda text: say(shown(text)))
        entries = fill.entries(answer)
        if entries is None:
            continue
        why = _line(ask, "Why? (may stay empty) ")
        signature = {key: value for key, value in (*signed.items(), ("why", why)) if value}
        try:
            write_entries(file, answer.section, [{**entry, **signature} for entry in entries])
        except BookError as problem:
            say(f"Not written: {shown(problem.message)}")
            continue
        return True
    return False


def _chosen(question: Question, ask: Ask, say: Say) -> Answer | None:
    """The answer that was chosen; None where the question is skipped."""
    numbers = {str(number): answer for number, answer in enumerate(question.answers, 1)}
    while True:
        line = _line(ask, "> ")
        if line == QUIT:
            raise QuitError
        if line == OTHER:
            raise OtherKindError
        if line == SKIP:
            return None
        if line in numbers:
            return numbers[line]
        say(
            EXPLAINED
            if line == HELP
            else f"Type {_either(list(numbers))}, {SKIP}, {OTHER}, {QUIT} or {HELP}."
        )


def _either(numbers: Sequence[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"


def _line(ask: Ask, prompt: str) -> str:
    line = ask(prompt)
    if line is None:
        raise QuitError
    return plain("".join(each for each in line if unicodedata.category(each) != "Cc"))


def _show(book: Book, question: Question, number: str, say: Say) -> None:
    say(f"\n{number}: {question.kind}\n{shown(question.text)}")
    for passage in question.passages:
        info = book.sources[passage.article].info
        say(shown(f"  {info.title} ({info.published or 'undated'}): {_marked(book, passage)}"))
    for place, answer in enumerate(question.answers, 1):
        say(shown(f"  {place}  {answer.when}"))
    say(f"  {KEYS}")


def _marked(book: Book, passage: Passage) -> str:
    """The sentence that a passage starts in, with brackets around the words that are meant."""
    source = book.sources[passage.article]
    start, end = source.sentences[passage.sentence - 1] if source.sentences else (0, len(source.text))
    before, after = source.text[start : passage.start], source.text[passage.end : end]
    if not (before + after).strip():
        return shortened(plain(passage.text), _MOST_WORDS)
    return plain(f"{before[-_MOST_WORDS:]}[{shortened(passage.text, _MOST_WORDS)}]{after[:_MOST_WORDS]}")


def shown(text: str) -> str:
    """A text that moves no cursor, rings no bell and turns no line around."""
    return "".join(_SAFE.get(unicodedata.category(each), each) if each != "\n" else each for each in text)
