"""Corrections of articles that the book does not have: they are set aside and named, with the nearest id."""

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace
from rapidfuzz.process import extractOne

from briefing_book.assemble.contradictions import Mistake, Settled
from briefing_book.model import Split

NEAR = 60
"""How much alike, of 100, an article's id must be to be what somebody meant."""
OF_ONE = ("articles", "reject", "confirm", "add")
"""The corrections of which each is of one article."""


def without_unknown(settled: Settled, articles: Collection[str]) -> Settled:
    """The corrections of these articles, and of the book as a whole."""
    known = set(articles)
    mistakes = [
        Mistake(line, _explain(article, articles))
        for line, article in _named(settled)
        if article not in known
    ]
    if not mistakes:
        return settled
    held = settled.corrections
    return Settled(
        replace(
            held,
            articles=tuple(each for each in held.articles if each.article in known),
            split=tuple(_known(held.split, known)),
            reject=tuple(each for each in held.reject if each.article in known),
            confirm=tuple(each for each in held.confirm if each.article in known),
            add=tuple(each for each in held.add if each.article in known),
        ),
        mistakes=tuple(sorted((*settled.mistakes, *mistakes), key=lambda each: each.line)),
    )


def _named(settled: Settled) -> Iterator[tuple[int, str]]:
    """The articles that corrections name, each with the line of its correction."""
    held, lines = settled.corrections, settled.lines
    for kind in OF_ONE:
        for correction, line in zip(getattr(held, kind), lines.get(kind, ()), strict=True):
            yield line, correction.article
            if getattr(correction, "version_of", None):
                yield line, correction.version_of
    for split, line in zip(held.split, lines.get("split", ()), strict=True):
        yield from ((line, article) for article in split.articles)


def _known(splits: Iterable[Split], known: set[str]) -> Iterator[Split]:
    for split in splits:
        here = tuple(article for article in split.articles if article in known)
        if here:
            yield replace(split, articles=here)


def _explain(article: str, articles: Collection[str]) -> str:
    near = extractOne(article, articles, score_cutoff=NEAR)
    mend = f"did you mean “{near[0]}”?" if near else "write a seed's file name without its ending"
    return f"no article is called “{article}”; {mend}"
