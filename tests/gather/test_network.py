"""Nobody reaches this computer or its network through `add`, whatever an address is called."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from httpcore import NetworkStream

from briefing_book.gather.add import Options, add
from briefing_book.gather.added import Added
from briefing_book.gather.network import Net, connect, is_public, look_up
from tests.gather.conftest import Site, leading_to, page, seeds_of

PUBLIC = "93.184.216.34"


@pytest.mark.parametrize(
    "ip",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::"),
        *("2001:0:7f00:1::", "fec0::1", "::7f00:1", "64:ff9b:1::1", "not an address"),
    ],
)
def test_addresses_of_this_computer_and_of_networks_within_are_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", [PUBLIC, "1.1.1.1", "2606:4700::1111", "64:ff9b::101:101"])
def test_other_addresses_are_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "localhost.",
        "LOCALHOST",
        "0x7f.1",
        "2130706433",
        "127.1",
        "[::1]",
        "[::]",
        "0",
    ],
)
def test_every_way_to_write_this_computer_is_refused_and_never_asked(
    host: str, book: Path, site: Site
) -> None:
    site.pages["/talks"] = page("Talks go on in Nairobi")
    added = add(book, [f"http://{host}:{site.port}/talks"], Options(), lambda doing: None)
    assert "allow-private" in added.failed[0].note or "not known" in added.failed[0].note
    assert site.requests == []
    assert seeds_of(book) == []


class Names:
    """A name service, and the way to public hosts, which all are the site on this computer."""

    def __init__(self, site: Site, **hosts: Sequence[str]) -> None:
        self._site = site
        self._hosts = {name.replace("_", "."): list(found) for name, found in hosts.items()}
        self.connected: list[str] = []

    def look_up(self, host: str, port: int) -> list[str]:
        """The next of the answers for a host; the last one stays."""
        found = self._hosts[host]
        return [found.pop(0) if len(found) > 1 else found[0]]

    def connect(self, ip: str, port: int, seconds: float) -> NetworkStream:
        """A connection; what is public stands on the site."""
        self.connected.append(ip)
        return connect("127.0.0.1" if ip == PUBLIC else ip, self._site.port, seconds)

    def bring(self, book: Path, address: str) -> Added:
        """Brings what stands at an address."""
        net = Net(look_up=self.look_up, connect=self.connect, sleep=lambda seconds: None)
        return add(book, [address], Options(), lambda doing: None, net)


def test_a_public_page_that_leads_to_this_computer_is_refused(book: Path, site: Site) -> None:
    site.pages["/talks"] = leading_to("http://inside.example/secret")
    site.pages["/secret"] = page("What nobody outside may read")
    names = Names(site, news_example=[PUBLIC], inside_example=["127.0.0.1"])
    added = names.bring(book, "http://news.example/talks")
    assert "leads to http://inside.example/secret, which is on this computer" in added.failed[0].note
    assert site.asked() == ["/talks"]
    assert set(names.connected) == {PUBLIC}


def test_a_host_that_does_not_answer_is_asked_once(book: Path) -> None:
    asked = list[str]()

    def unknown(host: str, port: int) -> list[str]:
        asked.append(host)
        raise OSError

    net = Net(look_up=unknown, sleep=lambda seconds: None)
    added = add(book, [f"http://gone.example/{n}" for n in range(3)], Options(), lambda doing: None, net)
    assert ["its host is not known" in item.note for item in added.failed] == [True] * 3
    assert asked == ["gone.example"]


def test_a_name_that_stands_for_something_else_a_moment_later_leads_nowhere(book: Path, site: Site) -> None:
    site.pages["/talks"] = page("Talks go on in Nairobi")
    names = Names(site, news_example=[PUBLIC, "127.0.0.1"])
    added = names.bring(book, "http://news.example/talks")
    assert "on this computer" in added.failed[0].note
    assert names.connected == [PUBLIC], "robots.txt came from the public host, and nothing from this computer"


def test_the_connection_goes_to_the_address_that_was_checked(book: Path, site: Site) -> None:
    site.pages["/talks"] = page("Talks go on in Nairobi")
    names = Names(site, news_example=[PUBLIC])
    assert names.bring(book, "http://news.example/talks").brought
    assert set(names.connected) == {PUBLIC}
    assert {headers["Host"] for _, headers in site.requests} == {"news.example"}


def test_of_several_addresses_of_a_host_only_public_ones_are_asked(book: Path, site: Site) -> None:
    site.pages["/talks"] = page("Talks go on in Nairobi")
    names = Names(site)
    net = Net(look_up=lambda host, port: ["10.0.0.1", PUBLIC], connect=names.connect, sleep=lambda s: None)
    assert add(book, ["http://news.example/talks"], Options(), lambda doing: None, net).brought
    assert set(names.connected) == {PUBLIC}


def test_the_name_service_knows_this_computer() -> None:
    assert "127.0.0.1" in look_up("127.0.0.1", 80)
