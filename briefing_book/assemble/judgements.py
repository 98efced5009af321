"""What people have judged of names: which are one entity, which are not, and what an entity is called."""

from collections.abc import Iterable

from briefing_book.errors import BookError
from briefing_book.model import Corrections
from briefing_book.names import Key, key

FILE = "editorial/corrections.yml"


class Judgements:
    """The corrections on names, by name. Raises BookError where they contradict each other."""

    def __init__(self, corrections: Corrections) -> None:
        self._corrections = corrections
        self.merged: dict[Key, int] = {}
        """Names that are one entity have the same number."""
        self.apart: dict[Key, dict[int, int]] = {}
        """For each name, in which judgement it stands and at which place."""
        self._into: dict[int, str] = {}
        self._renamed: dict[Key, str] = {}
        for merge in corrections.merge:
            self._merge(merge.names, merge.into)
        for number, apart in enumerate(corrections.apart):
            self._keep_apart(number, apart.names)
        for rename in corrections.rename:
            self._rename(rename.name, rename.to)

    def _merge(self, names: tuple[str, ...], into: str) -> None:
        keys = [key(name) for name in (*names, into)]
        touched = sorted({self.merged[name] for name in keys if name in self.merged})
        for number in touched:
            if key(self._into[number]) != key(into):
                raise BookError(f"merged into both “{self._into[number]}” and “{into}”: keep one", FILE)
        number = touched[0] if touched else len(self._into)
        self._into.setdefault(number, into)
        self.merged |= dict.fromkeys(keys, number)

    def _keep_apart(self, judgement: int, names: tuple[str, ...]) -> None:
        merged: dict[int, str] = {}
        for place, name in enumerate(names):
            self.apart.setdefault(key(name), {})[judgement] = place
            number = self.merged.get(key(name))
            if number is not None and merged.setdefault(number, name) != name:
                raise BookError(f"“{merged[number]}” and “{name}” are both merged and apart: keep one", FILE)

    def _rename(self, name: str, to: str) -> None:
        if self._renamed.setdefault(key(name), to) != to:
            raise BookError(f"“{name}” is renamed to both “{self._renamed[key(name)]}” and “{to}”", FILE)
        seen = {key(name)}
        while key(to) in self._renamed and key(to) not in seen:
            seen.add(key(to))
            to = self._renamed[key(to)]
        if key(to) in seen and len(seen) > 1:
            raise BookError(f"“{name}” is renamed in a circle: take one of the lines out", FILE)

    def name(self, own: str, keys: Iterable[Key]) -> str | None:
        """The name that people gave to the entity that calls itself `own` and bears these; None for none."""
        borne = [key(own), *keys]
        given = next((self._into[self.merged[each]] for each in borne if each in self.merged), None)
        if given:
            borne.insert(0, key(given))
        return next((self._renamed[each] for each in borne if each in self._renamed), given)

    def idle(self, known: set[Key]) -> list[str]:
        """The corrections that apply to nothing in a book with these names, in words."""

        def found(names: Iterable[str]) -> int:
            return len({key(name) for name in names} & known)

        corrections = self._corrections
        merges = [f"merge: {', '.join(m.names)}" for m in corrections.merge if found((*m.names, m.into)) < 2]
        aparts = [f"apart: {', '.join(each.names)}" for each in corrections.apart if found(each.names) < 2]
        renames = [f"rename: {each.name}" for each in corrections.rename if not found((each.name,))]
        return merges + aparts + renames
