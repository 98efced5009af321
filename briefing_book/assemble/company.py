"""Whom and what articles name together: of each article the few that tell it from other articles.

Whoever few articles name tells more than whoever all of them do.
"""

from collections import Counter
from collections.abc import Iterable

from briefing_book.assemble.named import Named
from briefing_book.assemble.spellings import spelling
from briefing_book.names import Key, plain

MOST = 12
"""So many are kept of an article: those that fewest others name."""
FEW_ARTICLES = 20
"""Whoever so many articles name tells something, however few articles there are."""
COMMON = 0.05
"""Whoever a larger share of a large book's articles name tells nothing."""


class Company:
    """The people and organisations that articles name, those with a full name only."""

    def __init__(self, named: Iterable[Named]) -> None:
        self._articles: dict[str, dict[Key, str]] = {}
        for each in named:
            if each.kind == "organisations" or len(each.key) > 1:
                here = self._articles.setdefault(each.article, {})
                here.setdefault(spelling(each.key), plain(each.name))
        counts = Counter(name for here in self._articles.values() for name in here)
        most = max(FEW_ARTICLES, COMMON * len(self._articles))
        for article, here in self._articles.items():
            shared = [name for name in here if 2 <= counts[name] <= most]
            rarest = sorted(shared, key=lambda name: (counts[name], name))[:MOST]
            self._articles[article] = {name: here[name] for name in rarest}

    def of(self, named: Named) -> dict[Key, str]:
        """Who else is in this entity's article, by their keys; nobody who shares a word of its name."""
        own = set(spelling(named.key))
        here = self._articles.get(named.article, {})
        return {name: words for name, words in here.items() if own.isdisjoint(name)}
