"""Where sources do not agree the book shows each with its passage, and only there."""

import pytest

from briefing_book.model import Book, Difference, Plan, Point, Reference
from tests.assemble.built import PLAN, Told, book_of, country, person

OTHERWISE = {
    "a": "Gulls rose over the quay while the band played on and children waved small flags.",
    "b": "Rain fell that night. Few had expected the news, and the markets opened lower the next day.",
    "c": "Old ferries lay idle; their crews spoke of better years, of copper and of cheap grain.",
}
"""What makes two articles independent: a copy of another is no source of its own."""


def told(id: str, text: str, published: str | None = None) -> Told:
    return Told(id, f"{text} {OTHERWISE[id]}", published)


def of_kind(book: Book, kind: str) -> list[Difference]:
    return [each for each in book.differences if each.kind == kind]


def rows(book: Book, kind: str) -> list[list[tuple[str, str]]]:
    return [[(row.passage.article, row.passage.text) for row in each.rows] for each in of_kind(book, kind)]


def says(book: Book, kind: str) -> list[list[str]]:
    return [[row.says for row in each.rows] for each in of_kind(book, kind)]


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────


def called(id: str, role: str, of: str | None = "PE") -> Told:
    article = told(id, f"Peru fell. The {role} Maria Lopes came.").country("PE", "Peru", "Peruvian")
    return article.person("Maria Lopes", role=role, of=of)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peruvian strongman", "President of Peru"),
        ("Peruvian head of state", "President of Peru"),
        ("Peruvian vice president", "President of Peru"),
        ("self-proclaimed President of Peru", "President of Peru"),
    ],
)
def test_different_titles_of_one_person_are_shown(one: str, other: str) -> None:
    book = book_of(called("a", one), called("b", other))
    assert rows(book, "names") == [[("a", one), ("b", other)]]
    assert book.differences[0].about == ("people/maria-lopes",)


def test_a_title_that_judges_differs_whether_or_not_it_names_the_country() -> None:
    assert of_kind(book_of(called("a", "dictator", None), called("b", "President of Peru")), "names")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peruvian President", "President of Peru"),
        ("former President of Peru", "President of Peru"),
        ("Peruvian minister", "Foreign Minister of Peru"),
        ("Peruvian premier", "prime minister of Peru"),
    ],
)
def test_one_title_in_other_words_is_no_difference(one: str, other: str) -> None:
    assert not book_of(called("a", one), called("b", other)).differences


def test_two_offices_that_one_person_may_hold_are_no_difference() -> None:
    assert not book_of(called("a", "party chairwoman", None), called("b", "President of Peru")).differences


def test_a_title_that_both_sources_use_is_no_difference() -> None:
    both = told("a", "The Peruvian ruler spoke. President of Peru Maria Lopes and ruler Maria Lopes left.")
    both.country("PE", "Peru", "Peruvian").person("Maria Lopes", role="President of Peru", of="PE")
    assert not of_kind(book_of(both, called("b", "President of Peru")), "names")


def named(id: str, name: str) -> Told:
    return told(id, f"Later {name} went home.").person(name)


def test_spellings_of_one_name_are_shown() -> None:
    book = book_of(named("a", "Anton Lukashenko"), named("b", "Anton Lukashenka"))
    assert rows(book, "names") == [[("a", "Anton Lukashenko"), ("b", "Anton Lukashenka")]]


def test_two_names_of_one_place_are_shown_and_its_demonym_is_none() -> None:
    burma = told("a", "They came from Burma.").country("MM", "Burma")
    assert rows(book_of(burma, told("b", "They left Myanmar.").country("MM", "Myanmar")), "names") == [
        [("a", "Burma"), ("b", "Myanmar")]
    ]
    adjective = told("b", "Burmese rice is cheap.").country("MM", "Burmese", kind="demonym")
    assert not book_of(burma, adjective).differences


def plan_called(id: str, name: str) -> Told:
    return told(id, f"Then came the {name} of the islanders.").plan(name)


def test_what_sources_call_a_plan_is_shown() -> None:
    book = book_of(plan_called("a", "peace plan"), plan_called("b", "12-point position paper"))
    assert rows(book, "names") == [[("a", "peace plan"), ("b", "12-point position paper")]]
    assert not book_of(plan_called("a", "peace plan"), plan_called("b", "12-point peace plan")).differences


# ── wording ──────────────────────────────────────────────────────────────────────────────────────────────


def quoted(id: str, words: str, who: str = "Maria Lopes") -> Told:
    return told(id, f"{who} spoke of “{words}” there.").person(who).quotation(words, person=who)


def test_the_same_words_told_otherwise_are_shown() -> None:
    book = book_of(
        quoted("a", "thunderproof and enduring"),
        quoted("b", "a solemn promise to build, from now on, an enduring and all-thunder bond"),
    )
    assert [[article for article, _ in each] for each in rows(book, "wording")] == [["a", "b"]]
    assert book.differences[0].topic == "Maria Lopes: “thunderproof and enduring”, told otherwise"


def test_a_shorter_cut_of_the_same_words_is_no_difference() -> None:
    whole = "we shall sail through every harbour of the coast"
    assert not book_of(quoted("a", whole), quoted("b", "sail through every harbour")).differences


def test_words_of_different_people_are_not_compared() -> None:
    first = quoted("a", "stormproof and enduring bond", "Maria Lopes")
    second = quoted("b", "an enduring, stormproof bond", "Rui Pinto")
    assert not book_of(first, second).differences


def test_two_speeches_on_one_matter_are_no_difference() -> None:
    """Longer quotations are the same words only where these stand in the same order."""
    first = quoted("a", "ships from Peru will carry wheat through open harbours to hungry islands")
    second = quoted("b", "hungry islands need wheat, and open harbours let Peru carry it with its ships")
    assert not book_of(first, second).differences


# ── dates and places ─────────────────────────────────────────────────────────────────────────────────────


def met(id: str, date: str, published: str | None = None, **more: str) -> Told:
    article = told(id, f"Maria Lopes met Rui Pinto in {more.get('where', 'private')}.", published)
    article.person("Maria Lopes").person("Rui Pinto")
    return article.event("Maria", "meet", date, person("Maria Lopes"), person("Rui Pinto"), **more)


def test_dates_of_one_event_that_do_not_agree_are_shown() -> None:
    book = book_of(met("a", "2031-05-02"), met("b", "2031-05-03"))
    assert says(book, "dates") == [["2031-05-02", "2031-05-03"]]


@pytest.mark.parametrize("other", ["2031-05", "2031-09-02", "2031-05-05/2031-05-11"])
def test_dates_that_agree_lie_far_apart_or_are_only_a_week_are_no_difference(other: str) -> None:
    assert not of_kind(book_of(met("a", "2031-05-02"), met("b", other)), "dates")


def test_an_article_cannot_tell_of_what_happened_after_it() -> None:
    book = book_of(met("a", "2031-05-02", "2031-05-02"), met("b", "2031-05-06", "2031-05-07"))
    assert not of_kind(book, "dates")


def held(id: str, where: str, *places: tuple[str, str, str]) -> Told:
    article = met(id, "2031-05-02", where=where)
    for code, name, kind in places:
        article.country(code, name, kind=kind)
    return article


LIMA = ("Lima", ("PE", "Lima", "place"))
TRUJILLO = ("the city of Trujillo", ("PE", "Trujillo", "place"))


def test_towns_far_apart_for_one_event_are_shown() -> None:
    book = book_of(held("a", *LIMA), held("b", *TRUJILLO))
    assert rows(book, "places") == [[("a", "Lima"), ("b", "the city of Trujillo")]]
    assert book.differences[0].topic == "Place of the meeting (Maria Lopes, Rui Pinto, 2 May 2031)"


@pytest.mark.parametrize(
    "other",
    [
        ("Peru", ("PE", "Peru", "name")),
        ("Callao", ("PE", "Callao", "place")),
        ("the Trujillo region", ("PE", "Trujillo", "place")),
        ("the old palace",),
    ],
)
def test_places_that_may_both_be_right_are_no_difference(other: tuple) -> None:
    assert not of_kind(book_of(held("a", *LIMA), held("b", *other)), "places")


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────


def killed(id: str, words: str, value: str, bound: str = "exactly", **more: str) -> Told:
    town, day = more.get("town", "Trujillo"), more.get("day", "2031-05-02")
    verb = more.get("verb", "killed")
    article = told(id, f"A storm wave at the harbour of {town} {verb} {words}, rescuers there said.", day)
    return article.country("PE", town, kind="place").quantity(words, value, more.get("of", "people"), bound)


def test_numbers_of_one_happening_that_do_not_agree_are_shown() -> None:
    book = book_of(killed("a", "12 people", "12"), killed("b", "at least 15 people", "15", "at least"))
    assert says(book, "numbers") == [["12", "at least 15"]]
    assert book.differences[0].topic == "Number of people killed (Trujillo)"


PLACED = (("a", "12", "Yarovsky"), ("b", "15", "Yarovskiy"))


def test_numbers_of_one_town_spelled_otherwise_are_compared() -> None:
    first, second = (killed(id, f"{n} people", n, town=town) for id, n, town in PLACED)
    assert says(book_of(first, second), "numbers") == [["12", "15"]]


@pytest.mark.parametrize(
    ("words", "value", "bound", "other", "more"),
    [
        ("at least 12 people", "12", "at least", "15", {}),
        ("about 30 people", "30", "about", "28", {}),
        ("1,200 people", "1200", "exactly", "1184", {}),
        ("12 people", "12", "exactly", "15", {"verb": "injured"}),
        ("12 people", "12", "exactly", "15", {"town": "Lima"}),
        ("12 people", "12", "exactly", "15", {"day": "2031-06-20"}),
        ("12 soldiers", "12", "exactly", "15", {"of": "soldier"}),
        ("12 people", "12", "exactly", "15", {"verb": "killed another"}),
        ("12 people", "12", "exactly", "15", {"verb": "took hostage"}),
        ("12 people", "12", "exactly", "1500", {}),
    ],
)
def test_numbers_that_may_both_be_right_are_no_difference(
    words: str, value: str, bound: str, other: str, more: dict[str, str]
) -> None:
    """They agree, or count something else, somebody else, or what happened elsewhere or later."""
    first = killed("a", words, value, bound, **more)
    assert not of_kind(book_of(first, killed("b", f"{other} people", other)), "numbers")


def test_hostages_that_are_taken_and_hostages_that_are_freed_are_two_matters() -> None:
    taken, freed, fewer = (
        killed(id, f"{number} hostages", number, verb=verb, of="hostage")
        for id, number, verb in (
            ("a", "40", "made guards who seized"),
            ("b", "9", "freed"),
            ("c", "7", "freed"),
        )
    )
    assert not of_kind(book_of(taken, freed), "numbers")
    assert says(book_of(taken, freed, fewer), "numbers") == [["9", "7"]]


def test_more_than_a_hundred_and_ninety_do_not_agree() -> None:
    first = killed("a", "more than 100 people", "100", "at least")
    assert says(book_of(first, killed("b", "90 people", "90")), "numbers") == [["at least 100", "90"]]


def test_a_source_that_gives_the_others_number_too_does_not_differ() -> None:
    both = told("a", "The wave at the harbour of Trujillo killed 12 people. Trujillo had 15 people dead.")
    both = Told("a", both.text, "2031-05-02").country("PE", "Trujillo", kind="place")
    both.quantity("12 people", "12", "people").quantity("15 people", "15", "people")
    assert not of_kind(book_of(both, killed("b", "15 people", "15")), "numbers")


# ── positions and plans ──────────────────────────────────────────────────────────────────────────────────


def stance(id: str, stance: str) -> Told:
    article = told(id, "Peru spoke of the paper.").country("PE", "Peru")
    return article.position("Peru spoke", country("PE"), stance, Reference(plan=PLAN.id))


def test_opposite_reports_of_one_stance_are_shown() -> None:
    book = book_of(stance("a", "supports"), stance("b", "opposes"))
    assert says(book, "positions") == [["supports", "opposes"]]
    assert book.differences[0].about == ("countries/peru", f"plans/{PLAN.id}")


LONG_PLAN = Plan(
    id="reef-2031",
    title="The Reef Paper",
    author="PT",
    date="2031-03-01",
    points=tuple(Point(number, f"Point {number}", "It says so.") for number in range(1, 7)),
)


def reports(id: str, *points: int) -> Told:
    article = told(id, "The paper " + ", ".join(f"asks for thing{point}" for point in points) + ".")
    for point in points:
        article.provision(f"asks for thing{point}", point, LONG_PLAN.id)
    return article


def test_what_a_source_leaves_out_of_a_plan_is_shown_with_its_first_passage() -> None:
    """What no source reports is left out by none; a source of which no provision is known is not judged."""
    silent = told("c", "The paper is out.").plan("paper", LONG_PLAN.id)
    book = book_of(reports("a", 4), reports("b", 1, 2, 3, 5), silent, plans=(LONG_PLAN,))
    assert says(book, "plans") == [["points 1–3, 5, not 4", "point 4, not 1–3, 5"]]
    assert rows(book, "plans") == [[("b", "asks for thing1"), ("a", "asks for thing4")]]


def test_sources_that_report_the_same_points_do_not_differ() -> None:
    assert not of_kind(book_of(reports("a", 1, 2), reports("b", 2, 1), plans=(LONG_PLAN,)), "plans")


# ── sources ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_copy_is_no_source_that_differs() -> None:
    """Two texts that are one but for a number are one source."""
    body = " ".join(OTHERWISE.values())
    copies = [
        Told(id, f"The wave at the harbour of Trujillo killed {number} people. {body}", "2031-05-02")
        .country("PE", "Trujillo", kind="place")
        .quantity(f"{number} people", number, "people")
        for id, number in (("a", "12"), ("b", "15"))
    ]
    assert not of_kind(book_of(*copies), "numbers")
