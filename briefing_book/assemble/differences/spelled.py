"""How sources spell one name: words that begin alike and share most letters, in the names of one person.

Of organisations only names of one word count: longer ones hold words that are British or American.
"""

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from briefing_book.assemble.differences.rows import Sayings, same
from briefing_book.assemble.reading import Library
from briefing_book.assemble.unions import Groups, Known
from briefing_book.model import Difference, Entity
from briefing_book.names import key

SHORTEST = 4
"""In shorter words every letter tells."""
LIKE = 70
"""The part of their letters, in hundredths, that spellings of one word share in order."""
MOST_WORDS = 60
_BEGINNINGS = ("kcqgx", "yjie", "zsc", "vwf", "au")
"""Letters that begin spellings of one word."""


def spelling_differences(library: Library, entities: dict[str, Entity]) -> Iterator[Difference]:
    """Each person or organisation whose name two sources spell differently throughout."""
    for entity in entities.values():
        words = _words(entity) if len(entity.articles) > 1 else []
        for spellings in _slots(words):
            said: Sayings[str] = Sayings(library)
            for form in entity.forms:
                for word in spellings.intersection(key(form.text)):
                    said.add_all(word, form.passages)
            if said.differ(same):
                yield said.difference("names", f"How sources spell {entity.name}", [entity.id])
                break


def _words(entity: Entity) -> list[str]:
    """The words of an entity's names, where these are names of their own."""
    names = [key(form.text) for form in entity.forms]
    if entity.kind == "countries":
        return []
    if entity.kind == "organisations":
        names = [name for name in names if len(name) == 1]
    return list(dict.fromkeys(word for name in names for word in name if len(word) >= SHORTEST))[:MOST_WORDS]


def _slots(words: list[str]) -> Iterator[frozenset[str]]:
    """The words that are spellings of one, two or more together."""
    groups = Groups(Known() for _ in words)
    for one, other in combinations(range(len(words)), 2):
        if _spellings(words[one], words[other]):
            groups.unite(one, other)
    for numbers in groups.groups():
        if len(numbers) > 1:
            yield frozenset(words[number] for number in numbers)


def _spellings(one: str, other: str) -> bool:
    begin = one[0] == other[0] or any(one[0] in each and other[0] in each for each in _BEGINNINGS)
    return begin and fuzz.ratio(one, other) >= LIKE
