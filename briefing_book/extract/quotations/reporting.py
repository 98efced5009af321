"""The reporting clause: a word of speech (the cue) and the noun phrase that is its subject (the speaker)."""

from bisect import bisect_left, bisect_right
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quote_marks import MARKS, Passage
from briefing_book.extract.tree import Tree

DASHES = frozenset({"—", "–", "―", "-", "--"})

_SAY = SPEECH["say_verbs"]
_DEPENDENT = frozenset({"conj", "xcomp", "advcl", "acl", "pcomp", "prep", "ccomp", "dep"})
_SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})
_STEPS = 6
"""Verbs that a cue may depend on, one on the other, until one has a subject."""
_ASIDE = 9
"""Words that a clause within a sentence may have from its verb on: he told me on Friday."""
_ASIDE_WORDS = frozenset({"ADP", "ADV", "DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})
_LINKS = frozenset({"of", "for", "at", "in", "to", "from", "with", "on"})
_OBJECTS = frozenset({"me", "us", "him", "them", "her"})
_ISSUING = SPEECH["support_verbs"]
_VEHICLES = SPEECH["vehicles"]
_ADDRESSING = frozenset({"tell", "ask", "remind", "inform", "assure", "warn", "urge"})


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
        self._chunks = {
            i: chunk for chunk in map(_cut, doc.noun_chunks) for i in range(chunk.start, chunk.end)
        }

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
        subject = (
            self._quoted(cue) or self._inverted(cue) or self._doer(cue) or self._subject(cue, first, end)
        )
        if subject is None and not self._is_passive(cue):
            subject = self._nearest(cue)
        return Attribution(self.doc[cue.i : cue.i + 1], self.phrase(subject) if subject is not None else None)

    def subject(self, verb: Token) -> Token | None:
        """The subject of a verb, or of the verb that it depends on, in its sentence and no quotation."""
        return self._subject(verb, *self.sentence_of(verb.i))

    def interruption(self, cue: Token) -> tuple[int, int] | None:
        """The words (from, to) of a reporting clause set off within a sentence: the lake, he said, froze."""
        i = cue.i - 1
        while i > 0 and self.doc[i].pos_ in ("ADV", "AUX"):
            i -= 1
        chunk = self._chunks.get(i)
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

    def _inverted(self, cue: Token) -> Token | None:
        """The subject right after a cue that follows a closing mark: "said the minister"."""
        chunk = self._chunks.get(cue.i + 1)
        if chunk is None or chunk.start != cue.i + 1 or cue.tag_ == "VBG":
            return None
        if chunk.text.lower() in _OBJECTS or _acts_later(chunk, cue):
            return None
        return chunk.root if cue.is_sent_start or self._after_mark(cue.i) or self._ends(cue, chunk) else None

    def _after_mark(self, i: int) -> bool:
        return i > 0 and (
            self.passage_of(i - 1) >= 0 or self.doc[i - 1].text in MARKS or self.doc[i - 1].text in DASHES
        )

    def _ends(self, cue: Token, chunk: Tokens) -> bool:
        """Whether cue and noun phrase are set off by themselves: ", said the minister."."""
        if cue.i == 0 or chunk.end == len(self.doc) or cue.lemma_ in _ADDRESSING:
            return False
        return self.doc[cue.i - 1].text == "," and self.doc[chunk.end].text in (".", ",")

    def _quoted(self, cue: Token) -> Token | None:
        """Whose words somebody passes on: the radio quoted Lee as saying."""
        verb = cue.head.head if cue.dep_ == "pcomp" and cue.head.lower_ == "as" else cue
        if verb.lemma_ != "quote" or not any(c.lower_ == "as" for c in self.tree.children(verb)):
            return None
        return next((child for child in self.tree.children(verb) if child.dep_ == "dobj"), None)

    def _doer(self, cue: Token) -> Token | None:
        """The noun right before a cue in -ing: "footage of her aunt saying".

        What somebody issues or sends says what they say: "Lee sent a letter calling for talks".
        """
        chunk = self._chunks.get(cue.i - 1)
        if cue.tag_ != "VBG" or chunk is None or self.passage_of(cue.i - 1) >= 0:
            return None
        verb = chunk.root.head
        if chunk.root.dep_ == "dobj" and verb.lemma_ in _ISSUING and chunk.root.lemma_ in _VEHICLES:
            return self.subject(verb) or chunk.root
        return chunk.root

    def _subject(self, cue: Token, first: int, end: int) -> Token | None:
        """The subject of the cue or of the verb that it depends on; of a passive cue, who does it."""
        verb = cue
        for _ in range(_STEPS):
            for child in self.tree.children(verb):
                if (
                    child.dep_ in _SUBJECTS
                    and child.text not in DASHES
                    and self._is_within(child, first, end)
                ):
                    return self._agent(cue) if child.dep_ == "nsubjpass" and verb.i == cue.i else child
            if not self._is_within(verb.head, first, end):
                return None
            if verb.dep_ in ("relcl", "acl"):
                return verb.head
            if verb.dep_ not in _DEPENDENT:
                return None
            verb = verb.head
        return None

    def _is_passive(self, verb: Token) -> bool:
        return any(child.dep_ == "auxpass" for child in self.tree.children(verb))

    def _agent(self, verb: Token) -> Token | None:
        by = [child for child in self.tree.children(verb) if child.dep_ == "agent"]
        return next(
            (child for word in by for child in self.tree.children(word) if child.dep_ == "pobj"), None
        )

    def _is_within(self, token: Token, first: int, end: int) -> bool:
        return first <= token.i < end and self.passage_of(token.i) < 0 and token.text not in DASHES

    def _nearest(self, cue: Token) -> Token | None:
        """The noun phrase just before the cue, where the parse gives no subject."""
        for i in range(cue.i - 1, max(-1, cue.i - 4), -1):
            if self.passage_of(i) >= 0 or self.doc[i].is_punct:
                return None
            if i in self._chunks:
                return self._chunks[i].root
        return None

    # ── noun phrases ─────────────────────────────────────────────────────────────────────────────────────

    def phrase_at(self, i: int) -> Tokens | None:
        """The noun phrase that starts at a word."""
        chunk = self._chunks.get(i)
        return self.phrase(chunk.root) if chunk is not None and chunk.start == i else None

    def phrase(self, head: Token) -> Tokens:
        """The noun phrase of a head, with the "of …" or "and …" after it, without clauses and appositions."""
        chunk = self._chunks.get(head.i)
        start, end = (chunk.start, chunk.end) if chunk is not None else (head.i, head.i + 1)
        start, end = self._with_hyphens(start, end)
        while end + 1 < len(self.doc):
            following = self._chunks.get(end + 1)
            if (
                following is None
                or self.passage_of(end + 1) >= 0
                or not _joins(self.doc[end], following, start)
            ):
                break
            end = following.end
        return self.doc[start:end]

    def _with_hyphens(self, start: int, end: int) -> tuple[int, int]:
        """The words with what hyphens tie to their first and their last: "al-Amin"."""
        while start > 1 and self._is_hyphen(start - 1):
            start -= 2
        while end + 1 < len(self.doc) and self._is_hyphen(end):
            end += 2
        return start, end

    def _is_hyphen(self, i: int) -> bool:
        mark = self.doc[i]
        return mark.text in ("-", "‑") and not mark.whitespace_ and not mark.nbor(-1).whitespace_


def _joins(link: Token, following: Tokens, start: int) -> bool:
    """Whether a word ties the noun phrase after it to the one that runs from `start` to it."""
    if link.lower_ in ("and", "&"):
        return following.root.dep_ == "conj" and start <= following.root.head.i < link.i
    return link.lower_ in _LINKS and start <= link.head.i < link.i


def _acts_later(chunk: Tokens, cue: Token) -> bool:
    """Whether the noun phrase after a cue that has a subject of its own does something itself."""
    head = chunk.root.head
    own = any(child.dep_ == "nsubj" and child.i < cue.i for child in cue.lefts)
    return own and chunk.root.dep_ in _SUBJECTS and head.i > chunk.root.i


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


def _cut(chunk: Tokens) -> Tokens:
    """A noun phrase up to a dash in it, without punctuation at its start."""
    skipped = len(list(takewhile(lambda word: word.is_punct or word.is_space, chunk)))
    start = chunk.start + skipped
    dashes = (word.i for word in chunk[skipped:] if word.text in DASHES and word.whitespace_)
    return chunk.doc[start : next(dashes, chunk.end)]
