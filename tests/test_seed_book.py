"""What the book of the two articles must show: the promises that its readers were given."""

import pytest

from briefing_book.build import Report
from briefing_book.model import Book, BookQuotation, Entity

FIRST = "000_c7e1966979a86c71"
SECOND = "001_b395d3ddefc6bef5"


@pytest.fixture(scope="module")
def book(root_book: tuple[object, Report]) -> Book:
    return root_book[1].book


def of_kind(book: Book, kind: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in book.entities.values() if entity.kind == kind}


def quotation(book: Book, words: str) -> BookQuotation:
    [found] = [q for q in book.quotations if q.direct and words in q.passage.text]
    return found


def speaker(book: Book, words: str) -> str:
    said_by = quotation(book, words).speaker
    return said_by.name if said_by else "nobody"


def test_the_people_are_these_four_and_no_other(book: Book) -> None:
    assert set(of_kind(book, "people")) == {
        "Alexander Lukashenko",
        "Xi Jinping",
        "Li Keqiang",
        "Vladimir Putin",
    }


@pytest.mark.parametrize(
    ("person", "role"),
    [
        ("Alexander Lukashenko", "President of Belarus"),
        ("Alexander Lukashenko", "Belarusian ruler"),
        ("Xi Jinping", "Chinese President"),
        ("Xi Jinping", "head of state"),
        ("Li Keqiang", "Chinese Premier"),
        ("Vladimir Putin", "Russian President"),
    ],
)
def test_a_person_has_the_roles_that_articles_give(book: Book, person: str, role: str) -> None:
    roles = [held.text for held in of_kind(book, "people")[person].roles]
    assert any(role in text for text in roles), roles


def test_short_names_and_full_names_are_one_person(book: Book) -> None:
    people = of_kind(book, "people")
    assert {"Lukashenko", "Alexander Lukashenko"} <= {
        form.text for form in people["Alexander Lukashenko"].forms
    }
    assert {"Xi", "Xi Jinping"} <= {form.text for form in people["Xi Jinping"].forms}


def test_the_countries_are_these_seven_and_no_other(book: Book) -> None:
    assert set(of_kind(book, "countries")) == {
        "Belarus",
        "China",
        "Ukraine",
        "Russia",
        "United States",
        "Iran",
        "Taiwan",
    }


def test_a_country_is_found_by_its_other_names_and_its_cities(book: Book) -> None:
    countries = of_kind(book, "countries")
    assert "PRC" in {form.text for form in countries["China"].forms}
    assert "Tehran" in {form.text for form in countries["Iran"].forms}
    assert "Kyiv" in {form.text for form in countries["Ukraine"].forms}


def test_organisations_are_alliances_and_institutions_and_not_countries_or_wars(book: Book) -> None:
    organisations = of_kind(book, "organisations")
    assert {"NATO", "Shanghai Cooperation Organization"} <= set(organisations)
    assert not {"Belarus", "Cold War", "the Cold War"} & set(organisations)


@pytest.mark.parametrize(
    ("words", "country"),
    [("Foreign Ministry", "countries/china"), ("president's office", "countries/belarus")],
)
def test_an_institution_belongs_to_its_country(book: Book, words: str, country: str) -> None:
    [institution] = [o for name, o in of_kind(book, "organisations").items() if words in name]
    assert institution.country == country


@pytest.mark.parametrize(
    ("words", "said_by"),
    [
        ("fully supports the initiative", "Alexander Lukashenko"),
        ("difficult time that calls for", "Alexander Lukashenko"),
        ("They should aim first and foremost", "Alexander Lukashenko"),
        ("There are no taboo topics", "Alexander Lukashenko"),
        ("We cooperate in all areas", "Alexander Lukashenko"),
        ("to further plan the development", "Li Keqiang"),
        ("We are confident that", "Li Keqiang"),
    ],
)
def test_a_quotation_has_the_speaker_whom_the_article_names(book: Book, words: str, said_by: str) -> None:
    assert speaker(book, words) == said_by


def test_an_office_speaks(book: Book) -> None:
    assert "president's office" in speaker(book, "The focus will be on")


@pytest.mark.parametrize("words", ["Dialogue and negotiation are", "China will continue to play"])
def test_a_document_speaks_too(book: Book, words: str) -> None:
    said_by = quotation(book, words).speaker
    assert said_by and said_by.entity == "plans/china-2023"


def test_the_words_of_a_joint_declaration_have_no_single_speaker(book: Book) -> None:
    assert quotation(book, "a joint declaration to take relations").speaker is None


@pytest.mark.parametrize("words", ["unorthodox", "reasonable", "old friend", "unilateral"])
def test_a_few_quoted_words_are_kept_as_a_fragment(book: Book, words: str) -> None:
    assert words in {q.passage.text for q in book.quotations if q.fragment}


def test_every_point_that_the_second_article_reports_has_its_passage(book: Book) -> None:
    [plan] = book.plans
    reported = {c.point.number for c in plan.points if any(p.article == SECOND for p in c.passages)}
    assert reported == {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}


def test_no_article_reports_the_last_two_points(book: Book) -> None:
    [plan] = book.plans
    assert not [p for c in plan.points if c.point.number > 10 for p in c.passages]


@pytest.mark.parametrize(
    ("point", "article", "words"),
    [(2, SECOND, "NATO"), (4, FIRST, "dialogue between the two countries")],
)
def test_a_passage_stands_under_its_point(book: Book, point: int, article: str, words: str) -> None:
    [coverage] = [c for c in book.plans[0].points if c.point.number == point]
    assert any(words in p.text for p in coverage.passages if p.article == article)


def stances(book: Book) -> set[tuple[str, str]]:
    return {(p.holder.name, p.stance) for p in book.positions if p.target.entity == "plans/china-2023"}


def test_who_supports_the_plan_and_who_criticises_it(book: Book) -> None:
    assert {("Alexander Lukashenko", "supports"), ("Belarus", "supports")} <= stances(book)
    assert any("West" in holder and stance == "opposes" for holder, stance in stances(book))


def test_what_a_country_has_not_condemned_is_no_condemnation(book: Book) -> None:
    assert not [p for p in book.positions if p.holder.name == "China" and p.stance == "opposes"]


@pytest.mark.parametrize(
    ("date", "planned", "who"),
    [
        ("2023-02-28/2023-03-02", True, {"Alexander Lukashenko", "China"}),
        ("2022-09", False, {"Alexander Lukashenko", "Xi Jinping"}),
        ("2023-02-24", False, {"China"}),
        ("2023-03", True, {"Alexander Lukashenko", "Iran"}),
    ],
)
def test_the_timeline_has_the_events_that_are_told(
    book: Book, date: str, planned: bool, who: set[str]
) -> None:
    events = [e for e in book.events if e.date == date and e.planned == planned]
    assert any(who <= {party.name for party in e.participants} for e in events), events


def test_an_undated_article_stays_undated(book: Book) -> None:
    assert book.sources[FIRST].info.published is None
    assert book.sources[SECOND].info.published == "2023-02-25"
