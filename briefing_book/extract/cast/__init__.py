"""Who is named where in an article, and whom its other words stand for.

A phrase stands for whom its head names: by a mention, by a role ("the president") or an institution's kind
("the ministry") that one of the article's entities has, or, for a pronoun, through its antecedent.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.cast.antecedents import (
    OUTSIDE,
    PRONOUNS,
    Antecedents,
    Candidate,
    features,
    holders,
)
from briefing_book.extract.cues import SPEECH
from briefing_book.extract.quote_marks import passages
from briefing_book.extract.transcripts import outside, speakers, turns
from briefing_book.extract.tree import Tree
from briefing_book.model import Country, Organisation, Person, PlanMention, Reference

Place = tuple[int, int, Reference]

_TITLES = {
    **dict.fromkeys(["mr", "mr.", "sir", "lord", "king", "prince", "emperor", "sheikh", "father"], "male"),
    **dict.fromkeys(
        ["mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess", "madame"], "female"
    ),
}
"""The forms of address that tell a person's gender."""
_LEADERS = frozenset({"leader", "ruler"})
_LEADING = frozenset(
    {"president", "leader", "ruler", "head", "chancellor", "king", "queen", "emir", "sultan"}
)
_DEFINITE = frozenset({"the", "this", "that", "its", "their"})
_SEEMING = frozenset({"seem", "appear", "happen", "matter"})
_SPEAKING = SPEECH["say_verbs"]
_REPORTING = _SPEAKING | SPEECH["think_verbs"]


class Cast:
    """The entities of one article by place: a lookup from words to whom they stand for."""

    def __init__(
        self,
        doc: Doc,
        people: tuple[Person, ...],
        organisations: tuple[Organisation, ...],
        countries: tuple[Country, ...],
        plans: tuple[PlanMention, ...],
    ) -> None:
        places: list[Place] = []
        places += [(m.start, m.end, Reference(person=p.name)) for p in people for m in p.mentions]
        places += [
            (m.start, m.end, Reference(organisation=o.name)) for o in organisations for m in o.mentions
        ]
        places += [(m.start, m.end, Reference(country=c.code)) for c in countries for m in c.mentions]
        places += [(m.start, m.end, Reference(plan=m.plan)) for m in plans]
        self._places = sorted(places, key=lambda place: (place[0], -place[1]))
        self._starts = [start for start, _, _ in self._places]
        self.doc = doc
        self._tree = Tree(doc)
        text = doc.text
        self._turns = turns(text, self._ends_with("person"), self._ends_with("country"))
        self.labels = {said: turn.label for turn in self._turns for said in turn.said}
        quoted = [p for p in outside(passages(text), self._turns) if not self._is_within_name(*p)]
        self.passages = sorted([*quoted, *self.labels])
        self._descriptions = _descriptions(people, organisations)
        self._genders = _genders(text, people)
        self._known = self._titles(people)
        self._read()
        self._known.update(self._turn_takers(people))

    def named_in(self, start: int, end: int) -> list[Place]:
        """The mentions within the characters from `start` to `end`, in order, as (start, end, whom)."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [place for place in self._places[first:last] if place[1] <= end]

    def whom(self, phrase: Tokens) -> Reference:
        """Whom a noun phrase, name or pronoun stands for.

        A bare span where that is nobody known, or several: "Lee and Park".
        """
        head = phrase.root
        if any(t.dep_ == "conj" and t.i < phrase.end for t in self._tree.children(head)):
            return Reference(start=phrase.start_char, end=phrase.end_char, text=phrase.text)
        names = (
            t
            for t in self._tree.children(head)
            if t.dep_ in ("appos", "flat") and phrase.start <= t.i < phrase.end
        )
        for token in (head, *names):
            if token.i in self._known:
                return self._known[token.i]
        return Reference(start=phrase.start_char, end=phrase.end_char, text=phrase.text)

    # ── transcripts ──────────────────────────────────────────────────────────────────────────────────────

    def _ends_with(self, kind: str) -> Callable[[int, int], bool]:
        """Tells whether the name of a "person" or a "country" ends a stretch of the text."""
        return lambda start, end: any(
            getattr(whom, kind) and place == end for _, place, whom in self.named_in(start, end)
        )

    def _is_within_name(self, start: int, end: int) -> bool:
        """Whether the words are a nickname in somebody's name: William "Bill" Lee."""
        first = bisect_left(self._starts, start)
        before = self._places[max(0, first - 1) : first]
        return any(whom.person and place[1] > end for *place, whom in before)

    def _turn_takers(self, people: Iterable[Person]) -> dict[int, Reference]:
        """The words of a transcript's labels, as the people whom they call up."""
        found = speakers(self.doc.text, self._turns, [person.name for person in people])
        return {t.i: Reference(person=name) for label, name in found for t in self._tokens(*label)}

    # ── reading the article once, from its first word to its last ────────────────────────────────────────

    def _titles(self, people: Iterable[Person]) -> dict[int, Reference]:
        """The words of every title that the article gives a person, as that person."""
        roles = [(role.start, role.end, Reference(person=p.name)) for p in people for role in p.roles]
        return {token.i: whom for start, end, whom in roles for token in self._tokens(start, end)}

    def _tokens(self, start: int, end: int) -> Iterable[Token]:
        return self.doc.char_span(start, end, alignment_mode="expand") or ()

    def _read(self) -> None:
        """Fills `_known`, word by word: a pronoun may lead to a pronoun before it."""
        mentions = self._roots()
        antecedents = Antecedents()
        for sentence, token, passage in self._words():
            reference = mentions.get(token.i) or self._known.get(token.i)
            if reference is None:
                reference = self._understood(token, antecedents, sentence, passage)
            if reference is not None:
                self._known[token.i] = reference
            if token.i in mentions or _competes(token, reference):
                antecedents.add(self._candidate(token, reference, sentence, passage))

    def _roots(self) -> dict[int, Reference]:
        """The head word of every mention; the other words of a mention become known at once."""
        roots = {}
        for start, end, reference in self._places:
            tokens = self.doc.char_span(start, end, alignment_mode="expand")
            if tokens is not None and not (reference.country and _is_longer_name(tokens)):
                roots[tokens.root.i] = reference
                self._known.update((token.i, reference) for token in tokens)
        return roots

    def _words(self) -> Iterator[tuple[int, Token, int]]:
        """Every word with the number of its sentence and of the quoted passage it is in."""
        passage = 0
        for number, sentence in enumerate(self.doc.sents):
            for token in sentence:
                while passage < len(self.passages) and self.passages[passage].end <= token.idx:
                    passage += 1
                inside = passage < len(self.passages) and self.passages[passage].start <= token.idx
                yield number, token, passage if inside else OUTSIDE

    def _understood(self, token: Token, met: Antecedents, sentence: int, passage: int) -> Reference | None:
        """Whom a pronoun or a description stands for, where the words before tell."""
        word = token.lower_
        if word == "it" and _is_empty(token, self._tree):
            return None
        if word in PRONOUNS:
            found = met.of_pronoun(word, sentence, passage, holders(token, self._tree))
            return found.reference if found else None
        if token.tag_ in ("WP", "WDT") and token.head.dep_ == "relcl":
            return self._known.get(token.head.head.i)
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "attr") and _is_definite(token):
            return self._described(token, met, sentence, passage)
        return None

    def _described(self, token: Token, met: Antecedents, sentence: int, passage: int) -> Reference | None:
        """The one entity that a definite noun can mean; of several, the one last spoken of."""
        country = self._country_of(token)
        fitting = [
            whom
            for whom, land in self._descriptions[token.lower_]
            if country is None or land in (country, None)
        ]
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        found = met.among(fitting, sentence, passage)
        return found.reference if found else None

    def _country_of(self, token: Token) -> str | None:
        near = [child for child in self._tree.children(token) if child.dep_ in ("amod", "poss", "compound")]
        near += [
            of
            for child in self._tree.children(token)
            if child.lower_ == "of"
            for of in self._tree.children(child)
        ]
        countries = (self._known[word.i].country for word in near if word.i in self._known)
        return next((country for country in countries if country), None)

    def _candidate(self, token: Token, reference: Reference | None, sentence: int, passage: int) -> Candidate:
        speaks = token.dep_ == "nsubj" and token.head.lemma_ in _SPEAKING
        person = reference.person if reference else None
        named = reference is not None
        return Candidate(
            reference=reference,
            word=token.i,
            sentence=sentence,
            passage=passage,
            features=features(token, speaks),
            personal=person is not None if named else speaks or token.ent_type_ == "PERSON",
            plural=not named and token.tag_ in ("NNS", "NNPS"),
            gender=self._genders.get(person) if person else None,
        )


def _competes(token: Token, reference: Reference | None) -> bool:
    """Whether a word that is no name is a candidate: a subject, and for a pronoun one that is resolved."""
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return reference is not None or token.pos_ in ("NOUN", "PROPN")


def _is_longer_name(tokens: Tokens) -> bool:
    """Whether a country's name is only the end of another name: "Air India", "Radio Liberia"."""
    before = tokens.doc[max(0, tokens.start - 1) : tokens.start]
    return any(word.pos_ == "PROPN" and word.dep_ == "compound" and word.head in tokens for word in before)


def _is_empty(token: Token, tree: Tree) -> bool:
    """Whether an "it" stands for nothing: "it is expected that", "it is clear that", "it seems"."""
    verb = token.head
    if token.dep_ == "nsubjpass":
        return verb.lemma_ in _REPORTING
    clause = any(child.dep_ in ("ccomp", "csubj", "xcomp", "advcl") for child in tree.children(verb))
    return token.dep_ == "nsubj" and (verb.lemma_ in _SEEMING or (verb.lemma_ == "be" and clause))


def _is_definite(token: Token) -> bool:
    return any(
        c.lower_ in _DEFINITE or c.dep_ == "poss" or (c.tag_ == "JJ" and c.is_title) for c in token.lefts
    )


def _descriptions(
    people: Iterable[Person], organisations: Iterable[Organisation]
) -> dict[str, list[tuple[Reference, str | None]]]:
    """The nouns that describe an entity, with its country: "president", "leader", "ministry"."""
    found: dict[str, list[tuple[Reference, str | None]]] = defaultdict(list)
    entries = [(Reference(person=p.name), role.text, role.country) for p in people for role in p.roles]
    entries += [(Reference(organisation=o.name), o.name, o.country) for o in organisations]
    for reference, text, country in entries:
        noun = text.split(" of ")[0].split(" for ")[0].split(",")[0].split()[-1:]
        nouns = {word.lower() for word in noun}
        if reference.person and nouns & _LEADING:
            nouns |= _LEADERS
        for word in sorted(nouns):
            if (reference, country) not in found[word]:
                found[word].append((reference, country))
    return found


def _genders(text: str, people: Iterable[Person]) -> dict[str, str]:
    """The gender of the people whom a form of address gives one."""
    genders = {}
    for person in people:
        for mention in person.mentions:
            address = {*text[max(0, mention.start - 12) : mention.start].lower().split()[-1:]}
            address |= {*mention.text.lower().split()[:1]}
            if address & _TITLES.keys():
                genders[person.name] = _TITLES[min(address & _TITLES.keys())]
    return genders
