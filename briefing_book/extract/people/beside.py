"""What the words beside a name say of its bearer: forms of address, offices, kin ("his wife, Ann Lee").

From them, or else from the given name, it may be told whether that is a man or a woman.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from spacy.tokens import Doc

from briefing_book.extract.cues import GIVEN_NAMES, PEOPLE
from briefing_book.extract.people.names import Candidate
from briefing_book.model import Role

Gender = Literal["male", "female"]


def titles(doc: Doc, c: Candidate, roles: Iterable[Role]) -> frozenset[str]:
    """The titles beside the name, in lower case, those of two words among them."""
    lows = [word.low.rstrip(".") for word in c.titles]
    offices = [low for role in roles for low in role.text.lower().split()]
    return frozenset({*_with_pairs(lows), *_with_pairs(offices), *_noun_before(doc, c.words[0].first)})


def gender_of(marks: frozenset[str]) -> Gender | None:
    """Whether only a man or only a woman has one of the titles."""
    if marks & PEOPLE["female_titles"]:
        return "female"
    return "male" if marks & PEOPLE["male_titles"] else None


def gender_by_name(given: str) -> Gender | None:
    """Whether the given name is a man's or a woman's. It is in lower case, without accents."""
    if given in GIVEN_NAMES["female"]:
        return "female"
    return "male" if given in GIVEN_NAMES["male"] else None


def contradict(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether no one person has both: a man's and a woman's title, or a spouse's and the office itself."""
    for these, those in ((one, other), (other, one)):
        if these & PEOPLE["male_titles"] and those & PEOPLE["female_titles"]:
            return True
        if these & PEOPLE["spouse_titles"] and those & PEOPLE["offices"] and not these & those:
            return True
    return False


def _with_pairs(lows: list[str]) -> Iterable[str]:
    return [*lows, *(" ".join(pair) for pair in pairwise(lows))]


def _noun_before(doc: Doc, i: int) -> list[str]:
    """The word right before a name, or before the comma before it: "wife" of "his wife, Ann Lee"."""
    i -= 1
    if i > 0 and doc[i].text == ",":
        i -= 1
    return [doc[i].lower_] if i >= 0 and doc[i].pos_ == "NOUN" else []
