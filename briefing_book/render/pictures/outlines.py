"""The outlines of the world's countries, as `tools/outlines.py` takes them from Natural Earth."""

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from math import acos, cos, hypot, radians, sin
from typing import NamedTuple

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


class Cap(NamedTuple):
    """A round part of the globe that holds a ring: its middle, as a direction, and its radius in radians."""

    middle: tuple[float, float, float]
    radius: float


@lru_cache(maxsize=2)
def caps(level: str) -> dict[str, tuple[Cap, ...]]:
    """For each ISO code, where on the globe each of the country's rings lies."""
    return {code: tuple(map(_cap, rings)) for code, rings in outlines(level).items()}


def direction(point: Point) -> tuple[float, float, float]:
    """From the middle of the globe to a point on it, of length 1."""
    east, north = radians(point[0]), radians(point[1])
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def angle(one: Sequence[float], other: Sequence[float]) -> float:
    """Between two directions, in radians."""
    return acos(max(-1.0, min(1.0, sum(a * b for a, b in zip(one, other, strict=True)))))


def _cap(ring: Ring) -> Cap:
    spots = [direction(point) for point in ring]
    x, y, z = (sum(axis) for axis in zip(*spots, strict=True))
    length = hypot(x, y, z) or 1.0
    middle = (x / length, y / length, z / length)
    return Cap(middle, max(angle(middle, spot) for spot in spots))


def _ring(flat: list[int], parts: int) -> Ring:
    return tuple((x / parts, y / parts) for x, y in zip(flat[::2], flat[1::2], strict=True))
