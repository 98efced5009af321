"""Runs of capitalised words, cut into what could be a person's name.

Titles, countries and ordinary words at its edges are cut off; what is left is a candidate.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc

from briefing_book.extract.cues import PEOPLE
from briefing_book.extract.people.words import PARTICLES, SUFFIXES, Word, Words, runs
from briefing_book.model import Country

_GAP = re.compile(r"\s+")
_OFFICE_LINKS = frozenset(("of", "for", "and", "the"))
_LONGEST_OFFICE = 8
_LONGEST_NAME = 12
_QUALIFYING = frozenset(("VERB", "ADJ", "NOUN"))
_OF_NAMES = frozenset(("PROPN", "NOUN", "ADJ", "X"))


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
        if not 0 < end - start <= _LONGEST_NAME or _office(run, end) or self._is_second_title(run[start:end]):
            return None
        return (
            None if _is_club(run[max(start - 1, 0) : end]) else Candidate(run[start:end], run[:titles], run)
        )

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

    def _is_second_title(self, words: Words) -> bool:
        """Whether the one word ends an office: the "General" of "director General"."""
        before = self._doc[words[0].first - 1].lower_ if words[0].first else ""
        return len(words) == 1 and is_title(words[0]) and before in PEOPLE["offices"]

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
        sure = leads_to_office(self._doc, run[0].first - 1)
        for i in range(len(run) - 2, start - 1, -1):
            if run[i].low in PEOPLE["thing_nouns"] and (
                sure or self._doc[run[i].first].ent_type_ != "PERSON"
            ):
                return i + 1
        return start

    def _not_first(self, run: Words, i: int) -> bool:
        word, left = run[i], len(run) - i - 1
        if not word.capital or word.start in self._later or (left and word.low in PEOPLE["bodies"]):
            return True
        place = self._places.get(word.start)
        if place is not None:
            return left > 1 or place.kind == "demonym" or place.end > word.end
        if left and self._opens_sentence(word, left):
            return True
        if left and self._person(word, "B"):
            return False
        return self._ordinary(run, i)

    def _opens_sentence(self, word: Word, left: int) -> bool:
        """Whether an ordinary word has its capital from the sentence: "Regarding", "Ten-year-old"."""
        last = self._doc[word.last]
        if word.first != word.last:
            return last.is_lower and last.pos_ in _QUALIFYING
        if self._doc[word.first].is_sent_start is not True:
            return False
        return word.low in PEOPLE["openers"] or (left > 1 and self._is_sort_of_person(word))

    def _is_sort_of_person(self, word: Word) -> bool:
        """Whether a name follows the word and does not include it: "Midfielder Lee Park"."""
        following = self._doc[word.last + 1]
        return word.low in PEOPLE["people_nouns"] and not (
            self._person(word, "B") and following.ent_iob_ == "I"
        )

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


def leads_to_office(doc: Doc, i: int) -> bool:
    """Whether the words up to `i` lead back to an office: "Minister of Labour and"."""
    for k in range(i, max(i - _LONGEST_OFFICE, -1), -1):
        if doc[k].lower_ in PEOPLE["offices"]:
            return k < i
        if doc[k].lower_ not in _OFFICE_LINKS and not doc[k].is_title:
            return False
    return False


def _is_club(words: Words) -> bool:
    """Whether a sports club is named: "FC Palma"."""
    return any(word.text.isupper() and word.low in PEOPLE["club_marks"] for word in words)


def is_title(word: Word) -> bool:
    """Whether the word is a form of address or the last word of an office."""
    last = word.low.removesuffix("-elect").removesuffix("-designate").rsplit("-", 1)[-1]
    return word.low in PEOPLE["honorifics"] or last in PEOPLE["offices"]


def _office(run: Words, end: int) -> bool:
    """Whether the words before `end` are an office of several words: "Chief Executive Officer"."""
    lows = [word.low for word in run[max(end - 3, 0) : end]]
    return any(" ".join(lows[i:]) in PEOPLE["offices"] for i in range(len(lows) - 1))


def _acronym(word: Word) -> bool:
    return 3 <= len(word.text) <= 6 and word.text.isupper() and word.text.isalpha()
