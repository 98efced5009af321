"""Events of several articles stand once, in time order, with every sentence that reports them."""

import pytest

from briefing_book.assemble import edtf
from briefing_book.model import Reference
from tests.assemble.built import Told, book_of, country, person


def visit(
    id: str,
    date: str | None,
    *who: Reference,
    kind: str = "visit",
    planned: bool = False,
    published: str | None = None,
    **words: str | None,
) -> Told:
    text = "Maria Lopes and Rui Pinto and Ana Sousa saw Peru and Cuba and Chile in early May."
    told = Told(id, text, published).country("PE", "Peru").country("CU", "Cuba").country("CL", "Chile")
    for name in ("Maria Lopes", "Rui Pinto", "Ana Sousa"):
        told.person(name)
    return told.event("Maria", kind, date, *who, planned=planned, **words)


LOPES, PINTO, SOUSA = person("Maria Lopes"), person("Rui Pinto"), person("Ana Sousa")
PERU, CUBA, CHILE = country("PE"), country("CU"), country("CL")


def test_an_event_of_two_articles_is_one_with_both_passages() -> None:
    """What says less of date and participants joins the event it fits; and has happened if one says so."""
    book = book_of(
        visit("a", "2031-05-02", LOPES, PERU, planned=True), visit("b", "2031-05", LOPES, PINTO, kind="trip")
    )
    (event,) = book.events
    assert (event.date, event.planned) == ("2031-05-02", False)
    assert [party.name for party in event.participants] == ["Maria Lopes", "Peru", "Rui Pinto"]
    assert [passage.article for passage in event.passages] == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (visit("a", "2031-05-02", LOPES, PERU), visit("b", "2031-05-03", LOPES, PERU)),
        (visit("a", "2031-05-02", LOPES, PERU), visit("b", "2031-05-02", LOPES, PERU, kind="attack")),
        (visit("a", "2031-05-02", PERU, CUBA), visit("b", "2031-05-02", PERU, CHILE)),
        (visit("a", "2031-05-02", LOPES, PINTO), visit("b", "2031-05-02", LOPES, SOUSA)),
        (visit("a", None, LOPES, PINTO), visit("b", None, LOPES, PINTO)),
    ],
    ids=["another day", "another kind", "another country", "another person", "undated"],
)
def test_different_events_stay_apart(one: Told, other: Told) -> None:
    assert len(book_of(one, other).events) == 2


def test_a_day_within_a_longer_visit_is_of_that_visit() -> None:
    stay = visit("a", "2031-02-28/2031-03-02", LOPES, PERU)
    (event,) = book_of(stay, visit("b", "2031-03-01", LOPES, PERU)).events
    assert event.date == "2031-02-28/2031-03-02"


def test_a_visit_of_last_week_is_the_one_on_its_days() -> None:
    """The week says less than the days, whichever article it stands in."""
    week = visit("a", "2031-05-05/2031-05-11", LOPES, PERU)
    (event,) = book_of(week, visit("b", "2031-05-06/2031-05-08", LOPES, PERU)).events
    assert event.date == "2031-05-06/2031-05-08"


def test_a_meeting_told_by_two_words_of_a_sentence_is_one() -> None:
    """“met on the sidelines of a summit” is one event; two meetings of different people on a day are two."""
    told = visit("a", "2031-05-02", LOPES, PINTO, kind="meet").organisation("Peru")
    told.event("Maria", "summit", "2031-05-02", Reference(organisation="Peru"))
    (event,) = book_of(told).events
    assert [party.name for party in event.participants] == ["Maria Lopes", "Rui Pinto", "Peru"]
    two = visit("a", "2031-05-02", LOPES, PINTO, kind="meet")
    assert len(book_of(two.event("Maria", "talk", "2031-05-02", SOUSA, CUBA)).events) == 2


def test_reports_that_fit_each_other_are_one_event() -> None:
    """A report that says little joins two that may well be one: these are."""
    days = [visit("a", "2031-05-05/2031-05-11", LOPES, PERU), visit("b", "2031-05-06", LOPES, PERU, PINTO)]
    (event,) = book_of(*days, visit("c", "2031-05", LOPES, PERU)).events
    assert event.date == "2031-05-06"


def test_a_month_that_fits_two_events_joins_neither() -> None:
    days = [visit("a", "2031-05-02", LOPES, PERU), visit("b", "2031-05-20", LOPES, PERU)]
    assert len(book_of(*days, visit("c", "2031-05", LOPES, PERU)).events) == 3


def test_an_undated_report_joins_the_only_event_of_those_days() -> None:
    """An article from within some days of a meeting that leaves out its date tells of that meeting."""
    dated = visit("a", "2031-05-02", LOPES, PERU, kind="meet", published="2031-05-03")
    undated = visit("b", None, LOPES, PERU, PINTO, kind="talk", published="2031-05-04")
    (event,) = book_of(dated, undated).events
    assert (event.date, [passage.article for passage in event.passages]) == ("2031-05-02", ["a", "b"])


@pytest.mark.parametrize(
    "undated",
    [
        visit("b", None, LOPES, PERU, published="2031-06-04"),
        visit("b", None, LOPES, PERU, published="2031-05-01"),
        visit("b", None, LOPES, PERU, planned=True, published="2031-05-04"),
        visit("b", None, LOPES, PERU, kind="attack", published="2031-05-04"),
        visit("b", None, LOPES, CHILE, published="2031-05-04"),
        visit("b", None, LOPES, published="2031-05-04"),
        visit("b", None, LOPES, PERU),
    ],
    ids=["much later", "before it", "still to come", "another kind", "one party", "only one", "no day"],
)
def test_an_undated_report_of_something_else_stays_apart(undated: Told) -> None:
    assert len(book_of(visit("a", "2031-05-02", LOPES, PERU), undated).events) == 2


def test_an_undated_report_that_fits_two_events_joins_neither() -> None:
    days = [visit("a", "2031-05-02", LOPES, PERU), visit("b", "2031-05-06", LOPES, PERU)]
    assert len(book_of(*days, visit("c", None, LOPES, PERU, published="2031-05-07")).events) == 3


def test_two_events_that_an_article_tells_apart_stay_two() -> None:
    """Where an article dates one meeting and not the other, the other is another one."""
    told = visit("a", "2031-05-02", LOPES, PERU, published="2031-05-04")
    told.event("Maria", "visit", None, LOPES, PERU, PINTO)
    assert len(book_of(told, visit("b", "2031-05-02", LOPES, PERU)).events) == 2


def test_an_event_is_in_the_places_that_its_reports_give() -> None:
    """The place of most articles stands first, and each article's place once."""
    articles = [
        visit(id, "2031-05-02", LOPES, PINTO, where=where)
        for id, where in (("a", "Chile"), ("b", "Peru"), ("c", "Peru"), ("d", None))
    ]
    (event,) = book_of(*articles).events
    assert [(place.text, place.article) for place in event.places] == [
        ("Peru", "b"),
        ("Peru", "c"),
        ("Chile", "a"),
    ]


def test_an_inexact_date_keeps_its_articles_words() -> None:
    """ "Early May" is more than "May 2031" says; an exact day needs no other words."""
    (vague,) = book_of(visit("a", "2031-05", LOPES, PERU, when="early May")).events
    assert (vague.date, vague.when and vague.when.text) == ("2031-05", "early May")
    vaguer = visit("a", "2031-05", LOPES, PERU, when="early May")
    (exact,) = book_of(vaguer, visit("b", "2031-05-02", LOPES, PERU, when="early May")).events
    assert (exact.date, exact.when) == ("2031-05-02", None)


def test_a_day_that_is_not_exactly_meant_is_that_day_where_another_article_says_so() -> None:
    about = visit("a", "2031-05-02~", LOPES, PERU)
    assert [event.date for event in book_of(about).events] == ["2031-05-02~"]
    (event,) = book_of(about, visit("b", "2031-05-02", LOPES, PERU)).events
    assert event.date == "2031-05-02"


def test_events_stand_in_time_order_with_the_undated_last() -> None:
    dates = [None, "2031-05-20", "2031-05-02/2031-05-04", "2030"]
    articles = [visit(f"a{n}", date, LOPES, PERU) for n, date in enumerate(dates)]
    assert [event.date for event in book_of(*articles).events] == [*reversed(dates[1:]), None]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-05-02", "2031-05-02", "2031-05-02"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2031?", "2031-01-01", "2031-12-31"),
        ("203X", "2030-01-01", "2039-12-31"),
        ("2031-21", "2031-03-01", "2031-05-31"),
        ("2031-02-28/2031-03-02", "2031-02-28", "2031-03-02"),
        ("2031-05-02/..", "2031-05-02", "9999-12-31"),
    ],
)
def test_the_bounds_of_a_date(value: str, first: str, last: str) -> None:
    bounds = edtf.bounds(value)
    assert bounds and [day.isoformat() for day in bounds] == [first, last]


@pytest.mark.parametrize("value", ["", "soon", "2031-13", "2031-02-30", "2031-05/2031-04", "/", "٣"])
def test_what_is_no_date_has_no_bounds_and_harms_nothing(value: str) -> None:
    assert edtf.bounds(value) is None or value in ("/", "٣")
    assert len(book_of(visit("a", value, LOPES, PERU), visit("b", value, LOPES, PERU)).events) >= 1
