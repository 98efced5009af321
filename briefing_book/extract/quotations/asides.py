"""Whose words the rest of a sentence gives: "as Lee said", "in her view", "by his own account", "per police".

All but "according to" must be set off by a comma, or they may belong to a part of the sentence alone.
"""

from spacy.tokens import Token

from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quotations.reporting import Attribution, Reporting, Told, is_according

_REFERRING = SPEECH["as_verbs_alone"]
_VIEWS = SPEECH["views"]
_VIEWING = frozenset({"in", "by", "from", "to"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "oprd"})
_NAMED = frozenset({"det", "poss"})


def told_by_aside(reporting: Reporting, word: Token) -> Told | None:
    """What a sentence tells besides the words that name whose words they are."""
    if is_according(word):
        first, end = reporting.sentence_of(word.i)
        stretch = _sentence_without(first, end, word.i, word.right_edge.i + 1)
        return Told([stretch], reporting.attribution(word, first, end))
    attribution = _as_somebody_says(reporting, word) or _per(reporting, word) or _in_a_view(reporting, word)
    if attribution is None or attribution.cue is None or attribution.speaker is None:
        return None
    aside = (attribution.cue, attribution.speaker)
    start = min(word.left_edge.i, *(words.start for words in aside))
    last = max(word.right_edge.i + 1, *(words.end for words in aside))
    first, end = reporting.sentence_of(word.i)
    if not _is_set_off(reporting, start, last, first, end):
        return None
    return Told([_sentence_without(first, end, start, last)], attribution)


def _sentence_without(first: int, end: int, start: int, last: int) -> tuple[int, int]:
    """The sentence before or after the words from `start` to `last`, whichever is longer."""
    return (first, start) if start - first > end - last else (last, end)


def _is_set_off(reporting: Reporting, start: int, last: int, first: int, end: int) -> bool:
    doc = reporting.doc
    opened = start == first or doc[start - 1].text == ","
    closed = last >= end or doc[last].text in (",", ".")
    return opened and closed and (start > first or (last < end and doc[last].text == ","))


def _as_somebody_says(reporting: Reporting, verb: Token) -> Attribution | None:
    """The clause "as Lee said", which says nothing itself; "as Lee put it" is one too."""
    if verb.lemma_ not in _REFERRING or verb.pos_ != "VERB":
        return None
    children = reporting.tree.children(verb)
    if not children or children[0].lower_ != "as" or children[0].i != verb.left_edge.i:
        return None
    subject = next((child for child in children if child.dep_ == "nsubj"), None)
    if subject is None or any(_says_something(verb, child) for child in children):
        return None
    return Attribution(reporting.doc[verb.i : verb.i + 1], reporting.phrase(subject), "aside")


def _says_something(verb: Token, child: Token) -> bool:
    return child.i > verb.i and child.dep_ in _COMPLEMENTS and child.lower_ != "it"


def _per(reporting: Reporting, word: Token) -> Attribution | None:
    """Whom "per" names; not "per head"."""
    if word.lower_ != "per" or word.i + 1 == len(reporting.doc):
        return None
    named = reporting.doc[word.i + 1]
    if named.dep_ not in _NAMED and named.pos_ != "PROPN":
        return None
    return Attribution(reporting.doc[word.i : word.i + 1], reporting.phrase_at(word.i + 1), "aside")


def _in_a_view(reporting: Reporting, word: Token) -> Attribution | None:
    """Whose view, words or account a sentence starts or ends with."""
    if word.lower_ not in _VIEWING or word.dep_ != "prep":
        return None
    view = next((child for child in reporting.tree.children(word) if child.dep_ == "pobj"), None)
    if view is None or view.lemma_ not in _VIEWS:
        return None
    holder = reporting.holder(view)
    return Attribution(reporting.doc[view.i : view.i + 1], holder, "aside") if holder is not None else None
