"""Corrections in the reader's words: what a person set right, and why."""

from collections.abc import Callable
from typing import Any

import msgspec

from briefing_book.assemble.idle import about, articles_of
from briefing_book.model import Book, Corrections, Record
from briefing_book.names import plain
from briefing_book.render.dates import in_words
from briefing_book.render.passages import shortened
from briefing_book.words import count

_JUDGEMENT = ("who", "when", "why")
_LONGEST = 160
_KNOWN = {"title": "is titled “{}”", "publisher": "is published by {}", "url": "stands at {}"}
_SINGULAR = {"people": "person", "countries": "country", "quantities": "number"}


def told_corrections(book: Book, corrections: Corrections) -> dict[str, str]:
    """Each correction that applies to something, as a sentence with why; by what it says.

    That is its kind and content, without who made it, when and why. Facts that were edited by hand are told
    likewise. Words of articles are quoted where the book may show whole articles, and else are not.
    """
    idle = {(each.section, each.about, each.article) for each in book.idle}
    told = {}
    for kind in Corrections.__struct_fields__:
        for it in getattr(corrections, kind):
            if any((kind, about(it), article) not in idle for article in articles_of(it)):
                says = _TOLD.get(kind, _as_written(kind))(book, it)
                told[f"{kind} {_content(it)}"] = _sentence(says, it.why)
    for id, source in book.sources.items():
        for edited in source.edited:
            if edited.applies:
                says = f"{_one(edited.kind)} is {edited.does} by hand"
                told[f"{id} {_content(edited)}"] = f"{says}{_where(book, edited.text, id)}."
    return told


def _content(correction: Record) -> str:
    data = msgspec.to_builtins(correction)
    bare = {key: value for key, value in data.items() if key not in _JUDGEMENT}
    return msgspec.json.encode(bare, order="sorted").decode()


def _sentence(told: str, why: str | None) -> str:
    return f"{plain(told)}: {plain(why)}" if why and plain(why) else f"{plain(told)}."


def _article(book: Book, it: Any) -> str:
    told = [say.format(value) for key, say in _KNOWN.items() if (value := getattr(it, key))]
    if it.published:
        told.append(f"is of {in_words(it.published)}")
    if it.version_of == it.article:
        told.append("has another text, brought as an article of its own")
    elif it.version_of:
        told.append(f"is a version of {_titled(book, it.version_of)}")
    return f"The article {_titled(book, it.article)} {' and '.join(told)}"


def _split(book: Book, it: Any) -> str:
    where = _titled(book, it.articles[0]) if len(it.articles) == 1 else count(len(it.articles), "article")
    return f"“{it.name}” in {where} is somebody else: {it.to}"


def _identified(_: Book, it: Any) -> str:
    ids = [f"{name} {id}" for name, id in (("Wikidata", it.wikidata), ("ISO 3166", it.iso)) if id]
    return f"{it.name} is {' and '.join(ids) or 'identified'}"


def _fact(does: str) -> Callable[[Book, Any], str]:
    def told(book: Book, it: Any) -> str:
        return f"{_one(it.kind)} is {does}{_where(book, it.text, it.article)}"

    return told


def _where(book: Book, words: str, article: str) -> str:
    """The words of a fact and its article, as far as they may be shown."""
    quoted = f": {_quoted(words)}" if book.publish == "articles" else ""
    return f"{quoted} in {_titled(book, article)}"


def _one(kind: str) -> str:
    """ "A position", "An event" """
    one = _SINGULAR.get(kind, kind.removesuffix("s"))
    return f"{'An' if one[0] in 'aeiou' else 'A'} {one}"


def _as_written(kind: str) -> Callable[[Book, Any], str]:
    """What is said of a kind of correction that has no words of its own: what it names."""

    def told(book: Book, it: Record) -> str:
        fields = (getattr(it, name) for name in it.__struct_fields__ if name not in _JUDGEMENT)
        texts = (shortened(plain(each), _LONGEST) for each in fields if isinstance(each, str) and each)
        return f"A person corrected ({kind}) {', '.join(texts)}"

    return told


def _titled(book: Book, article: str) -> str:
    source = book.sources.get(article)
    return _quoted(source.info.title if source else article)


def _quoted(text: str) -> str:
    return f"“{shortened(plain(text), _LONGEST)}”"


def _listed(names: tuple[str, ...]) -> str:
    """“A”, “B” and “C”"""
    quoted = [f"“{name}”" for name in names]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


_TOLD: dict[str, Callable[[Book, Any], str]] = {
    "articles": _article,
    "merge": lambda _, it: (
        f"{_listed(tuple(dict.fromkeys((*it.names, it.into))))} are one, told as {it.into}"
    ),
    "apart": lambda _, it: f"{_listed(it.names)} are not the same",
    "split": _split,
    "alias": lambda _, it: f"{it.name} is also called {_listed(it.aliases)}",
    "rename": lambda _, it: f"“{it.name}” is now told as {it.to}",
    "identify": _identified,
    "drop": lambda _, it: f"“{it.name}” is not told any more as a name of somebody or something",
    "reject": _fact("taken out as wrong"),
    "confirm": _fact("confirmed"),
    "add": _fact("put in"),
}
