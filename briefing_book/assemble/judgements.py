"""What people have judged of names: which are one entity, which are not, and what an entity is called.

The corrections do not contradict each other: `contradictions.settle` has set aside those that do.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from briefing_book.assemble.unions import Groups, Known
from briefing_book.model import Corrections
from briefing_book.names import Key, key


class Judgements:
    """The corrections on names, by name; `called` as in `understood`."""

    def __init__(
        self, corrections: Corrections, called: Mapping[tuple[str, Key], str] = MappingProxyType({})
    ) -> None:
        self._told_so = called
        self.merged: dict[Key, int] = _merged(corrections)
        """Names that are one entity, by merge or as aliases, have the same number."""
        self.apart: dict[Key, dict[int, int]] = {}
        """For each name, in which judgement it stands and at which place."""
        self._split: dict[str, dict[Key, str]] = {}
        for split in corrections.split:
            for article in split.articles:
                self._split.setdefault(article, {})[key(split.name)] = split.to
        for number, names in enumerate(_different(corrections)):
            for place, name in enumerate(names):
                self.apart.setdefault(name, {})[number] = place
        self._into = {self.merged[key(merge.into)]: merge.into for merge in corrections.merge}
        self._renamed = {key(rename.name): rename.to for rename in corrections.rename}
        self._called = {key(name): name for name in sorted({split.to for split in corrections.split})}
        self._aliased = {key(alias): name for name, alias in sorted(_aliases(corrections))}
        self._aliases = _by_group(corrections, self.merged)

    def name(self, own: str, keys: Iterable[Key]) -> str | None:
        """The name that people gave to the entity that calls itself `own` and bears these; None for none.

        Aliases leave it the name that it has, unless that is one of them.
        """
        borne = [key(own), *keys]
        given = self._given(borne)
        for each in [key(given), *borne] if given else borne:
            if each in self._renamed:
                return _last(self._renamed[each], self._renamed)
        return given or (own if self.aliases(borne) else None)

    def _given(self, borne: list[Key]) -> str | None:
        into = (self._into.get(self.merged[each]) for each in borne if each in self.merged)
        called = (self._called.get(each) for each in borne)
        aliased = _last(self._aliased[borne[0]], self._aliased) if borne[0] in self._aliased else None
        return next((name for name in (*into, *called, aliased) if name), None)

    def called_in(self, article: str, name: Key) -> str | None:
        """What the entity with this name is called in this article, if people mean it there by another."""
        return self._told_so.get((article, name)) or self.split_in(article, name)

    def split_in(self, article: str, name: Key) -> str | None:
        """What people say that the entity with this name is called in this article; None for nothing.

        It may stand there under a part of the name that the correction gives: "Lopes" for "Maria Lopes".
        """
        here = self._split.get(article)
        if not here:
            return None
        return here.get(name) or next((to for whole, to in here.items() if is_part(name, whole)), None)

    def aliases(self, keys: Iterable[Key]) -> tuple[str, ...]:
        """The names that people gave besides its own to the entity that bears these, in order."""
        groups = {self.merged[each] for each in keys if each in self.merged}
        return tuple(sorted({alias for group in groups for alias in self._aliases.get(group, ())}))


def _last(name: str, steps: Mapping[Key, str]) -> str:
    """Where one comes from a name, step by step."""
    seen = {key(name)}
    while (to := steps.get(key(name))) and key(to) not in seen:
        seen.add(key(to))
        name = to
    return name


def is_part(name: Key, whole: Key) -> bool:
    """Whether a name is a longer one, or some of its words."""
    return set(name) <= set(whole)


def _aliases(corrections: Corrections) -> Iterator[tuple[str, str]]:
    for each in corrections.alias:
        yield from ((each.name, alias) for alias in each.aliases)


def _merged(corrections: Corrections) -> dict[Key, int]:
    together = list(_same(corrections))
    numbers: dict[Key, int] = {}
    for names in together:
        for name in names:
            numbers.setdefault(name, len(numbers))
    groups = Groups(Known() for _ in numbers)
    for first, *others in together:
        for other in others:
            groups.unite(numbers[first], numbers[other])
    return {name: groups.find(number) for name, number in numbers.items()}


def _same(corrections: Corrections) -> Iterator[list[Key]]:
    """The names that are one entity, correction by correction."""
    for merge in corrections.merge:
        yield [key(name) for name in (*merge.names, merge.into)]
    for alias in corrections.alias:
        yield [key(name) for name in (alias.name, *alias.aliases)]
    for split in corrections.split:
        yield [key(split.to)]


def _different(corrections: Corrections) -> Iterator[list[Key]]:
    """The names that are different entities, correction by correction."""
    for apart in corrections.apart:
        yield [key(name) for name in apart.names]
    for split in corrections.split:
        yield [key(split.name), key(split.to)]


def _by_group(corrections: Corrections, merged: dict[Key, int]) -> dict[int, list[str]]:
    aliases: dict[int, list[str]] = {}
    for name, alias in _aliases(corrections):
        aliases.setdefault(merged[key(name)], []).append(alias)
    return aliases
