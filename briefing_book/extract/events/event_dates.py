"""Which happening a date belongs to: the first word of one that the date depends on, within its clause."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from briefing_book.extract.events.event_words import WORDS, governor
from briefing_book.model import Date

_DEPTH = 12
_DATELINE = 6
"""Up to so many words stand before the date of a dateline, and between it and the dash."""
_DASHES = frozenset({"-", "–", "—", "--"})
_ACTIONS = ("tion", "sion", "ment", "ance", "ence", "ture", "ing", "val", "sal")
"""The endings of nouns for something done."""
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
    """Whether the date says from when or until when ("since February"), or is the day of writing."""
    if _is_dateline(date):
        return True
    head = date.root.head
    return head.dep_ in ("prep", "mark", "pcomp") and head.lower_ in WORDS["around"]


def _is_dateline(date: Tokens) -> bool:
    """Whether it stands in "MADRID, 3 May (EFE) -", before the article begins."""
    sentence = date.sent
    if date.start - sentence.start > _DATELINE or len(sentence[0]) == 1:
        return False
    if not sentence[0].is_upper:
        placed = sentence[0].ent_type_ == "GPE" and date.doc[date.start - 1].text == ","
        return placed and date.doc[date.end : date.end + 1].text in _DASHES
    return any(token.text in _DASHES for token in date.doc[date.end : date.end + _DATELINE])


def _owner(date: Tokens, words: list[Token]) -> Token | None:
    """The happening whose word is the first on the way from the date up to the verb of its clause.

    None where it is something else that the date tells the day of: "died after his capture on 26 March".
    """
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
        if step.i < date.start and _has_own_date(step):
            return None
    return None


def _has_own_date(word: Token) -> bool:
    """Whether the word tells something that has a date of its own, rather than who did it or where."""
    if word.dep_ in _GOVERNED[:-1] or word.pos_ not in ("NOUN", "ADJ"):
        return False
    lemma = word.lemma_.lower()
    return lemma in WORDS["own dates"] or lemma.endswith(_ACTIONS)


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
