"""The reporting clause: a word of speech (the cue) and the noun phrase that is its subject (the speaker)."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quotations.phrases import DASHES, Phrases
from briefing_book.extract.quotations.subjects import Subjects
from briefing_book.extract.quote_marks import MARKS, Passage
from briefing_book.extract.tree import Tree

_SAY = SPEECH["say_verbs"]
_ASIDE = 9
"""Words that a clause within a sentence may have from its verb on: he told me on Friday."""
_ADDRESSING = frozenset({"assure", "inform", "remind", "tell", "warn"})
"""Verbs whose object is the hearer."""
_ASIDE_WORDS = frozenset({"ADP", "ADV", "DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})


class Attribution(NamedTuple):
    """A cue and its speaker. Without a cue a speaker goes on speaking; a cue may name no speaker.

    `basis` is what was weighed to find them, a key of `confidence.SHARE_RIGHT`; None where nothing was.
    """

    cue: Tokens | None
    speaker: Tokens | None
    basis: str | None = None


class Told(NamedTuple):
    """The stretches of words (from, to) that a cue reports."""

    stretches: list[tuple[int, int]]
    attribution: Attribution


class Reported(NamedTuple):
    """Reported words, with their speaker where the sentence tells."""

    words: Tokens
    attribution: Attribution


class Reporting:
    """Reads the reporting clauses of one article; knows which of its words stand in quotation marks."""

    def __init__(self, doc: Doc, passages: list[Passage]) -> None:
        self.doc = doc
        self.text = doc.text
        self.passages = passages
        self.tree = Tree(doc)
        self._starts = [token.idx for token in doc]
        self._sentences = [sentence.start for sentence in doc.sents]
        self._passage_of = self._passages_by_word()
        self._phrases = Phrases(doc, self.passage_of)
        self._subjects = Subjects(doc, self.tree, self._phrases, self.passage_of)

    def _passages_by_word(self) -> list[int]:
        numbers = [-1] * len(self.doc)
        for number, passage in enumerate(self.passages):
            for i in range(self.at(passage.start), self.at(passage.end)):
                numbers[i] = number
        return numbers

    def at(self, place: int) -> int:
        """The number of the first word that starts at or after a place in the text."""
        return bisect_left(self._starts, place)

    def passage_of(self, i: int) -> int:
        """The number of the passage in quotation marks that a word stands in, or -1."""
        return self._passage_of[i]

    def sentence_of(self, i: int) -> tuple[int, int]:
        """The first word of a word's sentence, and the first after it."""
        following = bisect_right(self._sentences, i)
        end = self._sentences[following] if following < len(self._sentences) else len(self.doc)
        return self._sentences[following - 1], end

    # ── cue and speaker ──────────────────────────────────────────────────────────────────────────────────

    def attribution(self, cue: Token, first: int, end: int) -> Attribution:
        """The cue's words, and its speaker if the words from `first` to `end` name one."""
        if is_according(cue):
            return Attribution(self.doc[cue.i : cue.i + 2], self.phrase_at(cue.i + 2))
        subject = self._subjects.speaker(cue, first, end)
        return Attribution(self.doc[cue.i : cue.i + 1], self.phrase(subject) if subject is not None else None)

    def subject(self, verb: Token) -> Token | None:
        """The subject of a verb, or of the verb that it depends on, in its sentence and no quotation."""
        return self._subjects.subject(verb, *self.sentence_of(verb.i))

    def holder(self, noun: Token) -> Tokens | None:
        """Whose something is: Lee's words, the words of Lee."""
        for child in self.tree.children(noun):
            if child.dep_ == "poss":
                return self.doc[child.left_edge.i : child.i + 1]
            if child.lower_ == "of" and child.dep_ == "prep":
                named = (c for c in self.tree.children(child) if c.dep_ == "pobj")
                return next(map(self.phrase, named), None)
        return None

    def interruption(self, cue: Token) -> tuple[int, int] | None:
        """The words (from, to) of a reporting clause set off within a sentence: the lake, he said, froze."""
        if cue.lemma_ not in _ADDRESSING and any(c.dep_ == "dobj" for c in self.tree.children(cue)):
            return None
        i = cue.i - 1
        while i > 0 and self.doc[i].pos_ in ("ADV", "AUX"):
            i -= 1
        chunk = self._phrases.ending_at(i)
        if chunk is None:
            return None
        first, last = chunk.start, cue.i + 1
        while last < len(self.doc) and last - cue.i < _ASIDE and self.doc[last].pos_ in _ASIDE_WORDS:
            last += 1
        if first < 1 or last + 1 >= len(self.doc) or self.doc[last + 1].text in MARKS:
            return None
        return (first, last) if self._is_set_off(first - 1) and self._is_set_off(last) else None

    def _is_set_off(self, i: int) -> bool:
        mark = self.doc[i]
        is_dash = mark.text in DASHES and mark.whitespace_ != ""
        return self.passage_of(i) < 0 and (mark.text == "," or is_dash)

    def phrase_at(self, i: int) -> Tokens | None:
        """The noun phrase that starts at a word."""
        return self._phrases.starting_at(i)

    def phrase(self, head: Token) -> Tokens:
        """The noun phrase of a head, with the "of …" or "and …" after it, without clauses and appositions."""
        return self._phrases.of(head)


def is_cue(token: Token) -> bool:
    """Whether a word reports speech: a verb of saying, or the "according" of "according to"."""
    return (
        (token.lemma_ in _SAY and token.pos_ in ("VERB", "AUX") and not is_no_report(token))
        or token.lower_ == "said"
        or is_according(token)
    )


def is_no_report(verb: Token) -> bool:
    """Whether a verb tells of nobody: "Read more", the end of "self-proclaimed"."""
    if verb.i == 0 or verb.is_sent_start:
        return verb.tag_ == "VB"
    before = verb.nbor(-1)
    return before.text in DASHES and not before.whitespace_ and verb.i > 1 and not verb.nbor(-2).whitespace_


def is_according(token: Token) -> bool:
    """Whether a word is the "according" of "according to"."""
    return token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to"


def is_of_time(preposition: Token) -> bool:
    """Whether a preposition tells when or how long, and not about what: "spoke on Monday"."""
    following = preposition.doc[preposition.i + 1 : preposition.i + 2]
    return any(word.ent_type_ in ("DATE", "TIME") for word in following)
