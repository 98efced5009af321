"""What organisations of articles in other languages are called in English, so that they are one in a book.

Only what a table of the language knows has an English name; everything else keeps its own.
"""

from functools import cache
from pathlib import Path

import msgspec

from briefing_book.country_names import country_name
from briefing_book.names import Key, key
from briefing_book.yaml_files import read_yaml

_FOLDER = Path(__file__).parent
_MOST_OTHER_WORDS = 4
"""So many words may an institution's name have beside those of the table, which name its country."""


class _Table(msgspec.Struct, frozen=True):
    """`<language>/organisations.yml`: names in the language, by their English ones."""

    international: dict[str, tuple[str, ...]]
    institutions: dict[str, tuple[str, ...]]


class Known(msgspec.Struct, frozen=True):
    """The English names by the keys of a language's names."""

    international: dict[Key, str]
    institutions: dict[Key, str]


@cache
def known(language: str) -> Known:
    """The table of a language; empty where there is none."""
    path = _FOLDER / language / "organisations.yml"
    if not path.is_file():
        return Known({}, {})
    table = read_yaml(path, _Table)
    return Known(_by_key(table.international), _by_key(table.institutions))


def _by_key(table: dict[str, tuple[str, ...]]) -> dict[Key, str]:
    return {key(name): english for english, names in table.items() for name in names}


@cache
def organisation_in_english(name: str, language: str, country: str | None) -> str | None:
    """The English name of an organisation; None where it is not known. `country` is an institution's."""
    words = key(name)
    tables = known(language)
    if words in tables.international:
        return tables.international[words]
    if country is None:
        return None
    fitting = [
        (len(institution), english)
        for institution, english in tables.institutions.items()
        if len(words) - len(institution) <= _MOST_OTHER_WORDS and _stands_in(institution, words)
    ]
    return f"{max(fitting)[1]} of {country_name(country)}" if fitting else None


def _stands_in(some: Key, words: Key) -> bool:
    """Whether these words stand among the others in their order."""
    rest = iter(words)
    return all(word in rest for word in some)
