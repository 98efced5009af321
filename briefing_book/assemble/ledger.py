"""Which names people have made one, written down correction by correction; what does not fit is refused."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing_book.names import Key, key


@dataclass(eq=False)
class _Group:
    """Names that are one: what they are merged into and renamed to, and from what they are kept apart."""

    names: list[Key]
    into: str | None = None
    renamed: dict[Key, str] = field(default_factory=dict)
    apart: dict[int, tuple[str, str]] = field(default_factory=dict)

    def take(self, other: "_Group") -> None:
        self.names += other.names
        self.into = self.into or other.into
        self.renamed |= other.renamed
        self.apart |= other.apart


class Ledger:
    """Each method tells why a correction cannot hold beside those before it; None where it can."""

    def __init__(self) -> None:
        self._groups: dict[Key, _Group] = {}
        self._renamed: dict[Key, str] = {}
        self._judgements = 0

    def are_one(self, one: str, other: str) -> bool:
        """Whether these names have been made one, or are written alike."""
        return key(one) == key(other) or self._group(one) is self._group(other)

    def unite(self, names: Sequence[str], into: str | None = None) -> str | None:
        """These names are one, called `into`."""
        found: dict[int, tuple[str, _Group]] = {}
        for name in names:
            found.setdefault(id(self._group(name)), (name, self._group(name)))
        ranked = sorted(found.values(), key=lambda each: len(each[1].names))
        large = ranked[-1][1]
        joined = _Group([], into)
        for name, group in ranked:
            if why := _into_both(name, joined, group) or self._clash(joined, group):
                return why
            if group is not large:
                joined.take(group)
        large.take(joined)
        self._groups |= dict.fromkeys(joined.names, large)
        return None

    def _clash(self, one: _Group, other: _Group) -> str | None:
        shared = one.apart.keys() & other.apart.keys()
        if shared:
            (name, how), (another, _) = one.apart[min(shared)], other.apart[min(shared)]
            return f"“{min(name, another)}” and “{max(name, another)}” {_both(how)}"
        names = sorted({self._last(name) for name in (*one.renamed.values(), *other.renamed.values())})
        if one.renamed and other.renamed and len(names) > 1:
            return f"one entity is renamed to both “{names[0]}” and “{names[1]}”: keep one"
        return None

    def part(self, names: Sequence[str], how: str) -> str | None:
        """These names are different entities."""
        bearers: dict[int, str] = {}
        for name in names:
            same = bearers.setdefault(id(self._group(name)), name)
            if same != name:
                alike = key(same) == key(name)
                why = "are written alike: tell them apart by article, under `split`" if alike else _both(how)
                return f"“{same}” and “{name}” {why}"
        self._judgements += 1
        for name in names:
            self._group(name).apart[self._judgements] = name, how
        return None

    def rename(self, name: str, to: str) -> str | None:
        """The entity of this name is shown under another."""
        group = self._group(name)
        for before in group.renamed.values():
            again = key(before) == key(name) and key(name) not in group.renamed
            if before != to and not again and self._last(before) != self._last(to):
                return f"“{name}” is renamed to both “{before}” and “{to}”: keep one"
        if key(name) in {key(to), key(self._last(to))} and key(to) != key(name):
            return f"“{name}” is renamed in a circle: take one of the lines out"
        group.renamed[key(name)] = self._renamed[key(name)] = to
        return None

    def _last(self, name: str) -> str:
        """What an entity of this name is called in the end."""
        seen: set[Key] = set()
        while key(name) in self._renamed and key(name) not in seen:
            seen.add(key(name))
            name = self._renamed[key(name)]
        return name

    def _group(self, name: str) -> _Group:
        return self._groups.setdefault(key(name), _Group([key(name)]))


def _both(how: str) -> str:
    return f"are both merged and {how}: keep one"


def _into_both(name: str, one: _Group, other: _Group) -> str | None:
    if one.into and other.into and one.into != other.into:
        return f"“{name}” is merged into both “{other.into}” and “{one.into}”: keep one"
    return None
