"""Institutions of countries: "China's Foreign Ministry", "the government of Kenya", "the Kremlin".

A noun of institution is a country's where the country's name or adjective stands before it, with nothing
between but words that narrow it, or after it with "of".
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.cues import INSTITUTIONS
from briefing_book.model import Country

_LONGEST = 8
_NOUNS = INSTITUTIONS.institutions
_FIRST_WORDS = frozenset(name.replace("'", " ").replace("’", " ").split()[0] for name in INSTITUTIONS.known)
_INTERNATIONAL = {name.split()[0].split("-")[0] for name in INSTITUTIONS.international}
_MOST_WORDS = max(len(name.split()) for name in INSTITUTIONS.international)
_LAST_WORDS = frozenset(noun.split()[-1] for noun in _NOUNS)


class Named(NamedTuple):
    """An organisation's mention: tokens from `start` to `end`, end excluded, and its country's code."""

    start: int
    end: int
    country: str | None = None


def find(doc: Doc, countries: Sequence[Country]) -> list[Named]:
    """The mentions of institutions, in order, none inside another."""
    places = sorted(
        (m.start, m.end, c.code) for c in countries for m in c.mentions if m.kind in ("name", "demonym")
    )
    by_start = {token.idx: token.i for token in doc}
    found = [*_with_country(doc, places, by_start), *_known(doc), *_international(doc)]
    return disjoint(found)


def disjoint(found: Iterable[Named]) -> list[Named]:
    """The mentions in order; of two that overlap, the longer."""
    taken: set[int] = set()
    kept = []
    for named in sorted(found, key=lambda n: (n.start - n.end, n.start, n.country is None)):
        if taken.isdisjoint(range(named.start, named.end)):
            taken.update(range(named.start, named.end))
            kept.append(named)
    return sorted(kept)


def _with_country(doc: Doc, places: list[tuple[int, int, str]], by_start: dict[int, int]) -> Iterator[Named]:
    for start, end, code in places:
        first = by_start.get(start)
        if first is None:
            continue
        after = first
        while after < len(doc) and doc[after].idx < end:
            after += 1
        last = _noun_after(doc, after)
        if last:
            yield Named(first, last, code)
        begin = _noun_before(doc, first)
        if begin is not None:
            yield Named(begin, after, code)


def _noun_after(doc: Doc, i: int) -> int | None:
    """The end of the institution that begins here, narrowing words first; None where there is none."""
    found = None
    for k in range(i, min(i + _LONGEST, len(doc))):
        token = doc[k]
        if token.lower_ in _LAST_WORDS and _is_noun(doc, i, k):
            found = k + 1
        elif not _narrows(token, bool(found)) or (k == i and token.lower_ == "and"):
            break
    return found and _without_tail(doc, found, _of_phrase(doc, found))


def _is_noun(doc: Doc, start: int, last: int) -> bool:
    words = [token.lower_ for token in doc[max(start, last - 2) : last + 1]]
    return any(" ".join(words[k:]) in _NOUNS for k in range(len(words)))


def _narrows(token: Token, after_noun: bool) -> bool:
    if token.is_space:
        return False
    if after_noun:
        return token.lower_ in ("'s", "’s") or token.lower_ in _LAST_WORDS
    return token.lower_ in INSTITUTIONS.narrowing or (
        token.is_title and token.pos_ in ("PROPN", "ADJ", "NOUN")
    )


def _of_phrase(doc: Doc, i: int) -> int:
    """The end of "of Foreign Affairs" after a noun, or the place itself."""
    if i + 1 >= len(doc) or doc[i].lower_ not in ("of", "for"):
        return i
    end = i + 1
    while end < min(i + _LONGEST, len(doc)) and (doc[end].is_title or doc[end].lower_ == "and"):
        end += 1
    while doc[end - 1].lower_ == "and":
        end -= 1
    return end if end > i + 1 else i


def _without_tail(doc: Doc, noun_end: int, end: int) -> int:
    """Without an "of" phrase after a noun in small letters: "the Chinese government of Xi"."""
    return end if doc[noun_end - 1].is_title else noun_end


def _noun_before(doc: Doc, country: int) -> int | None:
    """The start of the institution that "of" ties to the country here."""
    i = country - 1
    if i > 0 and doc[i].lower_ == "the":
        i -= 1
    if i < 1 or doc[i].lower_ != "of":
        return None
    for k in range(i - 1, max(i - _LONGEST, -1), -1):
        if doc[k].lower_ in _LAST_WORDS and _is_noun(doc, 0, k):
            return _start(doc, k)
        if not (doc[k].is_title or doc[k].lower_ in ("of", "and", "for")):
            return None
    return None


def _start(doc: Doc, noun: int) -> int:
    start = noun
    while start and (doc[start - 1].is_title or doc[start - 1].lower_ in INSTITUTIONS.narrowing):
        if doc[start - 1].lower_ in ("the", "of", "and", "for", "'s", "’s"):
            break
        start -= 1
    return start


def _known(doc: Doc) -> Iterator[Named]:
    for token in doc:
        if token.is_lower or token.lower_ not in _FIRST_WORDS:
            continue
        for length in (3, 2, 1):
            words = doc[token.i : token.i + length]
            code = INSTITUTIONS.known.get(words.text.lower())
            if code and not words[-1].is_lower:
                yield Named(token.i, words.end, code)
                break


def _international(doc: Doc) -> Iterator[Named]:
    for token in doc:
        if token.text not in _INTERNATIONAL:
            continue
        for length in range(_MOST_WORDS, 0, -1):
            words = doc[token.i : token.i + length]
            if words.text in INSTITUTIONS.international and not _shouted(words):
                yield Named(token.i, words.end)
                break


def _shouted(words: Tokens) -> bool:
    """Whether an acronym stands amid capitals, where it may be any word: "WHO WINS"."""
    beside = [words.doc[i] for i in (words.start - 1, words.end) if 0 <= i < len(words.doc)]
    return words.text.isupper() and any(t.is_upper and len(t) > 2 and t.is_alpha for t in beside)
