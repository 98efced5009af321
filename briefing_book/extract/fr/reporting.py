"""The reporting clauses of a French article: a verb of speech, or "selon", and who is its speaker."""

from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.fr.cast import Cast
from briefing_book.extract.fr.nouns import ARTICLES, PRONOUNS, WEEKDAYS, phrase, start_of, subject
from briefing_book.extract.fr.words import SAYING, SPEECH

HELPERS = frozenset(
    [
        "a",
        "ont",
        "avait",
        "avaient",
        "est",
        "sont",
        "aurait",
        "aura",
        "s'est",
        "ait",
        "était",
        "étaient",
        "ayant",
        "s’est",
    ]
)
QUE = frozenset(["que", "qu'", "qu’"])
_FINITE = frozenset(["present", "past", "future"])
_BETWEEN = WEEKDAYS | frozenset(
    ["pour", "sa", "part", "leur", "été", "de", "son", "côté", "en", "outre", "revanche", "effet", "fin", ","]
)
"""What may stand between a helping verb and its participle: "a, de son côté, déclaré"."""
_LEADING_ON = frozenset(["au", "aux", "du", "lors", "ce", "cette"])
_WITH_FAIRE = frozenset(["savoir", "valoir", "remarquer", "observer"])
_PERSONAL = frozenset(["il", "elle", "ils", "elles"])


class Said(NamedTuple):
    """Who says something by which words, and how sure that is where it was weighed."""

    cue: Tokens | None
    speaker: Tokens | None
    confidence: float | None = None


class Reporting:
    """Reads the reporting clauses of one article."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc = doc
        self.cast = cast
        self.text = doc.text

    def is_cue(self, token: Token) -> bool:
        """Whether a word outside quotation marks reports speech: a finite verb, or a participle with "a"."""
        form = SAYING.get(token.lower_)
        if form is None or self.cast.passage_of(token.i) >= 0 or token.text[0].isupper():
            return False
        if form.use in _FINITE and token.pos_ not in ("NOUN", "PROPN", "DET"):
            return True
        return (form.use == "participle" or token.pos_ == "NOUN") and self.helper(token) is not None

    def helper(self, token: Token) -> Token | None:
        """The "a" of "a déclaré", with adverbs and a pronoun between."""
        for i in range(token.i - 1, max(-1, token.i - 6), -1):
            low = self.doc[i].lower_
            if low in HELPERS:
                return self.doc[i]
            adverb = self.doc[i].pos_ in ("ADV", "PRON") or low in PRONOUNS or low.startswith("-t")
            if not adverb and low not in _BETWEEN:
                return None
        return None

    def first(self, cue: Token) -> int:
        """The number of the helping verb's word, or of the verb's."""
        return (self.helper(cue) or cue).i

    def word(self, token: Token) -> Tokens:
        """A word by itself."""
        return self.doc[token.i : token.i + 1]

    def pronoun(self, cue: Token) -> Tokens | None:
        """The "-il" of "a-t-il déclaré"."""
        near = self.doc[max(0, cue.i - 4) : cue.i + 3]
        return next((self.word(t) for t in near if t.lower_ in PRONOUNS and t.text[0] == "-"), None)

    def subject(self, cue: Token, first: int) -> Tokens | None:
        """The subject before a verb, from the word `first` on: the parse's, or whoever is named nearest."""
        beside = self._name_beside(cue)
        if beside is not None and beside.start >= first:
            return beside
        head = subject(cue, self.cast.tree)
        if head is None or not first <= head.i < cue.i or self.cast.passage_of(head.i) >= 0:
            return self._named_before(cue, first)
        if head.lower_ in PRONOUNS:
            return self.word(head)
        if head.lower_ == "qui":
            return self._before_qui(head)
        words = phrase(self.doc, start_of(self.doc, head), self.cast.names)
        return words if words.end <= cue.i else self.doc[words.start : self.first(cue)]

    def _name_beside(self, cue: Token) -> Tokens | None:
        """The name that ends right before a verb and its helping verb, with the title before it."""
        i = self.first(cue) - 1
        whom = self.cast.known(self.doc[i]) if i in self.cast.names else None
        if whom is None:
            return None
        start = i
        while start and (
            self.cast.known(self.doc[start - 1]) == whom or self.doc[start - 1].lower_ in ARTICLES
        ):
            start -= 1
        return self.doc[start : i + 1]

    def _before_qui(self, qui: Token) -> Tokens | None:
        """The noun phrase that a relative clause belongs to."""
        noun = self.doc[qui.i - 2 if qui.nbor(-1).text == "," else qui.i - 1]
        if noun.pos_ == "ADJ":
            noun = noun.head
        if noun.pos_ not in ("NOUN", "PROPN") or self.cast.passage_of(noun.i) >= 0:
            return None
        end = qui.i - (qui.nbor(-1).text == ",")
        return self.doc[start_of(self.doc, noun) : end]

    def _named_before(self, cue: Token, first: int) -> Tokens | None:
        for i in range(cue.i - 1, max(first, 0) - 1, -1):
            token = self.doc[i]
            if token.lower_ in _PERSONAL:
                return self.word(token)
            if self.cast.passage_of(i) >= 0 or token.lower_ in QUE or token.lower_ in ("dont", "où"):
                return None
            whom = self.cast.known(token)
            if whom is not None and (whom.person or whom.organisation):
                while i > first and (
                    self.cast.known(self.doc[i - 1]) == whom or self.doc[i - 1].lower_ in ARTICLES
                ):
                    i -= 1
                return phrase(self.doc, i, self.cast.names)
        return None

    def inverted(self, cue: Token, end: int) -> Tokens | None:
        """The subject after a verb, behind what is said beside it: "à la presse", "mardi"."""
        i = cue.i + 1
        while i < end:
            token = self.doc[i]
            if token.lower_ in QUE or self.cast.passage_of(i) >= 0:
                return None
            aside = token.pos_ in ("ADV", "PUNCT", "NUM") or token.text in (",", "(")
            if aside or token.lower_ in WEEKDAYS or token.lower_ in _WITH_FAIRE:
                i += 1
            elif token.pos_ == "ADP" or token.lower_ in _LEADING_ON:
                i = self._past(i + 1) if i + 1 < end else end
            elif token.pos_ in ("DET", "NOUN", "PROPN") or token.lower_ in ARTICLES or i in self.cast.names:
                found = phrase(self.doc, i, self.cast.names)
                return found if found[-1].lower_ not in ARTICLES else None
            else:
                return None
        return None

    def _past(self, i: int) -> int:
        """Where the noun phrase ends that starts at a word and is no speaker: before a name beside it."""
        names = self.cast.names
        words = phrase(self.doc, i, names if i in names else frozenset())
        return next((k for k in range(i + 1, words.end) if k in names and i not in names), words.end)

    def according(self, i: int) -> Said | None:
        """The speaker after "selon" or "d'après", where one of them begins at a word."""
        start = self.doc[i].idx
        for words in sorted(SPEECH["according"]):
            if self.text[start : start + len(words) + 1].lower().rstrip() != words:
                continue
            span = self.doc.char_span(start, start + len(words), alignment_mode="expand")
            if span is not None and span.end < len(self.doc) and self.doc[span.end].lower_ not in QUE:
                return Said(span, phrase(self.doc, span.end, self.cast.names))
        return None
