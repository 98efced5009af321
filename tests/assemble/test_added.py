"""Facts that people add are told beside the others, with who added them; entities say what they are."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing_book.assemble.doubts import IDLE
from briefing_book.model import (
    Add,
    Alias,
    Book,
    Confirm,
    Corrections,
    Edited,
    Identify,
    Merge,
    Party,
)
from briefing_book.render import render
from tests.assemble.built import PLAN, Told, book_of, doubt_kinds, names

ROOT = Path(__file__).parents[2]
TEXT = (
    "Peru likes the paper. The judge Maria Lopes met Cold Harbour on Friday, and 40 ships left. “We sail,” "
    "Lopes said. Lopes told\nthem that we sail. All ports open at dawn. The crowd sang."
)


def article() -> Told:
    told = Told("a", TEXT, "2031-05-03").person("Maria Lopes", "Lopes").organisation("Cold Harbour")
    return told.country("PE", "Peru").plan("paper")


def adding(kind: str, text: str, **more: object) -> Book:
    add = Add(article="a", kind=kind, text=text, **more)
    book = book_of(article(), corrections=Corrections(add=(add,)))
    assert IDLE not in doubt_kinds(book)
    assert [(each.kind, each.passage.article) for each in book.by_hand] == [(kind, "a")]
    return book


def test_a_quotation_with_a_speaker_named_in_full() -> None:
    """White space is as good as any other; whether it is direct is seen by its quotation marks."""
    (said,) = adding("quotations", "We  sail", speaker="Maria Lopes").quotations
    assert (said.passage.text, said.direct, said.speaker) == (
        "We sail",
        True,
        Party("Maria Lopes", "people/maria-lopes"),
    )
    (told,) = adding("quotations", "told them that we sail", speaker="Lopes", direct=False).quotations
    assert (told.direct, told.passage.text) == (False, "told\nthem that we sail")
    (sung,) = adding("quotations", "sang", speaker="the crowd").quotations
    assert sung.speaker == Party("The crowd")


def test_the_second_place_of_the_same_words() -> None:
    first = adding("people", "Lopes", name="Rui Lopes").by_hand[0].passage
    second = adding("people", "Lopes", name="Rui Lopes", number=3).by_hand[0].passage
    assert (first.start, second.start) == (TEXT.index("Lopes"), TEXT.rindex("Lopes"))


def test_who_is_named_and_what_they_are() -> None:
    assert "Rui Crowd" in names(adding("people", "The crowd", name="Rui Crowd"), "people")
    assert names(adding("organisations", "All ports"), "organisations") == ["All ports", "Cold Harbour"]
    assert names(adding("countries", "dawn", code="CL"), "countries") == ["Chile", "Peru"]
    lopes = adding("roles", "judge", person="Lopes", country="PE").entities["people/maria-lopes"]
    assert [(role.text, role.country) for role in lopes.roles] == [("judge", "countries/peru")]


def test_a_name_that_was_read_as_another_kind_is_that_no_more() -> None:
    book = adding("people", "Cold Harbour")
    assert (names(book, "organisations"), "Cold Harbour" in names(book, "people")) == ([], True)


def test_an_event_is_told_by_its_sentence() -> None:
    who = ("Maria Lopes", "Cold Harbour", "Peru")
    (event,) = adding("events", "met", verb="meet", date="2031-05-02", participants=who).events
    assert (event.kind, event.date, event.planned) == ("meet", "2031-05-02", False)
    assert [party.name for party in event.participants] == list(who)
    assert event.passages[0].text.startswith("The judge") and event.passages[0].text.endswith("left.")


def test_positions_dates_provisions_and_plans() -> None:
    (position,) = adding("positions", "likes", holder="Peru", stance="supports", target=PLAN.title).positions
    assert (position.holder.name, position.target.entity) == ("Peru", f"plans/{PLAN.id}")
    marks = adding("dates", "Friday", value="2031-05-02").sources["a"].marks
    assert ("dates", "2031-05-02") in [(mark.kind, mark.to) for mark in marks]
    plan = adding("provisions", "All ports open", plan=PLAN.id, point=1).plans[0]
    assert [passage.text for passage in plan.points[0].passages] == ["All ports open"]
    assert len(adding("plans", "crowd", plan=PLAN.id).plans[0].mentions) == 2


def test_an_added_fact_stands_instead_of_what_the_machine_found_there() -> None:
    machine = article().quotation("We sail").provision("All ports open", None)
    add = (
        Add(article="a", kind="quotations", text="We sail", speaker="Lopes"),
        Add(article="a", kind="provisions", text="All ports open", plan=PLAN.id, point=2),
    )
    book = book_of(machine, corrections=Corrections(add=add))
    assert [said.speaker.name for said in book.quotations if said.speaker] == ["Maria Lopes"]
    assert not book.plans[0].unplaced and book.plans[0].points[1].passages


def test_a_name_that_people_made_one_with_another_is_known_in_an_article_with_the_other() -> None:
    corrections = Corrections(
        merge=(Merge(names=("Cold Harbour", "Harbour Board"), into="Harbour Board"),),
        alias=(Alias(name="Maria Lopes", aliases=("The Voice",)),),
        add=(
            Add(article="a", kind="quotations", text="We sail", speaker="The Voice"),
            Add(
                article="a",
                kind="positions",
                text="sang",
                holder="Harbour Board",
                stance="opposes",
                target="Peru",
            ),
        ),
    )
    book = book_of(article(), corrections=corrections)
    assert book.quotations[0].speaker == Party("Maria Lopes", "people/maria-lopes")
    assert book.positions[0].holder.entity == "organisations/harbour-board"


@pytest.mark.parametrize(
    ("add", "says"),
    [
        (Add(article="a", kind="people", text="Ana"), "add: people “Ana” in a: these words do not stand in"),
        (Add(article="a", kind="people", text="Lopes", number=9), "stand in the article only 3 times"),
        (Add(article="a", kind="people", text="Lope"), "these words do not stand"),
        (Add(article="a", kind="quotations", text="sang", speaker="Zora"), "in the article is called “Zora”"),
        (Add(article="a", kind="roles", text="judge", person="Peru"), "in the article is called “Peru”"),
        (Add(article="a", kind="provisions", text="sang", plan="rome"), "the book has no plan “rome”"),
        (Confirm(article="a", kind="dates", text="Monday"), "confirm: dates “Monday” in a: no such fact"),
        (Identify(name="Zora", iso="PE"), "identify: Zora: nothing in the book is called so"),
    ],
)
def test_what_does_not_apply_is_named_and_stops_nothing(add: Add | Confirm | Identify, says: str) -> None:
    section = {Add: "add", Confirm: "confirm", Identify: "identify"}[type(add)]
    book = book_of(article(), corrections=Corrections(**{section: (add,)}))
    (doubt,) = (doubt for doubt in book.doubts if doubt.kind == IDLE)
    assert says in doubt.text
    assert not book.by_hand


def test_an_identified_entity_has_a_page_with_what_it_is() -> None:
    """Wikidata is linked, and stands in the data as `sameAs`."""
    identify = (
        Identify(name="Lopes", wikidata="Q42"),
        Identify(name="the Cold Harbour", wikidata="Q7", iso="PE-LIM"),
    )
    book = book_of(article(), corrections=Corrections(identify=identify))
    lopes, harbour = book.entities["people/maria-lopes"], book.entities["organisations/cold-harbour"]
    assert (lopes.wikidata, harbour.wikidata, harbour.iso, harbour.page) == ("Q42", "Q7", "PE-LIM", True)
    pages = render(book, ROOT / "templates")
    assert 'href="https://www.wikidata.org/wiki/Q42"' in pages["people/maria-lopes.md"]
    assert '"sameAs":"https://www.wikidata.org/wiki/Q7"' in pages["data/book.jsonld"].replace(": ", ":")
    assert "organisations/cold-harbour,Cold Harbour,ISO 3166,PE-LIM" in pages["data/identifiers.csv"]


def test_one_of_two_namesakes_is_identified_by_the_name_of_its_page() -> None:
    told = [
        Told("a", "The Chilean judge Ana Motta.", "2031").person("Ana Motta", role="Chilean judge", of="CL"),
        Told("b", "The Peruvian cook Ana Motta.", "2031").person("Ana Motta", role="Peruvian cook", of="PE"),
    ]
    both = book_of(*told, corrections=Corrections(identify=(Identify(name="Ana Motta", wikidata="Q1"),)))
    assert any("several are called so" in doubt.text for doubt in both.doubts)
    name = names(both, "people")[0]
    one = book_of(*told, corrections=Corrections(identify=(Identify(name=name, wikidata="Q1"),)))
    assert [entity.wikidata for entity in one.entities.values() if entity.kind == "people"] == ["Q1", None]


def test_pages_mark_what_was_added_with_who_and_why() -> None:
    """In the tag's title, as text."""
    signed = {"who": "A. Editor", "when": "2031-06-01", "why": 'the printed page says "so" <b>'}
    add = (
        Add(article="a", kind="quotations", text="We sail", speaker="Lopes", **signed),
        Add(article="a", kind="provisions", text="All ports open", plan=PLAN.id, point=1),
    )
    pages = render(book_of(article(), corrections=Corrections(add=add)), ROOT / "templates")
    assert pages["people/maria-lopes.md"].count('<em class="tag" title="A') == 1
    assert "<b>" not in pages["people/maria-lopes.md"]
    assert '<em class="tag">added by hand</em>' in pages[f"plans/{PLAN.id}/1-opening-the-ports.md"]
    assert "by hand" not in render(book_of(article()), ROOT / "templates")["sources/a.md"]


def test_the_articles_page_tells_what_was_edited_in_its_facts() -> None:
    facts, text = article().done()
    edited = (
        Edited("quotations", "put in", "We sail"),
        Edited("dates", "taken out", "next Friday", applies=False),
    )
    told = article()
    told.done = lambda: (replace(facts, edited=edited), text)  # type: ignore[method-assign]
    book = book_of(told)
    page = render(book, ROOT / "templates")["sources/a.md"]
    assert "2 facts of this article were edited by hand" in page
    assert page.count("no longer applies") == 1
    (doubt,) = (doubt for doubt in book.doubts if doubt.kind == IDLE)
    assert "“next Friday”" in doubt.text and "editorial/edits/a.yml" in doubt.mend
