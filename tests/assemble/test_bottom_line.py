"""The bottom line: what independent sources share comes first, each thing once, and no copy is quoted."""

from briefing_book.model import Book
from tests.assemble.built import Told, book_of, country, person

SUNK = "The ferry Aurora sank off Lima on Monday with 40 people."
COLOUR = "Rui Pinto ate an apple and looked at the sky over the harbour."


def told(id: str, *sentences: str, day: str = "2031-05-03") -> Told:
    return Told(id, " ".join(sentences), day).person("Rui Pinto").country("PE", "Lima", "Peru")


def lines(book: Book) -> list[str]:
    return [line.text for line in book.bottom_line]


def test_what_several_sources_report_stands_before_what_one_tells() -> None:
    """Although it stands late in its article; and of a page with nothing else, no more is told than that."""
    own = "Peru sells copper. Lima has a tram. Rui Pinto ate figs. Gulls cried in Peru. Lima slept."
    others = (told(id, "Off Lima the ferry Aurora went down on Monday, 40 people drowned.") for id in "bc")
    book = book_of(told("a", own, SUNK), *others)
    assert [line.text for line in book.bottom_lines["countries/peru"]] == lines(book)
    assert len(lines(book)) == 1 and "Aurora" in lines(book)[0]
    assert not lines(book_of(told("a", own)))


def test_a_line_carries_the_passages_of_others_that_report_the_same() -> None:
    meetings = [
        told(id, f"Rui Pinto met Ana Silva {words}.", day=f"2031-05-0{day}").person("Ana Silva")
        for day, (id, words) in enumerate([("a", "in Lima"), ("b", "at a lake"), ("c", "over fish")], 3)
    ]
    for article in meetings:
        article.event("met", "meet", "2031-05-02", person("Rui Pinto"), person("Ana Silva"))
    (line,) = book_of(*meetings).bottom_line
    assert {line.article, *(each.article for each in line.also)} == {"a", "b", "c"}


def test_no_copy_is_quoted_and_none_counts_as_another_source() -> None:
    long = [f"Word{n} of the long story about Rui Pinto number{n} was told and retold." for n in range(9)]
    original, copy = (told(id, *long, COLOUR).event("Rui", "eat", None, person("Rui Pinto")) for id in "ab")
    book = book_of(original, copy)
    assert book.sources["b"].copy_of == "a"
    assert [line.article for line in book.bottom_line] == ["a"]
    assert lines(book) == lines(book_of(original))


def test_two_sentences_that_say_the_same_are_not_both_chosen() -> None:
    book = book_of(told("a", SUNK), told("b", "On Monday the ferry Aurora sank, off Lima."))
    assert lines(book) == [SUNK]


def test_a_page_opens_with_sentences_about_its_subject() -> None:
    article = told("a", SUNK, "Rui Pinto met Ana Silva.", "Peru has won the cup.").person("Ana Silva")
    article.event("met", "meet", None, person("Rui Pinto"), person("Ana Silva"))
    article.event("Peru has", "win", None, country("PE"))
    book = book_of(article)
    met, won = "Rui Pinto met Ana Silva.", "Peru has won the cup."
    assert [line.text for line in book.bottom_lines["people/ana-silva"]] == [met]
    assert [line.text for line in book.bottom_lines["countries/peru"]] == [won]
    assert lines(book) == [met, won]
