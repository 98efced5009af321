"""What a person should look at, and what to write into which file."""

from collections.abc import Iterable, Iterator, Sequence

from briefing_book.assemble.choices import choice, rejected
from briefing_book.assemble.contradictions import FILE, Mistake
from briefing_book.assemble.doubtful_names import doubtful_names
from briefing_book.assemble.entities import WhoIsWho
from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.reading import Library
from briefing_book.assemble.weighed import Light
from briefing_book.model import Corrections, Doubt, PlanCoverage

SET_ASIDE = "Corrections that were set aside"
IDLE = "Corrections that no longer apply"
UNPLACED = "Provisions without a point"
UNDATED = "Articles without a date"
UNREAD = "Articles in a language that is not read"

MOST_UNDATED = 20
"""The undated articles that are shown; the others are counted, and shown when these have dates."""


def doubts(
    library: Library,
    who: WhoIsWho,
    plans: Iterable[PlanCoverage],
    corrections: Corrections,
    judgements: Judgements,
    mistakes: Iterable[Mistake],
    idle: Iterable[str],
    light: Sequence[Light],
    language: str,
) -> tuple[Doubt, ...]:
    """All doubts, kind by kind."""
    return (
        *_set_aside(mistakes),
        *_idle(idle),
        *doubtful_names(library, who, corrections, judgements),
        *_unplaced(plans),
        *_undated(library),
        *_unread(library, language),
        *_doubtful(light),
    )


def _set_aside(mistakes: Iterable[Mistake]) -> Iterator[Doubt]:
    for mistake in mistakes:
        text = f"Line {mistake.line}: {mistake.text}"
        yield Doubt(SET_ASIDE, text, f"All other corrections in {FILE} apply.")


def _idle(idle: Iterable[str]) -> Iterator[Doubt]:
    for correction in idle:
        mend = f"Mend it or take it out of {FILE}."
        yield Doubt(IDLE, f"{correction}: nothing in the book is called so.", mend)


def _unplaced(plans: Iterable[PlanCoverage]) -> Iterator[Doubt]:
    for coverage in plans:
        file = f"editorial/plans/{coverage.plan.id}.yml"
        for passage in coverage.unplaced:
            text = f"An article reports this of “{coverage.plan.title}”, and it fits none of its points."
            mend = f"Where it belongs to a point, add its wording to the phrases of that in {file}."
            entry = rejected(passage.article, "provisions", passage.text)
            choices = (choice("it is no provision", "reject", [entry]),)
            yield Doubt(UNPLACED, text, mend, (passage,), choices)


def _undated(library: Library) -> Iterator[Doubt]:
    """One doubt for all of them."""
    undated = [reading for reading in library.readings if reading.facts.article.published is None]
    if undated:
        text = f"{len(undated)} of {len(library.readings)} articles: nothing says when they were published."
        shown = undated[:MOST_UNDATED]
        entries: list[dict[str, object]] = [{"article": reading.id, "published": None} for reading in shown]
        mend = f"These are the first {len(shown)}." if len(shown) < len(undated) else ""
        passages = tuple(reading.sentence(1) for reading in shown if reading.text)
        choices = (choice("you know their dates: write each after `published:`", "articles", entries),)
        yield Doubt(UNDATED, text, mend, passages, choices)


def _unread(library: Library, language: str) -> Iterator[Doubt]:
    for reading in library.readings:
        if reading.is_unread(language):
            text = f"It is in `{reading.facts.article.language}`, and the book's model reads `{language}`."
            mend = "If that is wrong, write its `language:` into the front matter of its seed."
            yield Doubt(UNREAD, text, mend, (reading.sentence(1),))


def _doubtful(light: Iterable[Light]) -> Iterator[Doubt]:
    for each in sorted(light, key=lambda each: each.kind):
        text = f"Not shown as a fact: its confidence is {each.confidence:.2f}."
        entry = rejected(each.passage.article, each.kind, each.words)
        choices = (choice("it is wrong", "reject", [entry]),)
        yield Doubt(f"Doubtful {each.kind}", text, passages=(each.passage,), choices=choices)
