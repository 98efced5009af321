"""One address asked for, and what came back: all of it, within its limits, or the reason why not."""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from ssl import SSLContext
from typing import NoReturn

import httpcore

from briefing_book.gather.addresses import joined
from briefing_book.gather.network import GuardedBackend, Net
from briefing_book.gather.problems import NotBroughtError, UnreachableError
from briefing_book.model import Record
from briefing_book.words import count

MOVED = (301, 302, 303, 307, 308)
UNCHANGED = 304

_REFUSALS = {
    401: "asks for a login (401); save the page in your browser and add the file",
    402: "asks for a payment (402); save the page in your browser and add the file",
    403: "does not let programs read it (403); save the page in your browser and add the file",
    404: "is not there (404); check the address",
    410: "was taken away (410)",
    429: "was asked too often (429); try again later",
    451: "may not be shown for legal reasons (451)",
}
_ASKING = (
    ("Accept", "text/html,application/xhtml+xml,application/pdf,text/plain,application/atom+xml,*/*;q=0.5"),
    ("Accept-Encoding", "gzip"),
    ("Connection", "close"),
)
_CONDITION = re.compile("If-")
_ENCODINGS = ("gzip", "x-gzip")
_LONGEST_HEADER = 300
_CHUNK = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS


class Limits(Record, frozen=True):
    """How long one request may take (seconds), how large what comes may be, how often it may lead on."""

    seconds: float = 60.0
    bytes: int = 20_000_000
    redirects: int = 5


class Validators(Record, frozen=True):
    """By what a server tells whether something has changed since it was downloaded."""

    etag: str | None = None
    modified: str | None = None


class Download(Record, frozen=True):
    """What came back from an address; `final` is where it was found at last. Without data it is unchanged."""

    final: str
    data: bytes | None
    content_type: str
    validators: Validators


def download(
    address: str, headers: dict[str, str], net: Net, limits: Limits, before_each: Callable[[str], None]
) -> Download:
    """What stands at an address; `before_each` is called before each request, with the address asked for.

    Raises `NotBroughtError` where it cannot be had, whole and within the limits.
    """
    asked = address
    try:
        for _ in range(limits.redirects + 1):
            before_each(asked)
            answer = _ask(asked, headers, net, limits)
            if isinstance(answer, Download):
                return answer
            asked = joined(asked, answer)
    except NotBroughtError as problem:
        raise problem if asked == address else type(problem)(f"leads to {asked}, which {problem}") from None
    raise NotBroughtError(f"leads on more than {count(limits.redirects, 'time')}; check the address")


def _ask(address: str, headers: dict[str, str], net: Net, limits: Limits) -> Download | str:
    """What stands at an address, or where that says to go instead."""
    backend = GuardedBackend(net, net.clock() + limits.seconds)
    asking = [*_ASKING, *headers.items()]
    try:
        with (
            httpcore.ConnectionPool(ssl_context=_ssl(), network_backend=backend) as pool,
            pool.stream("GET", address, headers=asking) as response,
        ):
            return _answer(address, response, limits, conditional=any(map(_CONDITION.match, headers)))
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as problem:
        raise UnreachableError(_told(problem, limits)) from None


@cache
def _ssl() -> SSLContext:
    return httpcore.default_ssl_context()


def _told(problem: Exception, limits: Limits) -> str:
    if isinstance(problem, httpcore.TimeoutException):
        return f"did not come within {limits.seconds:g} seconds; try again later"
    if isinstance(problem, httpcore.ProtocolError):
        return "broke off, or was not sent as the web's rules ask; try again later"
    if "certificate" in str(problem).casefold():
        return "cannot prove that it is the host it says (its certificate does not hold); check the address"
    return "cannot be reached; check the address, and whether you are online"


def _answer(address: str, response: httpcore.Response, limits: Limits, conditional: bool) -> Download | str:
    headers = {name.decode().casefold(): value.decode(errors="replace") for name, value in response.headers}
    status = response.status
    if status in MOVED:
        return headers.get("location") or _refuse("says that it moved, and not where; check the address")
    if status == UNCHANGED and not conditional:
        _refuse("said that it is unchanged without having been asked; try again later")
    if status >= 500:
        raise UnreachableError(f"answered with status {status} instead of a page; try again later")
    if status not in (200, UNCHANGED):
        _refuse(
            _REFUSALS.get(status) or f"answered with status {status} instead of a page; check the address"
        )
    validators = Validators(_header(headers, "etag"), _header(headers, "last-modified"))
    data = None if status == UNCHANGED else _body(response, headers, limits)
    return Download(address, data, headers.get("content-type", ""), validators)


def _header(headers: dict[str, str], name: str) -> str | None:
    """The value of a header, where it can be kept and sent again."""
    value = headers.get(name, "").strip()
    fits = len(value) <= _LONGEST_HEADER and value.isascii() and value.isprintable()
    return value if value and fits else None


def _body(response: httpcore.Response, headers: dict[str, str], limits: Limits) -> bytes:
    stated = headers.get("content-length", "")
    if stated.isdecimal() and int(stated) > limits.bytes:
        _too_large(limits)
    chunks = _bounded(response.iter_stream(), limits)
    encoding = headers.get("content-encoding", "").strip().casefold()
    if encoding in _ENCODINGS:
        chunks = _bounded(_unpacked(chunks), limits)
    elif encoding not in ("", "identity"):
        _refuse(f"came packed as {encoding[:20]!r}, which was not asked for; download it and add the file")
    return b"".join(chunks) or _refuse("is empty; check the address")


def _bounded(chunks: Iterable[bytes], limits: Limits) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limits.bytes:
            _too_large(limits)
        yield chunk


def _unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """What was packed with gzip, in pieces of bounded size, however well it was packed."""
    unpacking = zlib.decompressobj(_GZIP)
    for chunk in chunks:
        while chunk:
            if unpacking.eof:
                unpacking = zlib.decompressobj(_GZIP)
            try:
                yield unpacking.decompress(chunk, _CHUNK)
            except zlib.error:
                _refuse("came damaged; try again later")
            chunk = unpacking.unconsumed_tail or unpacking.unused_data
    if not unpacking.eof:
        _refuse("broke off before it was whole; try again later")


def _too_large(limits: Limits) -> NoReturn:
    _refuse(f"is larger than {limits.bytes / 1_000_000:g} MB; no article is")


def _refuse(why: str) -> NoReturn:
    raise NotBroughtError(why)
