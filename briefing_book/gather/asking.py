"""How servers are asked: saying who asks, as their robots.txt permits, one request a second to a host."""

from string import punctuation
from urllib.parse import quote, urljoin, urlsplit

from protego import Protego

from briefing_book.gather.download import Download, Limits, Validators, download
from briefing_book.gather.network import Net
from briefing_book.gather.problems import NotBroughtError, UnreachableError

NAME = "briefing-book"
VERSION = "0.1.0"
BETWEEN_REQUESTS = 1.0
"""Seconds from one request to a host to the next; `Crawl-delay` in its robots.txt may ask for more."""
LONGEST_DELAY = 10.0

_LONGEST_RULES = 500_000
"""Characters of a robots.txt that count, as its standard (RFC 9309) has it."""


def agent(site: str | None) -> str:
    """The name under which servers are asked; `site` is the address of the book's own site."""
    return f"{NAME}/{VERSION} (+{quote(site, safe=punctuation)})" if site else f"{NAME}/{VERSION}"


class Web:
    """Asks servers, and remembers when each was asked and what its robots.txt says."""

    def __init__(self, net: Net, limits: Limits, site: str | None) -> None:
        self._net, self._limits = net, limits
        self._headers = {"User-Agent": agent(site)}
        self._next: dict[str, float] = {}
        self._rules: dict[str, Protego] = {}
        self._silent: dict[str, UnreachableError] = {}

    def get(self, address: str, before: Validators | None = None, by_name: bool = False) -> Download:
        """What stands at an address, or that it is unchanged since `before`.

        A person who names an address that is made for programs, as a feed is, needs no leave of robots.txt:
        `by_name`. Raises `NotBroughtError`.
        """
        headers = {**self._headers, **_conditions(before or Validators())}
        return download(
            address, headers, self._net, self._limits, self._wait if by_name else self._wait_for_leave
        )

    def _wait_for_leave(self, address: str) -> None:
        rules = self._rules_for(address)
        if not rules.can_fetch(address, NAME):
            raise NotBroughtError(
                "is closed to programs by its site's robots.txt; save it in your browser and add the file"
            )
        self._wait(address, rules.crawl_delay(NAME) or 0)

    def _wait(self, address: str, delay: float = 0) -> None:
        host = urlsplit(address).netloc
        now = self._net.clock()
        begin = max(now, self._next.get(host, now))
        if begin > now:
            self._net.sleep(begin - now)
        self._next[host] = begin + max(BETWEEN_REQUESTS, min(delay, LONGEST_DELAY))

    def _rules_for(self, address: str) -> Protego:
        site = urljoin(address, "/")
        if site in self._silent:
            raise self._silent[site]
        if site not in self._rules:
            self._rules[site] = Protego.parse(self._rules_text(site))
        return self._rules[site]

    def _rules_text(self, site: str) -> str:
        """The site's rules; where it has none, nothing is closed.

        Raises `UnreachableError`; a site that does not answer is not asked again, however many of its pages
        are wanted.
        """
        try:
            found = download(urljoin(site, "robots.txt"), self._headers, self._net, self._limits, self._wait)
        except UnreachableError as problem:
            self._silent[site] = problem
            raise
        except NotBroughtError:
            return ""
        return (found.data or b"")[:_LONGEST_RULES].decode("utf-8", "replace")


def _conditions(before: Validators) -> dict[str, str]:
    asked = {"If-None-Match": before.etag, "If-Modified-Since": before.modified}
    return {name: value for name, value in asked.items() if value}
