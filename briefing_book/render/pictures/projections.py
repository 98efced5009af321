"""From longitude and latitude, in degrees, to a place on a sheet; `x` grows to the east, `y` to the south."""

from math import asin, cos, radians, sin, sqrt

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
"""The Equal Earth projection's coefficients (Šavrič, Patterson and Jenny, 2018)."""


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """The whole world: 5.41 wide and 2.63 high, the middle at (0, 0); areas keep their size."""
    angle = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = angle * angle
    bend = 9 * _A4 * square**4 + 7 * _A3 * square**3 + 3 * _A2 * square + _A1
    height = angle * (_A4 * square**4 + _A3 * square**3 + _A2 * square + _A1)
    return 2 * sqrt(3) * radians(longitude) * cos(angle) / (3 * bend), -height


class Around:
    """A part of the world, seen from above its middle (Lambert's azimuthal equal-area projection)."""

    def __init__(self, longitude: float, latitude: float) -> None:
        self._longitude = radians(longitude)
        self._sin, self._cos = sin(radians(latitude)), cos(radians(latitude))

    def __call__(self, longitude: float, latitude: float) -> tuple[float, float] | None:
        """The place, in radians from the middle; None for what lies more than a quarter of the globe away."""
        east, north = radians(longitude) - self._longitude, radians(latitude)
        nearness = self._sin * sin(north) + self._cos * cos(north) * cos(east)
        if nearness < 0:
            return None
        scale = sqrt(2 / (1 + nearness))
        across = self._cos * sin(north) - self._sin * cos(north) * cos(east)
        return scale * cos(north) * sin(east), -scale * across
