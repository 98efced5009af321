"""Whom a name of one word may stand for: who has it as a family name, last or first, or is called so."""

from collections.abc import Iterator, Mapping, Sequence

from briefing_book.assemble.full_names import FullName
from briefing_book.assemble.named import Named
from briefing_book.assemble.placing import MOST_CANDIDATES, Candidate
from briefing_book.assemble.spellings import likeness, one_spelling, sound
from briefing_book.assemble.unions import Groups, Known
from briefing_book.names import Key

Mark = tuple[str, str]
"""How a full name holds a word, and the word in one spelling."""


class FamilyNames:
    """The people with a full name by the words that may stand for it."""

    def __init__(
        self,
        people: Sequence[Named],
        names: Mapping[Key, FullName],
        same: Mapping[Key, list[int]],
        groups: Groups,
    ) -> None:
        self._groups = groups
        self._family: dict[int, str] = {}
        self._bearers: dict[Mark, dict[int, int]] = {}
        self._by_role: dict[tuple[Mark, str], list[int]] = {}
        for key, name in names.items():
            for group, numbers in _by_group(same[key], groups).items():
                self._family[numbers[0]] = name.written[-1]
                called = {word for number in numbers for word in _called(people[number], name)}
                for mark in dict.fromkeys(_marks(name, called)):
                    self._bearers.setdefault(mark, {}).setdefault(group, numbers[0])
        for mark, bearers in self._bearers.items():
            for group, number in bearers.items():
                for role in groups.known[group].roles:
                    self._by_role.setdefault((mark, role), []).append(number)

    def candidates(self, written: str, known: Known) -> list[Candidate]:
        """Whom the word may stand for, of whom this is known."""
        word = one_spelling(written)
        last = [*self._with("called so", word, known), *self._with("family name", word, known)]
        first = list(self._with("family name first", word, known))
        if last or first:
            return [*self._told_if_only(last), *(first if last else self._told_if_only(first))]
        similar = self._with("similar family name", sound(word), known)
        return [each for each in similar if likeness(written, self._family[each.number])]

    def _with(self, how: str, word: str, known: Known) -> list[Candidate]:
        """Where many have it, those who have a role of this one's."""
        mark = how, word
        numbers = list(self._bearers.get(mark, {}).values())
        if len(numbers) <= MOST_CANDIDATES:
            return [Candidate(number, (how,)) for number in numbers]
        of_role = [number for role in known.roles for number in self._by_role.get((mark, role), ())]
        few = of_role if len(of_role) <= MOST_CANDIDATES else []
        return [Candidate(number, (how, "one of many")) for number in few]

    def _told_if_only(self, candidates: list[Candidate]) -> list[Candidate]:
        """The same, with the feature that there is no other."""
        many = any("one of many" in each.how for each in candidates)
        if many or len({self._groups.find(each.number) for each in candidates}) != 1:
            return candidates
        return [Candidate(each.number, (*each.how, "only one")) for each in candidates]


def _by_group(numbers: Sequence[int], groups: Groups) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number in numbers:
        found.setdefault(groups.find(number), []).append(number)
    return found


def _called(person: Named, name: FullName) -> set[str]:
    """The words of the name by which alone the article calls this person."""
    shorts = {short[0] for short in person.shorts() if len(short) == 1}
    return {one_spelling(short) for short in shorts} & set(name.words)


def _marks(name: FullName, called: set[str]) -> Iterator[Mark]:
    for word in sorted(called - {name.words[-1]}):
        yield "called so", word
    yield "family name", name.words[-1]
    yield "family name first", name.words[0]
    yield "similar family name", sound(name.words[-1])
    if name.english:
        yield "family name", name.english[-1]
