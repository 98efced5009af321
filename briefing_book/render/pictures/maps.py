"""Maps: where a country lies, and how many sources name each country."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import asin, hypot
from typing import NamedTuple
from xml.etree import ElementTree as ET

from briefing_book.render.environment import count
from briefing_book.render.passages import shortened
from briefing_book.render.pictures.outlines import Cap, Point, Ring, angle, caps, direction, outlines
from briefing_book.render.pictures.projections import Around, equal_earth
from briefing_book.render.pictures.svg import Cell, Picture, drawing, element, link, path

Link = Callable[[str], str]
"""From an id to the address of its page."""
Country = Callable[[str], "Neighbour | None"]
"""From an ISO code to the country, where it has a page."""


class Neighbour(NamedTuple):
    """A country of the book, without what is said of it, which changes with many an article."""

    id: str
    name: str


class Covered(NamedTuple):
    """A country of the book, by its ISO code, and the number of independent sources that name it."""

    id: str
    code: str
    name: str
    sources: int


WIDTH, HEIGHT = 760, 335
WORLD_SCALE, EQUATOR = 140, 190
"""Units of the sheet for one of the projection, and how far down the equator lies."""
UNINHABITED = "AQ"
STEPS = (1, 2, 5, 10)
"""The shades of the map of coverage begin at these numbers of sources."""

NEAR_WIDTH, NEAR_HEIGHT = 420, 300
_SMALLEST_VIEW = 0.09
"""Radians from the middle to the edge of the nearest view: some 570 km."""
_ROOM = 1.5
"""How far a locator map reaches beyond its country, in halves of its extent."""
_LARGEST_VIEW = 0.9
_FARTHEST_PART = 0.6
"""Radians; what a country holds farther away than this does not widen the view."""
_LETTER, _LONGEST = 7, 40
"""Room for a letter of a country's name, and letters of it that are shown: it stays on the sheet."""
_LINE, _MOST_LINES = 15, 5
"""Room for a line of a name, and how many lines it may move to leave another name free."""
_SPOT = 4
"""So large is the spot in the middle of a country, which may be too small to be seen without."""
_WIDE = 0.3
"""Radians; a view that reaches farther is drawn in less detail."""


def coverage(countries: Sequence[Covered], to: Link) -> Picture | None:
    """The world, each country of the book shaded by its number of sources; None without countries."""
    if not countries:
        return None
    known = {each.code: each for each in countries}
    drawn = outlines("world")
    land = [ring for code in drawn if code not in {*known, UNINHABITED} for ring in drawn[code]]
    shapes = [element("path", class_="land", d=_world(land))]
    shapes += [_shaded(each, drawn[each.code], to) for each in countries if each.code in drawn]
    named = count(len(countries), "country", "countries")
    caption = f"The world, with the {named} that articles name, shaded by the number of sources."
    rows = tuple((Cell(each.name, each.id), Cell(str(each.sources))) for each in countries)
    return Picture(drawing(WIDTH, HEIGHT, caption, shapes, "world"), caption, ("Country", "Sources"), rows)


def _world(rings: Iterable[Ring]) -> str:
    return "".join(path(_on_world(point) for point in ring) for ring in rings)


def _on_world(point: Point) -> Point:
    x, y = equal_earth(*point)
    return WIDTH / 2 + x * WORLD_SCALE, EQUATOR + y * WORLD_SCALE


def _shaded(country: Covered, rings: Sequence[Ring], to: Link) -> ET.Element:
    shade = sum(country.sources >= step for step in STEPS)
    x, y = _on_world(_middle(rings[0]))
    shapes = [element("path", d=_world(rings)), element("circle", cx=round(x), cy=round(y), r=3)]
    says = f"{country.name}: {count(country.sources, 'source')}"
    return link(to(country.id), says, element("g", *shapes, class_=f"shade-{shade}"))


def locator(code: str, name: str, country: Country, to: Link) -> Picture | None:
    """Where a country lies, and by `country` those around it that have a page. None for an unknown code."""
    if code not in outlines("near"):
        return None
    view = _View(outlines("near")[code])
    level = "world" if view.is_wide else "near"
    drawn, places = outlines(level), caps(level)
    land, around = [], []
    for other, rings in drawn.items():
        shape = view.path(rings, places[other]) if other != code else ""
        known = country(other) if shape else None
        if known:
            around.append((known, element("path", d=shape), view.place(rings[0])))
        elif shape:
            land.append(shape)
    x, y = view.place(drawn[code][0]) or (NEAR_WIDTH / 2, NEAR_HEIGHT / 2)
    here = element("path", class_="here", d=view.path(drawn[code], places[code]))
    spot = element("circle", class_="here", cx=round(x), cy=round(y), r=_SPOT)
    labels = _Labels()
    own = [*labels.of(name, (x, y - 2 * _SPOT), "here")]
    shapes = [element("path", class_="land", d="".join(land)), here, spot]
    shapes += [
        link(to(each.id), each.name, outline, *labels.of(each.name, at)) for each, outline, at in around
    ]
    shapes += own
    caption = f"{name} and what lies around it."
    rows = tuple((Cell(each.name, each.id),) for each, _, _ in around)
    sheet = drawing(NEAR_WIDTH, NEAR_HEIGHT, caption, shapes, "locator")
    return Picture(sheet, caption, ("Also on the map",), rows)


class _View:
    """What a locator map shows: its country in the middle, with room around it."""

    def __init__(self, rings: Sequence[Ring]) -> None:
        self._project = Around(*_middle(rings[0]))
        spots = [spot for ring in rings for point in ring if (spot := self._project(*point))]
        near = [max(abs(x) / NEAR_WIDTH * NEAR_HEIGHT, abs(y)) for x, y in spots]
        reach = max((each for each in near if each < _FARTHEST_PART), default=0) * _ROOM
        reach = min(max(reach, _SMALLEST_VIEW), _LARGEST_VIEW)
        self.is_wide = reach > _WIDE
        self._scale = NEAR_HEIGHT / 2 / reach
        corner = hypot(NEAR_WIDTH, NEAR_HEIGHT) / 2 / self._scale
        self._middle, self._reach = direction(_middle(rings[0])), 2 * asin(min(corner / 2, 1))

    def place(self, ring: Ring) -> Point | None:
        """Where the middle of a ring is on the sheet; None where that is off it."""
        spot = self._on_sheet(_middle(ring))
        inside = spot and 0 < spot[0] < NEAR_WIDTH and 0 < spot[1] < NEAR_HEIGHT
        return spot if inside else None

    def path(self, rings: Iterable[Ring], caps: Iterable[Cap]) -> str:
        """The drawing of those of the rings that reach into the view; `caps` are where they lie."""
        near = (ring for ring, cap in zip(rings, caps, strict=True) if self._reaches(cap))
        return "".join(path(points) for ring in near if (points := self._seen(ring)))

    def _reaches(self, cap: Cap) -> bool:
        """Whether a part of the globe may be in view: it lies no farther than the sheet's corners."""
        return angle(self._middle, cap.middle) <= self._reach + cap.radius

    def _seen(self, ring: Ring) -> list[Point]:
        spots = [spot for point in ring if (spot := self._on_sheet(point))]
        xs, ys = [x for x, _ in spots], [y for _, y in spots]
        seen = spots and max(xs) > 0 and min(xs) < NEAR_WIDTH and max(ys) > 0 and min(ys) < NEAR_HEIGHT
        return [_kept(spot) for spot in spots] if seen else []

    def _on_sheet(self, point: Point) -> Point | None:
        spot = self._project(*point)
        if spot is None:
            return None
        return NEAR_WIDTH / 2 + spot[0] * self._scale, NEAR_HEIGHT / 2 + spot[1] * self._scale


def _kept(spot: Point) -> Point:
    """The spot, or where far off the sheet one near it, which draws the same there."""
    return min(max(spot[0], -9 * NEAR_WIDTH), 9 * NEAR_WIDTH), min(
        max(spot[1], -9 * NEAR_HEIGHT), 9 * NEAR_HEIGHT
    )


class _Labels:
    """Names on a map. One that would cover another stands above or below it."""

    def __init__(self) -> None:
        self._taken: list[tuple[Point, float]] = []

    def of(self, name: str, place: Point | None, kind: str = "") -> Iterator[ET.Element]:
        """The name at this place; nothing where that is off the sheet."""
        if place:
            shown = shortened(name, _LONGEST)
            room = len(shown) * _LETTER / 2
            x = min(max(place[0], room), NEAR_WIDTH - room)
            y = next((y for y in _lines(place[1]) if self._is_free((x, y), room)), place[1])
            self._taken.append(((x, y), room))
            yield element("text", text=shown, x=round(x), y=round(y), class_=f"name {kind}".strip())

    def _is_free(self, place: Point, room: float) -> bool:
        return not any(
            abs(place[0] - x) < room + beside and abs(place[1] - y) < _LINE for (x, y), beside in self._taken
        )


def _lines(middle: float) -> Iterator[float]:
    """The lines of the sheet that a name may stand on, the nearest first."""
    for step in range(_MOST_LINES):
        for y in (middle - step * _LINE, middle + step * _LINE):
            if _LINE < y < NEAR_HEIGHT:
                yield y


def _middle(ring: Ring) -> Point:
    """The middle of the area that a ring encloses (its centroid, by the shoelace formula)."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (x / (3 * area), y / (3 * area)) if area else ring[0]
