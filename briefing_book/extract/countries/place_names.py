"""Where an article names a country or a place in one: stretches that the gazetteer knows and that mean it.

What looks like a place and is not: somebody's name ("Michael Jordan"), a body's ("British Airways"), a thing
called after a country ("guinea pig", "South China Sea"), a street.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.countries import gazetteer
from briefing_book.extract.countries.gazetteer import Entry, Gazetteer, Tables, Word

_GAP = re.compile(r"[ \u00a0]|\n(?!\s)|\s?[-–'’ʼ‘]\s?|\. ")
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", "NORP"})
_UNLABELLED_WEIGHT = 500_000
"""How large a place must be that spaCy takes for no name, or for an organisation's."""
_MISLABELLED_WEIGHT = 3_000_000
"""How large a place must be that spaCy takes for something else, or that follows another name."""


class Candidate(NamedTuple):
    """A stretch of text, its key in the gazetteer, and what it may name."""

    start: int
    end: int
    text: str
    key: str
    entries: tuple[Entry, ...]

    @property
    def is_place(self) -> bool:
        """Whether it names no country as such."""
        return all(entry.kind == "place" for entry in self.entries)

    @property
    def code(self) -> str | None:
        """The one country it can stand for; None where there are several."""
        codes = {entry.code for entry in self.entries}
        return self.entries[0].code if len(codes) == 1 else None


def named(doc: Doc, gaz: Gazetteer) -> list[Candidate]:
    """All that names a country or place in the article, in order."""
    people, text = _people_words(doc, gaz.tables), doc.text
    spelt = (c for c in _candidates(text, gaz) if _spelt_right(text, c, gaz))
    return [c for c in spelt if _is_named(doc, c, gaz, people)]


def _candidates(text: str, gaz: Gazetteer) -> Iterator[Candidate]:
    """The longest names that the gazetteer knows, from left to right."""
    words = gazetteer.words(text)
    i = 0
    while i < len(words):
        found = _longest(text, words, i, gaz)
        if found and gaz.names[_key(found)]:
            start, end = found[0].start, found[-1].end
            yield Candidate(start, end, text[start:end], _key(found), gaz.names[_key(found)])
        i += len(found) or 1


def _longest(text: str, words: list[Word], i: int, gaz: Gazetteer) -> list[Word]:
    if not words[i].text[0].isupper():
        return []
    for n in range(gaz.longest.get(gazetteer.fold(words[i].text), 0), 0, -1):
        name = words[i : i + n]
        if len(name) == n and _key(name) in gaz.names and _in_one(text, name):
            return name
    return []


def _in_one(text: str, name: list[Word]) -> bool:
    last = name[-1]
    return (last.text[0].isupper() or text[last.start - 1] in "'’ʼ‘") and all(
        _GAP.fullmatch(text[a.end : b.start]) for a, b in pairwise(name)
    )


def _key(name: list[Word]) -> str:
    return " ".join(gazetteer.fold(word.text) for word in name)


# ── is it a place at all ─────────────────────────────────────────────────────────────────────────────────


def _people_words(doc: Doc, tables: Tables) -> frozenset[str]:
    """The words of the full names of people in the article."""
    full = (ent for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1)
    return frozenset(
        gazetteer.fold(token.text) for ent in full for token in ent if not _held(token, ent, tables)
    )


def _held(token: Token, person: Tokens, tables: Tables) -> bool:
    """Whether the word names whose or what the person is: "King of Jordan Abdullah", "Kenya's Ruto"."""
    doc = token.doc
    if token.i + 1 < person.end and doc[token.i + 1].tag_ == "POS":
        return True
    return doc[max(0, token.i - 1)].lower_ == "of" and (
        token.i > person.start or doc[max(0, token.i - 2)].lower_ in tables.titles
    )


def _is_named(doc: Doc, c: Candidate, gaz: Gazetteer, people: frozenset[str]) -> bool:
    span = doc.char_span(c.start, c.end, alignment_mode="expand")
    if span is None:
        return False
    if c.key in people and (c.is_place or c.key in gaz.persons) and not _is_located(span, gaz.tables):
        return False
    if c.is_place:
        weight = 0 if c.key in gaz.tables.common else max(entry.weight for entry in c.entries)
        return _looks_like_place(span, weight, gaz.tables)
    return not _is_other_word(span, gaz.tables) and not _only_called_after(span, gaz.tables)


def _is_located(span: Tokens, tables: Tables) -> bool:
    """Whether what may be somebody's name stands as a place does: "flew to Chad", "King of Jordan"."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    title = span.doc[span.start - 2].lower_ if span.start > 1 else ""
    owns = span.end < len(span.doc) and span.doc[span.end].tag_ == "POS"
    located = before in tables.locating and span.root.ent_type_ == "GPE" and not owns
    return located or (before == "of" and title in tables.titles)


def _spelt_right(text: str, c: Candidate, gaz: Gazetteer) -> bool:
    """Abbreviations keep their case, first halves of compounds their hyphen, short regions a comma before."""
    after = text[c.end : c.end + 2].lstrip()[:1]
    if c.key in gaz.prefixes:
        return after in ("-", "–") and text[c.end] == after
    if c.key in gaz.shortened:
        return after in (".", ",", "(") and text[max(0, c.start - 2) : c.start] == ", "
    return c.key not in gaz.abbreviations or c.text in gaz.exact


def _is_other_word(span: Tokens, tables: Tables) -> bool:
    """Whether it is a verb ("Polish it!"), a pronoun ("GIVE US TIME") or a language ("Russian speakers")."""
    doc = span.doc
    if len(span) == 1 and span[0].tag_ in ("VB", "VBP", "PRP"):
        return True
    after = span.end + (span.end < len(doc) and doc[span.end].text == "-")
    return span[0].ent_type_ == "LANGUAGE" or (after < len(doc) and doc[after].lower_ in tables.languages)


def _only_called_after(span: Tokens, tables: Tables) -> bool:
    following = _following(span)
    if following is None:
        return False
    if following.lower_ in tables.called_after or following.text in tables.waters:
        return True
    return any(token.text in tables.bodies for token in _rest_of_name(following))


def _following(span: Tokens) -> Token | None:
    """The word right after, with nothing but a space between."""
    doc = span.doc
    if span.end < len(doc) and span[-1].whitespace_ and doc[span.end].is_alpha:
        return doc[span.end]
    return None


def _rest_of_name(token: Token) -> Iterator[Token]:
    """`token` and what follows it in the same named entity."""
    yield token
    for following in token.doc[token.i + 1 :]:
        if following.ent_iob_ != "I":
            return
        yield following


def _looks_like_place(span: Tokens, weight: int, tables: Tables) -> bool:
    following = _following(span)
    if following is not None and any(_renames(token, tables) for token in _rest_of_name(following)):
        return False
    if _ends_longer_name(span, weight, tables):
        return False
    label = span.root.ent_type_
    return label in _PLACE_LABELS or weight > (
        _UNLABELLED_WEIGHT if label in ("", "ORG") else _MISLABELLED_WEIGHT
    )


def _renames(token: Token, tables: Tables) -> bool:
    """Whether a name that goes on with this word is a street's or a treaty's, not the place's."""
    return token.text in tables.treaties or (token.text.istitle() and token.lower_ in tables.streets)


def _ends_longer_name(span: Tokens, weight: int, tables: Tables) -> bool:
    """Whether a name goes before without a comma: "Real Madrid", "Mount Sheridan"."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or not before.whitespace_ or before.tag_ not in ("NNP", "NNPS"):
        return False
    if before.lower_ in tables.common:
        return False
    if span[0].ent_iob_ == "I":
        return True
    return before.ent_type_ not in _PLACE_LABELS - {"FAC"} and weight < _MISLABELLED_WEIGHT
