"""Which happening a date belongs to: the first word of one that the date depends on, within its clause."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from briefing_book.extract.events.event_words import WORDS, governor
from briefing_book.model import Date

_DEPTH = 12
_GOVERNED = ("dobj", "nsubjpass", "nsubj", "attr", "pobj")
"""What a verb's date belongs to where the verb itself is no happening, the likeliest first."""


def dated(sentence: Tokens, words: list[Token], dates: list[Date]) -> dict[int, str]:
    """The EDTF date of each word of a happening that has one, by the word's place in the article."""
    found: dict[int, str] = {}
    for date in dates:
        span = sentence.doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is None:
            continue
        owner = None if _is_around(span) else _owner(span, words)
        for word in [owner, *_told_of(span, words)]:
            if word is not None:
                found.setdefault(word.i, date.value)
    for word in words:
        verb = governor(word)
        if word.i not in found and verb is not None and verb.i in found and word.pos_ != "VERB":
            found[word.i] = found[verb.i]
    return found


def _is_around(date: Tokens) -> bool:
    """Whether the date says from when or until when: "since February"."""
    head = date.root.head
    return head.dep_ in ("prep", "mark", "pcomp") and head.lower_ in WORDS["around"]


def _owner(date: Tokens, words: list[Token]) -> Token | None:
    """The happening whose word is the first on the way from the date up to the verb of its clause."""
    places = {word.i: word for word in words}
    step = date.root
    for _ in range(_DEPTH):
        if step.head.i == step.i:
            return None
        step = step.head
        if step.i in places:
            return places[step.i]
        if step.pos_ in ("VERB", "AUX"):
            return _governed(step, words)
    return None


def _governed(verb: Token, words: list[Token]) -> Token | None:
    """The happening that a verb such as "hold" or "plan" has for its object or subject."""
    lemma = verb.lemma_.lower()
    if lemma not in WORDS["carrying"] | WORDS["planning"] and verb.pos_ != "AUX":
        return None
    below = [word for word in words if word.pos_ != "VERB" and governor(word) == verb]
    ranked = [word for relation in _GOVERNED for word in below if word.dep_ == relation]
    return ranked[0] if ranked else None


def _told_of(date: Tokens, words: list[Token]) -> list[Token]:
    """The happenings of a clause about the date: "in May, when they signed it"."""
    return [word for word in words if word.dep_ == "relcl" and date.start <= word.head.i < date.end]
