"""A quotation is shown with the words that say whether, and how, somebody said it."""

import pytest

from briefing_book.model import ArticleInfo, BookQuotation, Party, Passage, Source
from briefing_book.render.speech import each_once, lead


def source(text: str) -> Source:
    return Source(ArticleInfo("a", "seeds/a.txt", "A"), text, ((0, len(text)),), ())


def quotation(text: str, cue: str | None, said: str, *, direct: bool) -> BookQuotation:
    def place(words: str) -> Passage:
        start = text.index(words)
        return Passage(start, start + len(words), words, "a", 1)

    return BookQuotation(place(said), direct, False, Party("Ann Lee"), cue and place(cue), None)


def shown(text: str, cue: str | None, said: str, *, direct: bool) -> str:
    """The quotation as "lead|gap|words" or "words|after"."""
    told = lead(quotation(text, cue, said, direct=direct), source(text))
    if not told:
        return said
    if told.after:
        return f"{said}|{told.passage.text}"
    return f"{told.passage.text}{' … ' if told.gap else ' '}{said}"


@pytest.mark.parametrize(
    ("text", "cue", "said", "expected"),
    [
        ("Norland rejected claims of fraud.", "rejected", "claims of fraud", "rejected claims of fraud"),
        ("Lee has not yet said that it rains.", "said", "that it rains", "has not yet said that it rains"),
        ("Lee didn’t confirm it.", "confirm", "it", "didn’t confirm it"),
        ("Lee agreed to support the plan.", "support", "the plan", "agreed to support the plan"),
        ("The paper called for an end to it.", "called", "an end to it", "called for an end to it"),
        ("The family said it rains.", "said", "it rains", "said it rains"),
        ("It rains, Lee also said.", "said", "It rains", "It rains|also said"),
        ("As Lee said, it rains.", None, "it rains", "it rains"),
    ],
)
def test_reported_speech_has_its_cue_with_all_that_changes_its_sense(
    text: str, cue: str | None, said: str, expected: str
) -> None:
    assert shown(text, cue, said, direct=False) == expected


@pytest.mark.parametrize(
    ("text", "cue", "said", "expected"),
    [
        ("Lee also said: “It rains.”", "said", "It rains.", "It rains."),
        ("Lee never said “It rains.”", "said", "It rains.", "never said It rains."),
        ("Lee denied that “it rains.”", "denied", "it rains.", "denied that it rains."),
        ("Lee praised “one” and “the other man”.", "praised", "the other man", "praised … the other man"),
        ("“It rains,” Lee joked.", "joked", "It rains,", "It rains,|joked"),
    ],
)
def test_words_in_quotation_marks_have_theirs_unless_it_is_a_plain_said(
    text: str, cue: str, said: str, expected: str
) -> None:
    assert shown(text, cue, said, direct=True) == expected


def test_a_cue_within_the_passage_is_not_shown_again() -> None:
    text = "It rains, Lee said, and pours."
    assert lead(quotation(text, "said", text, direct=False), source(text)) is None


def test_only_direct_words_within_reported_ones_are_left_out() -> None:
    text = "Lee said it is “a very long day”. “It is.”"
    wide = quotation(text, "said", "it is “a very long day”", direct=False)
    within = quotation(text, "said", "a very long day", direct=True)
    alone = quotation(text, None, "It is.", direct=True)
    assert each_once([within, wide, alone]) == [wide, alone]
