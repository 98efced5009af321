"""Names as English would write them, where an article's language writes another alphabet's in its own way.

"Eltsine" and "Chevardnadzé" in French are "Yeltsin" and "Shevardnadze". What comes out serves to compare
names.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from briefing_book.names import Key
from briefing_book.yaml_files import read_yaml

_FOLDER = Path(__file__).parent
_SHORTEST = 3
"""In shorter words every letter tells."""


class _Table(msgspec.Struct, frozen=True):
    """`<language>/names.yml`: expressions and what stands instead."""

    rules: tuple[tuple[str, str], ...]


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    path = _FOLDER / language / "names.yml"
    if not path.is_file():
        return ()
    return tuple((re.compile(pattern), instead) for pattern, instead in read_yaml(path, _Table).rules)


@lru_cache(maxsize=1 << 16)
def name_in_english(name: Key, language: str | None) -> Key:
    """A name's key as English would spell it; the same where nothing tells."""
    rules = _rules(language) if language else ()
    return tuple(_word(word, rules) if len(word) >= _SHORTEST else word for word in name)


def _word(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, instead in rules:
        word = pattern.sub(instead, word)
    return word
