"""The dependency tree of an article, kept so that going down it stays cheap in a sentence of any length."""

from spacy.tokens import Doc, Token


class Tree:
    """The children of every word, in the order of the text.

    spaCy finds a word's children by going through all that is below it, which in a chain of clauses costs
    the square of the chain's length.
    """

    def __init__(self, doc: Doc) -> None:
        self._children: list[list[Token]] = [[] for _ in doc]
        for token in doc:
            if token.head.i != token.i:
                self._children[token.head.i].append(token)

    def children(self, token: Token) -> list[Token]:
        """The words that depend on a word."""
        return self._children[token.i]
