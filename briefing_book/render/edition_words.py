"""Editions in words: "Second edition", "2 articles, 3 people and 14 quotations", "Person: Ann Lee"."""

from collections.abc import Iterator, Mapping

from briefing_book.editions import Brought, Gone, History
from briefing_book.model import Book, Edition, NameKind
from briefing_book.render.dates import in_words
from briefing_book.words import count

_ORDINALS = (
    *("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"),
    *("Eleventh", "Twelfth"),
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)

_KINDS: dict[str, tuple[str, str | None]] = {
    "articles": ("article", None),
    "versions": ("new version of an article", "new versions of articles"),
    "people": ("person", "people"),
    "countries": ("country", "countries"),
    "organisations": ("organisation", None),
    "quotations": ("quotation", None),
    "reported": ("passage of reported speech", "passages of reported speech"),
    "positions": ("position", None),
    "events": ("event", None),
    "points": ("newly reported point", None),
    "differences": ("difference", None),
    "corrections": ("correction", None),
}
"""The kinds in the order in which they are told."""
_HELD = {"points": ("reported point", None)}
_GONE: dict[NameKind, str] = {
    "articles": "Article",
    "people": "Person",
    "countries": "Country",
    "organisations": "Organisation",
    "points": "Not reported any more",
    "corrections": "No longer applied",
}


def edition_name(edition: Edition) -> str:
    """ "Second edition", "21st edition"."""
    number = edition.number
    if number <= len(_ORDINALS):
        return f"{_ORDINALS[number - 1]} edition"
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number:,}{ending} edition"


def in_short(history: History) -> str | None:
    """What the last edition brought: "Second edition: 2 articles and 3 people."; None where there is none."""
    if not history.last:
        return None
    brought = history.chapter(history.last)
    less = "less than before" if brought.gone or brought.fewer else "nothing new"
    return f"{edition_name(history.last)}: {in_numbers(brought.counts) or less}."


def day_of(edition: Edition) -> str:
    """The day of an edition: "22 November 2026"."""
    return in_words(edition.date.date().isoformat())


def in_numbers(counts: Mapping[str, int], held: bool = False) -> str:
    """How many of each kind: "2 articles, 3 people and 14 quotations"; empty where there are none.

    They were brought, or are all that the book `held`.
    """
    kinds = _KINDS | _HELD if held else _KINDS
    told = [count(counts[kind], *words) for kind, words in kinds.items() if counts.get(kind)]
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


def gone_words(gone: Gone) -> str:
    """What stands before the name of what is gone: "Person"."""
    return _GONE[gone.kind]


def gone_lines(book: Book, brought: Brought) -> Iterator[str]:
    """What the book no longer holds, a line each."""
    for each in brought.gone:
        now = book.entities[each.to].name if each.to else None
        yield f"{gone_words(each)}: {each.name}" + (
            f", now told as {now}" if now and now != each.name else ""
        )
    if brought.fewer:
        yield f"{in_numbers(brought.fewer)} of before: not told any more, or told as one with others"
