"""Every address on the site arrives, and no page makes the browser ask another host for anything."""

from collections import defaultdict
from collections.abc import Iterator

from lxml.html import HtmlElement

from briefing_book.publish.addresses import Site
from briefing_book.publish.html import elements, line, values
from briefing_book.publish.problem import Problem
from briefing_book.publish.uses import Use, css_addresses, page_uses

_ANCHORS = values("//@id | //a/@name")
_MERMAID = elements(
    "//*[contains(@class, 'mermaid') and contains(concat(' ', normalize-space(@class), ' '), ' mermaid ')]"
)
_REPOSITORY = elements("//*[@data-md-component='source'][@href]")
_TOP = ("", "top")
_TEXT_FRAGMENT = ":~:"
_CARRIED = ("data:", "about:")


class LinkCheck:
    """Takes the files of a site one by one, then tells what is wrong with their addresses.

    Whether an anchor is there is judged at the end: only the anchors of pages and the uses of them are kept.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._problems: list[Problem] = []
        self._anchors: dict[str, frozenset[str]] = {}
        self._wanted: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)

    def add_page(self, file: str, root: HtmlElement) -> None:
        """Take the addresses and anchors of a page."""
        self._anchors[file] = frozenset(_ANCHORS(root))
        for use in page_uses(root):
            self._add(file, use)
        self._problems += (Problem(file, line, what) for line, what in _scripted(root))

    def add_stylesheet(self, file: str, css: str) -> None:
        """Take the addresses of a stylesheet."""
        for address in css_addresses(css):
            self._add(file, Use(0, "url()", address, asked=True))

    def problems(self) -> list[Problem]:
        """What is wrong, once all files are taken."""
        return self._problems + list(self._broken_anchors())

    def _add(self, file: str, use: Use) -> None:
        try:
            target = self._site.target(use.address, file)
        except ValueError:
            self._problems.append(Problem(file, use.line, f"{use.what} is no address: {use.address}"))
            return
        if target is None:
            self._add_other_scheme(file, use)
            return
        if target.host:
            if use.asked:
                what = f"{use.what} asks another host: {use.address}"
                self._problems.append(Problem(file, use.line, what))
        elif target.file is None:
            self._problems.append(Problem(file, use.line, f"{use.what} leads to no file: {use.address}"))
        else:
            fragment = target.fragment.partition(_TEXT_FRAGMENT)[0]
            if fragment not in _TOP:
                self._wanted[target.file, fragment].setdefault(file, use.line)

    def _add_other_scheme(self, file: str, use: Use) -> None:
        """A page may carry its data itself; whatever else is asked for is on no web server."""
        if use.asked and not use.address.strip().lower().startswith(_CARRIED):
            self._problems.append(
                Problem(file, use.line, f"{use.what} is no file of the site: {use.address}")
            )

    def _broken_anchors(self) -> Iterator[Problem]:
        for (target, fragment), users in self._wanted.items():
            if fragment in self._anchors.get(target, (fragment,)):
                continue
            for file, place in users.items():
                yield Problem(file, place, f"leads to an anchor that is not there: {target}#{fragment}")


def _scripted(root: HtmlElement) -> Iterator[tuple[int, str]]:
    """What Material's script answers with a request of its own."""
    for element in _MERMAID(root):
        yield line(element), "a mermaid diagram asks another host: unpkg.com"
    for element in _REPOSITORY(root):
        yield line(element), f"a repository's figures ask another host: {element.attrib['href']}"
