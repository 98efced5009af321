"""Which seeds hold the same article: a text that its publisher edited is a new version of it.

Seeds with the same address are versions of one article, unless hardly anything of the one text stands in the
other: some sites give all their pages one address. Where an address is missing, those are versions that
nearly have the same text, if the publisher and the title are the same, or if the file is named for another
("x-2" beside "x"). And those are that people say are. The newest version is the article, by the id of its
first file: `x`; the earlier ones are `x~1`, `x~2`. A version with the text of the one before it adds nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from msgspec.structs import fields, replace

from briefing_book.model import Article, Corrections, Record
from briefing_book.names import plain
from briefing_book.shelf import Shelf

MARK = "~"
"""Stands before an earlier version's number; no seed's id has it."""
_ONE = ("article", "version_of")
"""The fields of corrections that name an article."""
_NUMBER = re.compile(r"(\d+)")


class Versions(NamedTuple):
    """All versions of all articles, each article's in order, the newest last.

    `also` are the other seeds that hold a version's text, by its id; `names` the ids of articles by those
    that their other seeds would have.
    """

    articles: tuple[Article, ...]
    also: dict[str, tuple[str, ...]]
    names: dict[str, str]


def versions(articles: Iterable[Article], same: Mapping[str, str] = MappingProxyType({})) -> Versions:
    """The versions that these seeds hold, each seed given as an article of its own.

    `same` has seeds by their ids, each with the id of one whose article it is as well: so people say.
    """
    found: list[Article] = []
    also: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    for group in _united(_groups(articles), same):
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


def said_same(corrections: Corrections) -> dict[str, str]:
    """The seeds that people say are versions of another one's article, by their ids, with that one's."""
    return {each.article: each.version_of for each in corrections.articles if each.version_of}


def renamed(corrections: Corrections, names: Mapping[str, str]) -> Corrections:
    """The corrections, those of any seed of an article as corrections of the article."""
    if not names:
        return corrections
    kinds = {field.name: getattr(corrections, field.name) for field in fields(corrections)}
    return replace(corrections, **{kind: tuple(_of(each, names) for each in kinds[kind]) for kind in kinds})


def named_in(corrections: Corrections) -> set[str]:
    """The ids of all articles that corrections name."""
    found: set[str] = set()
    for field in fields(corrections):
        for correction in getattr(corrections, field.name):
            found |= {id for name in _ONE if (id := getattr(correction, name, None))}
            found |= set(getattr(correction, "articles", ()))
    return found


def _of(correction: Record, names: Mapping[str, str]) -> Record:
    known = {field.name: getattr(correction, field.name) for field in fields(correction)}
    changed: dict[str, object] = {}
    for field in _ONE:
        if known.get(field) in names:
            changed[field] = names[known[field]]
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
    shelf = Shelf()
    for article in sorted(articles, key=_by_name):
        shelf.put(article)
    return shelf.groups


def _united(groups: list[list[Article]], same: Mapping[str, str]) -> list[list[Article]]:
    """The groups, those as one of which people say that they are; what no seed is called is left out."""
    at = {article.info.id: number for number, group in enumerate(groups) for article in group}
    for one, other in same.items():
        if one in at and other in at and at[one] != at[other]:
            first, second = sorted((at[one], at[other]))
            at |= {article.info.id: first for article in groups[second]}
            groups[first] = sorted((*groups[first], *groups[second]), key=_by_name)
            groups[second] = []
    return [group for group in groups if group]


def _by_name(article: Article) -> tuple[list[str | int], str]:
    return _natural(article.info.id)


def _natural(id: str) -> tuple[list[str | int], str]:
    return [int(part) if part.isdecimal() else part for part in _NUMBER.split(id)], id
