"""Names of one place that are not spellings of each other's like, or that sources choose between."""

from pathlib import Path

from briefing_book.names import Key, key
from briefing_book.yaml_files import read_yaml

_PLACES = read_yaml(Path(__file__).with_name("other_names.yml"), list[list[str]])

PLACES: dict[Key, int] = {key(name): number for number, names in enumerate(_PLACES) for name in names}
"""For each name the number of its place."""
