"""Who has the word in a transcript, and what is none."""

import pytest
from spacy.language import Language

from briefing_book.extract import extract
from briefing_book.model import Article, ArticleInfo, Quotation

PRESS_CONFERENCE = """President Marta Oliveira speaks after the lake talks

PRESIDENT MARTA OLIVEIRA: Good morning. Let me thank Minister Osman for the talks.

The dam will be open in spring. I promised that.

(Laughter.)

QUESTION: Will the farmers be paid?
THE PRESIDENT: They want their money, and they will have it.
OLIVEIRA: “Thank you all.”

The guests then left for the airport.
"""


def said(nlp: Language, text: str) -> list[Quotation]:
    info = ArticleInfo(id="a", file="a", title="", language="en")
    return list(extract(Article(info, text), nlp, ()).quotations)


def test_each_paragraph_of_a_turn_is_its_speakers(nlp: Language) -> None:
    """A turn lasts up to the next label; what is said within it is nobody else's reported speech."""
    found = said(nlp, PRESS_CONFERENCE)
    assert [(q.speaker.text, q.speaker.person) for q in found if q.speaker] == [
        ("PRESIDENT MARTA OLIVEIRA", "Marta Oliveira"),
        ("PRESIDENT MARTA OLIVEIRA", "Marta Oliveira"),
        ("QUESTION", None),
        ("THE PRESIDENT", "Marta Oliveira"),
        ("OLIVEIRA", "Marta Oliveira"),
    ]
    assert found[1].text == "The dam will be open in spring. I promised that."
    assert found[-1].text == "Thank you all."
    assert all(q.direct and not q.fragment for q in found)


def test_a_dialogue_by_names_keeps_to_its_lines(nlp: Language) -> None:
    text = (
        "Ann Lee and Omar Haddad met on the radio.\n\nAnn Lee: When will the bridge open?\n"
        "Omar Haddad: It will open in May, I hope.\nAnn Lee: Then we wait until May.\n\nThey went home.\n"
    )
    assert [q.speaker.person for q in said(nlp, text) if q.speaker and q.direct] == [
        "Ann Lee",
        "Omar Haddad",
        "Ann Lee",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA: The talks on the lake have ended.\n\nNAIROBI: The talks on the dam go on.",
        "WHAT: A concert for the lake.\nWHERE: The old mill.\nWHEN: Friday at noon.",
        "Ann Lee: 45 per cent\nOmar Haddad: 38.1 per cent\nAnn Lee: 12 districts won",
    ],
)
def test_other_labels_make_no_transcript(nlp: Language, text: str) -> None:
    """A dateline, an invitation and a table have colons too."""
    assert not [q for q in said(nlp, text) if q.direct]
