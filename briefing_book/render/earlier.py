"""The earlier texts of an article: each has a page of its own, and the article's page tells what changed."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from briefing_book.model import ChangedFact, Source, Version
from briefing_book.render.edits import Edit, edit
from briefing_book.render.links import page_path
from briefing_book.render.lists import Wanted
from briefing_book.render.text import paragraphs

SHOWN = 30
"""Changed sentences of a version that a page shows; of each list of facts as many."""
LATEST = 5
"""So many versions tell on the article's page what the next one changed; each does on its own page."""
_SINGULAR = {
    "people": "person",
    "roles": "role",
    "organisations": "organisation",
    "countries": "country",
    "quotations": "quotation",
    "reported speech": "reported speech",
    "events": "event",
    "positions": "position",
    "provisions": "provision",
    "plans": "plan",
    "dates": "date",
    "numbers": "number",
}


class Facts(NamedTuple):
    """Facts that went or came, each with the name of its kind; how many of them are not shown."""

    shown: tuple[tuple[str, ChangedFact], ...]
    more: int


class Step(NamedTuple):
    """What one version of an article, by its number from 1, changed of the one before.

    `titles` are the old and the new one, if they differ. `edited`, `out` and `put_in` count sentences.
    """

    number: int
    before: Version
    titles: tuple[str, str] | None
    edited: int
    out: int
    put_in: int
    edits: tuple[Edit, ...]
    went: Facts
    came: Facts


def steps(source: Source) -> list[Step]:
    """The changes that made the article what it is, the first one first."""
    infos = [version.info for version in source.versions] + [source.info]
    return [
        _step(number, version, infos[number - 1].title)
        for number, version in enumerate(source.versions, start=2)
    ]


def changed_in(source: Source) -> dict[str, Any]:
    """What an article's page is given to tell what its versions changed."""
    told = steps(source) if _is_shown(source) else []
    return {"steps": told, "latest": LATEST}


def earlier_pages(source: Source) -> Iterator[Wanted]:
    """The pages of an article's earlier texts."""
    for step in steps(source) if _is_shown(source) else ():
        version = step.before
        shown = Source(version.info, version.text, version.sentences, (), also=version.also)
        given = {"article": source.info.id, "all": len(source.versions) + 1, "step": step}
        text = paragraphs(shown)
        yield (
            page_path(f"sources/{version.info.id}"),
            "version",
            {**given, "source": shown, "paragraphs": text},
        )


def _is_shown(source: Source) -> bool:
    """Whether the book may show the article's earlier texts."""
    return all(version.text for version in source.versions)


def _step(number: int, before: Version, title: str) -> Step:
    kinds = [(change.before is not None, change.after is not None) for change in before.changes]
    return Step(
        number=number,
        before=before,
        titles=(before.info.title, title) if before.info.title != title else None,
        edited=kinds.count((True, True)),
        out=kinds.count((True, False)),
        put_in=kinds.count((False, True)),
        edits=tuple(edit(change) for change in before.changes[:SHOWN]),
        went=_facts(before.went),
        came=_facts(before.came),
    )


def _facts(facts: Sequence[ChangedFact]) -> Facts:
    return Facts(tuple((_SINGULAR[fact.kind], fact) for fact in facts[:SHOWN]), max(0, len(facts) - SHOWN))
