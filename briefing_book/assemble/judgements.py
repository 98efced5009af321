"""What people have judged of names: which are one entity, which are not, and what an entity is called."""

from collections.abc import Iterable
from pathlib import Path

from briefing_book.errors import BookError
from briefing_book.model import Corrections
from briefing_book.names import Key, key
from briefing_book.yaml_files import line_of

FILE = "editorial/corrections.yml"


class ContradictionError(BookError):
    """Two corrections that cannot both hold; `place` is the later one's, such as `$.merge[1]`."""

    def __init__(self, message: str, place: str) -> None:
        super().__init__(message, FILE)
        self.place = place


def check(corrections: Corrections, file: Path) -> None:
    """Raises BookError, with the line in `file`, where corrections contradict each other."""
    try:
        Judgements(corrections)
    except ContradictionError as problem:
        raise BookError(problem.message, file, line_of(file, problem.place)) from None


class Judgements:
    """The corrections on names, by name. Raises ContradictionError where they contradict each other."""

    def __init__(self, corrections: Corrections) -> None:
        self._corrections = corrections
        self.merged: dict[Key, int] = {}
        """Names that are one entity have the same number."""
        self.apart: dict[Key, dict[int, int]] = {}
        """For each name, in which judgement it stands and at which place."""
        self._into: dict[int, str] = {}
        self._renamed: dict[Key, str] = {}
        for number, merge in enumerate(corrections.merge):
            self._merge(number, merge.names, merge.into)
        for number, apart in enumerate(corrections.apart):
            self._keep_apart(number, apart.names)
        for number, rename in enumerate(corrections.rename):
            self._rename(number, rename.name, rename.to)

    def _merge(self, judgement: int, names: tuple[str, ...], into: str) -> None:
        keys = [key(name) for name in (*names, into)]
        touched = sorted({self.merged[name] for name in keys if name in self.merged})
        for number in touched:
            if key(self._into[number]) != key(into):
                why = f"merged into both “{self._into[number]}” and “{into}”: keep one"
                raise ContradictionError(why, f"$.merge[{judgement}]")
        number = touched[0] if touched else len(self._into)
        self._into.setdefault(number, into)
        self.merged |= dict.fromkeys(keys, number)

    def _keep_apart(self, judgement: int, names: tuple[str, ...]) -> None:
        merged: dict[int, str] = {}
        for place, name in enumerate(names):
            self.apart.setdefault(key(name), {})[judgement] = place
            number = self.merged.get(key(name))
            if number is not None and merged.setdefault(number, name) != name:
                why = f"“{merged[number]}” and “{name}” are both merged and apart: keep one"
                raise ContradictionError(why, f"$.apart[{judgement}]")

    def _rename(self, judgement: int, name: str, to: str) -> None:
        place = f"$.rename[{judgement}]"
        if self._renamed.setdefault(key(name), to) != to:
            why = f"“{name}” is renamed to both “{self._renamed[key(name)]}” and “{to}”: keep one"
            raise ContradictionError(why, place)
        seen = {key(name)}
        while key(to) in self._renamed and key(to) not in seen:
            seen.add(key(to))
            to = self._renamed[key(to)]
        if key(to) in seen and len(seen) > 1:
            raise ContradictionError(f"“{name}” is renamed in a circle: take one of the lines out", place)

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
