"""Positions: who an article says is for or against a plan, a person, a country, an organisation, or an act.

A stance on somebody's act ("Moscow's invasion of Ukraine") is one on the act, in the article's own words, and
says nothing about whoever it is the act of.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.cast import Cast
from briefing_book.extract.naming import DESCRIPTION, HE_OR_SHE, NAMESAKE, PRONOUN, Namings
from briefing_book.extract.positions.stands import WORDS, Stand, is_possessor, stands
from briefing_book.extract.sentences import coordinated
from briefing_book.model import Position, Reference

_LONGEST_PHRASE = 8
"""How many words may describe a holder who is nobody the article lists, or follow an act."""
_FAR = 15
"""So many words between a holder and the word of the stance, or an act and another word for it, are many."""
_LOCATING = frozenset({"on", "against", "in", "by", "to"})

SURE = 0.95
"""The confidence of a position against which nothing speaks."""
WEIGHTS = {
    DESCRIPTION: -0.15,
    HE_OR_SHE: -0.2,
    PRONOUN: -0.5,
    NAMESAKE: -0.5,
    "holder far away": -0.2,
    "holder is a kind of people": -0.5,
}
"""What each feature adds to it."""


def find(doc: Doc, cast: Cast) -> tuple[Position, ...]:
    """The positions that the article reports, in order."""
    found = {}
    namings = Namings(cast)
    for stand in stands(doc):
        for position in _positions(stand, cast, namings):
            found[position.start, position.end, position.holder, position.target] = position
    return tuple(sorted(found.values(), key=lambda position: (position.start, position.end)))


def _positions(stand: Stand, cast: Cast, namings: Namings) -> Iterator[Position]:
    holders = [(token, who) for token in coordinated(stand.holder) if (who := _party(token, cast))]
    for target in coordinated(stand.target):
        whom = _target(target, stand.cue, cast)
        for token, who in holders:
            if whom is not None and who != whom:
                features = _features(stand, (token, who), (target, whom), namings)
                yield _position(stand, (token, who), (target, whom), features)


def _features(
    stand: Stand, holder: tuple[Token, Reference], target: tuple[Token, Reference], namings: Namings
) -> set[str]:
    """What speaks against the position being as the article tells it."""
    features = {namings.of(_antecedent(token)) for token, whom in (holder, target) if whom.text is None}
    token, who = holder
    if abs(token.i - stand.cue.i) > _FAR:
        features.add("holder far away")
    if who.text is not None and _antecedent(token) is not token:
        features.add("holder is a kind of people")
    return features


def _position(
    stand: Stand, holder: tuple[Token, Reference], target: tuple[Token, Reference], features: set[str]
) -> Position:
    start = min(holder[0].left_edge.i, target[0].left_edge.i, stand.cue.i)
    span = stand.cue.doc[start : max(holder[0].i, _phrase(target[0]).end - 1, stand.cue.i) + 1]
    return Position(
        start=span.start_char,
        end=span.end_char,
        text=span.text,
        holder=holder[1],
        stance=stand.stance,
        target=target[1],
        confidence=round(max(0.0, SURE + sum(WEIGHTS.get(name, 0.0) for name in sorted(features))), 2),
    )


def _party(token: Token, cast: Cast) -> Reference | None:
    """Whom the holder stands for; a bare span for a description such as "the West"; not a plan."""
    token = _antecedent(token)
    phrase = token.doc[token.left_edge.i : token.i + 1]
    whom = cast.whom(phrase)
    if whom.plan or any(word.lower_ in WORDS["no holders"] for word in phrase):
        return None
    known = whom.text is None
    return whom if known or (token.pos_ in ("NOUN", "PROPN") and len(phrase) <= _LONGEST_PHRASE) else None


def _target(token: Token, cue: Token, cast: Cast) -> Reference | None:
    """What the stance is on: something named, or an act in the article's words."""
    if is_possessor(token):
        return None
    token = _antecedent(token)
    whom = cast.whom(token.doc[token.left_edge.i : token.i + 1])
    if whom.plan:
        return whom
    if token.lemma_.lower() in WORDS["acts"]:
        return _act(token, cast)
    return whom if whom.text is None and cue.lemma_.lower() not in WORDS["of acts only"] else None


def _act(token: Token, cast: Cast) -> Reference | None:
    """The words for an act, or for what it is called first: "Russia's invasion, a war that …".

    None where they name nobody, so that a reader could not tell which act it is.
    """
    for noun in (token, _called_first(token)):
        phrase = _phrase(noun)
        if cast.named_in(phrase.start_char, phrase.end_char):
            return Reference(start=phrase.start_char, end=phrase.end_char, text=phrase.text)
    return None


def _called_first(act: Token) -> Token:
    """The act that the word is only another word for, or the word itself."""
    step = act
    while step.dep_ in ("appos", "pobj", "prep") and act.i - step.head.i <= _FAR:
        step = step.head
        if step.lemma_.lower() in WORDS["acts"]:
            return step
    return act


def _phrase(token: Token) -> Tokens:
    """A noun with what says whose act it is and on whom: not the clauses after it."""
    end = token
    while (following := _next(end)) is not None and following.i - token.i <= _LONGEST_PHRASE:
        end = following
    return token.doc[token.left_edge.i : end.i + 1]


def _next(token: Token) -> Token | None:
    """The name after the "of" or "on" that follows the word."""
    for child in token.rights:
        if child.dep_ in ("prep", "agent") and child.i == token.i + 1:
            objects = [word for word in child.children if word.dep_ == "pobj"]
            if objects and (child.lower_ == "of" or (child.lower_ in _LOCATING and objects[0].ent_type_)):
                return objects[0]
    return None


def _antecedent(token: Token) -> Token:
    """What "who", "which" or "that" refers to; any other word itself."""
    relative = token.tag_ in ("WP", "WDT") and token.head.dep_ == "relcl"
    return token.head.head if relative else token
