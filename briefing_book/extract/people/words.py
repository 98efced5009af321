"""The words of an article as names need them, and the runs in which they stand with capital letters.

A run is what stands together with capital letters, hyphens, the small words inside names ("de", "bin") and a
nickname in quotation marks.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from briefing_book.extract.cues import PEOPLE

PARTICLES = PEOPLE["particles"]
SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
_ARTICLES = ("al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-", "ul-", "ur-", "ud-")
_HYPHENS = "-‐‑–"
_OPENING = "\"“„«‘'"
_CLOSING = "\"”“»’'"
_JOINTS = str.maketrans("", "", _HYPHENS + "ʼ`" + _OPENING + _CLOSING)
_LETTERS = re.compile(r"[^\W\d_](?:[^\W_]|[.'’ʼ`‐‑–-])*")
_NICKNAME = 3
"""Words and marks up to which a nickname in quotation marks goes: "The Rock" and the mark that closes it."""


class Word(NamedTuple):
    """A word with its hyphens: characters from `start` to `end`, tokens from `first` to `last`."""

    text: str
    start: int
    end: int
    first: int
    last: int

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text.lstrip(_OPENING)[:1].isupper() or self.text.startswith(_ARTICLES)

    @property
    def is_nickname(self) -> bool:
        """Whether it stands in quotation marks."""
        return len(self.text) > 2 and self.text[0] in _OPENING and self.text[-1] in _CLOSING


Words = tuple[Word, ...]


def words_of(doc: Doc) -> Iterator[Word]:
    """The document's words and punctuation marks; a hyphened word is one, what is no letter is cut off."""
    text = doc.text
    i = 0
    while i < len(doc):
        last = _last_token(doc, i)
        start, end = doc[i].idx, doc[last].idx + len(doc[last])
        letters = _LETTERS.match(text, start, end)
        if letters and text[letters.end() - 1] in "'’":
            end = letters.end() - 1
        elif letters:
            end = letters.end()
        yield Word(text[start:end], start, end, i, last)
        i = last + 1


def _last_token(doc: Doc, i: int) -> int:
    if not doc[i].text[0].isalpha():
        return i
    while i + 2 < len(doc) and not doc[i].whitespace_ and doc[i + 1].text in _HYPHENS:
        if doc[i + 1].whitespace_ or not doc[i + 2].text[0].isalpha():
            break
        i += 2
    return i


def _with_nicknames(doc: Doc) -> Iterator[Word]:
    """The document's words, a nickname with the marks around it as one: William "Bill" Lee."""
    text, words = doc.text, list(words_of(doc))
    i = 0
    while i < len(words):
        end = _nickname(doc, words, i)
        if end:
            inner = words[i + 1]
            yield inner._replace(
                text=text[words[i].start : words[end - 1].end],
                start=words[i].start,
                end=words[end - 1].end,
            )
        else:
            yield words[i]
        i = end or i + 1


def _nickname(doc: Doc, words: list[Word], i: int) -> int:
    """The number of the word after the nickname in marks that begins here, amid a person's name; or 0."""
    if words[i].text not in _OPENING or not 0 < i < len(words) - 3 or not words[i - 1].capital:
        return 0
    after = range(i + 2, min(i + 1 + _NICKNAME, len(words) - 1))
    end = next((k for k in after if words[k].text in _CLOSING), 0)
    if not end or not (words[i + 1].capital and words[end + 1].capital):
        return 0
    names = (words[i - 1], words[i + 1], words[end + 1])
    is_name = all(doc[word.first].ent_type_ == "PERSON" for word in names)
    return end + 1 if is_name else 0


def runs(doc: Doc) -> Iterator[Words]:
    """The runs of capitalised words, each on one line; small name words stay inside, never at an edge."""
    run: list[Word] = []
    small: list[Word] = []
    for word in _with_nicknames(doc):
        if word.capital and (word.text[0].isalpha() or (run and word.is_nickname)):
            run += [*small, word]
            small = []
        elif run and word.low in PARTICLES:
            small.append(word)
        elif run:
            yield tuple(run)
            run, small = [], []
    if run:
        yield tuple(run)


def fold(word: Word) -> str:
    """A word without accents, case, hyphens and Arabic articles."""
    plain = unicodedata.normalize("NFKD", word.low)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return plain.removeprefix("al-").removeprefix("el-").translate(_JOINTS)
