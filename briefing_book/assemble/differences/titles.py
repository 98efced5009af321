"""When two titles of a person, or two names of a thing, are no more than one in other words.

Two titles part where their nouns do and both are of one country, or one of them judges: "ruler" and
"President", "warlord" and "general". "Senator" and "nominee" may both hold. What is cut short, or passing,
tells no other title.
"""

from typing import NamedTuple

from briefing_book.assemble.institutions import Nouns, institution_nouns
from briefing_book.names import key

_PASSING = (
    "former ex then late outgoing incumbent current new newly longtime long time veteran elect elected "
    "embattled powerful influential visiting regional region oblast provincial so s mr mrs ms dr first"
)
PASSING = frozenset(_PASSING.split())
"""Words that tell of a title's time or manner, not which one it is."""
_TELLING = (
    "vice deputy assistant acting interim shadow under self proclaimed declared de facto disputed opposition"
)
TELLING = frozenset(_TELLING.split())
"""Words that make another title of one."""
_JUDGING = (
    "ruler dictator strongman strongwoman autocrat despot tyrant usurper warlord terrorist militant "
    "extremist separatist rebel insurgent guerrilla jihadist fighter oligarch propagandist puppet "
    "proclaimed declared facto illegitimate rogue fugitive dissident whistleblower traitor "
    "spy mercenary criminal kingpin"
)
JUDGING = frozenset(_JUDGING.split())
"""Words by which a source says what it thinks of a title, or of who bears it."""
_POINTS = (
    "point points part four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty"
)
POINTS = frozenset(_POINTS.split())
SAME = {
    "premier": "prime minister",
    "pm": "prime minister",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "congressman": "representative",
    "congresswoman": "representative",
    "nominee": "candidate",
    "gov": "governor",
    "gen": "general",
    "sen": "senator",
    "rep": "representative",
    "prof": "professor",
    "ceo": "chief executive officer",
}
"""Words of titles that name the same."""


class Title(NamedTuple):
    """A title without its country's words: all that it says, and the noun that says what somebody is."""

    nouns: Nouns
    head: str
    country: str | None


def title_of(text: str, country: str | None, words: set[str]) -> Title | None:
    """The title in these words, of a country that these other words name; None where nothing is left."""
    nouns = _plain(institution_nouns(key(text), words))
    before = _plain(frozenset(key(text.partition(" of ")[0])) - words)
    order = [each for word in key(text.partition(" of ")[0]) for each in SAME.get(word, word).split()]
    head = next((word for word in reversed(order) if word in before), "")
    return Title(nouns, head, country) if nouns and head else None


def _plain(nouns: Nouns) -> Nouns:
    return frozenset(word for noun in nouns - PASSING for word in SAME.get(noun, noun).split())


def may_both_hold(one: Title, other: Title) -> bool:
    """Whether two titles do not part."""
    if one.nouns == other.nouns:
        return True
    apart = one.nouns ^ other.nouns
    judged = not JUDGING.isdisjoint(apart)
    if not judged and (one.country is None or one.country != other.country):
        return True
    shared = one.head == other.head or one.nouns <= other.nouns or other.nouns <= one.nouns
    return shared and not judged and TELLING.isdisjoint(apart)


def alike(one: Nouns, other: Nouns) -> bool:
    """Whether one name of a thing is the other, or is that cut short."""
    return one <= other or other <= one


def thing_nouns(name: str, countries: set[str]) -> Nouns:
    """What a plan is called, without whose it is and how many points it has."""
    words = frozenset(key(name)) - countries - POINTS
    return frozenset(word for word in words if not word[0].isdigit())
