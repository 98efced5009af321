"""Texts as a page can show them: no character vanishes unseen, none turns the words around it, no word is
too long for a line.

A character that no face has becomes a box, and is remembered. A very long word may end a line within it. Text
that runs from right to left, or turns others around, is kept to itself (Unicode's isolates).
"""

import re
import unicodedata
from collections import Counter
from typing import Any

BOX = "□"
_TO_RIGHT, _TO_LEFT, _END = "\u2066", "\u2067", "\u2069"
_OPENS = "\u2066\u2067\u2068"
_TURNING = re.compile(
    "[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
"""What has no shape at all, and a PDF may not hold."""
_NEEDS_NO_SHAPE = ("Cf", "Zs", "Zl", "Zp", "Cc")
_PLAIN = re.compile(r"[\n -~]*")
_LONG = re.compile(r"\S{30,}")
_PART, _MAY_BREAK = 12, "\u200b"
"""A long word may break after so many characters each, for narrow columns."""
_NOT_SHOWN = frozenset({"href", "id", "list", "names", "to", "url"})
"""Under these keys are addresses and ids."""
_DRAWN = "svg"


class Printable:
    """Makes texts printable with faces that have these characters."""

    def __init__(self, characters: frozenset[int]) -> None:
        self._characters = characters
        self.missing: Counter[str] = Counter()

    def data(self, thing: Any) -> Any:
        """The JSON value with all its texts made printable; the keys of objects stay."""
        if isinstance(thing, str):
            return self.text(thing)
        if isinstance(thing, list):
            return [self.data(each) for each in thing]
        if isinstance(thing, dict):
            return {key: self._under(key, each) for key, each in thing.items()}
        return thing

    def _under(self, key: str, thing: Any) -> Any:
        if key in _NOT_SHOWN:
            return thing
        return self._with_boxes(thing) if key == _DRAWN else self.data(thing)

    def text(self, text: str) -> str:
        """The text with a box for each character that no face has, and breaks in words that fill a line."""
        return _LONG.sub(_breakable, self._with_boxes(text))

    def _with_boxes(self, text: str) -> str:
        if _PLAIN.fullmatch(text):
            return text
        shown = "".join(c if self._has(c) else self._box(c) for c in _UNSHOWABLE.sub("", text))
        return _isolated(shown) if _TURNING.search(shown) else shown

    def _has(self, character: str) -> bool:
        return ord(character) in self._characters or unicodedata.category(character) in _NEEDS_NO_SHAPE

    def _box(self, character: str) -> str:
        self.missing[character] += 1
        return BOX


def _breakable(word: re.Match[str]) -> str:
    """The word with places to break it, none before what belongs to the letter before."""
    return "".join(
        _MAY_BREAK + letter if n and n % _PART == 0 and not unicodedata.combining(letter) else letter
        for n, letter in enumerate(word[0])
    )


def _isolated(text: str) -> str:
    """The text in an isolate of its own, which runs as most of its letters do and nothing in it can end."""
    letters = Counter(unicodedata.bidirectional(character) for character in text)
    begins = _TO_LEFT if letters["R"] + letters["AL"] > letters["L"] else _TO_RIGHT
    depth, kept = 0, []
    for character in text:
        depth += (character in _OPENS) - (character == _END)
        if depth < 0:
            depth = 0
            continue
        kept.append(character)
    return f"{begins}{''.join(kept)}{_END * (depth + 1)}"
