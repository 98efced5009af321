"""Events: what happened or is planned, when, and with whom."""

from pathlib import Path

import pytest
from spacy.language import Language

from briefing_book.editorial import load_plans
from briefing_book.extract import extract
from briefing_book.model import Article, ArticleInfo, Event, Reference
from briefing_book.read.seeds import read_seed

ROOT = Path(__file__).parents[2]


def events(nlp: Language, text: str) -> tuple[Event, ...]:
    info = ArticleInfo(id="a", file="a.txt", title="A", published="2024-05-15")
    found = extract(Article(info=info, text=text), nlp, ()).events
    assert all(e.text == text[e.start : e.end] for e in found)
    return found


def names(event: Event) -> set[str]:
    return {str(p.person or p.country or p.organisation or p.plan) for p in event.participants}


@pytest.mark.parametrize(
    ("text", "kind", "date", "planned", "parties"),
    [
        ("Anna Duval visited Chile on 3 May 2024.", "visit", "2024-05-03", False, {"Anna Duval", "CL"}),
        ("Anna Duval will visit Chile in June 2024.", "visit", "2024-06", True, {"Anna Duval", "CL"}),
        (
            "Anna Duval paid a visit to Chile on 3 May 2024.",
            "visit",
            "2024-05-03",
            False,
            {"Anna Duval", "CL"},
        ),
        ("France invaded Chile on 3 May 2024.", "invade", "2024-05-03", False, {"FR", "CL"}),
        ("Talks between France and Chile began on 3 May 2024.", "talk", "2024-05-03", False, {"FR", "CL"}),
        ("Anna Duval resigned on 3 May 2024.", "resign", "2024-05-03", False, {"Anna Duval"}),
    ],
)
def test_an_event_has_its_date_and_participants(
    nlp: Language, text: str, kind: str, date: str, planned: bool, parties: set[str]
) -> None:
    """Verbs and nouns tell events; what is still to come is marked as planned."""
    (event,) = [e for e in events(nlp, f"Anna Duval is President of France. {text}") if e.date]
    assert (event.kind, event.date, event.planned, names(event)) == (kind, date, planned, parties)


@pytest.mark.parametrize(
    "text",
    [
        "French President Anna Duval did not visit Chile on 3 May 2024.",
        "French President Anna Duval could visit Chile in June 2024.",
        "French President Anna Duval refused to visit Chile in June 2024.",
        "French President Anna Duval wants to meet Chilean President Luis Rojas.",
        "France proposed talks with Chile in June 2024.",
        "The possibility of talks between France and Chile faded.",
        "A visit is a fine thing.",
    ],
)
def test_what_did_not_happen_is_no_event(nlp: Language, text: str) -> None:
    """A reader of the timeline never meets what an article denies, wishes for or leaves open."""
    assert events(nlp, text) == ()


def test_a_date_belongs_to_the_word_it_depends_on(nlp: Language) -> None:
    """The day of an announcement is not the day of what it announces."""
    text = "French President Anna Duval announced on 3 May 2024 that she would visit Chile on 9 June 2024."
    found = {(e.kind, e.date, e.planned) for e in events(nlp, text)}
    assert found == {("announce", "2024-05-03", False), ("visit", "2024-06-09", True)}


def test_background_without_a_date_is_told_once(nlp: Language) -> None:
    """What an article repeats in passing makes one event, and none beside a dated one."""
    text = "France invaded Chile on 3 May 2024. France's invasion of Chile shocked many."
    assert [e.date for e in events(nlp, text)] == ["2024-05-03"]


def test_a_sentence_without_an_end_is_passed_over(nlp: Language) -> None:
    """A table or list of thousands of words costs no more than any other text, and gives no events."""
    assert events(nlp, "France invaded Chile on 3 May 2024, " * 300) == ()


def test_the_seeds_events(nlp: Language, seeds: Path) -> None:
    """The state visit, the meeting of 2022, the plan's release and the Tehran visit, with their parties."""
    known = load_plans(ROOT)
    article = read_seed(next(seeds.glob("001*.txt")), ROOT)
    found = {(e.kind, e.date, e.planned): names(e) for e in extract(article, nlp, known).events}
    assert found["visit", "2023-02-28/2023-03-02", True] == {"Alexander Lukashenko", "CN"}
    assert found["meet", "2022-09", False] == {"Alexander Lukashenko", "Xi Jinping"}
    assert found["propose", "2023-02-24", False] == {"CN", "china-2023"}
    assert found["visit", "2023-03", True] == {"Alexander Lukashenko", "IR"}
    assert all(Reference() not in e.participants for e in extract(article, nlp, known).events)
