"""Which of a plan's points a passage reports: the points whose wording it shares enough of.

Words are compared by their stems. A word that fewer points use counts for more.
"""

import re
from collections import Counter
from collections.abc import Iterable

from briefing_book.model import Plan, Point

WEIGHTS = {"phrase": 1.0, "title": 0.8, "summary": 0.3}
"""What a whole phrase, the whole title, and a passage all of whose words stand in the summary are worth."""
ENOUGH = 0.75
"""The least score with which a passage is placed under a point."""
CONFIDENCE = {"phrase": 0.95, "words": 0.75}
"""How sure a placement is that rests on a whole phrase, and one that rests on single words."""
_SLACK = 5
"""How many other words may stand among those of a phrase."""

_WORD = re.compile(r"[^\W_]+")
_IDLE = frozenset(
    _WORD.findall(
        "a an the of to in on at for from by with and or not no be is are was were been all its their it "
        "they that this these those as into than more other s"
    )
)
_ENDINGS = (
    "ations",
    "ation",
    "ating",
    "ated",
    "ates",
    "ate",
    "ions",
    "ion",
    "ings",
    "ing",
    "ed",
    "es",
    "s",
    "e",
)
_SHORTEST_STEM = 4


def stems(text: str) -> list[str]:
    """The words that say something, without their endings: "ceasing hostilities" -> ceas, hostil."""
    words = _WORD.findall(text.lower().replace("-", "").replace("‑", ""))
    return [_stem(word) for word in words if word not in _IDLE]


def _stem(word: str) -> str:
    if word.endswith(("ies", "ity")):
        word = word[:-3] + "y"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM - (ending in ("s", "e")):
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if word.endswith(("y", "e")) and len(word) >= _SHORTEST_STEM else word


class Placer:
    """Places passages under the points of one plan."""

    def __init__(self, plan: Plan) -> None:
        self._points = [_Wording(point) for point in plan.points]
        uses = Counter(stem for wording in self._points for stem in wording.vocabulary)
        self._rarity = {stem: 1 / count for stem, count in uses.items()}

    def place(self, passage: str) -> dict[int, float]:
        """The numbers of the points that the passage reports, in order, with the confidence of each.

        None where no score is enough.
        """
        words = stems(passage)
        phrased = self._phrased(words)
        return {
            w.number: CONFIDENCE["phrase" if w.number in phrased else "words"]
            for w in self._points
            if sum(self._scores(w, words, phrased).values()) >= ENOUGH
        }

    def _scores(self, wording: "_Wording", words: list[str], phrased: set[int]) -> dict[str, float]:
        """What each feature of the passage adds for a point."""
        found = set(words)
        shares = {
            "phrase": float(wording.number in phrased),
            "title": self._share(wording.title, found),
            "summary": self._share(found & self._rarity.keys(), wording.summary),
        }
        return {name: WEIGHTS[name] * share for name, share in shares.items()}

    def _phrased(self, words: list[str]) -> set[int]:
        """The points that have a phrase in the passage: none of whose words is part of a longer one."""
        met = [
            (places, w.number)
            for w in self._points
            for phrase in w.phrases
            if (places := _within(phrase, words))
        ]
        return {
            number
            for places, number in met
            if not any(len(longer) > len(places) and longer & places for longer, _ in met)
        }

    def _share(self, wanted: Iterable[str], found: set[str]) -> float:
        """How much of the wanted words was found, each by its rarity."""
        whole = sum(self._rarity[stem] for stem in sorted(wanted))
        part = sum(self._rarity[stem] for stem in sorted(wanted) if stem in found)
        return part / whole if whole else 0.0


class _Wording:
    """The stems of a point's title, summary and phrases."""

    def __init__(self, point: Point) -> None:
        self.number = point.number
        self.title = set(stems(point.title))
        self.summary = set(stems(point.summary))
        self.phrases = [frozenset(stems(phrase)) for phrase in point.phrases]
        self.vocabulary = self.title.union(self.summary, *self.phrases)


def _within(phrase: frozenset[str], words: list[str]) -> frozenset[int]:
    """Where the stems of the phrase stand close together, in any order; empty where they do not."""
    if not phrase or not phrase.issubset(words):
        return frozenset()
    reach = len(phrase) + _SLACK
    for start in range(max(1, len(words) - reach + 1)):
        if phrase.issubset(words[start : start + reach]):
            stretch = list(enumerate(words))[start : start + reach]
            return frozenset(max(i for i, word in stretch if word == stem) for stem in phrase)
    return frozenset()
