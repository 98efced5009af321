"""The next edition: what the book holds and no edition has brought yet, and what it no longer holds."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from briefing_book.editions.files import edition_file, edition_text, load_editions
from briefing_book.editions.history import History
from briefing_book.editions.state import FACT_KINDS, NAME_KINDS, State, fewer, fold, numbers
from briefing_book.editions.things import Things, things_of, unknown
from briefing_book.model import Book, Edition


class Made(NamedTuple):
    """A book's history with the edition that a build makes, the file of that, and what is wrong, a line each.

    `file` is its path in the book's folder and its text; None where nothing changed.
    """

    history: History
    file: tuple[str, str] | None
    problems: tuple[str, ...]


def make_edition(
    root: Path, book: Book, corrections: Mapping[str, str], time: Callable[[], datetime]
) -> Made:
    """The history of this book in the folder `root`, with a new edition where it changed. Writes nothing.

    `corrections` are those that the book was made with, each in words by what it says; `time` is asked only
    for a new edition.
    """
    loaded, things = load_editions(root), things_of(book, corrections)
    editions = loaded.editions
    made = None if loaded.problems else next_edition(things, editions, time)
    if made:
        editions += (made,)
    file = (edition_file(made.number), edition_text(made)) if made else None
    return Made(History(book, things, editions), file, loaded.problems)


def history_of(root: Path, book: Book, corrections: Mapping[str, str]) -> History:
    """The history of this book so far."""
    return History(book, things_of(book, corrections), load_editions(root).editions)


def next_edition(things: Things, editions: Sequence[Edition], time: Callable[[], datetime]) -> Edition | None:
    """The edition that comes after these; None where a reader would find nothing changed."""
    state, last = fold(editions), editions[-1] if editions else None
    came = {
        kind: {key: name for key, name in things.names[kind].items() if key not in state.names[kind]}
        for kind in NAME_KINDS
    }
    went = {
        kind: tuple(key for key in state.names[kind] if key not in things.names[kind]) for kind in NAME_KINDS
    }
    new = numbers({kind: unknown(facts, state.marks[kind]) for kind, facts in things.facts.items()})
    holds = _holds(things)
    if not (any(came.values()) or any(went.values()) or new or fewer(last, holds, new)):
        return None
    return Edition(
        number=last.number + 1 if last else 1,
        date=time().replace(microsecond=0),
        holds=holds,
        new=new,
        came={kind: keys for kind, keys in came.items() if keys},
        went={kind: keys for kind, keys in went.items() if keys},
        marked=_changed_marks(things, state, came=True),
        unmarked=_changed_marks(things, state, came=False),
    )


def _holds(things: Things) -> dict[str, int]:
    """How many the book holds of each kind."""
    names = {kind: len(keys) for kind, keys in things.names.items() if kind != "versions" and keys}
    return names | numbers({kind: [each.fact for each in facts] for kind, facts in things.facts.items()})


def _changed_marks(things: Things, state: State, came: bool) -> dict[str, str]:
    """The marks of facts that came, or that went."""
    changed: dict[str, str] = {}
    for kind in FACT_KINDS:
        now, before = {mark for fact in things.facts[kind] for mark in fact.marks}, state.marks[kind].keys()
        if marks := now - before if came else before - now:
            changed[kind] = " ".join(sorted(marks))
    return changed
