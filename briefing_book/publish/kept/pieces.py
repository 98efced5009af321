"""Pieces of a page that changed: those that are as they were come from the last site, and are not converted.

Templates mark where their pages may be cut: neither of what stands before a mark and after it has a part in
what becomes of the other. MkDocs converts what is left, with the marks, which tell where the pieces belong.
"""

import html
import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import unquote

from mkdocs.structure.pages import Page

from briefing_book.publish.kept.files import WatchedFiles, restored
from briefing_book.publish.kept.records import KeptPage, Links, Piece

_MARK = "<!-- piece -->\n"
_MARKS = re.compile(f"^{_MARK}", re.MULTILINE)
_HEADING = re.compile(r"<h[1-6][ >]")
"""The table of contents is made of the headings that MkDocs converts: they are always among them."""
_TARGET = re.compile(r"\]\(([^\s)]+)")
_ANCHOR = re.compile(r'\b(?:id|name)="([^"]*)"')
_SIZE = 16


class Spared(NamedTuple):
    """A page's Markdown without the pieces that are known, and these, each in its place: its HTML, or None.

    `of` are the digests of all its pieces, `left_out` is the Markdown of those that are known.
    """

    rest: str
    known: tuple[str | None, ...]
    of: tuple[bytes, ...]
    left_out: str

    def completed(self, content: str) -> str:
        """What became of the rest, with the known pieces. Raises `ValueError` where marks are missing."""
        if not self.left_out:
            return content
        pieces = zip(_MARKS.split(content), self.known, strict=True)
        return _MARK.join(made if known is None else known for made, known in pieces)

    def told(self) -> "Spared":
        """The same without any text: only which pieces the page has."""
        return Spared("", (), self.of, "")


def spared(markdown: str, before: str, pieces: Sequence[Piece]) -> Spared:
    """What of a page is to be converted, if these `pieces` are known of the page as it was `before`."""
    known = {piece.of: before[piece.start : piece.end] for piece in pieces}
    parts = _MARKS.split(markdown)
    of = tuple(map(_digest, parts))
    return Spared(
        rest=_MARK.join("\n" if one in known else part for part, one in zip(parts, of, strict=True)),
        known=tuple(map(known.get, of)),
        of=of,
        left_out="".join(part for part, one in zip(parts, of, strict=True) if one in known),
    )


def give_back(page: Page, files: WatchedFiles, kept: KeptPage, found: Spared) -> None:
    """Let MkDocs know of a page what it would, had it converted the pieces that are left out."""
    anchors = set(map(html.unescape, _ANCHOR.findall("".join(filter(None, found.known)))))
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *anchors.intersection(kept.anchors)}
    targets = set(_TARGET.findall(found.left_out))
    names = {unquote(target.partition("#")[0]).rpartition("/")[2] for target in targets}
    asked = {path: there for path, there in kept.asked.items() if path.rpartition("/")[2] in names}
    files.asked.update(asked)
    if page.links_to_anchors is not None:
        for file, links in restored(_only(targets, kept.links), files, asked.keys()).items():
            page.links_to_anchors.setdefault(file, {}).update(links)


def _only(targets: set[str], links: Links) -> Links:
    """Those of the links that lead to these targets."""
    return {
        uri: {
            path: tuple(to for to in anchors if f"{path}#{to}" in targets) for path, anchors in paths.items()
        }
        for uri, paths in links.items()
    }


def without_marks(page: str, of: Sequence[bytes]) -> tuple[str, tuple[Piece, ...]]:
    """A finished page without its marks, and those of its pieces, by their digests, that can be taken over.

    What stands before the first mark or after the last one is among what surrounds the content.
    """
    parts, found, start = _MARKS.split(page), [], 0
    for number, part in enumerate(parts):
        end = start + len(part)
        if 0 < number < len(parts) - 1 == len(of) - 1 and not _HEADING.search(part):
            found.append(Piece(of[number], start, end))
        start = end
    return "".join(parts), tuple(found)


def _digest(markdown: str) -> bytes:
    return blake2b(markdown.encode(errors="surrogatepass"), digest_size=_SIZE).digest()
