"""The lists of words are kept by people, who find a word where they look for it, and once."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from briefing_book.extract.cues import DATA

FILES = sorted(set(DATA.rglob("*.yml")) - {DATA / "person_weights.yml"})


def lists(data: object) -> Iterator[list[object]]:
    """All lists within some data."""
    if isinstance(data, dict):
        for value in data.values():
            yield from lists(value)
    elif isinstance(data, list):
        yield data
        for item in data:
            yield from lists(item)


@pytest.mark.parametrize("file", FILES, ids=[file.relative_to(DATA).as_posix() for file in FILES])
def test_no_list_holds_a_word_twice(file: Path) -> None:
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    words = [Counter(item for item in found if isinstance(item, str)) for found in lists(data)]
    assert words, file
    twice = [word for counted in words for word, times in counted.items() if times > 1]
    assert not [word for word in twice if not word.isdigit()]
