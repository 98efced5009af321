"""The name to show for a country: CLDR's English one, shortened where that is longer than anybody's."""

from functools import cache

from babel import Locale

_SHORTER = {
    "CD": "DR Congo",
    "CG": "Republic of the Congo",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
    "VI": "US Virgin Islands",
}


@cache
def _territories() -> dict[str, str]:
    return {code: str(name) for code, name in Locale("en").territories.items()}


def country_name(code: str) -> str:
    """The short English name of the country with this ISO 3166-1 alpha-2 code; the code where it has none."""
    name = _SHORTER.get(code) or _territories().get(code, code)
    return name.replace(" & ", " and ")
