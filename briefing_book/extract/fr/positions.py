"""Positions in a French article: who is for or against a plan, person, organisation or country."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing_book.extract.fr.cast import Cast
from briefing_book.extract.fr.nouns import phrase, subject
from briefing_book.extract.fr.verbs import forms
from briefing_book.extract.positions import SURE
from briefing_book.model import Position, Reference, Stance

_VERBS: dict[Stance, tuple[str, ...]] = {
    "supports": ("soutenir", "appuyer", "approuver", "saluer"),
    "opposes": ("rejeter", "condamner", "critiquer", "dénoncer", "fustiger", "opposer"),
}
_STANCES: dict[str, Stance] = {
    word: stance
    for stance, verbs in _VERBS.items()
    for verb in verbs
    for word, use in forms(verb)
    if use in ("present", "past", "participle")
}
_ARTICLES = frozenset(["le", "la", "les", "l'", "l’", "au", "aux", "à"])


def find(doc: Doc, cast: Cast) -> tuple[Position, ...]:
    """The positions that the article reports, in order."""
    return tuple(position for token in doc if token.lower_ in _STANCES for position in _position(token, cast))


def _position(verb: Token, cast: Cast) -> Iterator[Position]:
    if verb.pos_ != "VERB" or cast.passage_of(verb.i) >= 0 or _is_open(verb):
        return
    head = subject(verb, cast.tree)
    holder = (
        cast.known(head) if head is not None and head.i < verb.i and cast.passage_of(head.i) < 0 else None
    )
    if holder is None or head is None:
        return
    found = _target(verb, cast)
    if found is None or found[0] == holder:
        return
    target, end = found
    start = head.idx
    yield Position(
        start=start,
        end=end,
        text=verb.doc.text[start:end],
        holder=holder,
        stance=_STANCES[verb.lower_],
        target=target,
        confidence=SURE,
    )


def _target(verb: Token, cast: Cast) -> tuple[Reference, int] | None:
    """The plan that is the verb's object, or the person, organisation or country that is all of it."""
    i = verb.i + 1
    while i < len(verb.doc) and (verb.doc[i].pos_ == "ADV" or verb.doc[i].lower_ in _ARTICLES):
        i += 1
    if i >= len(verb.doc):
        return None
    words = phrase(verb.doc, i, cast.names)
    plans = [place for place in cast.named_in(words.start_char, words.end_char) if place[2].plan]
    if plans:
        return plans[0][2], plans[0][1]
    whom = cast.known(words[0])
    named = cast.named_in(words.start_char, words.end_char)
    whole = any(start == words.start_char and end == words.end_char for start, end, _ in named)
    return (whom, words.end_char) if whom is not None and whole else None


def _is_open(verb: Token) -> bool:
    """Whether it is denied, or only possible."""
    before = [token.lower_ for token in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]]
    return bool({"ne", "n'", "n’", "pas", "pourrait", "aurait", "si", "sans", "été"} & set(before))
