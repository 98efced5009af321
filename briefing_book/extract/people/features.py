"""What stands in and around a candidate that speaks for or against a person's name, as named features."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from briefing_book.extract.cues import GIVEN_NAMES, PEOPLE
from briefing_book.extract.people.names import Candidate, is_title, leads_to_office
from briefing_book.extract.people.words import PARTICLES, SUFFIXES, Word, Words, fold
from briefing_book.model import Country

_LABELS = {"GPE": "place", "LOC": "place", "FAC": "place", "ORG": "org", "NORP": "group", "PERSON": "person"}
_LINKS = frozenset(["by", "with", "to", "for", "of", "and", "than", "that", "as", "on"])
_RELATIVES = frozenset(["who", "whose", "whom"])
_SYNTAX = frozenset(
    ["nsubj", "nsubjpass", "pobj", "dobj", "compound", "appos", "poss", "conj", "ROOT", "amod", "nmod"]
)
_OPENING = "\"'“‘«"
_GIVEN = GIVEN_NAMES["male"] | GIVEN_NAMES["female"]
_PEOPLE_NOUNS = PEOPLE["people_nouns"] | PEOPLE["offices"]


class Features:
    """The features of a document's candidates, each by itself."""

    def __init__(self, doc: Doc, countries: Iterable[Country]) -> None:
        self._doc = doc
        self._size = len(doc)
        self._places = {m.start for country in countries for m in country.mentions}
        self._small = {token.lower_ for token in doc if token.is_lower}

    def of(self, c: Candidate) -> set[str]:
        """All that hold for the candidate."""
        cut = c.run[: c.run.index(c.words[0])]
        before = self._token((cut or c.words)[0].first - 1)
        after = self._token(c.run[-1].last + 1)
        found = {
            *self._label(c),
            *self._letters(c),
            *self._words(c),
            *self._grammar(c),
            *self._titles(c),
            *self._before(before),
            *self._after(after),
            *self._apposition(after),
        }
        if "before a government" in found or "office" in found:
            found.discard("article")
        if "office" in found and not c.titles:
            found.discard("after of")
        return found

    def _token(self, i: int) -> Token | None:
        return self._doc[i] if 0 <= i < self._size else None

    def _label(self, c: Candidate) -> Iterable[str]:
        labels = [self._doc[word.first].ent_type_ for word in c.words]
        kinds = {_LABELS.get(label, "other") if label else "none" for label in labels}
        if len(kinds) > 1:
            yield "labelled in part person" if "person" in kinds else "labelled mixed"
            return
        kind = kinds.pop()
        after = self._token(c.words[-1].last + 1)
        whole = self._doc[c.words[0].first].ent_iob_ == "B" and (after is None or after.ent_iob_ != "I")
        yield f"labelled {kind}" if whole or kind != "person" else "labelled inside person"

    def _letters(self, c: Candidate) -> Iterable[str]:
        if any(letter.isdigit() for letter in c.text):
            yield "digit"
        if len(c.words) == 1 and c.text.isupper() and len(c.text) > 2:
            yield "acronym"
        elif any(word.text.isupper() and len(word.text) > 2 for word in c.words):
            yield "capitals"
        if any(_initial(word) for word in c.words[:-1]):
            yield "initial"
        if len(c.words) > 1 and "-" in c.words[-1].text:
            yield "hyphen last"

    def _words(self, c: Candidate) -> Iterable[str]:
        lows = [word.low for word in c.words]
        yield f"words {min(len(lows), 5)}"
        if is_title(c.words[-1]):
            yield "title last"
        if len(lows) > 1 and lows[0] in PARTICLES:
            yield "particle first"
        things = [low in PEOPLE["thing_nouns"] for low in lows]
        if things[-1]:
            yield "thing noun last"
        elif any(things):
            yield "thing noun"
        if any(low in PARTICLES or low.startswith(("al-", "el-")) for low in lows):
            yield "particle"
        if lows[-1] in SUFFIXES:
            yield "suffix"
        yield from self._small_elsewhere(lows)
        yield from self._place_words(c)
        yield from _given_names(c.words)

    def _small_elsewhere(self, lows: list[str]) -> Iterable[str]:
        if all(low in self._small for low in lows):
            yield "a word elsewhere" if len(lows) == 1 else "all words elsewhere"
        elif any(low in self._small and low not in PARTICLES for low in lows):
            yield "one of its words elsewhere"

    def _place_words(self, c: Candidate) -> Iterable[str]:
        if c.words[0].start in self._places:
            yield "place" if len(c.words) == 1 else "place first"
        if any(word.start in self._places for word in c.words[1:]):
            yield "place later"

    def _grammar(self, c: Candidate) -> Iterable[str]:
        tags = {self._doc[word.last].pos_ for word in c.words}
        if "PROPN" not in tags:
            yield "no proper noun"
        elif len(tags) > 1:
            yield "not all proper nouns"
        last = self._doc[c.words[-1].last]
        yield "is " + (last.dep_ if last.dep_ in _SYNTAX else "other")
        if last.dep_ in ("nsubj", "nsubjpass") and last.head.lemma_ in PEOPLE["human_verbs"]:
            yield "subject of a human verb"
        if _is_addressed(last):
            yield "object of a human verb"
        if last.dep_ == "appos" and last.head.lower_ in _PEOPLE_NOUNS:
            yield "apposed to a person"

    def _titles(self, c: Candidate) -> Iterable[str]:
        cut = c.run[: c.run.index(c.words[0])]
        if c.titles and c.titles[-1].low in PEOPLE["honorifics"]:
            yield "honorific"
        elif c.titles or self._office_of(cut):
            yield "office"
        elif any(word.start not in self._places for word in cut):
            yield "cut from other words"
        if c.words[-1] != c.run[-1]:
            yield "cut from later words"

    def _office_of(self, place: Words) -> bool:
        """Whether the words are the place of an office: "Kenya" of "President of Kenya"."""
        return bool(place) and leads_to_office(self._doc, place[0].first - 1)

    def _before(self, token: Token | None) -> Iterable[str]:
        if token is None or token.is_space:
            yield "line start"
            return
        low = token.lower_
        if low in ("the", "a", "an"):
            yield "article"
        elif low in PEOPLE["locatives"]:
            yield "after a locative"
        elif low in _LINKS:
            yield "after " + low
        elif token.text in _OPENING:
            yield "quoted"
        elif token.text == "(":
            yield "in brackets"
        elif low in PEOPLE["called_nouns"]:
            yield "after a called noun"
        elif low in _PEOPLE_NOUNS or (low == "," and token.i and token.nbor(-1).lower_ in _PEOPLE_NOUNS):
            yield "after a person noun"
        elif _human(token):
            yield "after a human verb"

    def _after(self, token: Token | None) -> Iterable[str]:
        if token is None:
            return
        if token.tag_ == "POS" or token.text in ("'s", "’s"):
            yield "possessive"
        elif token.lower_ in PEOPLE["after_names"]:
            yield "before a government"
        elif token.lower_ in PEOPLE["called_nouns"]:
            yield "before a called noun"
        elif token.is_lower and token.pos_ in ("NOUN", "ADJ"):
            yield "before a noun"
        elif _human(token) or (token.pos_ == "ADV" and _human(self._token(token.i + 1))):
            yield "before a human verb"
        elif token.pos_ in ("VERB", "AUX"):
            yield "before a verb"
        elif token.text == ":":
            yield "before a colon"
        elif token.text == "(":
            yield from _bracket(self._token(token.i + 1))

    def _apposition(self, token: Token | None) -> Iterable[str]:
        if token is not None and token.lower_ in _RELATIVES:
            yield "who"
        if token is None or token.text != ",":
            return
        following = self._doc[token.i + 1 : token.i + 7]
        if following and following[0].lower_ in _RELATIVES:
            yield "who"
        elif following and _age(following[0]):
            yield "age"
        for word in following:
            if word.is_punct or word.pos_ == "VERB":
                return
            if word.lower_ in _PEOPLE_NOUNS:
                yield "before a person noun"
                return
            if word.lower_ in PEOPLE["called_nouns"]:
                yield "apposed to a called noun"
                return


def _given_names(words: Words) -> Iterable[str]:
    if fold(words[0]) in _GIVEN:
        yield "given name first" if len(words) > 1 else "given name alone"
    elif len(words) == 2 and fold(words[1]) in _GIVEN:
        yield "given name last"


def _is_addressed(token: Token) -> bool:
    """Whether somebody does what people do to the token: tells it, speaks with it."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("to", "with") else token.head
    return token.dep_ in ("dobj", "pobj") and verb.pos_ == "VERB" and verb.lemma_ in PEOPLE["human_verbs"]


def _initial(word: Word) -> bool:
    return len(word.text) == 2 and word.text[1] == "."


def _human(token: Token | None) -> bool:
    return token is not None and token.pos_ in ("VERB", "AUX") and token.lemma_ in PEOPLE["human_verbs"]


def _age(token: Token) -> bool:
    return token.text.isdigit() and len(token) == 2


def _bracket(token: Token | None) -> Iterable[str]:
    if token is not None and _age(token):
        yield "age"
    elif token is not None and token.text.isupper() and len(token) > 2:
        yield "before an acronym"
