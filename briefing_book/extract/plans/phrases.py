"""The noun phrases that may name a plan: how many points, which names and which other words they hold."""

import re
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Token

from briefing_book.extract.cues import cues
from briefing_book.model import Plan

WORDS = cues("plans.yml")
_COUNTS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_NUMBERS = {word: number for number, word in enumerate(re.findall(r"\w+", _COUNTS), start=1)}
_MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod"})
_HYPHENS = frozenset({"-", "‑", "–"})
_WORD = re.compile(r"[^\W_]+")
_SHORT = 4
"""Up to so many words a title is short, and no other word may stand in it."""
_REACH = 8
"""How many words before the noun belong to its phrase, and after it may say the number of its points."""


class Phrase(NamedTuple):
    """A plan noun with its modifiers: doc[start : head.i + 1]."""

    head: Token
    start: int

    @property
    def words(self) -> list[str]:
        return [token.lower_ for token in self.head.doc[self.start : self.head.i + 1] if not token.is_punct]


def phrase_of(noun: Token) -> Phrase:
    """The noun with the words before it that say what kind of plan it is."""
    start = noun.i
    while start > max(0, noun.i - _REACH) and not noun.doc[start].is_sent_start:
        before = noun.doc[start - 1]
        if not (before.text in _HYPHENS or _is_modifier(before) or _is_subject_in_name_only(before, noun)):
            break
        if before.ent_type_ in ("GPE", "NORP", "PERSON") or before.head.i > noun.i:
            break
        start -= 1
    return Phrase(noun, start)


def _is_modifier(word: Token) -> bool:
    return word.dep_ in _MODIFIERS and word.pos_ not in ("VERB", "ADV")


def is_noun(token: Token) -> bool:
    """Whether the word is a noun, even where the parser takes "the ceasefire deal" for somebody who deals."""
    before = token.nbor(-1) if token.i else token
    return token.pos_ in ("NOUN", "PROPN") or _is_subject_in_name_only(before, token)


def _is_subject_in_name_only(word: Token, noun: Token) -> bool:
    """Whether a singular noun is taken for the subject of the word after it, which is no singular verb."""
    beside = word.i == noun.i - 1 and word.head == noun and word.dep_ == "nsubj"
    return beside and word.tag_ == "NN" and noun.tag_ in ("VB", "VBP", "NN")


def modifiers(phrase: Phrase) -> list[Token]:
    doc = phrase.head.doc
    return [token for token in doc[phrase.start : phrase.head.i] if not token.is_punct]


def is_definite(phrase: Phrase) -> bool:
    words = phrase.head.doc[phrase.start : phrase.head.i + 1]
    return any(child.lower_ in WORDS["definite"] for word in words for child in word.lefts)


def is_plain(phrase: Phrase, nouns: frozenset[str]) -> bool:
    """Whether nothing but what may be said of a known plan stands with the noun."""
    known = nouns | WORDS["peace"] | WORDS["passing"]
    if any(token.lemma_.lower() not in known for token in modifiers(phrase)):
        return False
    return all(_is_passing(child) for child in phrase.head.rights)


def _is_passing(child: Token) -> bool:
    """Whether what follows the noun tells more of a known plan, rather than which plan is meant."""
    if child.dep_ in ("acl", "relcl"):
        return child.lemma_ in WORDS["presenting"] or child.doc[child.left_edge.i - 1].text == ","
    if child.dep_ == "prep":
        return any(token.lemma_.lower() in WORDS["peace"] for token in child.subtree)
    return True


def is_about_peace(phrase: Phrase) -> bool:
    return any(
        token.lemma_.lower() in WORDS["peace"]
        for token in phrase.head.subtree
        if token.i >= phrase.start and token.i != phrase.head.i
    )


def number_of(phrase: Phrase) -> int | None:
    """Of how many points the phrase says that the plan is: "12-point plan", "a plan of twelve points"."""
    near = [*modifiers(phrase), *(token for child in phrase.head.rights for token in _counted(child))]
    for token, following in pairwise(near):
        if following.lower_ in ("point", "points"):
            word = token.lower_
            return int(word) if word.isdecimal() else _NUMBERS.get(word)
    return None


def _counted(child: Token) -> list[Token]:
    return list(child.subtree)[:_REACH] if child.dep_ in ("prep", "acl") else []


def bears_name(phrase: Phrase, plan: Plan) -> bool:
    """Whether the phrase has all words of one of the plan's names."""
    words = set(words_of(" ".join(phrase.words)))
    return any(words.issuperset(words_of(name)) for name in plan.names)


def bears_own_name(phrase: Phrase, plan: Plan) -> bool:
    """Whether the phrase has a name of the plan that nobody else's plan would bear: one with a capital.

    What is written with a capital in the name is so in the phrase; a newspaper may write the rest either way.
    """
    doc, head = phrase.head.doc, phrase.head
    words = _WORD.findall(doc[max(head.i - _REACH, head.left_edge.i) : head.i + 1].text)
    return any(_is_in(_WORD.findall(name), words) for name in plan.names)


def _is_in(name: list[str], words: list[str]) -> bool:
    """Whether the words have all of a name that is somebody's own, and end as it does."""
    own = {word for word in name if word[0].isupper()}
    lower, named = ([word.lower() for word in each] for each in (words, name))
    return bool(own) and own.issubset(words) and set(named).issubset(lower) and lower[-1] == named[-1]


def words_of(text: str) -> list[str]:
    """The words in lower case; a small number is always in digits."""
    return [str(_NUMBERS.get(word, word)) for word in _WORD.findall(text.lower())]


def name_words(name: str) -> list[str]:
    """The words of a name as they are written."""
    return _WORD.findall(name)


def title_words(plan: Plan) -> list[str]:
    """The words that a plan is recognised by; none where its title is too short to be its alone."""
    words = [word for word in _WORD.findall(plan.title) if word[0].isupper()]
    return words if len(words) >= _SHORT else []


def title_end(title: list[str], token: Token, limit: int) -> int | None:
    """Where the title ends that starts at the token, however articles and prepositions stand in it."""
    if not title or not _alike(token.text, title[0]):
        return None
    return _follow(token.doc, token.i, min(limit, token.i + 3 * len(title)), title)


def _follow(doc: Doc, start: int, limit: int, title: list[str]) -> int | None:
    """Where the title that starts at word `start` ends, or None where more than one word differs."""
    met = missed = 0
    for i in range(start, min(limit, len(doc))):
        if doc[i].is_stop or doc[i].is_punct or doc[i].tag_ == "POS":
            continue
        missed += not _alike(doc[i].text, title[met])
        met += 1
        if missed > (len(title) > _SHORT):
            return None
        if met == len(title):
            return i + 1
    return None


def _alike(word: str, other: str) -> bool:
    """The same word, or of the same stem: "Ukraine", "Ukrainian"."""
    return word[:5].lower() == other[:5].lower()
