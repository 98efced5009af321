"""Of which articles a site was built, so that a check can tell a site that is older; and which site it is.

A build that dies half-way leaves the last site with facts that are newer than it: neither is wrong.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from briefing_book.storage.hashes import Hashes

TEXT = ".txt"
"""How the names of the texts end in a folder of facts."""
TEXTS = "Texts: "
SITE = "Site: "
_HEAD = "A build makes this folder anew. Whatever else is put here is lost.\n"


def marker_text(texts: str, site: str = "") -> str:
    """What the marker file says of a site with this digest, built of the articles with this digest."""
    return f"{_HEAD}{TEXTS}{texts}\n{SITE}{site}\n"


def digest_of_texts(hashes: Mapping[str, str]) -> str:
    """The digest of the texts of all articles, from the hashes of their files by name."""
    digest = hashlib.sha256()
    for name in sorted(hashes):
        digest.update(f"{name}\0".encode() + bytes.fromhex(hashes[name]))
    return digest.hexdigest()


def is_of(marker: Path, facts: Path, hashes: Hashes) -> bool:
    """Whether the site with this marker was built of the articles in `facts`; true where nothing is said."""
    said = _said(marker, TEXTS)
    return said is None or said == digest_of_texts(hashes.within(facts, TEXT))


def site_of(marker: Path) -> str | None:
    """The digest of the site with this marker; None where nothing is said."""
    return _said(marker, SITE)


def _said(marker: Path, what: str) -> str | None:
    text = marker.read_text(encoding="utf-8", errors="replace") if marker.is_file() else ""
    return next((line.removeprefix(what) for line in text.splitlines() if line.startswith(what)), None)
