"""Web addresses: which of them lead to the same article."""

import re
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit, urlunsplit

_SCHEMES = {"http": 80, "https": 443}
_TRACKING = re.compile(
    r"utm_\w+|at_\w+|ns_\w+|guce_\w+|mc_[ce]id|[a-z]*clid|[gw]braid|_g[al]|_hs\w+|igsh\w*|mkt_tok|"
    r"ref_(src|url)|s_?cid|cmp(id)?|icid|ocid|smid|smtyp|spm|wt_mc|xtor|guccounter|share(_?id)?|amp",
    re.IGNORECASE,
)
"""What says how a reader came to a page, and not which page it is."""
_KEPT = "!$&'()*+,;=:@~"


def same_address(url: str | None) -> str:
    """The address in the form that all addresses of one article have; "" for what is no web address.

    It serves to compare: scheme, letters of the host, "www.", default port, fragment, tracking parameters,
    the order of parameters and a slash at the end make no difference.
    """
    try:
        parts = urlsplit((url or "").strip())
        port = parts.port
    except ValueError:
        return ""
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    if parts.scheme not in _SCHEMES or not host:
        return ""
    shown = f"{host}:{port}" if port and port != _SCHEMES[parts.scheme] else host
    path = "/".join(quote(unquote_to_bytes(part), safe=_KEPT) for part in parts.path.rstrip("/").split("/"))
    return f"https://{shown}{path}{_query(parts.query)}"


def without_tracking(address: str) -> str:
    """A web address without its fragment and what only says how a reader came to the page."""
    parts = urlsplit(address)
    kept = [each for each in parts.query.split("&") if each and not _is_tracking(each.partition("=")[0])]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(kept), ""))


def is_article(address: str) -> bool:
    """Whether an address in that form can be an article's: a publisher's front page is none."""
    return bool(urlsplit(address).path or urlsplit(address).query)


def _query(query: str) -> str:
    """The parameters that tell which page it is, sorted, with the mark before them."""
    pairs = sorted(pair for pair in parse_qsl(query, keep_blank_values=True) if not _is_tracking(pair[0]))
    return f"?{urlencode(pairs)}" if pairs else ""


def _is_tracking(parameter: str) -> bool:
    return _TRACKING.fullmatch(parameter) is not None
