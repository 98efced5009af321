"""The corrections on names that apply to nothing in the book, in words."""

from collections.abc import Iterable, Iterator

from briefing_book.assemble.judgements import is_part
from briefing_book.model import Corrections, EntityKind
from briefing_book.names import Key, key

NOBODY = "nothing in the book is called so"


def idle_names(
    corrections: Corrections, known: set[Key], named: Iterable[tuple[str, EntityKind, str]]
) -> Iterator[str]:
    """Those that no name in the book bears out.

    `known` are all names that corrections can mean, `named` the entities of single articles: article, kind
    and name.
    """
    bear = known | {key(split.to) for split in corrections.split}
    given = {key(each.to) for each in corrections.rename} | {key(each.into) for each in corrections.merge}

    def found(*names: str) -> int:
        return len({key(name) for name in names} & bear)

    for merge in corrections.merge:
        if found(*merge.names, merge.into) < 2:
            yield f"merge: {', '.join(merge.names)}: {NOBODY}"
    for apart in corrections.apart:
        if found(*apart.names) < 2:
            yield f"apart: {', '.join(apart.names)}: {NOBODY}"
    yield from _idle_splits(corrections, named)
    for alias in corrections.alias:
        if not found(alias.name, *alias.aliases):
            yield f"alias: {alias.name}: {NOBODY}"
    for rename in corrections.rename:
        if not found(rename.name) and key(rename.name) not in given:
            yield f"rename: {rename.name}: {NOBODY}"


def _idle_splits(corrections: Corrections, named: Iterable[tuple[str, EntityKind, str]]) -> Iterator[str]:
    names: dict[str, list[Key]] = {id: [] for split in corrections.split for id in split.articles}
    for article, _, name in named:
        if article in names:
            names[article].append(key(name))
    for split in corrections.split:
        for article in split.articles:
            if not any(is_part(name, key(split.name)) for name in names[article]):
                yield f"split: {split.name} in {article}: {NOBODY}"
