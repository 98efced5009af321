"""What counts as a change of the book, and how it is told."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing_book.changes import lines_of
from briefing_book.editions import (
    History,
    edition_text,
    edition_time,
    first_day,
    load_editions,
    make_edition,
    things_of,
)
from briefing_book.errors import BookError
from briefing_book.model import ArticleCorrection, Corrections, Edition, Merge, Reject, Rename
from briefing_book.render.edition_words import edition_name, gone_lines, in_numbers
from tests.assemble.built import book_of
from tests.editions.stories import FIRST, Builds, first, second


@pytest.fixture
def builds() -> Builds:
    return Builds()


def news(builds: Builds, thing: object) -> bool:
    """Whether something is told as new."""
    return builds.history.is_new(thing)


def test_the_first_edition_holds_all_and_a_book_without_articles_has_none(builds: Builds) -> None:
    assert builds.build() is None
    made = builds.build(first())
    assert made
    assert made.number == 1
    assert (
        in_numbers(made.holds, held=True) == "1 article, 2 people, 1 quotation, 1 event and 1 reported point"
    )
    assert not any(news(builds, each) for each in (*builds.book.events, "porto", "people/rosa-lima"))


def test_a_build_that_changes_nothing_makes_no_edition(builds: Builds) -> None:
    builds.build(first())
    assert builds.build(first()) is None
    assert builds.build(first(), first("porto-again")) is not None
    assert builds.build(first("porto-again"), first()) is None


def test_an_article_brings_what_nobody_had_told_yet(builds: Builds) -> None:
    builds.build(first())
    made = builds.build(first(), second())
    assert made
    brought = builds.history.chapter(made)
    assert in_numbers(brought.counts) == (
        "1 article, 1 person, 1 quotation, 1 newly reported point and 1 difference"
    )
    assert brought.articles == ("brandt",)
    assert [each.name for each in brought.people] == ["Ines Brandt"]
    assert [each.passage.article for each in brought.quotations] == ["brandt"]
    assert [each.point.number for each in brought.points] == [2]


def test_a_fact_is_not_new_because_another_article_tells_it_or_somebody_joins_it(builds: Builds) -> None:
    builds.build(first())
    builds.build(first(), second())
    (event,) = builds.book.events
    assert len(event.participants) == 3
    assert not news(builds, event)
    assert [news(builds, each) for each in builds.book.quotations] == [
        each.passage.article == "brandt" for each in builds.book.quotations
    ]


def test_a_copy_brings_an_article_and_nothing_else(builds: Builds) -> None:
    builds.build(first())
    made = builds.build(first(), first("copy"))
    assert made
    assert in_numbers(builds.history.chapter(made).counts) == "1 article"


def test_a_correction_is_told_with_its_why_and_is_no_news_of_people_or_facts(builds: Builds) -> None:
    builds.build(first(), second())
    why = "the paper calls her by her husband's name"
    merge = Merge(names=("Rosa Lima", "Ines Brandt"), into="Rosa Lima", why=why)
    made = builds.build(first(), second(), corrections=Corrections(merge=(merge,)))
    assert made
    brought = builds.history.chapter(made)
    assert brought.corrections == (f"“Rosa Lima” and “Ines Brandt” are one, told as Rosa Lima: {why}",)
    assert in_numbers(brought.counts) == "1 correction"
    assert [(each.name, each.to) for each in brought.gone] == [("Ines Brandt", "people/rosa-lima")]
    assert list(gone_lines(builds.book, brought)) == ["Person: Ines Brandt, now told as Rosa Lima"]


def test_a_correction_is_told_once_however_its_why_is_written_and_again_when_taken_back(
    builds: Builds,
) -> None:
    dated = ArticleCorrection(article="porto", published="2031-05-02", why="the page says so")
    builds.build(first(), corrections=Corrections(articles=(dated,)))
    better = replace(dated, why="the page says so at its end", who="AB")
    assert builds.build(first(), corrections=Corrections(articles=(better,))) is None
    made = builds.build(first())
    assert made
    (gone,) = gone_lines(builds.book, builds.history.chapter(made))
    assert gone == "No longer applied: The article “porto” is of 2 May 2031: the page says so"


def test_a_correction_that_applies_to_nothing_is_not_told(builds: Builds) -> None:
    nobody = Corrections(
        rename=(Rename(name="Nobody at all", to="Somebody"),),
        reject=(Reject(article="porto", kind="quotations", text="What nobody said"),),
        merge=(Merge(names=("Rosa Lima", "Nobody else"), into="Rosa Lima"),),
    )
    builds.build(first())
    assert builds.build(first(), corrections=nobody) is None
    made = builds.build(
        first(), corrections=replace(nobody, rename=(Rename(name="Rosa Lima", to="R. Lima"),))
    )
    assert made
    assert builds.history.chapter(made).corrections == ("“Rosa Lima” is now told as R. Lima.",)


def test_what_is_rejected_is_counted_as_gone(builds: Builds) -> None:
    builds.build(first())
    reject = Reject(
        article="porto", kind="quotations", text="The ports of the whole coast will open on Friday,"
    )
    made = builds.build(first(), corrections=Corrections(reject=(reject,)))
    assert made
    brought = builds.history.chapter(made)
    assert brought.fewer == {"quotations": 1}
    assert brought.corrections[0].startswith("A quotation is taken out as wrong: “The ports of the whole")


def test_an_article_that_is_taken_away_is_told_by_its_title(builds: Builds) -> None:
    builds.build(first(), second())
    made = builds.build(first())
    assert made
    told = list(gone_lines(builds.book, builds.history.chapter(made)))
    assert told[:2] == ["Article: brandt", "Person: Ines Brandt"]
    assert told[2] == "Not reported any more: The Harbour Paper, point 2: Clearing mines"
    assert told[3] == "1 quotation and 1 difference of before: not told any more, or told as one with others"


def test_an_edited_article_is_a_new_version_and_only_its_new_words_are_news(builds: Builds) -> None:
    builds.build(first())
    made = builds.build(first(text=f"{FIRST} It rained."))
    assert made
    brought = builds.history.chapter(made)
    assert brought.versions == ("porto",)
    assert in_numbers(brought.counts) == "1 new version of an article"
    assert not brought.gone


def test_editions_since_a_day_are_told_together_without_what_came_and_went(builds: Builds) -> None:
    builds.build(first())
    builds.build(first(), second())
    builds.build(first())
    builds.build(first(), first("copy"))
    brought = builds.history.since(date(2031, 5, 2))
    assert brought.articles == ("copy",)
    assert not brought.people
    assert not brought.gone
    assert not builds.history.since(date(2031, 5, 5))
    told = lines_of(builds.book, brought, "2031-05-02")
    assert told.splitlines() == ["Since 2 May 2031: 1 article.", "New articles:", "  copy (4 May 2031)"]
    assert lines_of(builds.book, builds.history.since(date(2031, 5, 5)), "2031-05-05") == (
        "Nothing has changed since 5 May 2031."
    )


def test_nothing_that_an_article_says_moves_a_terminal(builds: Builds) -> None:
    builds.build(first())
    title = "\x1b[2J\u202eevil\r\ntwo"
    named = replace(builds.book.sources["porto"].info, title=title)
    source = replace(builds.book.sources["porto"], info=named)
    book = replace(builds.book, sources={"porto": source})
    told = lines_of(book, builds.history.since(date(2031, 1, 1)), "2031")
    assert all(line.isprintable() for line in told.splitlines())


@pytest.mark.parametrize(("since", "day"), [("2031-05-02", 2), ("2031-05", 1)])
def test_a_day_a_month_or_a_year_says_since_when(since: str, day: int) -> None:
    assert first_day(since) == date(2031, 5, day)


@pytest.mark.parametrize("since", ["yesterday", "2031-13", "2031-05-02/..", "", "203X"])
def test_what_is_no_date_is_refused_with_one_that_is(since: str) -> None:
    with pytest.raises(BookError, match="2026-11-01"):
        first_day(since)


# ── the files ────────────────────────────────────────────────────────────────────────────────────────────


def written(root: Path, editions: list[Edition]) -> None:
    (root / "editions").mkdir(exist_ok=True)
    for edition in editions:
        (root / "editions" / f"{edition.number}.yml").write_text(edition_text(edition), encoding="utf-8")


def test_an_edition_is_read_as_it_was_written(builds: Builds, tmp_path: Path) -> None:
    builds.build(first())
    made = builds.build(first(), second())
    assert made
    odd = replace(
        made, came={"articles": {"007": "null", "1e5": "*x: #y'\n\x07"}}, marked={"events": "123456789012"}
    )
    written(tmp_path, [builds.editions[0], odd])
    loaded = load_editions(tmp_path)
    assert loaded.editions == (builds.editions[0], odd)
    assert not loaded.problems


@pytest.mark.parametrize("broken", ["date: [", "date: soon\n", "came: 3\n", None])
def test_a_broken_or_missing_edition_is_named_and_the_others_are_told(
    builds: Builds, tmp_path: Path, broken: str | None
) -> None:
    builds.build(first())
    builds.build(first(), second())
    builds.build(first(), second(), first("copy"))
    written(tmp_path, builds.editions)
    file = tmp_path / "editions" / "2.yml"
    file.unlink() if broken is None else file.write_text(broken)
    made = make_edition(tmp_path, builds.book, {}, edition_time)
    (problem,) = made.problems
    assert str(file) in problem
    assert "\n" not in problem
    assert made.file is None
    assert [edition.number for edition in made.history.editions] == [1, 3]
    assert made.history.is_new("copy")
    assert not made.history.is_new("brandt")


def test_an_edition_is_dated_by_source_date_epoch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1677400000")
    made = make_edition(tmp_path, book_of(first()), {}, edition_time)
    assert made.file
    assert made.file[0] == "editions/1.yml"
    assert "\ndate: '2023-02-26T08:26:40Z'\n" in made.file[1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 30)
    with pytest.raises(BookError, match="SOURCE_DATE_EPOCH"):
        make_edition(tmp_path, book_of(first()), {}, edition_time)


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (1, "First"),
        (12, "Twelfth"),
        (13, "13th"),
        (21, "21st"),
        (112, "112th"),
        (122, "122nd"),
        (1003, "1,003rd"),
    ],
)
def test_editions_are_numbered_in_words(builds: Builds, number: int, name: str) -> None:
    made = builds.build(first())
    assert made
    assert edition_name(replace(made, number=number)) == f"{name} edition"


def test_an_article_whose_seed_was_renamed_is_neither_new_nor_gone(builds: Builds) -> None:
    builds.build(first(), second())
    facts, _ = first("harbour").done()
    title = builds.book.sources["porto"].info.title
    moved = first("harbour")
    moved.info = replace(facts.article, title=title)
    made = builds.build(moved, second())
    assert made
    assert not builds.history.chapter(made)
    assert not builds.history.since(made.date.date())
    assert not news(builds, "harbour")


def test_what_an_edition_quoted_is_withheld_where_articles_are(builds: Builds) -> None:
    reject = Reject(article="porto", kind="events", text=first().done()[0].events[0].text)
    builds.build(first())
    made = builds.build(first(), corrections=Corrections(reject=(reject,)))
    assert made
    (told,) = builds.history.chapter(made).corrections
    book = replace(builds.book, publish="passages")
    history = History(book, things_of(book, {}), builds.history.editions)
    assert reject.text in told
    assert history.chapter(made).corrections == ("A correction of what an article says",)
