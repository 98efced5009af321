"""The articles written to be measured on, with marks: [[words|id]] is a mention of whom the id names."""

import re
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefing_book.model import Article, ArticleInfo

ORGANISATION = "org/"
"""How the id of an organisation begins."""
_MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")


class Mention(NamedTuple):
    """A place in an article, and whom it names."""

    start: int
    end: int
    who: str


class Annotated(NamedTuple):
    """An article and the mentions that people marked in it, of one kind of entity."""

    article: Article
    mentions: tuple[Mention, ...]


class Written(msgspec.Struct, frozen=True):
    """One article of a `who_is_who` file."""

    id: str
    text: str
    published: str | None = None


def written(folder: Path) -> list[Written]:
    """The articles of a folder's YAML files, with their marks."""
    files = sorted(folder.glob("*.yml"))
    return [item for file in files for item in msgspec.yaml.decode(file.read_bytes(), type=list[Written])]


def unmarked(item: Written, organisations: bool) -> Annotated:
    """The article without its marks, and the mentions of organisations or of people that they marked."""
    parts: list[str] = []
    mentions: list[Mention] = []
    at = length = 0
    for mark in _MARK.finditer(item.text):
        parts += [item.text[at : mark.start()], mark[1]]
        start = length + mark.start() - at
        length, at = start + len(mark[1]), mark.end()
        if mark[2].startswith(ORGANISATION) == organisations:
            mentions.append(Mention(start, length, mark[2]))
    text = "".join([*parts, item.text[at:]])
    return Annotated(as_article(item.id, text, item.published), tuple(mentions))


def as_article(id: str, text: str, published: str | None = None) -> Article:
    """A text as if it had been read from a seed."""
    title = text.partition("\n")[0][:80]
    return Article(ArticleInfo(id, f"seeds/{id}.txt", title, published, language="en"), text)
