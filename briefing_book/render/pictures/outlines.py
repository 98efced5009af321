"""The outlines of the world's countries, as `tools/outlines.py` takes them from Natural Earth."""

import json
from functools import lru_cache
from importlib.resources import files

Point = tuple[float, float]
Ring = tuple[Point, ...]

PARTS = {"world": 10, "near": 100}
"""How many parts of a degree the file counts in, at each level of detail."""


@lru_cache(maxsize=2)
def outlines(level: str) -> dict[str, tuple[Ring, ...]]:
    """For each ISO code the country's rings, the largest first, as points of longitude and latitude.

    `level` is "world" for a map of all of it, "near" for one of a region.
    """
    text = (files(__package__) / "data/outlines.json").read_text(encoding="utf-8")
    found: dict[str, list[list[int]]] = json.loads(text)[level]
    return {code: tuple(_ring(each, PARTS[level]) for each in rings) for code, rings in found.items()}


def _ring(flat: list[int], parts: int) -> Ring:
    return tuple((x / parts, y / parts) for x, y in zip(flat[::2], flat[1::2], strict=True))
