"""Who is reported to have said what."""

import re
from pathlib import Path

import pytest
from spacy.language import Language

from briefing_book.extract import quotations
from briefing_book.extract.cast import Cast
from briefing_book.model import Person, PlanMention, Quotation, Span


def find(nlp: Language, text: str, *names: str, plan: str | None = None) -> tuple[Quotation, ...]:
    """The quotations of a text in which these surnames name people and `plan` a plan."""
    doc = nlp(text)
    people = tuple(Person(name, tuple(_spans(text, rf"\b{name}\b"))) for name in names)
    plans = tuple(PlanMention(s.start, s.end, s.text, "the-plan") for s in _spans(text, plan)) if plan else ()
    return quotations.find(doc, Cast(doc, people, (), (), plans))


def _spans(text: str, pattern: str) -> list[Span]:
    return [Span(m.start(), m.end(), m.group()) for m in re.finditer(pattern, text)]


def direct(found: tuple[Quotation, ...]) -> list[Quotation]:
    return [quotation for quotation in found if quotation.direct]


def reported(found: tuple[Quotation, ...]) -> list[Quotation]:
    return [quotation for quotation in found if not quotation.direct]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“The road to the lake is open,” Osman said on Monday.", "said"),
        ("“The road to the lake is open,” said Osman, a farmer.", "said"),
        ("Osman told reporters: “The road to the lake is open.”", "told"),
        ("“The road,” Osman wrote, “to the lake is open.”", "wrote"),
        ("The road “to the lake and the old mill is open,” according to Osman.", "according to"),
        ("Osman, who runs the mill, added that “the road to the lake is open.”", "added"),
    ],
)
def test_the_reporting_clause_gives_cue_and_speaker(nlp: Language, text: str, cue: str) -> None:
    found = direct(find(nlp, text, "Osman"))
    assert {q.speaker.person for q in found if q.speaker} == {"Osman"}
    assert {q.cue.text for q in found if q.cue} == {cue}


def test_a_quotation_goes_on_for_its_speaker_within_the_paragraph(nlp: Language) -> None:
    first, second = direct(find(nlp, "“The road is open,” said Osman. “We keep it free of snow.”", "Osman"))
    assert first.speaker == second.speaker
    assert second.cue is None


def test_a_paragraph_between_gives_the_next_quotation_no_speaker(nlp: Language) -> None:
    """A wrong speaker is worse than none."""
    text = (
        "“The road is open,” said Osman.\n\nIt snowed all day.\n\nOn a wall stood “No snow can ever stop us.”"
    )
    assert direct(find(nlp, text, "Osman"))[-1].speaker is None


def test_words_that_nobody_is_said_to_speak_have_no_speaker(nlp: Language) -> None:
    (quotation,) = find(nlp, "The two sides adopted “a joint declaration on the lake and its fish”.")
    assert quotation.direct
    assert quotation.speaker is None


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("Osman called the road “unsafe” at night.", True),
        ("“No,” Osman said.", False),
        ("Osman calls for “the full and free use of every road by all people” in winter.", False),
        ("Osman said the road “is far too steep for the old.”", True),
        ("Osman told his story in the film “Roads of Snow,” and left.", True),
    ],
)
def test_a_few_words_in_the_reporters_sentence_are_a_fragment(
    nlp: Language, text: str, fragment: bool
) -> None:
    (quotation,) = direct(find(nlp, text, "Osman"))
    assert quotation.fragment is fragment
    assert quotation.speaker and quotation.speaker.person == "Osman"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Osman said that the lake would freeze.", ["that the lake would freeze"]),
        ("The lake would freeze, Osman said.", ["The lake would freeze"]),
        ("Osman announced he would close the mill.", ["he would close the mill"]),
        ("According to Osman, the lake froze in May.", ["the lake froze in May"]),
        ("Osman called for a ban on fishing.", ["a ban on fishing"]),
        ("Osman urged the farmers to leave.", ["the farmers to leave"]),
        ("Osman said the lake was “quite safe” again.", ["the lake was “quite safe” again"]),
        ("In winter, Osman said, the lake freezes.", ["In winter", "the lake freezes"]),
        ("The new road was praised by Osman.", ["The new road"]),
        ("Nobody heard Osman’s claim that the lake froze.", ["that the lake froze"]),
        ("Nobody likes the attack by Osman on the new road.", ["the new road"]),
        ("Osman made a promise to close the mill.", ["to close the mill"]),
        ("Osman’s view is that the lake froze.", ["that the lake froze"]),
        ("Nobody believed the Osman claim that the lake froze.", ["that the lake froze"]),
        ("Osman left with a promise to close the mill.", ["to close the mill"]),
        ("Osman downplayed the risk of a flood.", ["the risk of a flood"]),
        ("Osman has endorsed Germany.", ["Germany"]),
        ("He left; Osman says the lake will freeze.", ["the lake will freeze"]),
    ],
)
def test_reported_speech_is_the_words_that_depend_on_the_cue(
    nlp: Language, text: str, expected: list[str]
) -> None:
    found = reported(find(nlp, text, "Osman"))
    assert [q.text for q in found] == expected
    assert all(q.speaker and q.speaker.person == "Osman" for q in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Osman is afraid that the lake will freeze.", "that the lake will freeze"),
        ("Osman, worried about the price of fish, stayed at home.", "the price of fish"),
        ("Osman is eager to close the mill.", "to close the mill"),
        ("Osman is a staunch opponent of the new road.", "the new road"),
    ],
)
def test_an_attitude_is_its_holders(nlp: Language, text: str, expected: str) -> None:
    (quotation,) = reported(find(nlp, text, "Osman"))
    assert quotation.text == expected
    assert quotation.speaker and quotation.speaker.person == "Osman"


@pytest.mark.parametrize(
    "text",
    [
        "The lake will freeze in May, as Osman put it on Friday.",
        "As Osman has said, the lake will freeze in May.",
        "In Osman’s view, the lake will freeze in May.",
        "The lake will freeze in May, in the words of Osman.",
        "By Osman’s own admission, the lake will freeze in May.",
        "The lake will freeze in May, per Osman.",
    ],
)
def test_a_sentence_is_whose_words_it_is_said_to_be(nlp: Language, text: str) -> None:
    (quotation,) = reported(find(nlp, text, "Osman"))
    assert quotation.text.lower() == "the lake will freeze in may"
    assert quotation.speaker and quotation.speaker.person == "Osman"


def test_a_survey_says_what_it_shows(nlp: Language) -> None:
    """Other things that show something say nothing."""
    (quotation,) = reported(find(nlp, "The survey shows a narrow lead for the farmers."))
    assert quotation.text == "a narrow lead for the farmers"
    assert not reported(find(nlp, "The window shows a narrow strip of the lake."))


@pytest.mark.parametrize("text", ["Poll: Farmers want a new road.", "Farmers want a new road: poll"])
def test_a_headline_gives_its_voice_before_or_after_a_colon(nlp: Language, text: str) -> None:
    (quotation,) = find(nlp, f"{text}\n\nThe road is old.")
    assert quotation.text == "Farmers want a new road"
    assert quotation.speaker and quotation.speaker.text.lower() == "poll"


@pytest.mark.parametrize(
    "text",
    [
        "The claim that the lake froze was wrong.",
        "Osman has not yet condemned the attack on the mill.",
        "Osman did not say what would happen to the lake.",
        "Osman walked to the lake and sold the mill.",
        "Osman failed to promise a new road.",
        "Osman made no promise to close the mill.",
        "As Osman spoke in the hall, the lake froze.",
        "Osman spoke on Monday.",
        "They sell 40 boats per year, in the main.",
    ],
)
def test_what_nobody_said_is_not_reported(nlp: Language, text: str) -> None:
    assert find(nlp, text, "Osman") == ()


def test_two_who_speak_together_are_not_one_speaker(nlp: Language) -> None:
    (quotation,) = direct(find(nlp, "“We shall keep the road open,” Osman and Lind said.", "Osman", "Lind"))
    assert quotation.speaker
    assert (quotation.speaker.text, quotation.speaker.person) == ("Osman and Lind", None)


def test_a_statement_carries_on_the_last_speaker_of_its_paragraph(nlp: Language) -> None:
    text = (
        "“The road is open,” said Osman. The statement goes on to say: “We keep it free.”\n\n"
        "The statement said: “Nobody need worry.”"
    )
    speakers = [q.speaker for q in direct(find(nlp, text, "Osman"))]
    assert [s and s.person for s in speakers] == ["Osman", "Osman", None]
    assert speakers[1] and speakers[1].text == "The statement"


def test_only_what_was_weighed_has_a_confidence(nlp: Language) -> None:
    """A plain reporting clause is certain; one of two possible speakers is less so than one who goes on."""
    plain, goes_on = direct(find(nlp, "“The road is open,” said Osman. “It is free of snow.”", "Osman"))
    two = direct(find(nlp, "Osman said that Lind calls the road “a gift.”", "Osman", "Lind"))
    assert plain.confidence is None
    assert two[0].confidence and goes_on.confidence
    assert 0 < two[0].confidence < goes_on.confidence <= 1


def test_a_document_speaks(nlp: Language) -> None:
    """Its name, and a pronoun for it, give the plan as the speaker."""
    text = (
        "The lake plan was published in May.\n\n"
        "“Talks are the only way,” the proposal said. It calls for calm on all sides."
    )
    found = find(nlp, text, plan="The lake plan|the proposal")
    assert [q.speaker and q.speaker.plan for q in found] == ["the-plan", "the-plan"]


def test_every_span_is_its_slice_in_broken_text(nlp: Language) -> None:
    """Lost marks, control characters and capitals break nothing."""
    text = 'SAYS OSMAN: “ALL IS\x07 WELL\n\n\x00“” "" \' “Never, he said. ‘We’ll see’ \t»'
    for quotation in find(nlp, text, "OSMAN"):
        for span in (quotation, quotation.speaker, quotation.cue):
            assert span is None or (span.text and text[span.start : span.end] == span.text)


def test_the_first_seed_speaks_as_it_should(nlp: Language, seeds: Path) -> None:
    """Every passage of four words or more in it has its speaker."""
    text = min(seeds.iterdir()).read_text("utf-8").strip()
    found = [q for q in direct(find(nlp, text, "Lukashenko", "Xi", "Li")) if len(q.text.split()) > 3]
    assert [q.speaker.text for q in found if q.speaker] == [
        *["Lukashenko", "Lukashenko", "he", "Lukashenko", "Lukashenko"],
        *["The statement", "Chinese Premier Li Keqiang", "Li"],
    ]
    assert {q.speaker.person for q in found[:6] if q.speaker} == {"Lukashenko"}


def test_a_dateline_does_not_speak(nlp: Language) -> None:
    """The place and agency before a dash are no part of the sentence after it."""
    (said,) = find(nlp, "OSLO (Norwave) - Larsen said on Thursday that the port was open.", "Larsen")
    assert said.speaker is not None
    assert said.speaker.person == "Larsen"


@pytest.mark.parametrize(
    "text",
    [
        "Read more: Thousands flee by boat",
        "The delegation is expected to sail on Monday.",
        "Self-proclaimed President Larsen arrived in Oslo.",
    ],
)
def test_what_nobody_says_is_no_reported_speech(nlp: Language, text: str) -> None:
    """Advice to the reader, what is expected of somebody, and a qualifier report nothing."""
    assert not reported(find(nlp, text, "Larsen"))


def test_a_hyphenated_speaker_is_whole(nlp: Language) -> None:
    """The speaker's words are the whole name, not its article."""
    (said,) = reported(find(nlp, "Although al-Amin has agreed to meet the rebels, it is late.", "al-Amin"))
    assert said.speaker is not None
    assert said.speaker.text == "al-Amin"


def test_the_speaker_is_whose_words_are_passed_on(nlp: Language) -> None:
    found = find(nlp, "“The road to the lake is open again,” the radio quoted Osman as saying.", "Osman")
    assert [q.speaker.person for q in direct(found) if q.speaker] == ["Osman"]


def test_who_sends_a_letter_says_what_it_says(nlp: Language) -> None:
    (found,) = reported(find(nlp, "Osman sent a letter urging the council to open the road.", "Osman"))
    assert found.speaker and found.speaker.person == "Osman"


def test_a_paragraph_below_a_reporting_line_is_reported(nlp: Language) -> None:
    """A block quotation has no marks."""
    text = "Osman added:\n\nThe road to the lake is open. Nobody need wait.\n\nThe council met on Friday."
    (found,) = reported(find(nlp, text, "Osman"))
    assert found.text == "The road to the lake is open. Nobody need wait"
    assert found.speaker and found.speaker.person == "Osman"


@pytest.mark.parametrize(
    "text",
    [
        "Osman is determined to warn the old farmers.",
        "Osman wrote a letter to the board of directors urging the old farmers to leave.",
        "Osman said so at a meeting urging the old farmers to leave.",
        "Osman was fined for his role in urging the old farmers to leave.",
        "The Latest: Osman urges the old farmers to leave.",
    ],
)
def test_the_speaker_is_found_further_up_in_the_sentence(nlp: Language, text: str) -> None:
    (found,) = [q for q in reported(find(nlp, text, "Osman")) if "farmers" in q.text]
    assert found.speaker and found.speaker.person == "Osman"


def test_who_is_accused_has_not_spoken(nlp: Language) -> None:
    """A passive without its auxiliary is one, too."""
    (quotation,) = find(nlp, "The men accused of stealing the boats were not in court.")
    assert quotation.speaker is None


def test_a_speaker_within_a_sentence_is_whole(nlp: Language) -> None:
    found = reported(find(nlp, "The lake, aides to Osman said on Monday, will freeze in May.", "Osman"))
    assert [q.text for q in found] == ["The lake", "will freeze in May"]
    assert {q.speaker.text for q in found if q.speaker} == {"aides to Osman"}


def test_what_is_added_is_told_by_itself(nlp: Language) -> None:
    """The first report ends where the second begins."""
    found = reported(
        find(nlp, "Osman said that the lake froze, but he noted that the mill was safe.", "Osman")
    )
    assert [q.text for q in found] == ["that the lake froze", "that the mill was safe"]


@pytest.mark.parametrize(
    "text", ["On the radio’s “Roads of Snow,” Osman said nothing.", "He came to “Osman and Lind at Sea.”"]
)
def test_a_title_that_a_word_leads_to_is_a_fragment(nlp: Language, text: str) -> None:
    (quotation,) = direct(find(nlp, text, "Osman", "Lind"))
    assert quotation.fragment


def test_who_makes_a_comment_says_what_is_below_it(nlp: Language) -> None:
    text = "Osman made this comment:\n\n“The road to the lake is open again.”"
    (quotation,) = direct(find(nlp, text, "Osman"))
    assert quotation.speaker and quotation.speaker.text == "Osman"


def test_hearsay_is_told_of_both(nlp: Language) -> None:
    """What Lee says that Osman said is reported of Lee, and within it of Osman."""
    text = "Lee said that Osman had closed the road and that Haddad said the lake was frozen."
    speakers = {q.speaker.person for q in reported(find(nlp, text, "Lee", "Osman", "Haddad")) if q.speaker}
    assert speakers == {"Lee", "Haddad"}
