"""The outlines that the maps draw are those that the tool makes."""

from tools import outlines


def test_the_committed_outlines_are_fresh() -> None:
    assert outlines.TARGET.read_text(encoding="utf-8") == outlines.text()
