"""Why the names that make an entity are one, in words: each name, where it stands, and the reasons."""

from collections import Counter
from collections.abc import Sequence

from briefing_book.assemble.named import Named
from briefing_book.assemble.reading import Library
from briefing_book.assemble.unions import Groups, Why
from briefing_book.assemble.weights import COMPANY
from briefing_book.model import Joined, Passage
from briefing_book.names import key, plain

MOST_REASONS = 6


def joined(
    own: str, numbers: Sequence[int], named: Sequence[Named], groups: Groups, library: Library
) -> tuple[Joined, ...]:
    """The names of a group, its own first; nothing where all articles call it the same."""
    start = next(number for number in numbers if named[number].key == key(own))
    mentions: dict[str, list[Passage]] = {}
    reasons: dict[str, Counter[str]] = {}
    for number, why in sorted(groups.reasons(start).items()):
        name = plain(named[number].called)
        mentions.setdefault(name, []).extend(named[number].mentions)
        told = reasons.setdefault(name, Counter())
        told.update(() if named[number].key == named[start].key else why)
    if len(mentions) < 2:
        return ()
    names = [Joined(name, library.articles(mentions[name]), _most(reasons[name])) for name in mentions]
    return tuple(sorted(names, key=lambda each: (bool(each.why), -len(each.articles), each.name)))


def _most(reasons: Counter[str]) -> Why:
    """The reasons that hold in most articles; of several others who are named as well, one is enough."""
    told = [reason for reason, _ in reasons.most_common()]
    company = [reason for reason in told if reason.startswith(COMPANY)]
    return tuple(reason for reason in told if reason not in company[1:])[:MOST_REASONS]
