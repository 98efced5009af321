"""The index of names: under which heading each name stands, and what other spellings lead there.

A person stands under the family name where the articles show it: it is the one word of the name by which they
call the person most often. The page numbers come from the typesetting.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing_book.model import Book, Entity
from briefing_book.names import key, plain
from briefing_book.publish.print.notes import Data
from briefing_book.publish.print.who import spellings

MOST_SPELLINGS = 6
"""More spellings of a name are not listed: they are often typing errors."""


def names_index(lines: Callable[[str], list[Data]], ids: Iterable[str]) -> list[Data]:
    """The lines of these entities and plans, in alphabetical order."""
    found = [line for id in ids for line in lines(id)]
    return sorted(found, key=lambda line: (key(line["head"]), line["head"], line["id"]))


def index_lines(book: Book) -> Callable[[str], list[Data]]:
    """From the id of an entity or a plan to its heading, and those of its other spellings."""
    plans = {plan.id: plan.plan.title for plan in book.plans}

    def lines(id: str) -> list[Data]:
        entity = book.entities.get(id)
        return list(_lines(entity)) if entity else [_line(id, plain(plans.get(id, id)))]

    return lines


def _lines(entity: Entity) -> Iterator[Data]:
    head, others = heading(entity), list(spellings(entity))[:MOST_SPELLINGS]
    yield _line(entity.id, head, others)
    for other in others:
        if key(other)[:1] != key(head)[:1]:
            yield _line(entity.id, other, see=head)


def _line(id: str, head: str, also: Sequence[str] = (), see: str | None = None) -> Data:
    return {"id": id, "head": head, "also": list(also), "see": see}


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
