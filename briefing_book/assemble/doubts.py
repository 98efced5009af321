"""What a person should look at, and what to write into which file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing_book.assemble.choices import PUBLISHED, URL, choice, dated, located, of_fact, version_of
from briefing_book.assemble.contradictions import FILE, Mistake
from briefing_book.assemble.doubtful_names import doubtful_names
from briefing_book.assemble.entities import WhoIsWho
from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.reading import Library, Reading
from briefing_book.assemble.weighed import Light
from briefing_book.found_again import places_of
from briefing_book.model import Choice, Corrections, Doubt, Idle, Passage, PlanCoverage
from briefing_book.web import is_article, same_address

SET_ASIDE = "Corrections that were set aside"
IDLE = "Corrections that no longer apply"
UNPLACED = "Provisions without a point"
UNDATED = "Articles without a date"
ONE_ADDRESS = "Articles with one address"
UNREAD = "Articles in a language that is not read"

EDITS = "edits"
"""Stands where the section of a correction does, for what people edited in facts files."""
NO_WORDS = "these words do not stand in the article"
MOST_UNDATED = 20
"""The undated articles that are shown; the others are counted, and shown when these have dates."""


def doubts(
    library: Library,
    who: WhoIsWho,
    plans: Iterable[PlanCoverage],
    corrections: Corrections,
    judgements: Judgements,
    mistakes: Iterable[Mistake],
    idle: Iterable[Idle],
    light: Sequence[Light],
    pipelines: Mapping[str, str],
) -> tuple[Doubt, ...]:
    """All doubts, kind by kind."""
    return (
        *_set_aside(mistakes),
        *_idle(idle),
        *_idle_edits(library),
        *doubtful_names(library, who, corrections, judgements),
        *_unplaced(library, plans),
        *_undated(library),
        *_of_one_address(library),
        *_unread(library, pipelines),
        *_doubtful(light),
    )


def _set_aside(mistakes: Iterable[Mistake]) -> Iterator[Doubt]:
    for mistake in mistakes:
        text = f"Line {mistake.line}: {mistake.text}" if mistake.line else mistake.text
        yield Doubt(SET_ASIDE, text, f"All other corrections in {FILE} apply.")


def _idle(idle: Iterable[Idle]) -> Iterator[Doubt]:
    for each in idle:
        mend = f"Mend it or take it out of {FILE}."
        if each.section == EDITS:
            mend = "Name that file in `editorial/edits` as its article's seed is named now, or delete it."
        yield Doubt(IDLE, f"{each}.", mend)


def _idle_edits(library: Library) -> Iterator[Doubt]:
    """What people edited in facts files, where the text no longer has the words."""
    for reading in library.readings:
        for edited in reading.facts.edited:
            if not edited.applies:
                about = f"{edited.kind} “{edited.text}” {edited.does}"
                text = f"{Idle(EDITS, about, NO_WORDS, reading.id)}."
                yield Doubt(IDLE, text, f"Mend it or take it out of editorial/edits/{reading.id}.yml.")


def _unplaced(library: Library, plans: Iterable[PlanCoverage]) -> Iterator[Doubt]:
    for coverage in plans:
        file = f"editorial/plans/{coverage.plan.id}.yml"
        for passage in coverage.unplaced:
            text = f"An article reports this of “{coverage.plan.title}”, and it fits none of its points."
            mend = f"If articles often say it so, add its wording to the phrases of its point in {file}."
            entry = of_fact(passage.article, "provisions", passage.text)
            point = {**entry, **_which(library, passage), "plan": coverage.plan.id, "point": None}
            choices = (
                choice(
                    "it belongs to a point: write its number after `point:`", "add", [point], fill="point"
                ),
                choice("it is no provision", "reject", [entry]),
            )
            yield Doubt(UNPLACED, text, mend, (passage,), choices)


def _which(library: Library, passage: Passage) -> dict[str, int]:
    """Which of the places with these words it is, where there are several."""
    places = places_of(library.by_id[passage.article].text, passage.text)
    before = sum(start < passage.start for start, _ in places)
    return {"number": before + 1} if before else {}


def _undated(library: Library) -> Iterator[Doubt]:
    """One doubt for all of them."""
    undated = [reading for reading in library.readings if reading.facts.article.published is None]
    if undated:
        text = f"{len(undated)} of {len(library.readings)} articles: nothing says when they were published."
        shown = undated[:MOST_UNDATED]
        entries = [dated(reading.id) for reading in shown]
        mend = f"These are the first {len(shown)}." if len(shown) < len(undated) else ""
        passages = tuple(reading.sentence(1) for reading in shown if reading.text)
        when = "you know their dates: write each after `published:`"
        choices = (choice(when, "articles", entries, fill=PUBLISHED),)
        yield Doubt(UNDATED, text, mend, passages, choices)


def _of_one_address(library: Library) -> Iterator[Doubt]:
    """Articles whose texts are too unlike for versions of one, though they have its address."""
    first: dict[str, Reading] = {}
    for reading in sorted(library.readings, key=lambda each: each.id):
        address = same_address(reading.facts.article.url)
        if not is_article(address):
            continue
        other = first.setdefault(address, reading)
        if other is not reading:
            text = f"“{reading.id}” and “{other.id}” have one address, and their texts have little in common."
            mend = "They are shown as two articles."
            version = choice(
                "one is a later text of the other", "articles", [version_of(reading.id, other.id)]
            )
            passages = (reading.sentence(1), other.sentence(1))
            yield Doubt(ONE_ADDRESS, text, mend, passages, (version, *_own_address(reading, other)))


def _own_address(*readings: Reading) -> Iterator[Choice]:
    for reading in readings:
        when = f"“{reading.id}” has another address: write it after `url:`"
        yield choice(when, "articles", [located(reading.id)], fill=URL)


def _unread(library: Library, pipelines: Mapping[str, str]) -> Iterator[Doubt]:
    read = ", ".join(f"`{language}`" for language in pipelines)
    for reading in library.readings:
        if reading.is_unread(pipelines):
            text = f"It is in `{reading.facts.article.language}`, and the book's pipelines read {read}."
            mend = "If that is wrong, write its `language:` into the front matter of its seed."
            yield Doubt(UNREAD, text, mend, (reading.sentence(1),))


def _doubtful(light: Iterable[Light]) -> Iterator[Doubt]:
    for each in sorted(light, key=lambda each: each.kind):
        text = f"Not shown as a fact: its confidence is {each.confidence:.2f}."
        entry = of_fact(each.passage.article, each.kind, each.words)
        choices = (choice("it is right", "confirm", [entry]), choice("it is wrong", "reject", [entry]))
        yield Doubt(f"Doubtful {each.kind}", text, passages=(each.passage,), choices=choices)
