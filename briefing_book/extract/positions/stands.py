"""The stances of a text, as words: who, by which word, for or against what.

A verb ("criticised"), noun ("support for") or adjective ("opposed to") with a side takes its holder from its
subject and its target from its object. What is negated, only possible, asked of somebody or alleged is none.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from briefing_book.extract.cues import cues
from briefing_book.extract.sentences import readable
from briefing_book.model import Stance

WORDS = cues("positions.yml")
_VERBS: dict[str, Stance] = dict.fromkeys(WORDS["supports"], "supports")
_VERBS |= dict.fromkeys(WORDS["opposes"], "opposes")


def _sides(phrases: Iterable[str], side: Stance) -> dict[tuple[str, str], Stance]:
    """The side of each word with its preposition: ("support", "for") -> supports."""
    return {(phrase.split()[0], phrase.split()[1]): side for phrase in phrases}


_NOUNS = _sides(WORDS["supporting nouns"], "supports") | _sides(WORDS["opposing nouns"], "opposes")
_DRAWN = {noun: side for (noun, _), side in _NOUNS.items()}
_ADJECTIVES = _sides(WORDS["supporting adjectives"], "supports") | _sides(
    WORDS["opposing adjectives"], "opposes"
)
_CONDITIONS = frozenset({"if", "whether", "unless", "until", "lest"})
_DEPTH = 8
"""How many clauses may lie around a stance."""


class Stand(NamedTuple):
    """A holder and a target before it is known whom they stand for."""

    holder: Token
    stance: Stance
    target: Token
    cue: Token


def stands(doc: Doc) -> Iterator[Stand]:
    """The stances that the text tells as facts, in no promised order."""
    for token in (token for sentence in readable(doc) for token in sentence):
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in _VERBS:
            yield from _of_verb(token, _VERBS[lemma])
        if token.pos_ == "NOUN":
            yield from _drawn(token)
        if token.pos_ in ("NOUN", "ADJ") or token.tag_ == "VBN":
            for child in token.rights:
                if child.dep_ == "prep":
                    yield from _of_word(token, child)


def _of_verb(verb: Token, stance: Stance) -> Iterator[Stand]:
    """The stands of a verb: its subject's on its object, or in the passive its agent's on its subject."""
    agents = _below(verb, "agent")
    if agents:
        passive = [verb.head] if verb.dep_ == "acl" else [c for c in verb.children if c.dep_ == "nsubjpass"]
        targets = passive if not _is_open(verb) and (verb.dep_ == "acl" or _is_asserted(verb)) else []
        holders = agents
    else:
        holders = [holder] if (holder := _holder(verb)) is not None else []
        targets = [c for c in verb.children if c.dep_ == "dobj" and not is_possessor(c)][:1]
    yield from (Stand(holder, stance, target, verb) for holder in holders for target in targets)


def _of_word(word: Token, preposition: Token) -> Iterator[Stand]:
    """The stands of a noun, adjective or participle with its preposition."""
    if word.pos_ == "NOUN":
        stance = _NOUNS.get((word.lemma_.lower(), preposition.lower_))
        holder = _noun_holder(word) if stance else None
    else:
        stance = _ADJECTIVES.get((word.lower_, preposition.lower_))
        holder = _described(word) if stance else None
    if stance and holder is not None:
        targets = [child for child in preposition.children if child.dep_ == "pobj"]
        yield from (Stand(holder, stance, target, word) for target in targets)


def _described(word: Token) -> Token | None:
    """Who is or remains what the adjective or participle says."""
    if word.dep_ in ("acomp", "oprd"):
        return _holder(word.head)
    passive = next((child for child in word.children if child.dep_ == "nsubjpass"), None)
    return passive if passive is not None and not _is_open(word) and _is_asserted(word) else None


def _drawn(noun: Token) -> Iterator[Stand]:
    """The stands of "drew criticism from"."""
    stance = _DRAWN.get(noun.lemma_.lower())
    if not stance or noun.dep_ != "dobj" or noun.head.lemma_ not in WORDS["drawing"] or _is_open(noun):
        return
    target = _holder(noun.head)
    sources = [child for word in (noun, noun.head) for child in word.rights if child.lower_ == "from"]
    holders = [child for source in sources for child in source.children if child.dep_ == "pobj"]
    if target is not None:
        yield from (Stand(holder, stance, target, noun) for holder in holders)


def _noun_holder(noun: Token) -> Token | None:
    """Whose support or criticism a noun is: its possessor's, or the subject's of a verb that shows it."""
    if _is_open(noun):
        return None
    verb = noun.head
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if noun.dep_ in ("dobj", "nsubj", "ccomp") and verb.lemma_ in WORDS["showing"]:
        subject = _holder(verb)
        return subject if subject is None or owner is None or owner.pos_ == "PRON" else owner
    if (
        noun.dep_ == "pobj"
        and verb.lower_ == "in"
        and verb.head.lemma_ in WORDS["speaking up"]
        and owner is None
    ):
        return _holder(verb.head)
    given = noun.dep_ == "pobj" and verb.lower_ in WORDS["given"]
    return owner if given or (noun.dep_ == "nsubj" and _is_asserted(verb)) else None


def _holder(verb: Token) -> Token | None:
    """Who does what the verb says, where the article says that they do."""
    for _ in range(_DEPTH):
        if _is_open(verb):
            return None
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        if subjects and _is_infinitive(verb):
            return None
        if subjects:
            return subjects[0] if len(subjects) == 1 and _is_asserted(verb) else None
        if not _shares_subject(verb):
            return None
        verb = verb.head
    return None


def _is_infinitive(verb: Token) -> bool:
    """Whether the verb says what its subject is to do: "expects them to back"."""
    return verb.tag_ == "VB" and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)


def _shares_subject(verb: Token) -> bool:
    if verb.dep_ == "conj":
        return verb.tag_ != "VB" or verb.head.tag_ == "VB"
    if verb.dep_ == "xcomp":
        return verb.head.lemma_ in WORDS["committing"]
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(c.dep_ == "mark" for c in verb.lefts)


def _is_open(word: Token) -> bool:
    """Whether the word is negated, or only possible."""
    for child in word.children:
        if child.dep_ == "neg" or child.lower_ in ("no", "hardly", "never", "nor", "without"):
            return True
        if child.dep_ == "aux" and child.lower_ in WORDS["open"]:
            return True
    return False


def _is_asserted(verb: Token) -> bool:
    """Whether the clause of the verb, and those around it, say that something is so."""
    if verb.sent.text.rstrip(' \n"”’').endswith("?"):
        return False
    for _ in range(_DEPTH):
        if any(child.dep_ in ("mark", "advmod") and child.lower_ in _CONDITIONS for child in verb.lefts):
            return False
        if verb.dep_ in ("pcomp", "csubj", "acl"):
            return False
        if verb.dep_ == "ccomp" and (verb.head.lemma_ not in WORDS["reporting"] or _is_open(verb.head)):
            return False
        if verb.dep_ not in ("ccomp", "conj", "advcl", "relcl") or verb.dep_ == "relcl":
            return True
        verb = verb.head
    return False


def _below(token: Token, *relations: str) -> list[Token]:
    """The objects of "by" under the word."""
    by = [child for child in token.children if child.dep_ in relations and child.lower_ == "by"]
    return [word for preposition in by for word in preposition.children if word.dep_ == "pobj"]


def is_possessor(token: Token) -> bool:
    """Whether "'s" follows: then the word is not what the stance is on, whatever the parser made of it."""
    return token.i + 1 < len(token.doc) and token.doc[token.i + 1].tag_ == "POS"
