"""Connections: every line has its passages, the best corroborated first; a plan is no deed."""

from briefing_book.model import Book, Connection, Reference
from tests.assemble.built import PLAN, Told, book_of, country, person

PINTO, SILVA, PERU = "people/rui-pinto", "people/ana-silva", "countries/peru"


def told(id: str, text: str, day: str = "2031-05-03") -> Told:
    return Told(id, text, day).person("Rui Pinto").person("Ana Silva").country("PE", "Peru")


def ties(book: Book) -> dict[tuple[str, str, str], Connection]:
    return {(each.source, each.relation, each.target): each for each in book.connections}


def test_ranked_by_independent_sources_not_by_copies() -> None:
    story = " ".join(f"Rui Pinto and Ana Silva counted boat{n} and gull{n} together." for n in range(8))
    copies = [told(f"a{n}", story) for n in range(3)]
    others = [told("b", "Rui Pinto loves Peru."), told("c", "Peru, says everybody, bores Rui Pinto.")]
    relations = [(each.source, each.target) for each in book_of(*copies, *others).connections]
    assert relations == [(PERU, PINTO), (SILVA, PINTO)]


def test_what_is_planned_is_not_told_as_done() -> None:
    article = told("a", "Rui Pinto will meet Ana Silva. Ana Silva will visit Peru.")
    article.event("Rui", "meet", "2031-06-01", person("Rui Pinto"), person("Ana Silva"), planned=True)
    article.event("Ana Silva will", "visit", "2031-06", person("Ana Silva"), country("PE"), planned=True)
    found = ties(book_of(article))
    assert (SILVA, "is to meet", PINTO) in found
    assert (SILVA, "is to visit", PERU) in found
    assert not {"meets", "visits"} & {relation for _, relation, _ in found}


def test_who_speaks_about_whom_stands_on_every_quotation_of_it() -> None:
    """A quotation that two articles give is one, and the line shows both."""
    words = "Ana Silva has never told the harbour master of Peru a single lie"
    quoted = [
        told(id, f"Rui Pinto said: “{words}”. {more}") for id, more in (("a", "Gulls."), ("b", "Rain."))
    ]
    book = book_of(*(article.quotation(words, person="Rui Pinto") for article in quoted))
    assert len(book.quotations) == 1
    assert [each.article for each in ties(book)[PINTO, "speaks about", SILVA].passages] == ["a", "b"]


def test_supporting_and_opposing_are_told_of_holder_and_target() -> None:
    article = told("a", "Ana Silva backs the Harbour Paper. Rui Pinto rejects what Ana Silva did.")
    article.position("Ana Silva backs", person("Ana Silva"), "supports", Reference(plan=PLAN.id))
    article.position("Rui Pinto rejects", person("Rui Pinto"), "opposes", person("Ana Silva"))
    found = ties(book_of(article))
    assert found[SILVA, "supports", f"plans/{PLAN.id}"].passages[0].text == "Ana Silva backs"
    assert (PINTO, "opposes", SILVA) in found and (SILVA, "opposes", PINTO) not in found
