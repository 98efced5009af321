"""Where sources do not agree the book shows each with its passage, and only there."""

from briefing_book.model import Book, Reference
from tests.assemble.built import PLAN, Told, book_of, country, person


def rows(book: Book) -> list[list[tuple[str, str]]]:
    return [[(row.passage.article, row.passage.text) for row in each.rows] for each in book.differences]


def called(id: str, role: str, of: str = "PE") -> Told:
    told = Told(id, f"Peru fell. The {role} Maria Lopes came.").country("PE", "Peru", "Peruvian")
    return told.person("Maria Lopes", role=role, of=of)


def test_different_titles_of_one_person_are_shown() -> None:
    book = book_of(called("a", "Peruvian strongman"), called("b", "President of Peru"))
    assert rows(book) == [[("a", "Peruvian strongman"), ("b", "President of Peru")]]
    assert book.differences[0].about == ("people/maria-lopes",)


def test_one_title_in_other_words_is_no_difference() -> None:
    assert not book_of(called("a", "Peruvian President"), called("b", "President of Peru")).differences


def quoted(id: str, words: str, who: str = "Maria Lopes") -> Told:
    return Told(id, f"{who} spoke of “{words}” there.").person(who).quotation(words, person=who)


def test_the_same_words_told_otherwise_are_shown() -> None:
    book = book_of(
        quoted("a", "thunderproof and enduring"),
        quoted("b", "a solemn promise to build, from now on, an enduring and all-thunder bond"),
    )
    assert [[article for article, _ in each] for each in rows(book)] == [["a", "b"]]


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


def met(id: str, date: str) -> Told:
    told = Told(id, "Maria Lopes met Rui Pinto.").person("Maria Lopes").person("Rui Pinto")
    return told.event("Maria", "meet", date, person("Maria Lopes"), person("Rui Pinto"))


def test_dates_of_one_event_that_do_not_agree_are_shown() -> None:
    (difference,) = book_of(met("a", "2031-05-02"), met("b", "2031-05-03")).differences
    assert [(row.says, row.passage.article) for row in difference.rows] == [
        ("2031-05-02", "a"),
        ("2031-05-03", "b"),
    ]


def test_dates_that_agree_or_lie_far_apart_are_no_difference() -> None:
    assert not book_of(met("a", "2031-05-02"), met("b", "2031-05")).differences
    assert not book_of(met("a", "2031-05-02"), met("b", "2031-09-02")).differences


def test_opposite_reports_of_one_stance_are_shown() -> None:
    def stance(id: str, stance: str) -> Told:
        told = Told(id, "Peru spoke of the paper.").country("PE", "Peru")
        return told.position("Peru spoke", country("PE"), stance, Reference(plan=PLAN.id))

    (difference,) = book_of(stance("a", "supports"), stance("b", "opposes")).differences
    assert [row.says for row in difference.rows] == ["supports", "opposes"]
    assert difference.about == ("countries/peru", f"plans/{PLAN.id}")
