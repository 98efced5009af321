"""Kinds of events as nouns: "meet" is a meeting. A kind that is not listed is shown as it is."""

NOUNS = {
    "adopt": "adoption",
    "agree": "agreement",
    "annex": "annexation",
    "announce": "announcement",
    "appoint": "appointment",
    "die": "death",
    "elect": "election",
    "invade": "invasion",
    "kill": "killing",
    "meet": "meeting",
    "propose": "proposal",
    "resign": "resignation",
    "sign": "signing",
    "talk": "talks",
}


def noun(kind: str) -> str:
    """The noun for a kind of event."""
    return NOUNS.get(kind, kind)
