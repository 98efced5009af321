"""When two words of names are one in two spellings.

Words that sound alike and differ by few letters are *similar*. Some differences are those of an alphabet's
transliterations into English, French or German, which make no other name ("Zelenskyy" and "Zelenskiy",
"Peskow" and "Peskov"), and some are those of another name ("Ivanova", "Petersen"): these are the rules here.
"""

import re
from functools import lru_cache
from itertools import combinations
from typing import Literal

from jellyfish import metaphone
from rapidfuzz.distance import Indel

from briefing_book.names import Key

Likeness = Literal["same", "similar"]

SHORTEST = 5
"""In shorter words every letter tells: "Li" and "Lei", "Wang" and "Weng"."""
LONG = 7
"""From so many letters a "y" within a word may be an "i": "Kadyrov", but not "Smyth"."""
SIMILAR = 0.85
"""The share of their letters that two similar words have in common: one of seven may be another."""
NEARLY = 0.8
"""The same of words that are similar where the rest of two names is the same: one of five may be another."""
_SPELLINGS = """
abdul abdel abd abdal
al el
saif seif sayf
ahmed ahmad
ali aly
abdullah abdallah abdulla
fatima fatemeh fatma
hassan hasan hassane
hussein husain hussain husayn hossein huseyin
ibrahim ebrahim
ismail esmail ismael ishmael
khaled khalid halid
mahmoud mahmud mehmood
mohammed mohammad mohamed mohamad muhammad muhammed
mustafa moustafa mostafa
omar umar omer
osama usama
said saeed saeid sayeed
solomon suleiman sulaiman
yahya yehia
"""
"""Spellings of Arabic and Persian names that neither sound nor look alike enough, one name a line."""
_ONE = {word: line.split()[0] for line in _SPELLINGS.strip().splitlines() for word in line.split()}
_RULES = [
    (r"schtsch|chtch|shch", "sh"),
    (r"^ch(?=.*ou)", "sh"),
    (r"ou(.*)(?<!t)ch", r"ou\1sh"),
    (r"t(sch|ch)", "ch"),
    (r"sch", "sh"),
    (r"dsh|dzh|dj", "j"),
    (r"(?<=.)zh", "j"),
    (r"^w(?=l)|(?<=[aeioud])w(?=[aeiouyr])", "v"),
    (r"(?<=o)w(?=a?$)|(?<=[dgjv]e)w(?=a?$)", "v"),
    (r"(g|j|ts|out)ine$", r"\1in"),
    (r"gu(?=[ei])", "g"),
    (r"(.)\1", r"\1"),
    (r"^(ye|je)", "e"),
    (r"^(alia|alya|alye)", "ale"),
    (r"ks", "x"),
    (r"^alexandr$", "alexander"),
    (r"dh", "d"),
    (r"(au|ou)(?=s[ck])", "ov"),
    (r"ts[iy]", "ti"),
    (r"y(?=[aeou])", "i"),
    (r"(?<=[aeou])y", "i"),
    (r"(iye|iy|yi|i[ij]|yj|ei|i|y)$", "y"),
    (r"enka$", "enko"),
    (r"(?<=[dm])y(?=[mr])", "i"),
    (r"ii", "i"),
]
RULES = [(re.compile(pattern), instead) for pattern, instead in _RULES]
_LIKE_LETTERS = str.maketrans("gkqyejwf", "ccciiivv")
_DOUBLE = re.compile(r"(.)\1")
_ENDING = re.compile(r"(?<=...)i$")
"""What a short word may end with in another spelling: "Sisi", "Sissi" and "Sissy", but not "Li" and "Ly"."""
_INNER_Y = re.compile(r"(?<=.)y(?=.)")
_OTHER_NAMES = (
    ("sen", "son"),
    ("es", "ez"),
    ("off", "ova"),
    ("ov", "ova"),
    ("ev", "eva"),
    ("in", "ina"),
    ("sky", "ska", "skaia"),
    ("sk", "ska", "skaia"),
    ("y", "aia"),
    ("ton", "tson"),
    ("", "a"),
    ("", "e"),
    ("", "s"),
    ("", "ez"),
)
"""Endings that tell two names apart: of a woman and a man, or of two families."""
_PAIRS = [pair for endings in _OTHER_NAMES for pair in combinations(endings, 2)]


@lru_cache(maxsize=1 << 16)
def spelling(name: Key) -> Key:
    """A name's key with each long word in one spelling."""
    return tuple(one_spelling(word) for word in name)


@lru_cache(maxsize=1 << 16)
def one_spelling(word: str) -> str:
    """A word in the one spelling that stands for all of its spellings."""
    if word in _ONE:
        return _ONE[word]
    single = _DOUBLE.sub(r"\1", word) if len(word) >= SHORTEST else word
    if len(single) < SHORTEST:
        return _ENDING.sub("y", single)
    for pattern, instead in RULES:
        word = pattern.sub(instead, word)
    return _INNER_Y.sub("i", word) if len(word) >= LONG else word


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """How a word sounds; short words sound like themselves alone."""
    return metaphone(word.replace("w", "v")) if len(word) >= SHORTEST else word


@lru_cache(maxsize=1 << 16)
def likeness(one: str, other: str) -> Likeness | None:
    """How alike two words in lower case are; None for two different ones."""
    first, second = one_spelling(one), one_spelling(other)
    if first == second:
        return "same"
    return "similar" if _sound_alike(first, second) and _share(one, other) >= SIMILAR else None


@lru_cache(maxsize=1 << 16)
def nearly_alike(one: str, other: str) -> bool:
    """Whether two words in lower case may be one where all else is: "Morsi" and "Mursi"."""
    return _sound_alike(one_spelling(one), one_spelling(other)) and _share(one, other) >= NEARLY


def _sound_alike(one: str, other: str) -> bool:
    """Whether two words, each in its one spelling, sound alike, and are not known as two names."""
    long = min(len(one), len(other)) >= SHORTEST
    return long and sound(one) == sound(other) and not _are_two_names(one, other)


def _share(one: str, other: str) -> float:
    """The share of their letters that two words have in common, as written or in their one spelling."""
    return max(_score(one, other), _score(one_spelling(one), one_spelling(other)))


def _score(one: str, other: str) -> float:
    return Indel.normalized_similarity(_as_like(one), _as_like(other))


def _as_like(word: str) -> str:
    """The word with those letters as one that transliterations use for one sound."""
    return word.replace("ou", "u").translate(_LIKE_LETTERS)


def _are_two_names(one: str, other: str) -> bool:
    return any(_part(one, other, *pair) or _part(other, one, *pair) for pair in _PAIRS)


def _part(one: str, other: str, ending: str, instead: str) -> bool:
    """Whether the second word is the first with another ending."""
    return one.endswith(ending) and other == one.removesuffix(ending) + instead
