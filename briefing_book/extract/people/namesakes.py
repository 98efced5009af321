"""Which of an article's names are one person's: "Xi" is Xi Jinping, "Ben Barak" is Ram Ben Barak.

The longest form names the person. A part of it is its short form; a single word that several people bear
goes to the one who was given the same office, or else was last named in full. Nobody is both Mr and Mrs, and
no First Lady is the President.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing_book.extract.cues import PEOPLE
from briefing_book.extract.people.names import PARTICLES, SUFFIXES, Candidate, Word, Words

Key = tuple[str, ...]
_LONGEST = 8


class Namesakes:
    """The people of one article by the parts of their names. Ask `whose` in the order of the text."""

    def __init__(self, named: Sequence[Candidate]) -> None:
        self._parts: dict[Key, str] = {}
        self._first: dict[str, str] = {}
        self._latest: dict[str, str] = {}
        self._keys: dict[str, Key] = {}
        self._titles: dict[str, set[str]] = defaultdict(set)
        self._holders: dict[tuple[str, str], str] = {}
        full = {_shown(c.words): _key(c.words) for c in named}
        for name, key in sorted(full.items(), key=lambda item: -len(item[1])):
            if len(key) > 1 and key not in self._parts:
                self._add(name, key)
        for c in named:
            self._learn_titles(c)

    def _learn_titles(self, c: Candidate) -> None:
        key, titles = _key(c.words), _titles(c.titles)
        if len(key) < 2:
            return
        name = self._parts[key]
        self._titles[name] |= titles
        for title in titles & PEOPLE["offices"]:
            self._holders.setdefault((key[-1], title), name)

    def _add(self, name: str, key: Key) -> None:
        self._keys[name] = key
        for part in _parts(key):
            self._parts.setdefault(part, name)
        for word in _singles(key):
            self._first.setdefault(word, name)

    def whose(self, words: Words, titles: Words = ()) -> str:
        """The name of the person whom the words name, with those titles before them."""
        key = _key(words)
        if len(key) > 1:
            name = self._parts[key]
            self._latest.update(dict.fromkeys(_singles(self._keys[name]), name))
            return name
        return self._bearer(key[0], _titles(titles)) or _shown(words)

    def _bearer(self, word: str, titles: set[str]) -> str | None:
        """Who of those that bear the single word may have the titles."""
        holders = [self._holders.get((word, title)) for title in sorted(titles)]
        for name in (*holders, self._latest.get(word), self._first.get(word)):
            if name and not _contradict(self._titles[name], titles):
                return name
        return None

    def within(self, run: Words) -> Iterator[Words]:
        """The full names that stand in a run of capitalised words, in whatever letters."""
        start = 0
        while start < len(run):
            end = self._end(run, start)
            if end:
                yield run[start:end]
            start = end or start + 1

    def _end(self, run: Words, start: int) -> int:
        for end in range(min(len(run), start + _LONGEST), start + 1, -1):
            name = self._parts.get(_key(run[start:end]))
            if name is not None and self._keys[name][-1] == _fold(run[end - 1]):
                return end
        return 0


def _titles(words: Words) -> set[str]:
    """The titles that the words hold, those of two words among them."""
    lows = [word.low.rstrip(".") for word in words]
    return {*lows, *(" ".join(pair) for pair in pairwise(lows))}


def _contradict(one: set[str], other: set[str]) -> bool:
    """Whether no one person has both: a man's and a woman's title, or a spouse's and the office itself."""
    for these, those in ((one, other), (other, one)):
        if these & PEOPLE["male_titles"] and those & PEOPLE["female_titles"]:
            return True
        if these & PEOPLE["spouse_titles"] and those & PEOPLE["offices"] and not these & those:
            return True
    return False


def _parts(key: Key) -> Iterator[Key]:
    """The stretches of two words and more that end or begin a name, and its first with its last word."""
    yield key
    yield (key[0], key[-1])
    for i in range(1, len(key) - 1):
        yield key[i:]
        yield key[:-i]


def _singles(key: Key) -> Iterator[str]:
    """The words that stand for a whole name: the likeliest to be its family name last."""
    return (word for word in key if word not in PARTICLES and word.strip(".") not in SUFFIXES)


def _key(words: Words) -> Key:
    return tuple(_fold(word) for word in words)


def _fold(word: Word) -> str:
    """A word without accents, case and Arabic articles."""
    plain = unicodedata.normalize("NFKD", word.low)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return plain.removeprefix("al-").removeprefix("el-")


def _shown(words: Words) -> str:
    return " ".join(word.text for word in words)
