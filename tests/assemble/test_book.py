"""The book as a whole: every passage is a slice, in a sensible order, whatever order the articles came in."""

import pickle
from collections.abc import Callable, Iterator

import msgspec
import pytest
import yaml

from briefing_book.assemble.doubtful_names import NEVER_FULL, TWO_KINDS
from briefing_book.assemble.doubts import UNDATED, UNPLACED
from briefing_book.model import Book, Corrections, Reference, Reject
from tests.assemble.built import PLAN, Told, book_of, country, doubt_kinds, names, person


def articles() -> list[Told]:
    first = Told(
        "a",
        "Peruvian president Maria Lopes met Rui Pinto in Lima. Lopes said “Cuba must open its ports”. "
        "Nothing else was heard. Peru backs the Harbour Paper. It urges ships to sail, and songs.",
        "2031-05-03",
    )
    first.person("Maria Lopes", "Lopes", role="Peruvian president", of="PE").person("Rui Pinto")
    first.country("PE", "Peruvian", "Lima", "Peru").country("CU", "Cuba")
    first.quotation("Cuba must open its ports", person="Maria Lopes").plan("the Harbour Paper")
    first.event("met", "meet", "2031-05-02", person("Maria Lopes"), person("Rui Pinto"))
    first.position("Peru backs the Harbour Paper", country("PE"), "supports", Reference(plan=PLAN.id))
    first.provision("urges ships to sail", 1).provision("songs", None)
    second = (
        Told("b", "It rained. President Lopes met Rui Pinto. Sousa sang.").person("Lopes").person("Rui Pinto")
    )
    second.person("Sousa").event("met", "meet", "2031-05", person("Lopes"), person("Rui Pinto"))
    return [first, second]


def passages(thing: object) -> Iterator[dict]:
    if isinstance(thing, dict):
        if "sentence" in thing:
            yield thing
        for value in thing.values():
            yield from passages(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from passages(value)


def test_what_forks_work_out_can_be_sent_and_makes_the_same_book(monkeypatch: pytest.MonkeyPatch) -> None:
    def sent(work: Callable[[], object]) -> Callable[[], object]:
        data = pickle.dumps(work())
        return lambda: pickle.loads(data)

    book = book_of(*articles())
    monkeypatch.setattr("briefing_book.assemble.beside", sent)
    assert book_of(*articles()) == book


def test_every_passage_is_a_slice_of_its_sentence() -> None:
    book = book_of(*articles())
    found = list(passages(msgspec.to_builtins(book)))
    assert len(found) > 30
    for each in found:
        source = book.sources[each["article"]]
        start, end = source.sentences[each["sentence"] - 1]
        assert source.text[each["start"] : each["end"]] == each["text"]
        assert start <= each["start"] < end


def test_the_order_in_which_articles_come_changes_nothing() -> None:
    """The dated articles stand in time order, the undated last."""
    book = book_of(*articles())
    assert book_of(*reversed(articles())) == book
    assert list(book.sources) == ["a", "b"]


def test_a_book_of_nothing_is_a_book() -> None:
    book = book_of(plans=())
    assert book == Book("Briefing book", {}, {}, (), (), (), (), (), (), (), ())


def test_an_entity_has_a_page_when_there_is_something_to_read() -> None:
    """A role, a quotation, an event, a position, or two articles; a bare mention only stands in the index."""
    pages = {entity.name: entity.page for entity in book_of(*articles()).entities.values()}
    assert pages == {"Maria Lopes": True, "Rui Pinto": True, "Sousa": False, "Cuba": False, "Peru": True}


def test_coverage_shows_what_is_reported_and_what_is_not() -> None:
    (plan,) = book_of(*articles()).plans
    assert [point.id for point in plan.points] == [
        "plans/harbour-2031/1-opening-the-ports",
        "plans/harbour-2031/2-clearing-mines",
    ]
    assert [[each.text for each in point.passages] for point in plan.points] == [["urges ships to sail"], []]
    assert ([each.text for each in plan.unplaced], plan.articles) == (["songs"], ("a",))


def test_connections_tell_how_and_where() -> None:
    found = {(c.source, c.relation, c.target): c for c in book_of(*articles()).connections}
    lopes, pinto = "people/maria-lopes", "people/rui-pinto"
    assert [each.article for each in found[lopes, "meets", pinto].passages] == ["a", "b"]
    assert found[lopes, "speaks about", "countries/cuba"].passages[0].text == "Cuba must open its ports"
    assert found["countries/peru", "supports", "plans/harbour-2031"].passages
    assert len(found[lopes, "named with", pinto].passages) == 2
    trip = Told("a", "Rui Pinto saw Peru.").person("Rui Pinto").country("PE", "Peru")
    trip.event("saw", "visit", None, person("Rui Pinto"), country("PE"))
    assert (pinto, "visits", "countries/peru") in [
        (c.source, c.relation, c.target) for c in book_of(trip).connections
    ]


def test_marks_do_not_overlap_and_prefer_the_longer_name() -> None:
    told = Told("a", "The Bank of Peru fell. Peru rose.").country("PE", "Peru").organisation("Bank of Peru")
    marks = book_of(told).sources["a"].marks
    assert [(told.text[m.start : m.end], m.kind, m.to) for m in marks] == [
        ("Bank of Peru", "organisations", "organisations/bank-of-peru"),
        ("Peru", "countries", "countries/peru"),
    ]


def test_the_bottom_line_is_whole_sentences_with_facts_in_time_order() -> None:
    book = book_of(*articles())
    told = [passage.text for passage in book.bottom_line]
    assert 0 < len(told) <= 5
    assert told[0].startswith("Peruvian president Maria Lopes met Rui Pinto")
    assert not {"Nothing else was heard.", "It rained.", "Sousa sang."} & set(told)
    assert [passage.text for passage in book.bottom_lines["countries/peru"]][
        -1
    ] == "Peru backs the Harbour Paper."
    assert all(len(passages) <= 3 for passages in book.bottom_lines.values())


def test_doubts_tell_what_to_look_at_and_what_to_write() -> None:
    """Each has its lines, with their section; a name that has no page asks nothing."""
    sousa = Told("c", "Sousa said “we sing”.", "2031-05-04").person("Sousa")
    book = book_of(*articles(), sousa.quotation("we sing", person="Sousa"))
    doubts = {doubt.kind: doubt for doubt in book.doubts}
    assert list(doubts) == [NEVER_FULL, UNPLACED, UNDATED]
    assert NEVER_FULL not in doubt_kinds(book_of(*articles()))
    lines = {kind: yaml.safe_load(doubt.choices[0].yaml) for kind, doubt in doubts.items()}
    assert lines[NEVER_FULL] == {"rename": [{"name": "Sousa", "to": "Sousa"}]}
    provision = {"article": "a", "kind": "provisions", "text": "songs"}
    assert lines[UNPLACED] == {"add": [{**provision, "plan": PLAN.id, "point": None}]}
    assert lines[UNDATED] == {"articles": [{"article": "b", "published": None}]}


def test_all_articles_without_a_date_are_one_doubt() -> None:
    (doubt,) = book_of(*(Told(id, "It rained.") for id in "abc")).doubts
    assert [line["article"] for line in yaml.safe_load(doubt.choices[0].yaml)["articles"]] == ["a", "b", "c"]
    assert len(doubt.passages) == 3


def test_a_name_read_as_a_person_and_as_an_organisation_is_asked_about() -> None:
    told = [
        Told("a", "Maria Lopes came.", "2031").person("Maria Lopes"),
        Told("b", "Maria Lopes came.", "2031").organisation("Maria Lopes"),
    ]
    (doubt,) = book_of(*told).doubts
    assert doubt.kind == TWO_KINDS
    assert [passage.article for passage in doubt.passages] == ["b", "a"]
    for choice in doubt.choices:
        (line,) = yaml.safe_load(choice.yaml)["reject"]
        assert not book_of(*told, corrections=Corrections(reject=(Reject(**line),))).doubts


def test_only_the_doubtful_name_of_a_person_is_offered_for_rejection() -> None:
    """“Lopes” may be no person; that “Maria Lopes” is one, nobody doubts."""
    told = [
        Told("a", "Maria Lopes came. Lopes left.", "2031").person("Maria Lopes", "Lopes"),
        Told("b", "Lopes sells tea.", "2031").organisation("Lopes"),
    ]
    (doubt,) = book_of(*told).doubts
    lines = [yaml.safe_load(choice.yaml)["reject"] for choice in doubt.choices]
    assert [[(line["article"], line["text"]) for line in each] for each in lines] == [
        [("b", "Lopes")],
        [("a", "Lopes")],
    ]


def test_facts_without_sentences_or_known_names_do_no_harm() -> None:
    """Facts that a person edited may name whom they do not list: the words are kept, nothing crashes."""
    told = Told("a", "").done()
    assert list(book_of(Told("a", "")).sources) == [told[0].article.id]
    odd = Told("b", "He said “we sail”.").quotation("we sail", person="He")
    odd.event("said", "say", None, Reference(plan="unknown"), Reference(text="analysts", start=0, end=2))
    book = book_of(odd, plans=())
    assert [party.name for party in book.events[0].participants] == ["unknown", "analysts"]
    assert names(book, "people") == [] and UNPLACED not in doubt_kinds(book)
