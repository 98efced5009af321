"""Who is the subject of a verb of speech: before it, after it, or further up in its sentence."""

from collections.abc import Callable

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quotations.phrases import DASHES, Phrases
from briefing_book.extract.quote_marks import MARKS
from briefing_book.extract.tree import Tree

_DEPENDENT = frozenset(
    {"conj", "xcomp", "advcl", "acl", "relcl", "pcomp", "prep", "ccomp", "dep"}
    | {"acomp", "attr", "dobj", "pobj", "oprd", "advmod"}
)
"""How a word may depend on another whose subject is its own: eager to say, in an effort to say."""
_SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})
_STEPS = 6
"""Verbs that a cue may depend on, one on the other, until one has a subject."""
_OBJECTS = frozenset({"me", "us", "him", "them", "her"})
_ISSUING = SPEECH["support_verbs"]
_CARRYING = SPEECH["vehicles"] | SPEECH["occasions"]
_ADDRESSING = frozenset({"tell", "ask", "remind", "inform", "assure", "warn", "urge"})


class Subjects:
    """Finds the subjects of one article's verbs; its words in quotation marks are nobody's subject."""

    def __init__(self, doc: Doc, tree: Tree, phrases: Phrases, passage_of: Callable[[int], int]) -> None:
        self._doc = doc
        self._tree = tree
        self._phrases = phrases
        self._passage_of = passage_of

    def speaker(self, cue: Token, first: int, end: int) -> Token | None:
        """Who speaks by a verb of speech, among the words from `first` to `end`."""
        found = (
            self._quoted(cue)
            or self._inverted(cue)
            or self._doer(cue, first, end)
            or self.subject(cue, first, end)
        )
        return found if found is not None or self._is_passive(cue) else self._nearest(cue)

    def subject(self, verb: Token, first: int, end: int) -> Token | None:
        """The subject of a verb or of the verb that it depends on; of a passive one, who does it."""
        if self._is_reduced(verb):
            return self._agent(verb)
        word = verb
        for _ in range(_STEPS):
            for child in self._tree.children(word):
                if self._is_subject(child) and self._is_within(child, first, end):
                    return self._agent(verb) if child.dep_ == "nsubjpass" and word.i == verb.i else child
            if word.pos_ == "NOUN" and (owner := self._possessor(word)) is not None:
                return owner
            if word.head.i == word.i or not first <= word.head.i < end:
                return None
            if word.dep_ in ("relcl", "acl") and not self._is_infinitive(word):
                return word.head if self._is_within(word.head, first, end) else None
            if word.dep_ not in _DEPENDENT:
                return None
            word = word.head
        return None

    def _is_subject(self, word: Token) -> bool:
        """Whether a word is its head's subject, with no colon after it: "Analysis: Lee urges calm"."""
        if word.dep_ not in _SUBJECTS or word.text in DASHES:
            return False
        return self._doc[word.i + 1 : word.i + 2].text != ":"

    def _possessor(self, noun: Token) -> Token | None:
        """Whose a deed is: his, in "his role in promising"."""
        return next((child for child in self._tree.children(noun) if child.dep_ == "poss"), None)

    def _is_infinitive(self, verb: Token) -> bool:
        return any(child.tag_ == "TO" for child in self._tree.children(verb))

    def _is_within(self, token: Token, first: int, end: int) -> bool:
        return first <= token.i < end and self._passage_of(token.i) < 0 and token.text not in DASHES

    def _is_passive(self, verb: Token) -> bool:
        passive = any(child.dep_ == "auxpass" for child in self._tree.children(verb))
        return passive or self._is_reduced(verb)

    def _is_reduced(self, verb: Token) -> bool:
        """Whether a verb is a passive without its auxiliary, and so without an object: people accused."""
        if verb.tag_ != "VBN" or verb.dep_ != "acl":
            return False
        return not any(child.dep_ == "dobj" for child in self._tree.children(verb))

    def _agent(self, verb: Token) -> Token | None:
        by = [child for child in self._tree.children(verb) if child.dep_ == "agent"]
        return next(
            (child for word in by for child in self._tree.children(word) if child.dep_ == "pobj"), None
        )

    def _inverted(self, cue: Token) -> Token | None:
        """The subject right after a cue that follows a closing mark: "said the minister"."""
        chunk = self._phrases.chunk(cue.i + 1)
        if chunk is None or chunk.start != cue.i + 1 or cue.tag_ == "VBG":
            return None
        if chunk.text.lower() in _OBJECTS or _has_subject_before(cue, self._tree.children(cue), chunk):
            return None
        return chunk.root if cue.is_sent_start or self._after_mark(cue.i) or self._ends(cue, chunk) else None

    def _after_mark(self, i: int) -> bool:
        return i > 0 and (
            self._passage_of(i - 1) >= 0 or self._doc[i - 1].text in MARKS or self._doc[i - 1].text in DASHES
        )

    def _ends(self, cue: Token, chunk: Tokens) -> bool:
        """Whether cue and noun phrase are set off by themselves: ", said the minister."."""
        if cue.i == 0 or chunk.end == len(self._doc) or cue.lemma_ in _ADDRESSING:
            return False
        return self._doc[cue.i - 1].text == "," and self._doc[chunk.end].text in (".", ",")

    def _quoted(self, cue: Token) -> Token | None:
        """Whose words somebody passes on: the radio quoted Lee as saying."""
        verb = cue.head.head if cue.dep_ == "pcomp" and cue.head.lower_ == "as" else cue
        if verb.lemma_ != "quote" or not any(c.lower_ == "as" for c in self._tree.children(verb)):
            return None
        return next((child for child in self._tree.children(verb) if child.dep_ == "dobj"), None)

    def _doer(self, cue: Token, first: int, end: int) -> Token | None:
        """The noun right before a cue in -ing: "footage of her aunt saying".

        What somebody issues or sends says what they say: "Lee sent a letter calling for talks".
        """
        chunk = self._phrases.chunk(cue.i - 1)
        if cue.tag_ != "VBG" or chunk is None or self._passage_of(cue.i - 1) >= 0:
            return None
        if chunk.root.dep_ == "pobj" and chunk.root.head.head.i == cue.i:
            return None
        verb = self._issuing(chunk.root)
        subject = self.subject(verb, first, end) if verb is not None else None
        return subject if subject is not None else chunk.root

    def _issuing(self, noun: Token) -> Token | None:
        """The verb whose subject speaks by what the noun names, or by what it belongs to."""
        word, carries = noun, noun.lemma_ in _CARRYING
        for _ in range(_STEPS):
            if word.dep_ not in ("pobj", "prep", "dative", "dobj"):
                return None
            through, word = word.dep_, word.head
            carries |= word.pos_ == "NOUN" and word.lemma_ in _CARRYING
            if word.pos_ == "VERB":
                objects = (c.lemma_ for c in self._tree.children(word) if c.dep_ == "dobj")
                carries |= any(lemma in _CARRYING for lemma in objects)
                return word if carries and (word.lemma_ in _ISSUING or through == "prep") else None
        return None

    def _nearest(self, cue: Token) -> Token | None:
        """The noun phrase just before the cue, where the parse gives no subject."""
        for i in range(cue.i - 1, max(-1, cue.i - 4), -1):
            if self._passage_of(i) >= 0 or self._doc[i].is_punct:
                return None
            chunk = self._phrases.chunk(i)
            if chunk is not None:
                return chunk.root
        return None


def _has_subject_before(cue: Token, children: list[Token], chunk: Tokens) -> bool:
    """Whether a cue has its own subject, and what follows it is its object or does something itself."""
    own = any(child.dep_ == "nsubj" and child.i < cue.i for child in children)
    acts = chunk.root.dep_ in _SUBJECTS and chunk.root.head.i > chunk.root.i
    return own and (acts or chunk.root.dep_ == "dobj")
