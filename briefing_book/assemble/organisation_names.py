"""How two names of organisations may be one's: spellings, acronyms, general words and countries left out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing_book.assemble.full_names import MOST_ALIKE, Mark
from briefing_book.assemble.institutions import SMALL
from briefing_book.assemble.spellings import likeness, one_spelling, sound
from briefing_book.names import Key

_GENERAL = """
agency association bank broadcaster channel co committee company corp corporation council daily foundation
forces fund government group inc institute international ltd magazine media militia movement network news
newspaper office organisation organization outlet party plc press publication radio rebels service
services site state station syndicate television tv university website wire
"""
"""Words that say what an organisation is, so that it is often named without them."""
GENERAL = frozenset(_GENERAL.split())
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 8
_RULES = [
    (re.compile(r"isation"), "ization"),
    (re.compile(r"^(cent|theat)re"), r"\1er"),
    (re.compile(r"(?<=[a-z]{2})our$"), "or"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"ogramme"), "ogram"),
    (re.compile(r"(?<=[^s]{5})s$"), ""),
]
"""British and American spellings, and the plural."""


@lru_cache(maxsize=1 << 16)
def word_of(word: str) -> str:
    """A word of an organisation's name in one spelling."""
    for pattern, instead in _RULES:
        word = pattern.sub(instead, word)
    return one_spelling(word)


@dataclass(frozen=True)
class OrganisationName:
    """A name's key, and its words without small ones, each in one spelling; `general` say what it is."""

    written: Key
    words: Key
    general: frozenset[str]
    is_acronym: bool

    @classmethod
    def of(cls, name: str, written: Key) -> "OrganisationName":
        """The name as it is written, with its key."""
        large = [word for word in written if word not in SMALL]
        letters = name.replace(".", "")
        acronym = (
            len(written) == 1 and letters.isupper() and SHORTEST_ACRONYM <= len(letters) <= LONGEST_ACRONYM
        )
        general = frozenset(word_of(word) for word in large if word in GENERAL)
        return cls(written, tuple(word_of(word) for word in large), general, acronym)

    def core(self) -> Key:
        """The words that tell it from other organisations of its kind."""
        return tuple(word for word in self.words if word not in self.general)

    def initials(self) -> set[str]:
        """The acronyms that may stand for it: with and without its small words."""
        large = [word for word in self.written if word not in SMALL]
        both = {"".join(word[0] for word in words) for words in (self.written, large)}
        return {letters for letters in both if SHORTEST_ACRONYM <= len(letters) <= LONGEST_ACRONYM}

    def abbreviated(self) -> set[Key]:
        """Its words with the first few written as their initials: "UN Security Council"."""
        return {
            ("".join(word[0] for word in self.words[:some]), *self.words[some:])
            for some in range(SHORTEST_ACRONYM, len(self.words))
        }


def relation(one: OrganisationName, full: OrganisationName) -> str | None:
    """The feature that makes a name another's, which is no shorter; None for two organisations' names."""
    if one.is_acronym:
        return "acronym" if one.written[0] in full.initials() else None
    if one.words == full.words:
        return "other spelling"
    if "".join(one.words) == "".join(full.words):
        return "same letters"
    if one.words in full.abbreviated():
        return "abbreviated"
    if one.core() and one.core() == full.core() and set(one.words) <= set(full.words):
        return "general words left out"
    if len(one.words) == len(full.words) and all(map(likeness, one.words, full.words)):
        return "similar words"
    return None


class OrganisationNames:
    """Names of organisations by what others that may mean the same one have in common with them."""

    def __init__(self) -> None:
        self._bearers: dict[Mark, list[int]] = {}
        self._names: dict[int, OrganisationName] = {}

    def add(self, number: int, name: OrganisationName, called: Iterable[str]) -> None:
        """Take in a name, and the acronyms by which its articles call it."""
        self._names[number] = name
        for mark in _shared(name):
            self._bearers.setdefault(mark, []).append(number)
        for letters in sorted(name.initials()):
            self._bearers.setdefault(("initials", letters), []).append(number)
        for words in sorted(name.abbreviated()):
            self._bearers.setdefault(("abbreviated", *words), []).append(number)
        for acronym in sorted(called):
            self._bearers.setdefault(("called", acronym), []).append(number)

    def related(self, name: OrganisationName) -> Iterator[tuple[int, str]]:
        """The names that this one may be, with the feature that says how."""
        acronym = name.written[0] if name.is_acronym else ""
        yield from ((number, "acronym in the text") for number in self._with(("called", acronym)))
        marks = [("initials", acronym)] if acronym else [*_shared(name), ("abbreviated", *name.words)]
        for number in dict.fromkeys(number for mark in marks for number in self._with(mark)):
            how = relation(name, self._names[number])
            if how:
                yield number, how

    def _with(self, mark: Mark) -> list[int]:
        numbers = self._bearers.get(mark, [])
        return numbers if len(numbers) <= MOST_ALIKE else []


def _shared(name: OrganisationName) -> Iterator[Mark]:
    if name.words:
        yield "letters", "".join(name.words)
        yield "sounds", *(sound(word) for word in name.words)
    if name.core():
        yield "core", *name.core()
