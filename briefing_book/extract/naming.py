"""How the words of an article name a party to a fact: the surest is a name that only one person there has."""

from collections import defaultdict

from spacy.tokens import Token

from briefing_book.extract.cast import Cast
from briefing_book.extract.cast.antecedents import PERSONAL, PRONOUNS

NAME = "by name"
NAMESAKE = "by a name that several people in the article share"
DESCRIPTION = "by a description"
HE_OR_SHE = "by he or she"
PRONOUN = "by another pronoun"


class Namings:
    """Tells of each phrase of one article how it names whom it stands for."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._shared = _shared_names(cast)

    def of(self, head: Token) -> str:
        """How the noun phrase with this head names a party: one of the constants above."""
        word = head.lower_
        if word in PRONOUNS:
            return HE_OR_SHE if word in PERSONAL else PRONOUN
        start = head.doc[head.left_edge.i].idx
        named = self._cast.named_in(start, head.idx + len(head))
        if not any(end > head.idx for _, end, _ in named):
            return DESCRIPTION
        return NAMESAKE if head.text in self._shared and not _is_in_full(head) else NAME


def _shared_names(cast: Cast) -> frozenset[str]:
    """The surnames that several people of the article have."""
    bearers = defaultdict(set)
    for _, _, whom in cast.named_in(0, len(cast.doc.text)):
        if whom.person:
            bearers[whom.person.split()[-1]].add(whom.person)
    return frozenset(name for name, people in bearers.items() if len(people) > 1)


def _is_in_full(head: Token) -> bool:
    """Whether a first name stands before the surname, and not just "Mrs."."""
    return any(c.dep_ == "compound" and c.pos_ == "PROPN" and not c.text.endswith(".") for c in head.lefts)
