"""The sentences that are worth parsing further: not the lists, tables and junk that go on without an end."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

LONGEST = 250
"""Above so many words it is no sentence."""
_MOST = 10
"""So many coordinated words are looked at."""


def readable(doc: Doc) -> Iterator[Tokens]:
    """The sentences that somebody wrote as one, in order."""
    return (sentence for sentence in doc.sents if len(sentence) <= LONGEST)


def coordinated(word: Token) -> list[Token]:
    """The word and those that "and" joins to it; what only a comma joins may be anything."""
    joined = [word, *word.conjuncts[:_MOST]]
    return joined if any(child.dep_ == "cc" for each in joined for child in each.rights) else [word]
