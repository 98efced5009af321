"""Corrections that apply to nothing: what each is about, and those on names that the book has not."""

from collections.abc import Iterable, Iterator

from briefing_book.assemble.judgements import is_part
from briefing_book.model import (
    Add,
    Alias,
    Apart,
    ArticleCorrection,
    Confirm,
    Corrections,
    Drop,
    EntityKind,
    Identify,
    Idle,
    Merge,
    Reject,
    Rename,
    Split,
)
from briefing_book.names import Key, key

NOBODY = "nothing in the book is called so"

OnNames = Merge | Apart | Split | Alias | Rename | Drop | Identify
OnFacts = Reject | Confirm | Add
Correction = OnNames | OnFacts | ArticleCorrection


def about(correction: Correction) -> str:
    """What a correction is about, in its own words."""
    match correction:
        case Merge() | Apart():
            return ", ".join(correction.names)
        case Reject() | Confirm() | Add():
            return f"{correction.kind} “{correction.text}”"
        case ArticleCorrection():
            return correction.article
    return correction.name


def articles_of(correction: Correction) -> tuple[str | None, ...]:
    """The articles in which a correction may apply to something; None where that is anywhere."""
    match correction:
        case Split():
            return correction.articles
        case Reject() | Confirm() | Add():
            return (correction.article,)
    return (None,)


def idle_names(
    corrections: Corrections, known: set[Key], named: Iterable[tuple[str, EntityKind, str]]
) -> Iterator[Idle]:
    """Those on names that no name in the book bears out.

    `known` are all names that corrections can mean, `named` the entities of single articles: article, kind
    and name.
    """
    bear = known | {key(split.to) for split in corrections.split}
    given = {key(each.to) for each in corrections.rename} | {key(each.into) for each in corrections.merge}

    def found(*names: str) -> int:
        return len({key(name) for name in names} & bear)

    for merge in corrections.merge:
        if found(*merge.names, merge.into) < 2:
            yield Idle("merge", about(merge), NOBODY)
    for apart in corrections.apart:
        if found(*apart.names) < 2:
            yield Idle("apart", about(apart), NOBODY)
    yield from _idle_splits(corrections, named)
    for alias in corrections.alias:
        if not found(alias.name, *alias.aliases):
            yield Idle("alias", about(alias), NOBODY)
    for rename in corrections.rename:
        if not found(rename.name) and key(rename.name) not in given:
            yield Idle("rename", about(rename), NOBODY)


def _idle_splits(corrections: Corrections, named: Iterable[tuple[str, EntityKind, str]]) -> Iterator[Idle]:
    names: dict[str, list[Key]] = {id: [] for split in corrections.split for id in split.articles}
    for article, _, name in named:
        if article in names:
            names[article].append(key(name))
    for split in corrections.split:
        for article in split.articles:
            if not any(is_part(name, key(split.name)) for name in names[article]):
                yield Idle("split", about(split), NOBODY, article)
