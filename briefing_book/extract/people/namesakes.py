"""Which of an article's names are one person's: "Xi" is Xi Jinping, "Ben Barak" is Ram Ben Barak.

The longest form names the person. A part of it is its short form; a single word that several people bear
goes to the one last named in full.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from briefing_book.extract.people.names import PARTICLES, SUFFIXES, Word, Words

Key = tuple[str, ...]
_LONGEST = 8


class Namesakes:
    """The people of one article by the parts of their names. Ask `whose` in the order of the text."""

    def __init__(self, names: Iterable[Words]) -> None:
        self._parts: dict[Key, str] = {}
        self._first: dict[str, str] = {}
        self._latest: dict[str, str] = {}
        self._keys: dict[str, Key] = {}
        full = {_shown(words): _key(words) for words in names}
        for name, key in sorted(full.items(), key=lambda item: -len(item[1])):
            if len(key) > 1 and key not in self._parts:
                self._add(name, key)

    def _add(self, name: str, key: Key) -> None:
        self._keys[name] = key
        for part in _parts(key):
            self._parts.setdefault(part, name)
        for word in _singles(key):
            self._first.setdefault(word, name)

    def whose(self, words: Words) -> str:
        """The name of the person whom the words name."""
        key = _key(words)
        if len(key) > 1:
            name = self._parts[key]
            self._latest.update(dict.fromkeys(_singles(self._keys[name]), name))
            return name
        return self._latest.get(key[0]) or self._first.get(key[0]) or _shown(words)

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


def _parts(key: Key) -> Iterator[Key]:
    """The stretches of two words and more that end or begin a name, and its first with its last word."""
    yield key
    yield (key[0], key[-1])
    for i in range(1, len(key) - 1):
        yield key[i:]
        yield key[:-i]


def _singles(key: Key) -> Iterator[str]:
    """The words that stand for a whole name: the likeliest to be its family name last."""
    words = [word for word in key if word not in PARTICLES and word.strip(".") not in SUFFIXES]
    return iter(words)


def _key(words: Words) -> Key:
    return tuple(_fold(word) for word in words)


def _fold(word: Word) -> str:
    """A word without accents, case and Arabic articles."""
    plain = unicodedata.normalize("NFKD", word.low)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return plain.removeprefix("al-").removeprefix("el-")


def _shown(words: Words) -> str:
    return " ".join(word.text for word in words)
