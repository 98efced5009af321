"""A folder takes the place of another, so that a reader finds the one or the other.

Python has no call that exchanges two folders in one step; Linux and macOS do. Elsewhere, and on file systems
without it, it takes two steps, and between them nothing stands there.
"""

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100
_SWAP = 2


def take_place(new: Path, place: Path, aside: Path) -> None:
    """Put the folder `new` at `place`; what stood there stands where `new` was, or else `aside`.

    Whoever stops half-way can be finished by doing it again.
    """
    if place.is_dir():
        if _exchanged(os.fsencode(new), os.fsencode(place)):
            return
        place.rename(aside)
    new.rename(place)


def _exchanged(one: bytes, other: bytes) -> bool:
    """Whether two folders could be given each other's names in one step."""
    system = ctypes.CDLL(None)
    if sys.platform == "darwin":
        swap = getattr(system, "renamex_np", None)
        return swap is not None and swap(one, other, _SWAP) == 0
    swap = getattr(system, "renameat2", None)
    return swap is not None and swap(_HERE, one, _HERE, other, _SWAP) == 0
