"""Articles that are one text: a copy or a rewrite counts as the source that it was made from.

What an article says in its own words is compared, by runs of three words: two reports that share a long
quotation are two sources. MinHash finds which texts may be alike, the runs themselves decide.
"""

import re
from collections.abc import Sequence

from rensa import RMinHash, RMinHashLSH

from briefing_book.assemble.reading import Library, Reading

RUN = 3
"""Words that are compared together."""
SHARED = 0.5
"""The part of the shorter text's runs that the longer one has, where it is a copy."""
SHORT = 30
"""Fewer words than this say the same by chance or by custom: such articles must be alike as wholes."""
ALIKE = 0.7
"""The part of all runs of two short texts that both have, where one is a copy; quotations count."""
LIKELY = 0.2
"""The part of all runs of two texts that, by their sketches, both have, where they are compared at all."""
MOST_LIKELY = 5
"""So many of the most likely originals are looked at."""
BANDS, ROWS = 64, 3
"""Of texts that share 0.4 of all their runs 98 in 100 are compared, of those that share 0.03 two in 1,000."""
SEED = 1
_WORD = re.compile(r"\w+")


def with_copies(library: Library) -> Library:
    """The library that knows which articles are copies of which."""
    return Library(library.readings, copies(library.readings))


def copies(readings: Sequence[Reading]) -> dict[str, str]:
    """By the id of each copy that of its original: the first article, in order, with this text."""
    index = RMinHashLSH(threshold=SHARED, num_perm=BANDS * ROWS, num_bands=BANDS)
    originals: dict[int, RMinHash] = {}
    found: dict[str, str] = {}
    for number, reading in enumerate(readings):
        runs = _runs(reading.narration())
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
    runs, others = set(_runs(one.narration())), set(_runs(other.narration()))
    fewest = min(len(runs), len(others))
    if fewest > SHORT - RUN:
        return len(runs & others) >= SHARED * fewest
    runs, others = set(_runs(one.text)), set(_runs(other.text))
    return len(runs & others) >= ALIKE * len(runs | others)


def _runs(text: str) -> list[str]:
    """The words of a text, three by three."""
    words = _WORD.findall(text.casefold())
    return [" ".join(run) for run in zip(*(words[start:] for start in range(RUN)), strict=False)]
