"""An article as its format gives it, before what all formats share is done to it."""

from collections.abc import Sequence

from briefing_book.model import Record
from briefing_book.read.stated import Stated

PARAGRAPH = "\n\n"
"""What stands between two paragraphs."""
CELLS = " | "
LONGEST_CELL = 200


class Draft(Record, frozen=True):
    """An article's text, and what its file states of it. `markdown`: the title may be a heading there."""

    text: str
    stated: Stated = Stated()
    markdown: bool = False


def row_text(cells: Sequence[Sequence[str]]) -> list[str]:
    """The paragraphs of a table's row: a row of short cells is one, longer ones are columns of a layout."""
    if all(len(cell) <= 1 and all(len(text) <= LONGEST_CELL for text in cell) for cell in cells):
        return [CELLS.join(text.replace("\n", " ") for cell in cells for text in cell)]
    return [text for cell in cells for text in cell]
