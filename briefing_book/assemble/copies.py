"""Articles that are one text: a copy or a rewrite counts as the source that it was made from.

What an article says in its own words is compared, by runs of three words: two reports that share a long
quotation are two sources. MinHash finds which texts may be alike, the runs themselves decide.
"""

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from rensa import RMinHash, RMinHashLSH

from briefing_book.assemble.reading import Reading
from briefing_book.likeness import SHARED, are_nearly_equal, has_most, is_short, runs_of

LIKELY = 0.2
"""The part of all runs of two texts that, by their sketches, both have, where they are compared at all."""
MOST_LIKELY = 5
"""So many of the most likely originals are looked at."""
BANDS, ROWS = 64, 3
"""Of texts that share 0.4 of all their runs 98 in 100 are compared, of those that share 0.03 two in 1,000."""
SEED = 1


class _Original(NamedTuple):
    """An article with its sketch and the numbers of its runs."""

    reading: Reading
    sketch: RMinHash
    runs: "array[int]"


def copies(readings: Sequence[Reading]) -> dict[str, str]:
    """By the id of each copy that of its original: the first article, in order, with this text."""
    index = RMinHashLSH(threshold=SHARED, num_perm=BANDS * ROWS, num_bands=BANDS)
    originals: list[_Original] = []
    found: dict[str, str] = {}
    for reading in readings:
        words = runs_of(reading.narration())
        sketch = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
        sketch.update(words)
        runs = set(RMinHash.hash_token_sets([words])[0])
        likely = _likely(sketch, index, originals)
        original = next((other for other in likely if _is_copy(reading, runs, other)), None)
        if original:
            found[reading.id] = original.reading.id
        elif runs:
            index.insert(len(originals), sketch)
            originals.append(_Original(reading, sketch, array("Q", runs)))
    return found


def _likely(sketch: RMinHash, index: RMinHashLSH, originals: list[_Original]) -> list[_Original]:
    """The few most likely originals."""
    alike = [(-sketch.jaccard(originals[number].sketch), number) for number in index.query(sketch)]
    return [originals[number] for unlike, number in sorted(alike)[:MOST_LIKELY] if -unlike >= LIKELY]


def _is_copy(one: Reading, runs: set[int], other: _Original) -> bool:
    """Whether one, with these runs, is made from the other; of short texts, quotations count."""
    others = set(other.runs)
    if not is_short(runs, others):
        return has_most(runs, others)
    return are_nearly_equal(set(runs_of(one.text)), set(runs_of(other.reading.text)))
