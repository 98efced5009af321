"""Events: what happened or is planned, when, and with whom."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from spacy.language import Language

from briefing_book.editorial import load_plans
from briefing_book.extract import extract
from briefing_book.model import DOUBTFUL, Article, ArticleInfo, Event, Reference
from briefing_book.read.seeds import read_seed

ROOT = Path(__file__).parents[2]


def events(nlp: Language, text: str) -> tuple[Event, ...]:
    info = ArticleInfo(id="a", file="a.txt", title="A", published="2024-05-15")
    found = extract(Article(info=info, text=text), nlp, ()).events
    assert all(e.text == text[e.start : e.end] for e in found)
    assert all(e.place is None or e.place.text == text[e.place.start : e.place.end] for e in found)
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
        "French President Anna Duval allegedly met Chilean President Luis Rojas.",
        "French President Anna Duval protested the attack of 3 May 2024.",
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


def test_what_is_dated_after_the_article_is_still_to_come(nlp: Language) -> None:
    """Newspapers write "meets on Monday" of next week: on the timeline it is planned."""
    text = "French President Anna Duval meets Chilean President Luis Rojas on 9 June 2024."
    info = ArticleInfo(id="a", file="seeds/a.txt", title="t", published="2024-06-03", language="en")
    early = extract(Article(info, text), nlp, ()).events
    late = extract(Article(replace(info, published="2024-06-10"), text), nlp, ()).events
    assert [(e.date, e.planned) for e in (*early, *late)] == [("2024-06-09", True), ("2024-06-09", False)]


def test_a_date_of_something_else_is_not_the_events(nlp: Language) -> None:
    """When a term started is not when its holder travelled."""
    text = "French President Anna Duval visited Chile after the start of her term on 3 May 2024."
    assert [(e.kind, e.date) for e in events(nlp, text)] == [("visit", None)]


def test_the_place_an_article_comes_from_takes_no_part(nlp: Language) -> None:
    """A dateline's city does not make its country a party."""
    text = "SANTIAGO, 2 May - France signed a treaty with Norway on 3 May 2024."
    assert [(e.date, names(e)) for e in events(nlp, text)] == [("2024-05-03", {"FR", "NO"})]


def test_an_office_is_not_its_holder(nlp: Language) -> None:
    """ "A president was elected" does not say that the president whom the article names was."""
    text = "French President Anna Duval spoke. The first president was elected in 1904."
    assert [e for e in events(nlp, text) if e.kind == "elect"] == []


def test_what_happened_around_a_day_is_not_of_that_day(nlp: Language) -> None:
    """An approximate date stays one."""
    text = "French President Anna Duval visited Chile around 10 March 2024."
    assert [e.date for e in events(nlp, text)] == ["2024-03-10~"]


def test_an_event_is_surer_the_clearer_its_parties_are_named(nlp: Language) -> None:
    """Names make a fact; what rests on "they" is for review."""
    [named] = events(nlp, "France invaded Chile on 3 May 2024.")
    [loose] = events(nlp, "The African Union met. It invaded Chad on 3 May 2024.")
    assert (named.confidence or 0) >= 0.9 > DOUBTFUL > (loose.confidence or 0)


def test_background_without_a_date_is_told_once(nlp: Language) -> None:
    """What an article repeats in passing makes one event, and none beside a dated one."""
    text = "France invaded Chile on 3 May 2024. France's invasion of Chile shocked many."
    assert [e.date for e in events(nlp, text)] == ["2024-05-03"]


def test_a_sentence_without_an_end_is_passed_over(nlp: Language) -> None:
    """A table or list of thousands of words costs no more than any other text, and gives no events."""
    assert events(nlp, "France invaded Chile on 3 May 2024, " * 300) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Anna Duval met Chilean President Luis Rojas in Quito on 3 May 2024.", "Quito"),
        ("In Quito, Anna Duval met Chilean President Luis Rojas on 3 May 2024.", "Quito"),
        (
            "Anna Duval held talks with Chilean President Luis Rojas at the Elysee Palace.",
            "the Elysee Palace",
        ),
        ("Anna Duval travelled to Quito to meet Chilean President Luis Rojas on 3 May 2024.", "Quito"),
        ("Anna Duval visited Chile on 3 May 2024.", "Chile"),
        ("Anna Duval paid a visit to Santiago on 3 May 2024.", "Santiago"),
        ("France bombed Santiago on 3 May 2024.", "Santiago"),
        ("Anna Duval met Chilean President Luis Rojas in May 2024.", None),
        ("Anna Duval met Chilean President Luis Rojas in Quito and Lima on 3 May 2024.", None),
        ("Anna Duval signed a treaty with Norway on 3 May 2024.", None),
    ],
)
def test_an_event_has_the_place_that_its_words_give(nlp: Language, text: str, place: str | None) -> None:
    """A place is one that the sentence ties to the happening; several, and none, are no answer."""
    [event] = [e for e in events(nlp, f"Anna Duval is President of France. {text}") if e.kind != "announce"]
    assert (event.place and event.place.text) == place


def test_the_seeds_events(nlp: Language, seeds: Path) -> None:
    """The state visit, the meeting of 2022, the plan's release and the Tehran visit, with their parties."""
    known = load_plans(ROOT)
    [article] = read_seed(next(seeds.glob("001*.txt")), ROOT).articles
    found = {(e.kind, e.date, e.planned): names(e) for e in extract(article, nlp, known).events}
    assert found["visit", "2023-02-28/2023-03-02", True] == {"Alexander Lukashenko", "CN"}
    assert found["meet", "2022-09", False] == {"Alexander Lukashenko", "Xi Jinping"}
    assert found["propose", "2023-02-24", False] == {"CN", "china-2023"}
    assert found["visit", "2023-03", True] == {"Alexander Lukashenko", "IR"}
    assert all(Reference() not in e.participants for e in extract(article, nlp, known).events)


def test_a_round_of_talks_is_talks(nlp: Language) -> None:
    """Who begins a round of them takes part."""
    (event,) = events(nlp, "On Monday, France and Chile began the second round of negotiations in Lima.")
    assert (event.kind, event.date, names(event)) == ("talk", "2024-05-13", {"FR", "CL"})


def test_who_speaks_a_week_after_talks_was_not_at_them(nlp: Language) -> None:
    """What follows some time after a happening is no part of it."""
    assert events(nlp, "Speaking a week after the talks with Chile, Anna Duval praised them.") == ()


def test_the_day_of_writing_dates_no_event(nlp: Language) -> None:
    """Before the dash stand where and when the article was written."""
    (event,) = events(nlp, "Lima, May 3, 2024 - Chilean President Anna Duval visited France.")
    assert (event.kind, event.date) == ("visit", None)
