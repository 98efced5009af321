"""Connections to public hosts only, each of them over when its time is up.

A host's name is looked up once for a connection, what it stands for is checked, and the connection goes to
the very address that was checked: a name that stands for something else a moment later changes nothing.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from ssl import SSLContext

from httpcore import (
    SOCKET_OPTION,
    ConnectError,
    ConnectTimeout,
    NetworkBackend,
    NetworkStream,
    ReadTimeout,
    SyncBackend,
)

from briefing_book.gather.problems import UnreachableError

LONGEST_SILENCE = 20.0
"""Seconds that a host may take for a connection, or for the next bytes."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""Stands for IPv4 addresses, which are in its last bits."""
_UNICAST = ipaddress.ip_network("2000::/3")
"""All other addresses of public hosts."""
_IP = ipaddress.IPv4Address | ipaddress.IPv6Address


def look_up(host: str, port: int) -> list[str]:
    """The addresses that a host's name stands for. Raises `OSError` where it stands for none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def connect(ip: str, port: int, seconds: float) -> NetworkStream:
    """A connection to this address."""
    return SyncBackend().connect_tcp(ip, port, timeout=seconds)


@dataclass(frozen=True)
class Net:
    """By what the network and the clock are reached; `private`: hosts that are not public may be asked."""

    private: bool = False
    look_up: Callable[[str, int], Sequence[str]] = look_up
    connect: Callable[[str, int, float], NetworkStream] = connect
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


def is_public(ip: str) -> bool:
    """Whether this address is a public host's: not of this computer, its network, or a reserved one."""
    try:
        address: _IP = ipaddress.ip_address(ip)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
        inside = (address.sixtofour, *(address.teredo or ()))
        if address not in _UNICAST or not all(is_public(str(each)) for each in inside if each):
            return False
    return address.is_global and not address.is_multicast


class GuardedBackend(NetworkBackend):
    """Connects for one request, which is over at `deadline`, a time of the clock of `net`."""

    def __init__(self, net: Net, deadline: float) -> None:
        self._net, self._deadline = net, deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """A connection to the host. Raises `UnreachableError` where it is not public."""
        failure: Exception = ConnectError("no address")
        for ip in self._permitted(host, port):
            try:
                stream = self._net.connect(ip, port, _left(self._net, self._deadline))
                return _TimedStream(stream, self._net, self._deadline)
            except (ConnectError, ConnectTimeout) as problem:
                failure = problem
        raise failure

    def _permitted(self, host: str, port: int) -> list[str]:
        try:
            found = self._net.look_up(host, port)
        except (OSError, UnicodeError):
            raise UnreachableError(
                "its host is not known; check the address, and whether you are online"
            ) from None
        permitted = [ip for ip in found if self._net.private or is_public(ip)]
        if not permitted:
            raise UnreachableError(
                "is on this computer or in its network; to ask it all the same, say --allow-private"
            )
        return permitted


class _TimedStream(NetworkStream):
    """A connection of which every step ends at the deadline."""

    def __init__(self, stream: NetworkStream, net: Net, deadline: float) -> None:
        self._stream, self._net, self._deadline = stream, net, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._net, self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._net, self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        safe = self._stream.start_tls(ssl_context, server_hostname, _left(self._net, self._deadline))
        return _TimedStream(safe, self._net, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _left(net: Net, deadline: float) -> float:
    left = deadline - net.clock()
    if left <= 0:
        raise ReadTimeout("the time is up")
    return min(left, LONGEST_SILENCE)
