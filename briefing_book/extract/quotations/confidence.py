"""How sure an attribution is that had to be weighed.

A share is that of the quotations of its kind in annotated articles that have the span and the speaker which
people marked, rounded to .05; of pronouns, the share of those read that stand for whom they are taken for.
"The statement" and the like are too rare to count and get what pronouns have. Where several apply, the least
counts.
"""

from briefing_book.extract.cast.antecedents import PRONOUNS
from briefing_book.extract.quotations.reporting import Attribution
from briefing_book.model import Speaker

SHARE_RIGHT = {
    "signed": 0.95,
    "turn": 0.95,
    "clause further off": 0.95,
    "goes on": 0.9,
    "pronoun": 0.8,
    "vehicle": 0.8,
    "deed told as speech": 0.75,
    "aside": 0.8,
    "thought": 0.7,
    "attitude": 0.7,
    "headline": 0.65,
    "one of several clauses": 0.65,
    "noun of speech": 0.5,
    "led up to": 0.5,
}


def confidence(attribution: Attribution | None, speaker: Speaker | None) -> float | None:
    """The share of such attributions that are right; None where nothing was weighed or nobody is named."""
    if attribution is None or speaker is None:
        return None
    bases = [attribution.basis] if attribution.basis else []
    if is_somebody(speaker) and speaker.text.lower() in PRONOUNS:
        bases.append("pronoun")
    return min((SHARE_RIGHT[basis] for basis in bases), default=None)


def is_somebody(speaker: Speaker) -> bool:
    """Whether a speaker stands for an entity of the article, not only for the words that name them."""
    return any((speaker.person, speaker.organisation, speaker.country, speaker.plan))
