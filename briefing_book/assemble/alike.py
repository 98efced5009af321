"""Which texts may say the same, and how much of it they share.

Words are compared by their beginnings, so that "timetabled" and "full-time" meet. Small words carry no
meaning of their own, so that "they will" and "we would" are no difference.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from briefing_book.names import Key

STEM = 5
"""Letters by which words are compared."""
RAREST = 6
"""A text is looked for under this many of its rarest words and pairs of words."""
MOST_LIKELY = 10
"""Under each of these, so many others are compared."""
RARE = 40
"""What more texts have than this is not rare."""
FEWEST = 2
"""Words that two texts must share."""
APART = 3
"""So many other words may stand among those that a short text shares with a longer one."""
ORDERED = 7
"""Words from which their order counts: two speeches on one matter share many words, in another order."""
WITH_INSERTIONS = 0.9
"""The part of a text's words that a longer one must have, where it has them with others in between."""
MOST_WORDS = 200
"""Of a longer text, the order of words is compared as far as this."""
_SMALL = (
    "a an the and or but nor so if then than as of to in on at by for from with about into over out up "
    "down off i me my mine we us our ours you your yours he him his she her hers it its they them their "
    "theirs s t re ve this that these those there here what which who whom whose when where why how is am "
    "are was were be been being isn aren wasn don doesn didn won ll d m can could may might must shall "
    "should will would have has had do does did done no not never yes all any some each every both such "
    "own other another more most much many lot very too also just only even still again now get gets got "
    "go goes going went come let make made say says said know think need want like one thing things"
)
SMALL = frozenset(_SMALL.split())
_WORD = re.compile(r"\w+")
_LEFT_OUT = re.compile(r"…|\.\.\.|\[[^\]]*\]")


@dataclass(frozen=True)
class Words:
    """A text by its words: the beginnings of those that carry meaning, each once, in order and as a set.

    `pieces` are all its letters, small ones, cut where the text says that it leaves something out.
    """

    pieces: Key
    ordered: Key
    stems: frozenset[str]

    @property
    def letters(self) -> int:
        """How many letters the text has."""
        return sum(map(len, self.pieces))


def words_of(text: str) -> Words:
    """The words of a text."""
    folded = text.casefold()
    words = _WORD.findall(folded)
    telling = [word for word in words if word not in SMALL]
    ordered = tuple(dict.fromkeys(word[:STEM] for word in telling or words))
    pieces = _LEFT_OUT.split(folded)
    letters = ("".join(_WORD.findall(piece) if len(pieces) > 1 else words) for piece in pieces)
    return Words(tuple(piece for piece in letters if piece), ordered, frozenset(ordered))


def tells(one: Words, other: Words, part: float) -> bool:
    """Whether the longer text has this part of the shorter one's words, near each other and in order."""
    both = one.stems & other.stems
    short, long = sorted((one.ordered, other.ordered), key=len)
    if len(both) < max(FEWEST, part * len(short)):
        return False
    if len(short) < ORDERED:
        places = [place for place, stem in enumerate(long) if stem in both]
        return max(places, default=0) - min(places, default=0) < len(short) + APART
    short, long = short[:MOST_WORDS], long[:MOST_WORDS]
    with_insertions = LCSseq.similarity(short, long) >= WITH_INSERTIONS * len(short)
    return with_insertions or fuzz.partial_ratio(short, long) >= 100 * part


def is_piece(one: Words, other: Words) -> bool:
    """Whether the shorter text is cut from the longer one, letter by letter; its gaps may hide anything."""
    short, long = sorted((one, other), key=lambda words: words.letters)
    place, whole = 0, " ".join(long.pieces)
    for piece in short.pieces:
        place = whole.find(piece, place) + len(piece)
        if place < len(piece):
            return False
    return True


class Shelf:
    """Texts under their rarest words and pairs of neighbouring words, where their likes are found."""

    def __init__(self, texts: Sequence[Words]) -> None:
        keys = [_keys(text) for text in texts]
        uses = Counter(chain.from_iterable(keys))
        self._keys = [sorted((uses[key], key) for key in own if uses[key] > 1)[:RAREST] for own in keys]
        self._shelf: dict[str, list[int]] = {}

    def put(self, number: int) -> None:
        """Let the text of this number be found; no more than a few under each of its words."""
        for _, key in self._keys[number]:
            others = self._shelf.setdefault(key, [])
            if len(others) < MOST_LIKELY:
                others.append(number)

    def find(self, number: int) -> tuple[list[int], set[int]]:
        """The texts, in order, that share two words or the only one; and all that share what is rare."""
        once: set[int] = set()
        twice: set[int] = set()
        rare: set[int] = set()
        for uses, key in self._keys[number]:
            others = self._shelf.get(key, ())
            twice.update(others if " " in key else once.intersection(others))
            once.update(others)
            if uses <= RARE:
                rare.update(others)
        return sorted(twice if len(self._keys[number]) > 1 else once), rare


def _keys(text: Words) -> list[str]:
    return [*text.ordered, *map(" ".join, pairwise(text.ordered))]
