"""Noun phrases of French by their words: where one starts and ends; and the subjects of verbs."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.tree import Tree

LINKS = frozenset(["de", "du", "des", "d'", "d’"])
ARTICLES = frozenset(["le", "la", "les", "l'", "l’", "un", "une"])
PRONOUNS = frozenset(
    ["il", "elle", "ils", "elles", "-il", "-elle", "-ils", "-elles", "-t-il", "-t-elle", "on", "-on"]
)
WEEKDAYS = frozenset(
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "aujourd'hui", "demain"]
)
_NOMINAL = frozenset(["NOUN", "PROPN", "ADJ", "NUM", "X"])
_SUBJECTS = frozenset(["nsubj", "nsubj:pass"])
_LONGEST = 25


def phrase(doc: Doc, i: int, names: frozenset[int] = frozenset()) -> Tokens:
    """The noun phrase that starts at a word, with what "de" adds and a name set off by a comma.

    `names` are the words of people's names.
    """
    end = i
    while end < min(len(doc), i + _LONGEST) and (end == i or not doc[end].is_sent_start):
        token = doc[end]
        names_follow = token.text == "," and end + 1 in names and end > i
        if _goes_on(doc, end, i) or end in names or names_follow:
            end += 1
        else:
            break
    while end > i + 1 and (
        doc[end - 1].lower_ in LINKS | ARTICLES | {"et", "à", "-", ","} or doc[end - 1].is_space
    ):
        end -= 1
    return doc[i : max(end, i + 1)]


def _goes_on(doc: Doc, k: int, start: int) -> bool:
    token = doc[k]
    if token.lower_ in WEEKDAYS or token.is_space:
        return False
    if token.lower_ in LINKS:
        return True
    if token.pos_ == "DET" or token.lower_ in ARTICLES:
        return k == start or doc[k - 1].lower_ in LINKS or doc[k - 1].lower_ in ("à", "et", "tous", "toutes")
    if token.text == "-" or doc[k - 1].text == "-" or token.lower_ in ("m.", "mme", "mm.", "adjoint", "et"):
        return token.lower_ != "et" or (
            k + 1 < len(doc) and doc[k + 1].pos_ in ("PROPN", "ADP", "DET") and doc[k - 1].text[0].isupper()
        )
    return token.pos_ in _NOMINAL or token.text[0].isupper()


def start_of(doc: Doc, head: Token) -> int:
    """Where the noun phrase of a head starts."""
    i = head.i
    while (
        i > 0
        and not doc[i].is_sent_start
        and (
            doc[i - 1].pos_ in ("DET", "ADJ", "NUM")
            or doc[i - 1].lower_ in ARTICLES | {"m.", "mme", "premier", "vice", "-"}
        )
    ):
        i -= 1
        if doc[i].pos_ == "DET":
            break
    return i


def subject(verb: Token, tree: Tree) -> Token | None:
    """The subject of a verb, or of the verb that it depends on, as the parse tells."""
    for _ in range(4):
        for child in tree.children(verb):
            if child.dep_ in _SUBJECTS:
                return child
        if (
            verb.dep_ not in ("conj", "xcomp", "advcl", "aux:tense", "aux:pass", "cop")
            or verb.head.i == verb.i
        ):
            return None
        verb = verb.head
    return None
