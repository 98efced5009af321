"""The titles that articles give an entity: each once, however the country is named in it.

"President of Kenya" and "Kenyan President" are one; so is "President", where the entity is president of
one country only. "Ruler" is another title.
"""

from collections import Counter
from collections.abc import Iterable

from briefing_book.assemble.institutions import CountryWords, Nouns
from briefing_book.assemble.named import Named
from briefing_book.assemble.reading import Library
from briefing_book.model import HeldRole, Passage
from briefing_book.names import key, plain

Uses = list[tuple[str, Passage]]


def held_roles(parts: Iterable[Named], library: Library, countries: CountryWords) -> tuple[HeldRole, ...]:
    """Each title with its places, the most frequent first."""
    found: dict[Nouns, dict[str | None, Uses]] = {}
    for role, passage in (each for part in parts for each in part.roles):
        nouns = countries.nouns(key(role.text), role.country)
        found.setdefault(nouns, {}).setdefault(role.country, []).append((plain(role.text), passage))
    roles = [
        HeldRole(_usual(uses), library.tidy(passage for _, passage in uses), countries.id(code))
        for of_country in found.values()
        for code, uses in _with_countryless(of_country).items()
    ]
    return tuple(sorted(roles, key=lambda role: (-len(role.passages), library.order(role.passages[0]))))


def _with_countryless(of_country: dict[str | None, Uses]) -> dict[str | None, Uses]:
    """A title without a country is that of the only country that it is held in."""
    codes = [code for code in of_country if code]
    if len(codes) != 1:
        return of_country
    return {codes[0]: of_country[codes[0]] + of_country.get(None, [])}


def _usual(uses: Uses) -> str:
    """The most frequent wording."""
    return Counter(text for text, _ in uses).most_common(1)[0][0]
