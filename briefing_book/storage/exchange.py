"""Two folders change names in one step, so that a reader finds the one or the other at every moment.

Python has no call for it; Linux and macOS do. Elsewhere, and on file systems without it, it takes two steps.
"""

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100
_SWAP = 2


def exchange(one: Path, other: Path) -> None:
    """Give each of two folders the other's name. Raises `OSError` where one is not there."""
    if _in_one_step(os.fsencode(one), os.fsencode(other)):
        return
    between = other.with_name(f"{other.name}.old")
    one.rename(between)
    other.rename(one)
    between.rename(other)


def _in_one_step(one: bytes, other: bytes) -> bool:
    system = ctypes.CDLL(None)
    if sys.platform == "darwin":
        swap = getattr(system, "renamex_np", None)
        return swap is not None and swap(one, other, _SWAP) == 0
    swap = getattr(system, "renameat2", None)
    return swap is not None and swap(_HERE, one, _HERE, other, _SWAP) == 0
