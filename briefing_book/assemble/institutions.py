"""What countries' institutions and titles are called, whatever the order of the words.

"China's Foreign Ministry" and "the Ministry of Foreign Affairs of China" have one country and the same nouns.
"""

from collections.abc import Iterable, Mapping

from briefing_book.assemble.named import Named
from briefing_book.names import Key, key

STEMS = {
    "affairs": "",
    "defence": "defense",
    "department": "ministry",
    "presidential": "president",
    "presidency": "president",
    "ministers": "minister",
    "parliamentary": "parliament",
}
"""Words that name the same in an institution's name; those that name nothing stand for an empty word."""
SMALL = frozenset({"of", "the", "for", "and", "s", "a", "an", "to", "in", "on", "de"})
FEWEST_NOUNS = 2
"""With fewer nouns a country's name is part of the name: "Bank of China"."""

Nouns = frozenset[str]


def institution_nouns(name: Key, country: set[str]) -> Nouns:
    """What is left of an institution's name without its country, small words and letters: "U.S."."""
    stems = (STEMS.get(word, word) for word in name if word not in country and word not in SMALL)
    return frozenset(stem for stem in stems if len(stem) > 1)


class CountryWords:
    """For each country's code its entity's id, and the words by which the articles name it."""

    def __init__(self, ids: Mapping[str, str], countries: Iterable[Named]) -> None:
        self._ids = ids
        self._words: dict[str, set[str]] = {}
        self._codes: dict[str, str] = {}
        for country in countries:
            code = country.country or ""
            own = self._words.setdefault(code, set(country.key))
            own.update(word for mention in country.mentions for word in key(mention.text))
            for name in (country.key, *(key(mention.text) for mention in country.mentions)):
                if len(name) == 1:
                    self._codes.setdefault(name[0], code)

    def id(self, code: str | None) -> str | None:
        """The country's entity id; None where the book does not name it."""
        return self._ids.get(code) if code else None

    def nouns(self, title: Key, code: str | None) -> Nouns:
        """What is left of a title without the country's name."""
        return institution_nouns(title, self._words.get(code or "", set())) or frozenset(title)

    def institution(self, name: Key, code: str | None) -> tuple[str | None, Nouns]:
        """The country whose institution has this name, as its facts or the name tell, and its nouns."""
        if code:
            return code, institution_nouns(name, self._words.get(code, set()))
        told = {self._codes[word] for word in name if word in self._codes}
        nouns = institution_nouns(name, self._words[next(iter(told))]) if len(told) == 1 else frozenset[str]()
        if len(nouns) >= FEWEST_NOUNS:
            return next(iter(told)), nouns
        return None, institution_nouns(name, set())
