"""Addresses on the web: which can be asked for, and under which an article is known."""

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from briefing_book.gather.problems import NotBroughtError
from briefing_book.web import is_article, same_address, without_tracking

_ORDINARY_PORT = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~-._"
_OTHER_DRESS = re.compile(r"(?:www|m|mobile|amp)\.")


def is_address(words: str) -> bool:
    """Whether these words are meant as an address, of whatever scheme, and not as a file's name."""
    return bool(re.match(r"[a-z][a-z0-9+.-]*://", words.strip(), re.I))


def askable(words: str) -> str:
    """The address as it can be sent to a server. Raises `NotBroughtError` where it cannot be asked for."""
    words = words.strip()
    if re.search(r"[\s\\<>\"\x00-\x1f\x7f]", words):
        raise NotBroughtError("holds spaces or signs that no address has; copy it again from the browser")
    try:
        parts = urlsplit(words)
        port = parts.port
    except ValueError:
        raise NotBroughtError("is no address; copy it again from the browser") from None
    _require_web(parts)
    host = _ascii(parts.hostname or "")
    host = f"[{host}]" if ":" in host else host
    place = host if port in (None, _ORDINARY_PORT[parts.scheme]) else f"{host}:{port}"
    path = quote(parts.path, safe=_SAFE) or "/"
    return urlunsplit((parts.scheme, place, path, quote(parts.query, safe=_SAFE + "?"), ""))


def joined(address: str, link: str) -> str:
    """Where a link in what stands at `address` leads. Raises `NotBroughtError` where nothing can be asked."""
    try:
        return askable(urljoin(address, link.strip()))
    except ValueError:
        raise NotBroughtError("leads to what is no address; look at it in the browser") from None


def own_address(address: str, stated: str | None) -> str:
    """The address under which the page at `address` is known: the one it states, if that is on its own site.

    A page cannot make itself the article of another site, nor of its own site's front page.
    """
    own = stated and same_site(address, stated) and is_article(same_address(stated))
    return without_tracking(stated if stated and own else address)


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are on one site: `m.example.org` and `www.example.org` are."""
    try:
        hosts = [
            _OTHER_DRESS.sub("", urlsplit(askable(each)).hostname or "", count=1) for each in (one, other)
        ]
    except NotBroughtError:
        return False
    return hosts[0] == hosts[1]


def _require_web(parts: SplitResult) -> None:
    if parts.scheme not in _ORDINARY_PORT:
        scheme = f"`{parts.scheme}:` is not read" if parts.scheme else "has no `https://` before it"
        raise NotBroughtError(f"{scheme}; name an address that starts with https:// or http://, or a file")
    if not parts.hostname:
        raise NotBroughtError("names no host; copy it again from the browser")
    if parts.username is not None or parts.password is not None:
        raise NotBroughtError("holds a name or a password, which the book would show; take it out")


def _ascii(host: str) -> str:
    """The host in the letters that the name service knows."""
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        raise NotBroughtError("names a host that cannot be; copy it again from the browser") from None
