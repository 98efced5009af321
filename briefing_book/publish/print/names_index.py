"""The index of names: under which heading each name stands, and what other spellings lead there.

A person stands under the family name where the articles show it: it is the one word of the name by which they
call the person most often. The page numbers come from the typesetting.
"""

from collections.abc import Iterable, Iterator

from briefing_book.model import Entity
from briefing_book.names import key, plain
from briefing_book.publish.print.notes import Data
from briefing_book.publish.print.who import spellings
from briefing_book.render.view import View

MOST_SPELLINGS = 6
"""More spellings of a name are not listed: they are often typing errors."""


def names_index(view: View, ids: Iterable[str]) -> list[Data]:
    """The headings of these entities and plans, and of their other spellings, in alphabetical order."""
    found = [line for id in ids for line in _lines(view, id)]
    return sorted(found, key=lambda line: (key(line["head"]), line["head"], line["id"]))


def _lines(view: View, id: str) -> Iterator[Data]:
    entity = view.book.entities.get(id)
    if entity is None:
        yield {"id": id, "head": plain(view.name(id) or id), "also": [], "see": None}
        return
    head, others = heading(entity), list(spellings(entity))[:MOST_SPELLINGS]
    yield {"id": id, "head": head, "also": others, "see": None}
    for other in others:
        if key(other)[:1] != key(head)[:1]:
            yield {"id": id, "head": other, "also": [], "see": head}


def heading(entity: Entity) -> str:
    """The name as an index shows it: "Lind, Anna", but "Wang Li"."""
    words = plain(entity.name).split()
    called = _family_name(entity, words) if entity.kind == "people" else None
    if not called or called == words[0]:
        return " ".join(words)
    at = words.index(called)
    return f"{' '.join(words[at:])}, {' '.join(words[:at])}"


def _family_name(entity: Entity, words: list[str]) -> str | None:
    """The one of the name's words by which articles call the person most often."""
    counts = dict.fromkeys(words, 0)
    for form in entity.forms:
        if plain(form.text) in counts:
            counts[plain(form.text)] += len(form.passages)
    most = max(words, key=lambda word: counts[word])
    return most if counts[most] else None
