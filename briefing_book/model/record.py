"""What all records are, and the few values that some of their fields may have."""

from typing import Literal

import msgspec

EntityKind = Literal["people", "organisations", "countries"]
MentionKind = Literal["name", "demonym", "place"]
Stance = Literal["supports", "opposes"]
Publish = Literal["articles", "passages"]
Paper = Literal["a4", "us-letter"]
Bound = Literal["exactly", "about", "at least", "at most"]
DifferenceKind = Literal["names", "wording", "dates", "numbers", "places", "positions", "plans"]

DOUBTFUL = 0.5
"""What was weighed and has less confidence than this is shown for review, not as a fact.

A `confidence` is the share of such facts that people who annotated articles, or read the facts, call right;
None where there was nothing to weigh.
"""


class Record(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The base of all records. What equals its default is not written to a file."""
