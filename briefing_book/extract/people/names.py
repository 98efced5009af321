"""Runs of capitalised words, cut into what could be a person's name.

A run is what stands together with capital letters, hyphens and the small words inside names ("de", "bin").
Titles, countries and ordinary words at its edges are cut off; what is left is a candidate.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from briefing_book.extract.cues import PEOPLE
from briefing_book.model import Country

PARTICLES = PEOPLE["particles"]
SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
_ARTICLES = ("al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-", "ul-", "ur-", "ud-")
_HYPHENS = "-‐‑–"
_JOINTS = str.maketrans("", "", _HYPHENS + "'’ʼ`")
_GAP = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W\d_](?:[^\W_]|[.'’ʼ`‐‑–-])*")
_OFFICE_LINKS = frozenset(("of", "for", "and", "the"))
_LONGEST_OFFICE = 8
_QUALIFYING = frozenset(("VERB", "ADJ", "NOUN"))
_OF_NAMES = frozenset(("PROPN", "NOUN", "ADJ", "X"))


class Word(NamedTuple):
    """A word with its hyphens: characters from `start` to `end`, tokens from `first` to `last`."""

    text: str
    start: int
    end: int
    first: int
    last: int

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or self.text.startswith(_ARTICLES)


Words = tuple[Word, ...]


class Candidate(NamedTuple):
    """Words that may be a name; `titles` are the words of the same run that stand before them."""

    words: Words
    titles: Words
    run: Words

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def words_of(doc: Doc) -> Iterator[Word]:
    """The document's words and punctuation marks; a hyphened word is one, what is no letter is cut off."""
    text = doc.text
    i = 0
    while i < len(doc):
        last = _last_token(doc, i)
        start, end = doc[i].idx, doc[last].idx + len(doc[last])
        letters = _LETTERS.match(text, start, end)
        if letters and text[letters.end() - 1] in "'’":
            end = letters.end() - 1
        elif letters:
            end = letters.end()
        yield Word(text[start:end], start, end, i, last)
        i = last + 1


def _last_token(doc: Doc, i: int) -> int:
    if not doc[i].text[0].isalpha():
        return i
    while i + 2 < len(doc) and not doc[i].whitespace_ and doc[i + 1].text in _HYPHENS:
        if doc[i + 1].whitespace_ or not doc[i + 2].text[0].isalpha():
            break
        i += 2
    return i


def runs(doc: Doc) -> Iterator[Words]:
    """The runs of capitalised words, each on one line; small name words stay inside, never at an edge."""
    run: list[Word] = []
    small: list[Word] = []
    for word in words_of(doc):
        if word.text[0].isalpha() and word.capital:
            run += [*small, word]
            small = []
        elif run and word.low in PARTICLES:
            small.append(word)
        elif run:
            yield tuple(run)
            run, small = [], []
    if run:
        yield tuple(run)


class Cutter:
    """Cuts the runs of one document into candidates. `countries` say which words name a place."""

    def __init__(self, doc: Doc, countries: Iterable[Country]) -> None:
        self._doc = doc
        mentions = [m for country in countries for m in country.mentions]
        self._places = {m.start: m for m in mentions}
        self._later = {m.start + gap.end() for m in mentions for gap in _GAP.finditer(m.text)}

    def candidates(self) -> list[Candidate]:
        """All that could be a name, in order."""
        found = (self._cut(run) for run in runs(self._doc))
        return [candidate for candidate in found if candidate]

    def _cut(self, run: Words) -> Candidate | None:
        titles = self._titles(run)
        start = max(titles, self._things(run, titles))
        end = len(run)
        while start < end and self._not_first(run, start):
            start += 1
        while end > start and self._not_last(run, end - 1, start):
            end -= 1
        if start == end or _office(run, end):
            return None
        return Candidate(run[start:end], run[:titles], run)

    def _titles(self, run: Words) -> int:
        """How many words of the run belong to titles: up to the last one that a name follows."""
        last = len(run) - 1
        while last > 0 and run[last].low in SUFFIXES:
            last -= 1
        for i in range(last - 1, -1, -1):
            if run[i + 1].start in self._later:
                continue
            if is_title(run[i]) and not self._inside_name(run, i):
                return i + 1
        return 0

    def _inside_name(self, run: Words, i: int) -> bool:
        """Whether the word, though a title elsewhere, stands amid a person's name: "Hassan Sheikh Omar"."""
        if i == 0 or run[i].low not in PEOPLE["honorifics"] or not self._person(run[i], "I"):
            return False
        before = run[i - 1]
        return before.low in PARTICLES or (
            self._person(before, "B") and before.start not in self._places and not is_title(before)
        )

    def _person(self, word: Word, place: str) -> bool:
        token = self._doc[word.first]
        return token.ent_type_ == "PERSON" and token.ent_iob_ == place

    def _things(self, run: Words, start: int) -> int:
        """Where the run goes on after the last word that ends the name of something else."""
        sure = self._of_office(run[0].first - 1)
        for i in range(len(run) - 2, start - 1, -1):
            if run[i].low in PEOPLE["thing_nouns"] and (
                sure or self._doc[run[i].first].ent_type_ != "PERSON"
            ):
                return i + 1
        return start

    def _of_office(self, i: int) -> bool:
        """Whether the words before lead back to an office: "Minister of Labour and"."""
        for k in range(i, max(i - _LONGEST_OFFICE, -1), -1):
            token = self._doc[k]
            if token.lower_ in PEOPLE["offices"]:
                return k < i
            if token.lower_ not in _OFFICE_LINKS and not token.is_title:
                return False
        return False

    def _not_first(self, run: Words, i: int) -> bool:
        word, left = run[i], len(run) - i - 1
        if not word.capital or word.start in self._later:
            return True
        place = self._places.get(word.start)
        if place is not None:
            return left > 1 or place.kind == "demonym" or place.end > word.end
        if left and self._opens_sentence(word):
            return True
        if left and self._person(word, "B"):
            return False
        return self._ordinary(run, i)

    def _opens_sentence(self, word: Word) -> bool:
        """Whether an ordinary word has its capital from the sentence: "Regarding", "Ten-year-old"."""
        last = self._doc[word.last]
        if word.first != word.last:
            return last.is_lower and last.pos_ in _QUALIFYING
        return self._doc[word.first].is_sent_start is True and word.low in PEOPLE["openers"]

    def _ordinary(self, run: Words, i: int) -> bool:
        word, token = run[i], self._doc[run[i].first]
        if word.low in PEOPLE["not_names"]:
            return True
        if i + 2 < len(run) and _acronym(word) and not self._person(run[i + 1], "I"):
            return True
        if word.first != word.last:
            return False
        return token.is_stop or (token.is_sent_start is True and token.pos_ not in _OF_NAMES)

    def _not_last(self, run: Words, i: int, start: int) -> bool:
        word = run[i]
        if i > start and self._person(word, "I"):
            return False
        return word.low in PEOPLE["not_names"] or (word.first == word.last and self._doc[word.first].is_stop)


def fold(word: Word) -> str:
    """A word without accents, case, hyphens and Arabic articles."""
    plain = unicodedata.normalize("NFKD", word.low)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return plain.removeprefix("al-").removeprefix("el-").translate(_JOINTS)


def is_title(word: Word) -> bool:
    """Whether the word is a form of address or the last word of an office."""
    last = word.low.rsplit("-", 1)[-1]
    return word.low in PEOPLE["honorifics"] or last in PEOPLE["offices"]


def _office(run: Words, end: int) -> bool:
    """Whether the words before `end` are an office of several words: "Chief Executive Officer"."""
    lows = [word.low for word in run[max(end - 3, 0) : end]]
    return any(" ".join(lows[i:]) in PEOPLE["offices"] for i in range(len(lows) - 1))


def _acronym(word: Word) -> bool:
    return 3 <= len(word.text) <= 6 and word.text.isupper() and word.text.isalpha()
