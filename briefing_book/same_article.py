"""Which seeds hold the same article: a text that its publisher edited is a new version of it.

Seeds with the same address are versions of one article. Where an address is missing, those are that nearly
have the same text, if the publisher and the title are the same, or if the file is named for another ("x-2"
beside "x"). The newest version is the article, by the id of its first file: `x`; the earlier ones are `x~1`,
`x~2`. A version with the text of the one before it adds nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import fields, replace
from rensa import RMinHash

from briefing_book.likeness import are_nearly_equal, has_most, is_short, runs_of
from briefing_book.model import Article, Corrections, Record
from briefing_book.names import plain
from briefing_book.web import is_article, same_address

MARK = "~"
"""Stands before an earlier version's number; no seed's id has it."""
MOST = 20
"""So many of the last articles of one publisher and title are compared."""
LIKELY = 0.15
"""The part of all runs of two texts that, by their sketches, both have, where they are compared at all."""
_SKETCH = 128
_SEED = 1
_NUMBER = re.compile(r"(\d+)")
_NAMED_FOR = re.compile(r"(.+)-\d+")


class Versions(NamedTuple):
    """All versions of all articles, each article's in order, the newest last.

    `also` are the other seeds that hold a version's text, by its id; `names` the ids of articles by those
    that their other seeds would have.
    """

    articles: tuple[Article, ...]
    also: dict[str, tuple[str, ...]]
    names: dict[str, str]


def versions(articles: Iterable[Article]) -> Versions:
    """The versions that these seeds hold, each seed given as an article of its own."""
    found: list[Article] = []
    also: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    for group in _groups(articles):
        id = group[0].info.id
        names |= {article.info.id: id for article in group[1:]}
        texts = list(_different(sorted(group, key=_date) if all(map(_date, group)) else group))
        for number, (article, files) in enumerate(texts, 1):
            own = id if number == len(texts) else f"{id}{MARK}{number}"
            found.append(_called(article, own))
            also |= {own: files} if files else {}
    return Versions(tuple(found), also, names)


def article_of(version: str) -> str:
    """The id of the article that a version, or the article itself, is one of."""
    return version.partition(MARK)[0]


def renamed(corrections: Corrections, names: Mapping[str, str]) -> Corrections:
    """The corrections, those of any seed of an article as corrections of the article."""
    if not names:
        return corrections
    kinds = {field.name: getattr(corrections, field.name) for field in fields(corrections)}
    return replace(corrections, **{kind: tuple(_of(each, names) for each in kinds[kind]) for kind in kinds})


def _of(correction: Record, names: Mapping[str, str]) -> Record:
    known = {field.name: getattr(correction, field.name) for field in fields(correction)}
    changed: dict[str, object] = {}
    if known.get("article") in names:
        changed["article"] = names[known["article"]]
    if articles := known.get("articles"):
        changed["articles"] = tuple(dict.fromkeys(names.get(article, article) for article in articles))
    return replace(correction, **changed) if changed else correction


def _called(article: Article, id: str) -> Article:
    return article if article.info.id == id else replace(article, info=replace(article.info, id=id))


def _date(article: Article) -> str:
    """When the publisher made the version, as far as it is known; EDTF sorts as text."""
    return article.info.updated or article.info.published or ""


def _different(group: Iterable[Article]) -> Iterator[tuple[Article, tuple[str, ...]]]:
    """The versions that differ from the one before, each with the files of those that do not."""
    kept: list[tuple[Article, list[str]]] = []
    for article in group:
        if kept and _says(kept[-1][0]) == _says(article):
            kept[-1][1].append(article.info.file)
        else:
            kept.append((article, []))
    return ((article, tuple(files)) for article, files in kept)


def _says(article: Article) -> tuple[str, str]:
    return plain(article.info.title), plain(article.text)


def _groups(articles: Iterable[Article]) -> list[list[Article]]:
    """The seeds of each article, in the natural order of their names: x, x-2, x-10."""
    shelf = _Shelf()
    for article in sorted(articles, key=lambda each: _natural(each.info.id)):
        shelf.put(article)
    return shelf.groups


def _natural(id: str) -> tuple[list[str | int], str]:
    return [int(part) if part.isdecimal() else part for part in _NUMBER.split(id)], id


class _Shelf:
    """Groups of seeds, found by address, and by the text of those that may be alike."""

    def __init__(self) -> None:
        self.groups: list[list[Article]] = []
        self._by_address: dict[str, int] = {}
        self._addresses: dict[int, str] = {}
        self._likely: dict[tuple[str, ...], list[int]] = {}
        self._sketches: dict[int, RMinHash] = {}

    def put(self, article: Article) -> None:
        """Add a seed to the group that it belongs to, or as a new one."""
        address = same_address(article.info.url)
        address = address if is_article(address) else ""
        number = self._by_address.get(address) if address else None
        if number is None:
            number = self._alike(article, address)
        if number is None:
            number = len(self.groups)
            self.groups.append([])
        self.groups[number].append(article)
        self._sketches.pop(number, None)
        if address:
            self._by_address[address] = number
            self._addresses[number] = address
        for key in _own_keys(article):
            likely = self._likely.setdefault(key, [])
            if number not in likely[-MOST:]:
                likely.append(number)

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
