"""The items that are judged, each with its right group and the one it was put into, and their figures."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.who_is_who.clusters import Item, b_cubed, pairwise
from benchmarks.who_is_who.marked import Annotated, Mention
from briefing_book.addresses import Addresses
from briefing_book.assemble import assemble
from briefing_book.model import Corrections, EntityKind, Facts, Settings

Figures = dict[str, float]
Labels = dict[str, list[tuple[int, int, str]]]
"""By article: start and end of each mention that was found, and the group it was put into."""


class Judged(NamedTuple):
    """An item: its right group and the one it was put into, None where it was not found, and its words."""

    article: str
    words: str
    right: str
    found: str | None


def within(marked: Sequence[Annotated], facts: Sequence[Facts], kind: EntityKind) -> list[Judged]:
    """Each mention, with the person of its article's facts that it was given to."""
    labels: Labels = {
        found.article.id: [
            (m.start, m.end, entity.name) for entity in getattr(found, kind) for m in entity.mentions
        ]
        for found in facts
    }
    return [_mention(item, m, labels[item.article.info.id]) for item in marked for m in item.mentions]


def _mention(item: Annotated, mention: Mention, labels: list[tuple[int, int, str]]) -> Judged:
    id = item.article.info.id
    found = _found(mention, labels)
    words = item.article.text[mention.start : mention.end]
    return Judged(id, words, f"{id} {mention.who}", None if found is None else f"{id} {found}")


def _found(mention: Mention, labels: list[tuple[int, int, str]]) -> str | None:
    """The group of the found mention that shares most with this one."""
    shared = [(min(end, mention.end) - max(start, mention.start), label) for start, end, label in labels]
    most = max(shared, default=(0, ""), key=lambda pair: pair[0])
    return most[1] if most[0] > 0 else None


def across(marked: Sequence[Annotated], facts: Sequence[Facts], kind: EntityKind) -> list[Judged]:
    """Each article and somebody named in it, with the entity of the book that most mentions were given to."""
    articles = [(found, item.article.text) for found, item in zip(facts, marked, strict=True)]
    book = assemble(Settings(), articles, (), Corrections(), Addresses(), ())
    labels: Labels = defaultdict(list)
    for entity in book.entities.values():
        for form in entity.forms if entity.kind == kind else ():
            for passage in form.passages:
                labels[passage.article].append((passage.start, passage.end, entity.id))
    return [judged for item in marked for judged in _named_in(item, labels[item.article.info.id])]


def _named_in(item: Annotated, labels: list[tuple[int, int, str]]) -> Iterator[Judged]:
    by_who: dict[str, list[Mention]] = defaultdict(list)
    for mention in item.mentions:
        by_who[mention.who].append(mention)
    for who, mentions in by_who.items():
        given = Counter(label for m in mentions if (label := _found(m, labels)) is not None)
        words = Counter(item.article.text[m.start : m.end] for m in mentions)
        found = given.most_common(1)[0][0] if given else None
        yield Judged(item.article.info.id, " / ".join(words), who, found)


def figures_of(name: str, judged: Sequence[Judged]) -> Figures:
    """All figures of one row."""
    found = [(item.right, item.found) for item in judged if item.found is not None]
    items: list[Item] = [(j.right, j.found or f"missed {n}") for n, j in enumerate(judged)]
    figures = {f"{name}, found": len(found) / len(judged)}
    for measure, score in {"pairs": pairwise(items), "B³": b_cubed(items)}.items():
        figures[f"{name}, {measure} P"] = score.precision
        figures[f"{name}, {measure} R"] = score.recall
        figures[f"{name}, {measure} F1"] = score.f1
    figures[f"{name}, B³ F1 of those found"] = b_cubed(found).f1
    return {figure: round(value, 4) for figure, value in figures.items()}
