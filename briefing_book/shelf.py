"""Groups of seeds that hold one article, found by address, and by the text of those that may be alike."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rensa import RMinHash

from briefing_book.likeness import are_nearly_equal, has_most, is_short, runs_of
from briefing_book.model import Article
from briefing_book.names import plain
from briefing_book.web import is_article, same_address

MOST = 20
"""So many of the last articles of one address, or of one publisher and title, are compared."""
EDITED = 0.2
"""The part of the shorter text's runs, headlines included, that an edited text of the same address has.

Half of its sentences replaced, or one word in four, leaves a text at least 0.24 of its runs; of 8,827 pairs
of different articles of one site none shared more than 0.11."""
EDITED_BELOW_ITS_HEADLINE = 0.05
"""The same where the headlines are the same; of those pairs one in a hundred shared as much."""
LIKELY = 0.15
"""The part of all runs of two texts that, by their sketches, both have, where they are compared at all."""
_SKETCH = 128
_SEED = 1
_NAMED_FOR = re.compile(r"(.+)-\d+")


class Shelf:
    """The seeds put so far; `groups` are those of each article, in the order in which they were put."""

    def __init__(self) -> None:
        self.groups: list[list[Article]] = []
        self._by_address: dict[str, list[int]] = {}
        self._addresses: dict[int, str] = {}
        self._likely: dict[tuple[str, ...], list[int]] = {}
        self._sketches: dict[int, RMinHash] = {}

    def put(self, article: Article) -> None:
        """Add a seed to the group that it belongs to, or as a new one."""
        address = same_address(article.info.url)
        address = address if is_article(address) else ""
        number = self._edited(article, address)
        if number is None:
            number = self._alike(article, address)
        if number is None:
            number = len(self.groups)
            self.groups.append([])
        self.groups[number].append(article)
        self._sketches.pop(number, None)
        if address:
            there = self._by_address.setdefault(address, [])
            if number not in there[-MOST:]:
                there.append(number)
            self._addresses[number] = address
        for key in _own_keys(article):
            likely = self._likely.setdefault(key, [])
            if number not in likely[-MOST:]:
                likely.append(number)

    def _edited(self, article: Article, address: str) -> int | None:
        """The group with this address whose last text this one may be an edit of, the most alike first."""
        found = []
        for number in self._by_address.get(address, ())[-MOST:]:
            last = self.groups[number][-1]
            if (shared := _shared(article, last)) >= _floor(article, last):
                found.append((shared, number))
        return max(found)[1] if found else None

    def _alike(self, article: Article, address: str) -> int | None:
        """The group whose last text this one nearly is, and that may be the same article's."""
        found = (number for key in _keys(article) for number in self._likely.get(key, ())[-MOST:])
        others = [
            n for n in dict.fromkeys(found) if not address or self._addresses.get(n, address) == address
        ]
        if not others:
            return None
        sketch = _sketch(article.text)
        likely = (n for n in others if sketch.jaccard(self._sketch_of(n)) >= LIKELY)
        return next((n for n in likely if _nearly_same(article.text, self.groups[n][-1].text)), None)

    def _sketch_of(self, number: int) -> RMinHash:
        if number not in self._sketches:
            self._sketches[number] = _sketch(self.groups[number][-1].text)
        return self._sketches[number]


def _own_keys(article: Article) -> Sequence[tuple[str, ...]]:
    """What later seeds find this one by."""
    info = article.info
    published = [(plain(info.publisher).casefold(), plain(info.title).casefold())] if info.publisher else []
    return [(info.id,), *published]


def _keys(article: Article) -> Sequence[tuple[str, ...]]:
    """What a seed is looked for under: the name that its own is made from, its publisher and title."""
    named_for = _NAMED_FOR.fullmatch(article.info.id)
    return [*([(named_for[1],)] if named_for else []), *_own_keys(article)[1:]]


def _sketch(text: str) -> RMinHash:
    sketch = RMinHash(num_perm=_SKETCH, seed=_SEED)
    sketch.update(runs_of(text))
    return sketch


def _nearly_same(one: str, other: str) -> bool:
    runs, others = set(runs_of(one)), set(runs_of(other))
    return are_nearly_equal(runs, others) if is_short(runs, others) else has_most(runs, others)


def _shared(one: Article, other: Article) -> float:
    """The part of the shorter text's runs that the other has; headlines count as text."""
    runs, others = (_runs(f"{each.info.title}\n{each.text}") for each in (one, other))
    return len(runs & others) / (min(len(runs), len(others)) or 1)


@lru_cache(maxsize=2 * MOST)
def _runs(text: str) -> frozenset[str]:
    return frozenset(runs_of(text))


def _floor(one: Article, other: Article) -> float:
    """How much two texts of one address share that are versions of one article."""
    if plain(one.text) == plain(other.text):
        return 0
    is_same = plain(one.info.title).casefold() == plain(other.info.title).casefold()
    return EDITED_BELOW_ITS_HEADLINE if is_same else EDITED
