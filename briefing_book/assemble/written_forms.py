"""Who bears a form of a name: every form in which the book shows a name finds what its articles call so.

A form is the name itself, the article's own wording of it, a shorter one ("Lopes", "le ministère russe de la
Défense"), or the name with its country behind it, as pages tell institutions of one name apart.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing_book.country_names import country_name
from briefing_book.in_english import organisation_in_english
from briefing_book.model import ArticleInfo, EntityKind, Facts, Organisation
from briefing_book.names import Key, key

_ARTICLE = re.compile(r"(?:the|les?|la|du|des|aux?|de la)\s+|(?:de )?l['’]\s*", re.IGNORECASE)
"""Stands before names in running text, in the languages that the book reads, and is no part of them."""


class Bearer(NamedTuple):
    """Somebody or something in one article: its own `name` there, and what the book `called` it at first.

    `country` is the code of an institution's country.
    """

    article: str
    kind: EntityKind
    name: str
    called: str
    country: str | None = None

    def told(self) -> str:
        """The name with the country behind it, if there is one."""
        return in_country(self.called, self.country)


def in_country(name: str, code: str | None) -> str:
    """A name with its country behind it, if there is one, as pages tell institutions of one name apart."""
    return f"{name} ({country_name(code)})" if code else name


def organisation_called(organisation: Organisation, article: ArticleInfo) -> str:
    """What the book calls an organisation of this article as long as nobody says otherwise."""
    name, language = organisation.name, article.language
    return (organisation_in_english(name, language, organisation.country) if language else None) or name


def bare(name: str) -> str:
    """The name without an article before it: "ministère russe" of "le ministère russe"."""
    found = _ARTICLE.match(name.lstrip())
    return name.lstrip()[found.end() :] if found else name


class WrittenForms:
    """The bearers of all names in these articles, by what they are called and by all their forms."""

    def __init__(self, articles: Iterable[Facts]) -> None:
        self._called: dict[Key, list[Bearer]] = {}
        self._told: dict[Key, list[Bearer]] = {}
        self._forms: dict[Key, dict[Bearer, None]] = {}
        for facts in articles:
            for bearer, forms in _bearers(facts):
                self._called.setdefault(key(bearer.called), []).append(bearer)
                if bearer.country:
                    self._told.setdefault(key(bearer.told()), []).append(bearer)
                for form in {bearer.name, *forms}:
                    for each in {key(form), key(bare(form))}:
                        self._forms.setdefault(each, {})[bearer] = None

    def called(self, name: str) -> list[Bearer]:
        """Those that the book calls so."""
        return self._called.get(key(name), [])

    def told(self, name: str) -> list[Bearer]:
        """The institutions of one country that are called so with the country behind it."""
        return self._told.get(key(name), [])

    def is_written(self, name: str) -> bool:
        """Whether somebody is written just so."""
        return key(name) in self._forms

    def written(self, name: str) -> list[Bearer]:
        """Those that articles write so."""
        return list(self._forms.get(key(name)) or self._forms.get(key(bare(name))) or ())


def _bearers(facts: Facts) -> Iterator[tuple[Bearer, set[str]]]:
    id = facts.article.id
    for person in facts.people:
        yield Bearer(id, "people", person.name, person.name), {each.text for each in person.mentions}
    for each in facts.organisations:
        called = organisation_called(each, facts.article)
        bearer = Bearer(id, "organisations", each.name, called, each.country)
        yield bearer, {mention.text for mention in each.mentions}
    for country in facts.countries:
        name = country_name(country.code)
        names = {mention.text for mention in country.mentions if mention.kind == "name"}
        yield Bearer(id, "countries", name, name), names
