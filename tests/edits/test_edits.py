"""What people edit in a facts file is noticed, kept, and done again to whatever the machine finds later."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing_book.edits import (
    FOLDER,
    Edits,
    Seen,
    apply,
    dump_edits,
    edited_parts,
    edits,
    files_of_edits,
    keep,
    load_edits,
    mark,
    require_right,
    seal,
    seen,
)
from briefing_book.edits.records import Listed
from briefing_book.errors import BookError
from briefing_book.facts import dump_facts
from briefing_book.model import (
    ArticleInfo,
    Country,
    CountryMention,
    Date,
    Event,
    Facts,
    Organisation,
    Person,
    Position,
    Provision,
    Quotation,
    Reference,
    Role,
    Span,
    Speaker,
)
from briefing_book.yaml_files import read_yaml
from tests.assemble.built import Told, country, person

TEXT = (
    "Maria Lopes came on Friday. Peru likes the paper, the judge Lopes said. “We sail,” she said. "
    "Rui came on Friday."
)


def told(text: str = TEXT) -> Facts:
    article = Told("a", text, "2031-05-02").person("Maria Lopes", "Lopes", role="judge")
    article.country("PE", "Peru").quotation("We sail", person="Maria Lopes")
    article.event("Maria Lopes came", "come", "2031-05-01", person("Maria Lopes"))
    article.position("Peru likes the paper", country("PE"), "supports", Reference(plan="harbour-2031"))
    return article.done()[0]


def place(words: str, text: str = TEXT, nth: int = 0) -> dict:
    return Told("a", text).place(words, nth)


# ── round trip ───────────────────────────────────────────────────────────────────────────────────────────

WORDS = [
    Span(m, n, TEXT[m:n]) for m, n in ((0, 11), (6, 11), (20, 26), (28, 32), (33, 48), (60, 65), (73, 80))
]


def subset(of: list, least: int = 0) -> st.SearchStrategy[list]:
    return st.lists(st.sampled_from(of), unique=True, min_size=least)


def fact(of: type, /, **fields: st.SearchStrategy) -> st.SearchStrategy:
    made = st.builds(
        lambda span, more: of(span.start, span.end, span.text, **more),
        st.sampled_from(WORDS),
        st.fixed_dictionaries(fields),
    )
    by_place = {"key": lambda each: (each.start, each.end, repr(each))}
    return st.lists(made, max_size=4, unique_by=lambda each: (each.start, each.end)).map(
        lambda all: tuple(sorted(all, **by_place))
    )


WHO = st.sampled_from(
    [Reference(person="Ana"), Reference(country="PE"), Reference(start=0, end=5, text="Maria")]
)
WEIGHT = st.sampled_from([None, 0.25, 0.75])


@st.composite
def people(draw: st.DrawFn) -> tuple[Person, ...]:
    """People with different names and mentions."""
    left, found = list(WORDS), []
    for name in draw(subset(["Ana", "Bo", "Cy"])):
        mentions = draw(subset(left, 1)) if left else []
        left = [span for span in left if span not in mentions]
        if mentions:
            titles = [Role(span.start, span.end, span.text) for span in draw(subset(WORDS))]
            in_order = (sorted(spans, key=lambda span: span.start) for spans in (mentions, titles))
            found.append(Person(name, *map(tuple, in_order), confidence=draw(WEIGHT)))
    return tuple(sorted(found, key=lambda each: each.mentions[0].start))


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    return Facts(
        article=ArticleInfo(
            "a", "seeds/a.txt", draw(st.sampled_from(["T", "U"])), draw(st.sampled_from([None, "2031"]))
        ),
        people=draw(people()),
        quotations=draw(fact(Quotation, direct=st.booleans(), confidence=WEIGHT)),
        dates=draw(fact(Date, value=st.sampled_from(["2031", "2032"]))),
        events=draw(
            fact(Event, kind=st.sampled_from(["come", "go"]), participants=st.tuples(WHO), confidence=WEIGHT)
        ),
        positions=draw(fact(Position, holder=WHO, stance=st.just("supports"), target=WHO)),
        provisions=draw(fact(Provision, plan=st.just("p"), point=st.sampled_from([None, 1]))),
    )


def unmarked(found: Facts) -> Facts:
    return replace(found, edited=())


@settings(max_examples=60, deadline=None)
@given(machine=facts(), edited=facts())
def test_an_edit_done_again_makes_what_the_person_made(machine: Facts, edited: Facts) -> None:
    """Whatever was changed, the same text gives the edited facts again, from the kept file too."""
    found = edits(machine, edited, TEXT)
    assert unmarked(apply(machine, found, TEXT)) == edited
    assert (found == Edits()) == (machine == edited)


@settings(max_examples=60, deadline=None)
@given(machine=facts(), edited=facts())
def test_edits_come_back_from_their_file(
    tmp_path_factory: pytest.TempPathFactory, machine: Facts, edited: Facts
) -> None:
    found = edits(machine, edited, TEXT)
    file = tmp_path_factory.mktemp("edits") / "a.yml"
    file.write_text(dump_edits("a", found), encoding="utf-8")
    assert read_yaml(file, Edits) == found


@settings(max_examples=60, deadline=None)
@given(machine=facts(), edited=facts(), later=facts())
def test_what_was_edited_twice_is_as_it_was_left(machine: Facts, edited: Facts, later: Facts) -> None:
    before = edits(machine, edited, TEXT)
    assert unmarked(apply(machine, edits(machine, later, TEXT, before), TEXT)) == later


# ── in a newer text ──────────────────────────────────────────────────────────────────────────────────────


def test_an_edit_follows_its_words_through_a_changed_text() -> None:
    """A mention taken out, a quotation put in with its speaker and a date changed, all elsewhere now."""
    machine = told()
    said = Quotation(
        **place("Peru likes the paper"),
        direct=False,
        speaker=Speaker(**place("Lopes", nth=1), person="Maria Lopes"),
    )
    lopes = replace(machine.people[0], mentions=machine.people[0].mentions[:1])
    event = replace(machine.events[0], date="2031-05-02")
    edited = replace(machine, people=(lopes,), quotations=(said, *machine.quotations), events=(event,))
    new = "It rained in the port.\n" + TEXT.replace("likes the", "likes\nthe")
    found = Told("a", new).person("Maria Lopes", "Lopes").quotation("We sail", person="Maria Lopes")
    found.event("Maria Lopes came", "come", "2031-05-01", person("Maria Lopes"))

    again = apply(found.done()[0], edits(machine, edited, TEXT), new)

    assert [mention.text for mention in again.people[0].mentions] == ["Maria Lopes"]
    added, _ = again.quotations
    assert (added.text, new[added.start : added.end]) == ("Peru likes\nthe paper",) * 2
    assert added.speaker and added.speaker.start == new.index("Lopes said")
    assert [(each.date, each.text) for each in again.events] == [
        ("2031-05-02", "Maria Lopes came on Friday.")
    ]
    assert {(each.kind, each.does, each.applies) for each in again.edited} == {
        ("people", "taken out", True),
        ("quotations", "put in", True),
        ("events", "changed", True),
    }


def test_an_edit_whose_words_are_gone_is_kept_and_told() -> None:
    """It changes nothing, stands in the next edit too, and applies again where the words are back."""
    machine = told()
    date = Date(**place("Friday", nth=1), value="2031-05-01")
    edited = replace(machine, quotations=(), dates=(date,))
    found = edits(machine, edited, TEXT)
    short = "Maria Lopes came late. Peru likes the paper, the judge Lopes said."
    less = replace(Told("a", short).person("Maria Lopes").done()[0])

    again = apply(less, found, short)

    assert again.dates == again.quotations == ()
    assert {(each.does, each.text, each.applies) for each in again.edited} == {
        ("put in", "Friday", False),
        ("taken out", "We sail", False),
    }
    renamed = replace(less, people=(replace(less.people[0], name="Maria José Lopes"),))
    both = edits(less, renamed, short, found)
    assert (both.added.dates, both.added.people[0].name) == ((date,), "Maria José Lopes")
    assert apply(machine, both, TEXT).dates == (date,)


def test_of_the_same_words_the_nearest_to_the_old_place_are_meant() -> None:
    machine = told()
    second = Date(**place("Friday", nth=1), value="2031-05-01")
    found = edits(machine, replace(machine, dates=(second,)), TEXT)
    new = "Oh. " + TEXT
    assert apply(told(new), found, new).dates[0].start == new.rindex("Friday")


def test_a_whole_person_that_was_taken_out_stays_out_when_named_again() -> None:
    machine = told()
    found = edits(machine, replace(machine, people=()), TEXT)
    new = TEXT + " Lopes left."
    assert apply(told(new), found, new).people == ()
    assert found.removed == Listed(
        people=(
            Person(
                "Maria Lopes",
                (),
            ),
        )
    )


def test_what_is_put_in_stands_instead_of_what_the_machine_finds_there_later() -> None:
    machine = told()
    rui = Person("Rui", (Span(**place("Rui")),))
    quotation = replace(machine.quotations[0], speaker=None)
    found = edits(machine, replace(machine, people=(*machine.people, rui), quotations=(quotation,)), TEXT)
    later = replace(
        machine,
        people=(*machine.people, Person("Rui Pinto", rui.mentions)),
        organisations=(Organisation("Rui", rui.mentions),),
        quotations=(replace(machine.quotations[0], fragment=True),),
    )
    again = apply(later, found, TEXT)
    assert [each.name for each in again.people] == ["Maria Lopes", "Rui"]
    assert again.quotations == (quotation,)


def test_an_articles_data_can_be_edited_too() -> None:
    machine = told()
    info = replace(machine.article, title="The Harbour", published=None)
    found = edits(machine, replace(machine, article=info), TEXT)
    assert found.article == {"title": "The Harbour", "published": ""}
    again = apply(machine, found, TEXT)
    assert again.article == info
    assert [each.text for each in again.edited] == ["title: The Harbour", "published: unknown"]


# ── noticing ─────────────────────────────────────────────────────────────────────────────────────────────


def test_an_edit_is_noticed_by_the_part_that_it_is_in(tmp_path: Path) -> None:
    """And what a build wrote is no edit, whatever ends its lines; nor is a file without hashes."""
    text = seal(dump_facts(told()))
    assert seal(text) == text
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    written = read_yaml(tmp_path / "a.yml", Facts).written
    assert edited_parts(text, written) == edited_parts(text.replace("\n", "\r\n"), written) == ()
    assert edited_parts(text.replace("direct: true", "direct: false"), written) == ("quotations",)
    assert edited_parts(text.replace("title: a", "title: b"), written) == ("article",)
    assert edited_parts(text[: text.index("\npositions:") + 1], written) == ("positions", "provisions")
    assert edited_parts(dump_facts(told()), {}) == ()


def test_only_the_parts_that_were_edited_are_compared() -> None:
    """What newer code finds otherwise is no edit; what was edited before stays."""
    machine = told()
    edited = replace(machine, quotations=(), events=())
    before = edits(machine, replace(machine, positions=()), TEXT)
    found = edits(machine, edited, TEXT, before, ["quotations"])
    assert found.removed == Listed(quotations=machine.quotations, positions=machine.positions)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("text: We sail", "text: We fail", "`text` is not what stands from"),
        ("start: 0, end: 11", "start: 1, end: 11", "these words stand at start: 0, end: 11"),
        ("speaker: {start: 0, end: 11", "speaker: {start: 1, end: 11", "`text` is not what stands"),
        ("- {person: Maria Lopes}", "- {person: Nobody}", "no person of this file is called"),
        ("sentences:\n- [0, 27]", "sentences:\n- [0, 28]", "`sentences` follow from the text"),
        ("date: '2031-05-01'", "date: Friday", "`date` is a date in EDTF"),
        (
            "\ncountries:",
            "\n- name: Lopes\n  mentions:\n  - {start: 60, end: 65, text: Lopes}\ncountries:",
            "keep one",
        ),
        (
            "\ncountries:",
            "\n- name: Maria Lopes\n  mentions:\n  - {start: 94, end: 97, text: Rui}\ncountries:",
            "twice",
        ),
        ("\ncountries:", "\n- name: Rui\n  mentions: []\ncountries:", "“Rui” has no mentions"),
    ],
)
def test_what_cannot_be_is_named_with_line_and_mend(tmp_path: Path, old: str, new: str, says: str) -> None:
    machine = told()
    text = dump_facts(machine).replace("organisations: []\n", "")
    assert text.count(old) >= 1
    file = tmp_path / "a.yml"
    changed = text.replace(old, new, 1)
    file.write_text(changed, encoding="utf-8")
    with pytest.raises(BookError) as raised:
        require_right(file, read_yaml(file, Facts), machine, TEXT)
    assert says in str(raised.value)
    assert abs((raised.value.line or 0) - changed[: changed.index(new)].count("\n")) <= 4


def test_what_the_machine_found_need_not_be_better_than_it_is() -> None:
    machine = told()
    twice = replace(machine, quotations=(machine.quotations[0], replace(machine.quotations[0], speaker=None)))
    wrong = replace(twice, countries=(Country("PE", (CountryMention(0, 3, "xyz", kind="name"),)),))
    require_right(
        Path("a.yml"), replace(wrong, dates=(Date(**place("Friday"), value="2031-05-01"),)), wrong, TEXT
    )


# ── in a build ───────────────────────────────────────────────────────────────────────────────────────────


def facts_file(folder: Path, facts: Facts) -> Path:
    file = folder / "a.yml"
    file.write_text(seal(dump_facts(facts)), encoding="utf-8")
    return file


def look(file: Path) -> Seen | None:
    return seen(file, lambda: read_yaml(file, Facts))


def test_a_build_keeps_what_was_edited_in_a_file_of_its_own(tmp_path: Path) -> None:
    """The next ones find it there; deleting the file undoes it; the fingerprint tells of it."""
    machine = told()
    file = facts_file(tmp_path, machine)
    assert look(file) is None and look(tmp_path / "b.yml") is None
    file.write_text(file.read_text().replace("direct: true", "direct: false"), encoding="utf-8")
    kept = keep(machine, TEXT, Edits(), look(file))
    assert kept.problem is None and kept.edits and not kept.facts.quotations[0].direct
    assert [each.does for each in kept.facts.edited] == ["changed"]

    assert look(facts_file(tmp_path, kept.facts)) is None
    store = tmp_path / FOLDER / "a.yml"
    store.parent.mkdir(parents=True)
    store.write_text(kept.edits, encoding="utf-8")
    assert files_of_edits(tmp_path) == {"a": kept.edits}
    assert keep(machine, TEXT, load_edits(tmp_path, "a")) == (kept.facts, None, None)
    store.unlink()
    assert keep(machine, TEXT, load_edits(tmp_path, "a")) == (machine, None, None)
    assert len({mark("f", ""), mark("f", kept.edits), "f"}) == 2


def test_an_edit_that_is_taken_back_by_hand_leaves_nothing(tmp_path: Path) -> None:
    machine = told()
    before = edits(machine, replace(machine, quotations=()), TEXT)
    file = facts_file(tmp_path, apply(machine, before, TEXT))
    lines = dump_facts(machine)
    quotations = lines[lines.index("\nquotations:") : lines.index("\ndates:")]
    file.write_text(file.read_text().replace("\nquotations: []", quotations), encoding="utf-8")
    assert keep(machine, TEXT, before, look(file)) == (machine, "", None)


def test_an_edit_and_a_new_text_at_once(tmp_path: Path) -> None:
    """The edit is what was changed in the text that the file counts, and is done to the new one."""
    machine = told()
    file = facts_file(tmp_path, machine)
    file.write_text(file.read_text().replace("title: a", "title: The Harbour"), encoding="utf-8")
    new = "At last! " + TEXT
    kept = keep(told(new), new, Edits(), look(file), (machine, TEXT))
    assert kept.facts.article.title == "The Harbour" and kept.facts.quotations == told(new).quotations


@pytest.mark.parametrize(
    ("old", "new"),
    [("direct: true", "direct: true\n  mood: bad"), ("title: a", "title: [a"), ("Peru like", "Chile like")],
)
def test_an_edit_that_cannot_be_read_is_one_line_and_the_machines_facts_are_used(
    tmp_path: Path, old: str, new: str
) -> None:
    machine = told()
    before = edits(machine, replace(machine, events=()), TEXT)
    file = facts_file(tmp_path, apply(machine, before, TEXT))
    file.write_text(file.read_text().replace(old, new), encoding="utf-8")
    kept = keep(machine, TEXT, before, look(file))
    assert kept.problem and kept.problem.startswith(f"{file}:") and "\n" not in kept.problem
    assert (kept.facts, kept.edits) == (apply(machine, before, TEXT), None)
