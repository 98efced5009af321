"""The words by which facts are told, from the data folder."""

from pathlib import Path

import msgspec

from briefing_book.yaml_files import read_yaml

DATA = Path(__file__).parent / "data"
"""One file a kind of fact."""


def cues(file: str) -> dict[str, frozenset[str]]:
    """The lists of words of a file of the data folder, by their names. All in lower case."""
    lists = read_yaml(DATA / file, dict[str, list[str]])
    return {name: frozenset(words) for name, words in lists.items()}


PEOPLE = cues("people.yml")
GIVEN_NAMES = cues("given_names.yml")
SPEECH = cues("speech.yml")


class Institutions(msgspec.Struct, frozen=True):
    """The words of organisations.yml, all in lower case."""

    institutions: frozenset[str]
    """What a country has one of."""
    narrowing: frozenset[str]
    """What stands between a country and its institution."""
    same: dict[str, str]
    """Words of names by those that say the same; an empty one says nothing."""
    known: dict[str, str]
    """Institutions with a name of their own, and their country's code."""
    international: frozenset[str]
    """Bodies of many countries, in exactly these letters."""
    owners: frozenset[str]
    """Whose an organisation may be by its name."""
    ranks: frozenset[str]
    """What stands before the office of somebody in it."""
    members: frozenset[str]
    """Whom it has, beside those in its offices."""
    nouns: frozenset[str]
    """The last words of organisations' names."""
    not_last: frozenset[str]
    """The last words of the names of other things."""
    not_names: frozenset[str]
    """Capitalised words that are no organisation."""


INSTITUTIONS = read_yaml(DATA / "organisations.yml", Institutions)
