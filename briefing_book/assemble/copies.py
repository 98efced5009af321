"""Articles that are one text: a copy or a rewrite counts as the source that it was made from.

What an article says in its own words is compared, by runs of three words: two reports that share a long
quotation are two sources. MinHash finds which texts may be alike, the runs themselves decide.
"""

from collections.abc import Sequence

from rensa import RMinHash, RMinHashLSH

from briefing_book.assemble.reading import Library, Reading
from briefing_book.likeness import SHARED, are_nearly_equal, has_most, is_short, runs_of

LIKELY = 0.2
"""The part of all runs of two texts that, by their sketches, both have, where they are compared at all."""
MOST_LIKELY = 5
"""So many of the most likely originals are looked at."""
BANDS, ROWS = 64, 3
"""Of texts that share 0.4 of all their runs 98 in 100 are compared, of those that share 0.03 two in 1,000."""
SEED = 1


def with_copies(library: Library) -> Library:
    """The library that knows which articles are copies of which."""
    return Library(library.readings, copies(library.readings))


def copies(readings: Sequence[Reading]) -> dict[str, str]:
    """By the id of each copy that of its original: the first article, in order, with this text."""
    index = RMinHashLSH(threshold=SHARED, num_perm=BANDS * ROWS, num_bands=BANDS)
    originals: dict[int, RMinHash] = {}
    found: dict[str, str] = {}
    for number, reading in enumerate(readings):
        runs = runs_of(reading.narration())
        sketch = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
        sketch.update(runs)
        likely = (readings[other] for other in _likely(sketch, index, originals))
        original = next((other for other in likely if _is_copy(reading, other)), None)
        if original:
            found[reading.id] = original.id
        elif runs:
            originals[number] = sketch
            index.insert(number, sketch)
    return found


def _likely(sketch: RMinHash, index: RMinHashLSH, originals: dict[int, RMinHash]) -> list[int]:
    """The numbers of the few most likely originals."""
    alike = [(-sketch.jaccard(originals[number]), number) for number in index.query(sketch)]
    return [number for unlike, number in sorted(alike)[:MOST_LIKELY] if -unlike >= LIKELY]


def _is_copy(one: Reading, other: Reading) -> bool:
    """Whether one is made from the other; of short texts, quotations count."""
    runs, others = set(runs_of(one.narration())), set(runs_of(other.narration()))
    if not is_short(runs, others):
        return has_most(runs, others)
    return are_nearly_equal(set(runs_of(one.text)), set(runs_of(other.text)))
