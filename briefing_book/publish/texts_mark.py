"""Of which articles a site was built, so that a check can tell a site that is older; and which site it is.

A build that dies half-way leaves the last site with facts that are newer than it: neither is wrong.
"""

import hashlib
from pathlib import Path

TEXTS = "Texts: "
SITE = "Site: "
_HEAD = "A build makes this folder anew. Whatever else is put here is lost.\n"


def marker_text(facts: Path, site: str = "") -> str:
    """What the marker file says of a site with this digest, built of the articles in this folder of facts."""
    return f"{_HEAD}{TEXTS}{_digest(facts)}\n{SITE}{site}\n"


def is_of(marker: Path, facts: Path) -> bool:
    """Whether the site with this marker was built of the articles in `facts`; true where nothing is said."""
    said = _said(marker, TEXTS)
    return said is None or said == _digest(facts)


def site_of(marker: Path) -> str | None:
    """The digest of the site with this marker; None where nothing is said."""
    return _said(marker, SITE)


def _said(marker: Path, what: str) -> str | None:
    text = marker.read_text(encoding="utf-8", errors="replace") if marker.is_file() else ""
    return next((line.removeprefix(what) for line in text.splitlines() if line.startswith(what)), None)


def _digest(facts: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(facts.glob("*.txt")):
        digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
