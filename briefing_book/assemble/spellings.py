"""One spelling for all Latin ones of a Cyrillic name: "Zelenskyy" and "Zelenskiy" are both "zelensky".

Words of fewer than five letters stay: in "Li" and "Lei" every letter tells.
"""

import re
from functools import lru_cache

from briefing_book.names import Key

SHORTEST = 5
_RULES = [
    (r"^(ye|je)", "e"),
    (r"^(alia|alya|alye)", "ale"),
    (r"^alexandr$|^aleksandr$|^aleksander$", "alexander"),
    (r"ks", "x"),
    (r"(iye|iy|yy|yi|ii|ij|yj|ey|ei|i)$", "y"),
    (r"enk[ao]$", "enko"),
    (r"(?<=[dm])[iy](?=[mr])", "i"),
    (r"shch|sch", "sh"),
]
RULES = [(re.compile(pattern), instead) for pattern, instead in _RULES]


@lru_cache(maxsize=1 << 16)
def spelling(name: Key) -> Key:
    """A name's key with each long word in one spelling."""
    return tuple(_word(word) for word in name)


def _word(word: str) -> str:
    if len(word) < SHORTEST:
        return word
    for pattern, instead in RULES:
        word = pattern.sub(instead, word)
    return word
