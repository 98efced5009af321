"""Which mentions of organisations are one organisation's, and what it is called.

The same words are the same organisation; an acronym is the one whose initials it is; the words of a
country's institution without the country are its own, where the article has but one such.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from briefing_book.extract.cues import INSTITUTIONS
from briefing_book.extract.organisations.institutions import Named

Key = tuple[str | None, frozenset[str]]
_WORDS = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des"])


def bracketed(doc: Doc, i: int) -> str | None:
    """The acronym in brackets that begins at the token, if one does."""
    if i + 2 < len(doc) and doc[i].text == "(" and doc[i + 2].text == ")":
        text = doc[i + 1].text
        return text if text.isupper() and text.isalpha() and 1 < len(text) < 9 else None
    return None


def acronym_of(doc: Doc, named: Named) -> str | None:
    """The acronym in brackets after a name ("African Union's (AU)"), or before the name in brackets."""
    end, before = named.end, named.start - 1
    if end < len(doc) and doc[end].tag_ == "POS":
        end += 1
    if before > 0 and doc[before].text == "(" and doc[end : end + 1].text == ")":
        text = doc[before - 1].text
        return text if text.isupper() and text.isalpha() and text[0] == doc[named.start].text[0] else None
    return bracketed(doc, end)


class Alike:
    """The organisations of one article. `name` gives the fullest form of a mention's organisation."""

    def __init__(self, doc: Doc, mentions: Sequence[Named]) -> None:
        self._doc = doc
        self._forms: dict[Key, str] = {}
        self._countries: dict[frozenset[str], set[str]] = defaultdict(set)
        for mention in mentions:
            if mention.country:
                self._countries[self._words(mention)].add(mention.country)
        self._full = self._last_nouns(mentions) | self._initials(mentions)
        for mention in mentions:
            self._learn(mention)

    def name(self, mention: Named) -> str:
        """What the mention's organisation is called in full."""
        return self._forms[self._key(mention)]

    def _learn(self, mention: Named) -> None:
        key, text = self._key(mention), self._text(mention)
        if len(text) > len(self._forms.get(key, "")):
            self._forms[key] = text

    def _text(self, mention: Named) -> str:
        return " ".join(self._doc[mention.start : mention.end].text.split())

    def _key(self, mention: Named) -> Key:
        words = self._words(mention)
        words = self._full.get(self._text(mention).replace(".", ""), words)
        of = self._countries.get(words, set())
        country = mention.country or (next(iter(of)) if len(of) == 1 else None)
        return country, words

    def _words(self, mention: Named) -> frozenset[str]:
        """The words that tell an organisation from others; an institution's country is not among them."""
        tokens = self._doc[mention.start : mention.end]
        words = [INSTITUTIONS.same.get(low, low) for low in _WORDS.findall(tokens.text.lower())]
        words = [word.removesuffix("'s").removesuffix("’s") for word in words]
        if mention.country and len(words) > 1:
            words = _of_institution(words)
        return frozenset(word for word in words if word)

    def _last_nouns(self, mentions: Sequence[Named]) -> dict[str, frozenset[str]]:
        """The words of the one full name that ends in a noun of organisation, by that noun."""
        full: dict[str, set[frozenset[str]]] = defaultdict(set)
        for mention in mentions:
            last = self._doc[mention.end - 1]
            if mention.end - mention.start > 1 and last.lower_ in INSTITUTIONS.nouns:
                full[last.text].add(self._words(mention))
        return {last: next(iter(names)) for last, names in full.items() if len(names) == 1}

    def _initials(self, mentions: Sequence[Named]) -> dict[str, frozenset[str]]:
        """The words of each full name by its initials, and by the acronym that follows it in brackets."""
        full: dict[str, frozenset[str]] = {}
        for mention in mentions:
            tokens = self._doc[mention.start : mention.end]
            initials = "".join(
                t.text[0] for t in tokens if t.is_alpha and t.lower_ not in _SMALL and t.is_title
            )
            if len(initials) > 2:
                full.setdefault(initials.upper(), self._words(mention))
            acronym = acronym_of(self._doc, mention)
            if acronym and len(tokens) > 1:
                full[acronym] = self._words(mention)
        return full


def _of_institution(words: list[str]) -> list[str]:
    """Those of the words that name an institution, without its country's; all of them where none does."""
    known = INSTITUTIONS.institutions | INSTITUTIONS.narrowing
    return [word for word in words if word in known or any(word in noun.split() for noun in known)] or words
