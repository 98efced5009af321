"""Which line ends were meant: the next word, which does not go on in small letters, had room there."""

import re
from collections.abc import Iterator
from itertools import pairwise

_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\n]+")
_FIRST_WORD = re.compile(r"\s*(\S+)")
_ROOM = 0.7
"""The share of its longest line that a wrapped block fills at least; proportional letters vary."""


def meant_ends(text: str) -> Iterator[int]:
    """The places of the line feeds that end a line short of where its block is wrapped."""
    for block in _BLOCK.finditer(text):
        lines = list(_LINE.finditer(text, *block.span()))
        width = max(len(line.group()) for line in lines)
        for line, following in pairwise(lines):
            word = _FIRST_WORD.match(following.group())
            room = _ROOM * width - len(line.group().rstrip()) - 1
            if word and len(word[1]) <= room and not word[1][0].islower():
                yield line.end()
