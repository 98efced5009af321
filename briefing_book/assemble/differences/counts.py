"""What a number in an article counts, and how much: the noun, what happened to those counted, and from–to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from briefing_book.assemble.reading import Reading
from briefing_book.model import Bound, Passage, Quantity

FATES = {
    "killed": "kill killed kills killing dead died die dies dying death deaths fatal fatally fatalities "
    "slain perished lives toll",
    "injured": "injured injure injures injuring injuries injury wounded wound wounding wounds hurt",
    "missing": "missing unaccounted unknown",
    "trapped": "trapped buried",
    "in hospital": "hospitalized hospitalised hospital hospitals treated",
    "arrested": "arrested arrest arrests detained detentions detain custody",
    "displaced": "displaced fled flee evacuated evacuate homeless fleeing rehoused",
    "rescued": "rescued saved pulled",
    "captured": "captured capture captures capturing seized surrendered kidnapped abducted hostage captive "
    "prisoner",
    "freed": "freed free frees freeing released release releases releasing swapped exchanged exchange",
    "destroyed": "destroyed destroy destroys destroying ruined razed flattened demolished wrecked collapsed",
    "damaged": "damaged damage damages damaging",
    "shot down": "shot downed intercepted",
    "fired": "fired fire fires firing launched launch launching targeted targeting",
    "affected": "affected affecting affect brunt",
    "sent": "sent send sends sending dispatched deployed deploy deploying",
    "infected": "infected cases infections tested",
}
"""What may have happened to those, or to what, is counted, and the words that tell it.

Who is taken hostage is captured; hostages, in the plural, may be captured or freed.
"""
FATE = {word: fate for fate, words in FATES.items() for word in words.split()}
_PEOPLE = (
    "person people human victim other life dead killed injured wounded death fatality injury missing "
    "hurt displaced arrested detained hospitalised hospitalized"
)
PEOPLE = frozenset(_PEOPLE.split())
"""Nouns, and words that stand for one, that count people of no further kind."""
_MEASURED = (
    "second minute hour day week month year decade century percent percentage kilometer kilometre km "
    "mile meter metre foot inch ton tonne kilogram kg litre liter gallon barrel acre hectare degree "
    "megawatt watt mw gw mph point time country nation part step dollar euro pound yuan rouble ruble "
    "hryvnia yen cent occasion hundred thousand million billion dozen kind type"
)
MEASURED = frozenset(_MEASURED.split())
"""Units, which do not tell what is measured, and nouns of which there are many sets."""
_PARTIAL = "another other further additional more first last next per every each of among including"
PARTIAL = frozenset(_PARTIAL.split())
"""Words before a number that make it a part of another, or one of many."""
ROUGHLY = Decimal("0.2")
"""The part by which a number told with "about" may be off."""
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BRACKETS = re.compile(r"\([^()]*\)")
_BREAK = re.compile(r"[,;:–—\n]|\d")
_ROUND_FROM = 100
_NEAREST = 8
"""What happened is told within this many words of the number."""


@dataclass(frozen=True)
class Amount:
    """A number as an article limits it: from `low` to `high` (None: no end)."""

    value: Decimal
    bound: Bound
    low: Decimal
    high: Decimal | None

    def agrees(self, other: "Amount") -> bool:
        """Whether both may be right."""
        below = self.high is None or other.low <= self.high
        above = other.high is None or self.low <= other.high
        return below and above

    def says(self) -> str:
        """The number in words: "at least 1,200"."""
        bound = "" if self.bound == "exactly" else f"{self.bound} "
        return f"{bound}{self.value.normalize():,f}"


@dataclass(frozen=True)
class Count:
    """One number of an article: `noun` and `fate` say what is counted."""

    noun: str
    fate: str
    amount: Amount
    passage: Passage


def counts_of(reading: Reading) -> Iterator[Count]:
    """The numbers of an article that can be compared with those of others."""
    for quantity in reading.facts.quantities:
        count = _count(reading, quantity)
        if count:
            yield count


def _count(reading: Reading, quantity: Quantity) -> Count | None:
    noun = quantity.of.casefold()
    value = _decimal(quantity.value)
    if value is None or value < 2 or noun in MEASURED:
        return None
    passage = reading.passage(quantity)
    sentence = reading.sentence(passage.sentence)
    before = _clause(reading.text[sentence.start : quantity.start], -1)
    after = _clause(reading.text[quantity.end : sentence.end], 0)
    if PARTIAL.intersection(before[-1:]) or after[:1] == ["of"] or after[:2] == ["out", "of"]:
        return None
    own = [word.casefold() for word in WORD.findall(quantity.text)]
    fate = _fate(own, before, after)
    people = noun in PEOPLE or noun in FATE
    if people and not fate:
        return None
    amount = Amount(value, quantity.bound, *_limits(value, quantity.bound))
    return Count("person" if people else noun, fate, amount, passage)


def _clause(text: str, which: int) -> list[str]:
    """The words next to a number, up to a comma or another number; what is in brackets left out."""
    return [word.casefold() for word in WORD.findall(_BREAK.split(_BRACKETS.sub(" ", text))[which])]


def _decimal(value: str) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _fate(own: list[str], before: list[str], after: list[str]) -> str:
    """What is told nearest to a number of what happened; nothing where two stand as near."""
    near = {0: [FATE[word] for word in own if word in FATE]}
    for words in (before[: -_NEAREST - 1 : -1], after[:_NEAREST]):
        for distance, word in enumerate(words, 1):
            if word in FATE:
                near.setdefault(distance, []).append(FATE[word])
    nearest = set(near[0] or near[min(near.keys() - {0})]) if len(near) > 1 or near[0] else set()
    return nearest.pop() if len(nearest) == 1 else ""


def _limits(value: Decimal, bound: Bound) -> tuple[Decimal, Decimal | None]:
    if bound == "at least":
        return value, None
    if bound == "at most":
        return Decimal(0), value
    part = value * ROUGHLY if bound == "about" else _rounding(value)
    return value - part, value + part


def _rounding(value: Decimal) -> Decimal:
    """Half of the last digit that is not nought, of larger numbers: 1,200 may be 1,150 to 1,250."""
    if value < _ROUND_FROM:
        return Decimal(0)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1) if int(exponent) > 0 else Decimal(0)
