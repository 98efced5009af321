"""Which of an article's names are one person's: "Xi" is Xi Jinping, "Ben Barak" is Ram Ben Barak.

The longest form names the person. A part of it is its short form, initials stand for given names; a single
word that several people bear goes to the one who was given the same office, or is of the gender that the
form of address tells, or else was last named in full. Nobody is both Mr and Mrs, and no First Lady is the
President.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing_book.extract.cues import PEOPLE
from briefing_book.extract.people.beside import Gender, contradict, gender_by_name, gender_of
from briefing_book.extract.people.names import Candidate
from briefing_book.extract.people.words import PARTICLES, SUFFIXES, Words, fold

Key = tuple[str, ...]
Titles = Mapping[int, frozenset[str]]
"""The titles beside each name, by the character at which it starts."""
_LONGEST = 8


class Namesakes:
    """The people of one article by the parts of their names. Ask `whose` in the order of the text."""

    def __init__(self, named: Sequence[Candidate], titles: Titles) -> None:
        self._parts: dict[Key, str] = {}
        self._first: dict[tuple[str, Gender | None], str] = {}
        self._latest: dict[tuple[str, Gender | None], str] = {}
        self._keys: dict[str, Key] = {}
        self._titles: dict[str, frozenset[str]] = defaultdict(frozenset)
        self._holders: dict[tuple[str, str], str] = {}
        self._alone: dict[tuple[str, Gender | None], str] = {}
        full = {_key(c.words): _shown(c.words) for c in reversed(named) if len(c.words) > 1}
        for key, name in sorted(full.items(), key=lambda item: (_is_initial(item[0][0]), -len(item[0]))):
            if key not in self._parts:
                self._add(name, key)
        for c in named:
            self._learn_titles(c, titles[c.start])
        for name, key in self._keys.items():
            for word in _singles(key):
                for gender in {None, self._gender(name)}:
                    self._first.setdefault((word, gender), name)

    def _add(self, name: str, key: Key) -> None:
        known = self._parts.get(key[::-1]) if len(key) == 2 else None
        if known is not None:
            self._parts[key] = known
            return
        self._keys[name] = key
        for part in (*_parts(key), *_with_initials(key)):
            self._parts.setdefault(part, name)

    def _learn_titles(self, c: Candidate, titles: frozenset[str]) -> None:
        key = _key(c.words)
        if len(key) < 2:
            return
        name = self._parts[key]
        self._titles[name] |= titles
        for title in titles & PEOPLE["offices"]:
            self._holders.setdefault((key[-1], title), name)

    def _gender(self, name: str) -> Gender | None:
        """What the titles tell, or else the given name."""
        return gender_of(self._titles[name]) or gender_by_name(self._keys[name][0])

    def whose(self, words: Words, titles: frozenset[str] = frozenset()) -> str:
        """The name of the person whom the words name, with those titles beside them."""
        key = _key(words)
        if len(key) == 1:
            return self._bearer(key[0], titles) or self._unknown(words, gender_of(titles))
        name = self._parts[key]
        for word in _singles(self._keys[name]):
            for gender in {None, self._gender(name)}:
                self._latest[word, gender] = name
        return name

    def _bearer(self, word: str, titles: frozenset[str]) -> str | None:
        """Who of those that bear the single word may have the titles."""
        gender = gender_of(titles)
        holders = [self._holders.get((word, title)) for title in sorted(titles)]
        same = [
            last.get((word, g)) for g in dict.fromkeys((gender, None)) for last in (self._latest, self._first)
        ]
        return next((name for name in (*holders, *same) if name and self._may_be(name, titles)), None)

    def _may_be(self, name: str, titles: frozenset[str]) -> bool:
        genders = {self._gender(name), gender_of(titles)} - {None}
        return len(genders) < 2 and not contradict(self._titles[name], titles)

    def _unknown(self, words: Words, gender: Gender | None) -> str:
        """What somebody is called of whom there is no longer name, a man and a woman apart."""
        key, shown = _key(words)[0], _shown(words)
        other: Gender = "male" if gender == "female" else "female"
        if gender and self._alone.get((key, other)) == shown:
            shown = f"{'Mrs' if gender == 'female' else 'Mr'} {shown}"
        return self._alone.setdefault((key, gender), shown)

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
            if name is not None and self._keys[name][-1] == fold(run[end - 1]):
                return end
        return 0


def _parts(key: Key) -> Iterator[Key]:
    """The stretches of two words and more that end or begin a name, and its first with its last word."""
    yield key
    yield (key[0], key[-1])
    for i in range(1, len(key) - 1):
        yield key[i:]
        yield key[:-i]


def _with_initials(key: Key) -> Iterator[Key]:
    """The name with initials for some or all of the given names before the last word."""
    if _is_initial(key[0]):
        return
    initials = tuple(f"{word[0]}." for word in key[:-1])
    for count in range(1, len(initials) + 1):
        yield (*initials[:count], key[-1])
        yield ("".join(initials[:count]), key[-1])


def _is_initial(word: str) -> bool:
    return len(word) > 1 and word[1] == "."


def _singles(key: Key) -> Iterator[str]:
    """The words that stand for a whole name: the likeliest to be its family name last."""
    return (word for word in key if word not in PARTICLES and word.strip(".") not in SUFFIXES)


def _key(words: Words) -> Key:
    return tuple(fold(word) for word in words)


def _shown(words: Words) -> str:
    """The name without nicknames in quotation marks."""
    return " ".join(word.text for word in words if not word.is_nickname)
