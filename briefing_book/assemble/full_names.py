"""How two full names may be one person's: spellings, initials, middle names, short forms, suffixes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, takewhile

from briefing_book.assemble.given_names import (
    SHORTEST_BEGINNING,
    Kinship,
    full_forms,
    in_english,
    kinship,
)
from briefing_book.assemble.spellings import likeness, nearly_alike, sound, spelling
from briefing_book.in_english.names import name_in_english
from briefing_book.names import GENERATIONS, Key

LONG = 7
"""In shorter words a letter more or less is often another name."""
MOST_WORDS = 6
"""Of a longer name only the first words are looked at for names that leave some out."""
HOW = {"same": "middle name", "initial": "initials"}
"""The features of two names with one family name, by how their given names are one."""
MOST_ALIKE = 30
"""A mark that more names bear tells nothing."""

Mark = tuple[str, ...]
"""What names that may be one have in common: its kind, and the words."""


@dataclass(frozen=True)
class FullName:
    """A person's name: its words as written, in one spelling, and what follows it ("jr").

    `english` are its words as English spells them, where the articles' language does otherwise.
    """

    written: Key
    words: Key
    generation: str = ""
    english: Key = ()

    @classmethod
    def of(cls, name: Key, language: str | None = None) -> "FullName":
        """The name with this key, in articles of a language."""
        kept = tuple(takewhile(lambda word: word not in GENERATIONS, name)) or name
        english = name_in_english(kept, language)
        told = spelling(english) if english != kept else ()
        return cls(kept, spelling(kept), next(iter(name[len(kept) :]), ""), told)

    def fullness(self) -> tuple[int, bool]:
        """The fuller of two names has more letters."""
        return len("".join(self.written)), bool(self.generation)


def relation(one: FullName, full: FullName) -> str | None:
    """The feature that makes a name another's, which is no less full; None for two people's names."""
    if one.generation and full.generation and one.generation != full.generation:
        return None
    if one.words == full.words:
        return "generation" if one.generation != full.generation else "other spelling"
    if (one.english or full.english) and _same_in_english(one, full):
        return "other spelling"
    how = _whole(one.words, full.words) or _by_parts(one, full)
    if how is None and _stands_in(one.words, full.words):
        return "some names left out"
    formal = one.generation != full.generation and how is not None
    return "formal name" if formal and how in {"middle name", "short form", "initials"} else how


def _same_in_english(one: FullName, full: FullName) -> bool:
    """Whether English has one spelling for both; then one given name may be the other's translation."""
    mine, yours = one.english or one.words, full.english or full.words
    if mine == yours:
        return True
    given = in_english(one.written[0])
    translated = given is not None and given == in_english(full.written[0])
    respelled = mine[-1] not in (one.words[-1], full.words[-1]) or yours[-1] != full.words[-1]
    return translated and respelled and mine[1:] == yours[1:]


def _whole(one: Key, full: Key) -> str | None:
    if "".join(one) == "".join(full):
        return "same letters"
    if sorted(one) == sorted(full):
        return "same words"
    if len(one) < len(full) and one == full[-len(one) :]:
        return "first names left out"
    if len(one) < len(full) and one == full[: len(one)]:
        return "last names left out"
    return None


def _by_parts(one: FullName, full: FullName) -> str | None:
    family = likeness(one.written[-1], full.written[-1])
    given, fits = _given(one, full)
    if not given or not fits:
        return None
    if not family:
        near = given == "same" and nearly_alike(one.written[-1], full.written[-1])
        return "similar short name" if near else None
    if family == "same":
        return HOW.get(given, given) if given != "similar" else _similar(one.written[0], full.written[0])
    if given == "same":
        return _similar(one.written[-1], full.written[-1])
    both = given == "similar" and _similar(one.written[0], full.written[0]) == "similar spelling"
    return _similar(one.written[-1], full.written[-1]) if both else "several differences"


def _given(one: FullName, full: FullName) -> tuple[Kinship | None, bool]:
    """How the given names may be one, and whether what stands between them and the family names fits."""
    if "".join(one.words[:-1]) == "".join(full.words[:-1]):
        return "same", True
    fits = _middle_fits(one.written[1:-1], full.written[1:-1])
    return kinship(one.written[0], full.written[0]), fits


def _similar(one: str, other: str) -> str:
    return "similar spelling" if min(len(one), len(other)) >= LONG else "similar short name"


def _stands_in(one: Key, full: Key) -> bool:
    """Whether one's words stand in the other in their order; initials may stand for anything."""
    rest = iter(full)
    return all(len(word) > 1 and word in rest for word in one)


def _middle_fits(one: Key, other: Key) -> bool:
    """Whether middle names are the same, in full or as initials, or one name has none."""
    if not one or not other:
        return True
    return len(one) == len(other) and all(
        kinship(a, b) in {"same", "initial"} for a, b in zip(one, other, strict=True)
    )


class FullNames:
    """The full names by what others that may mean the same person have in common with them."""

    def __init__(self) -> None:
        self._bearers: dict[Mark, list[int]] = {}
        self._names: dict[int, FullName] = {}

    def add(self, number: int, name: FullName) -> None:
        """Take in a name; later ones may be related to it."""
        self._names[number] = name
        for mark in dict.fromkeys(_borne(name)):
            self._bearers.setdefault(mark, []).append(number)

    def related(self, name: FullName) -> Iterator[tuple[int, str]]:
        """The names that this one may be, with the feature that says how."""
        for number in dict.fromkeys(self._alike(_sought(name))):
            how = relation(name, self._names[number])
            if how:
                yield number, how

    def _alike(self, marks: Iterable[Mark]) -> Iterator[int]:
        for mark in marks:
            numbers = self._bearers.get(mark, ())
            if len(numbers) <= MOST_ALIKE:
                yield from numbers


def _shared(name: FullName) -> Iterator[Mark]:
    """Marks that a name both bears and seeks."""
    given, family = name.words[0], name.words[-1]
    yield "letters", "".join(name.words)
    yield "words", *sorted(name.words)
    yield "ends", given, family
    yield "sounds", sound(given), sound(family)
    yield "given together", "".join(name.words[:-1]), sound(family)
    for full in sorted({name.written[0], *full_forms(name.written[0])}):
        yield "short form", full, family
    if english := in_english(name.written[0]):
        yield "translated", english, family
    if name.english:
        yield "words", *sorted(name.english)
        yield "translated", in_english(name.written[0]) or "", name.english[-1]


def _borne(name: FullName) -> Iterator[Mark]:
    yield from _shared(name)
    yield "initial", name.words[0][0], name.words[-1]
    for length in range(2, len(name.words)):
        yield "end", *name.words[-length:]
        yield "beginning", *name.words[:length]
    for first, last in combinations(name.words[:MOST_WORDS], 2):
        yield "within", first, last
    yield "given beginning", name.written[0][:SHORTEST_BEGINNING], name.words[-1]


def _sought(name: FullName) -> Iterator[Mark]:
    yield from _shared(name)
    yield "end", *name.words
    yield "beginning", *name.words
    yield "within", name.words[0], name.words[-1]
    yield "given beginning", name.written[0][:SHORTEST_BEGINNING], name.words[-1]
    if len(name.words[0]) == 1:
        yield "initial", name.words[0], name.words[-1]
