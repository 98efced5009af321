"""How much of its wording one text has from another, measured by runs of three words."""

import re
from collections.abc import Hashable
from collections.abc import Set as AbstractSet

RUN = 3
"""Words that are compared together."""
SHARED = 0.5
"""The part of the shorter text's runs that the longer one has, where one is made from the other."""
SHORT = 30
"""Fewer words than this say the same by chance or by custom: such texts must be alike as wholes."""
ALIKE = 0.7
"""The part of all runs of two short texts that both have, where one is made from the other."""
_WORD = re.compile(r"\w+")


def runs_of(text: str) -> list[str]:
    """The words of a text, three by three."""
    words = _WORD.findall(text.casefold())
    return list(map(" ".join, zip(*(words[start:] for start in range(RUN)), strict=False)))


def is_short(one: AbstractSet[Hashable], other: AbstractSet[Hashable]) -> bool:
    """Whether the shorter of two texts, given by their runs, is too short to tell by a part of it."""
    return min(len(one), len(other)) <= SHORT - RUN


def has_most(one: AbstractSet[Hashable], other: AbstractSet[Hashable]) -> bool:
    """Whether the longer text has most of the shorter one's runs."""
    return len(one & other) >= SHARED * min(len(one), len(other))


def are_nearly_equal(one: AbstractSet[Hashable], other: AbstractSet[Hashable]) -> bool:
    """Whether two texts have most of their runs in common."""
    return len(one & other) >= ALIKE * len(one | other)
