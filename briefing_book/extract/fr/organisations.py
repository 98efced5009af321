"""Organisations in a French article: what the language model labels so, what the tables of international ones
know, acronyms in brackets, and institutions of countries ("le ministère russe de la Défense").
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from spacy.tokens import Doc, Token

from briefing_book.extract.fr.words import INSTITUTIONS, PEOPLE
from briefing_book.extract.organisations.alike import bracketed
from briefing_book.extract.organisations.institutions import Named, disjoint
from briefing_book.in_english import known, organisation_in_english
from briefing_book.model import Country, Organisation, Person, Span
from briefing_book.names import Key, key

_LONGEST = 9
_LINKS = frozenset(["de", "du", "des", "d'", "d’", "de la"])
_ARTICLES = frozenset(["la", "le", "les", "l'", "l’"])
_EDGES = (
    _LINKS
    | _ARTICLES
    | frozenset(["à", "au", "aux", "et", "en", "-", "(", ")", ",", ".", ":", "«", "»", '"', "“", "”"])
)
_NOUNS: dict[str, list[str]] = {}
"""The nouns of institution by their first words, the longest first."""
for _noun in sorted(INSTITUTIONS.institutions, key=lambda noun: (-len(noun.split()), noun)):
    _NOUNS.setdefault(_noun.split()[0], []).append(_noun)


def find(doc: Doc, people: Sequence[Person], countries: Sequence[Country]) -> tuple[Organisation, ...]:
    """The organisations that the article names, in the order of their first mention."""
    taken = {i for person in people for m in person.mentions for i in range(m.start, m.end)}
    places = {(m.start, m.end) for country in countries for m in country.mentions}
    titles = {i for person in people for role in person.roles for i in range(role.start, role.end)}
    times = Counter(token.text for token in doc)
    labelled = [n for n in _labelled(doc) if _is_one(doc, n, places, titles, times)]
    named = [*_international(doc), *_institutions(doc, countries), *_with_own_name(doc), *labelled]
    named = [n for n in named if not any(token.idx in taken for token in doc[n.start : n.end])]
    mentions = disjoint([*named, *_acronyms(doc, named)])
    names = _Names(doc, mentions)
    groups: dict[str, list[Named]] = {}
    for mention in mentions:
        groups.setdefault(names.of(mention), []).append(mention)
    return tuple(_organisation(doc, name, members) for name, members in groups.items())


def _organisation(doc: Doc, name: str, mentions: list[Named]) -> Organisation:
    spans = (doc[m.start : m.end] for m in mentions)
    country = next((m.country for m in mentions if m.country), None)
    return Organisation(name, tuple(Span(s.start_char, s.end_char, s.text) for s in spans), country=country)


class _Names:
    """Which mentions are one organisation's: the same words, the same in English, or acronym and name."""

    def __init__(self, doc: Doc, mentions: Sequence[Named]) -> None:
        self._doc = doc
        self._full = {
            acronym: key(doc[m.start : m.end].text)
            for m in mentions
            if m.end - m.start > 1 and (acronym := bracketed(doc, m.end))
        }
        self._names: dict[object, str] = {}
        for mention in mentions:
            mark, text = self._mark(mention), self._text(mention)
            if len(text) > len(self._names.get(mark, "")):
                self._names[mark] = text

    def of(self, mention: Named) -> str:
        """The fullest form that the article has for the mention's organisation."""
        return self._names[self._mark(mention)]

    def _mark(self, mention: Named) -> str | Key:
        text = self._text(mention)
        words = self._full.get(text, key(text))
        return organisation_in_english(" ".join(words), "fr", mention.country) or words

    def _text(self, mention: Named) -> str:
        return " ".join(self._doc[mention.start : mention.end].text.split())


# ── what the tables know ─────────────────────────────────────────────────────────────────────────────────


def _international(doc: Doc) -> Iterator[Named]:
    """International organisations by their names; an acronym counts in its capitals only."""
    table = known("fr").international
    first = {words[0] for words in table}
    longest = max(len(words) for words in table)
    i = 0
    while i < len(doc):
        end = (
            _end(doc, i, table.keys(), longest)
            if doc[i].text[0].isupper() and key(doc[i].text)[0] in first
            else 0
        )
        if end:
            yield Named(i, end)
        i = end or i + 1


def _end(doc: Doc, i: int, names: Container[Key], longest: int) -> int:
    """Where the longest name ends that starts at the word; 0 where none does."""
    for end in range(min(len(doc), i + 2 * longest), i, -1):
        text = doc[i:end].text
        if doc[end - 1].is_punct or "\n" in text or len(text) > 80:
            continue
        if key(text) in names:
            return end
    return 0


def _with_own_name(doc: Doc) -> Iterator[Named]:
    for token in doc:
        for length in (3, 2, 1):
            span = doc[token.i : token.i + length]
            code = INSTITUTIONS.known.get(span.text.lower())
            if code and token.text[0].isupper():
                yield Named(token.i, span.end, code)
                break


# ── institutions of countries ────────────────────────────────────────────────────────────────────────────


def _institutions(doc: Doc, countries: Sequence[Country]) -> Iterator[Named]:
    """Nouns of institutions with a country's adjective, or "de" and its name, among the words after them."""
    codes = {m.start: (m.end, c.code) for c in countries for m in c.mentions if m.kind != "place"}
    for token in doc:
        nouns = _NOUNS.get(token.lower_, ())
        noun = next((noun for noun in nouns if _stands_at(doc, token.i, noun)), None)
        if noun is None:
            continue
        country, end = _rest(doc, token.i + len(noun.split()), codes)
        if country:
            yield Named(token.i, end, country)


def _stands_at(doc: Doc, i: int, noun: str) -> bool:
    return " ".join(token.lower_ for token in doc[i : i + len(noun.split())]) == noun


def _rest(doc: Doc, i: int, codes: dict[int, tuple[int, str]]) -> tuple[str | None, int]:
    """The country that the words after a noun of institution name, and where the name ends."""
    country, end, k = None, i, i
    while k < min(len(doc), i + _LONGEST):
        if doc[k].idx in codes and (country is None):
            last, country = codes[doc[k].idx]
            while k < len(doc) and doc[k].idx < last:
                k += 1
            end = k
            continue
        if doc[k].lower_ in _LINKS | _ARTICLES or (
            doc[k].lower_ == "et" and end == k and doc[k - 1].text[0].isupper()
        ):
            k += 1
            continue
        if not (_is_part(doc[k]) and (doc[k - 1].lower_ in _LINKS | _ARTICLES or doc[k].pos_ == "ADJ")):
            break
        k += 1
        end = k
    return country, end


def _is_part(token: Token) -> bool:
    return (token.text[0].isupper() and token.ent_type_ != "PER") or (token.pos_ == "ADJ" and token.is_lower)


# ── what the language model labels ───────────────────────────────────────────────────────────────────────


def _labelled(doc: Doc) -> Iterator[Named]:
    for entity in doc.ents:
        if entity.label_ == "ORG":
            start, end = (
                entity.start,
                next((t.i for t in entity if "\n" in t.text or t.text in "(«"), entity.end),
            )
            while start < end and (doc[start].lower_ in _EDGES or doc[start].is_space):
                start += 1
            while end > start and (doc[end - 1].lower_ in _EDGES or doc[end - 1].is_space):
                end -= 1
            if start < end:
                yield Named(start, end)


def _is_one(
    doc: Doc, named: Named, places: set[tuple[int, int]], titles: set[int], times: Counter[str]
) -> bool:
    """Whether what is labelled so may be trusted: several words, or letters that only acronyms have."""
    span = doc[named.start : named.end]
    low = span.text.lower()
    if (
        not span.text[0].isupper()
        or span.text[-1] in "'’"
        or (span.start_char, span.end_char) in places
        or span.start_char in titles
    ):
        return False
    if low in INSTITUTIONS.not_names or span[0].lower_ in PEOPLE["offices"] or span[-1].is_punct:
        return False
    if len(span) > 1:
        return any(token.text[0].isupper() for token in span) and not any(
            token.pos_ == "VERB" for token in span
        )
    signed = span.text.isupper() or any(letter.isupper() for letter in span.text[1:])
    return len(low) > 1 and (signed or times[span.text] > 1)


def _acronyms(doc: Doc, named: Sequence[Named]) -> Iterator[Named]:
    """Every place of the acronyms that stand in brackets after a name."""
    found = {bracketed(doc, n.end) for n in named if n.end - n.start > 1} - {None}
    yield from (Named(token.i, token.i + 1) for token in doc if token.text in found)
