"""Of which articles a site was built: a digest of their texts, so that a check can tell a site that is older.

A build that dies half-way leaves the last site with facts that are newer than it: neither is wrong.
"""

import hashlib
from pathlib import Path

TEXTS = "Texts: "
_HEAD = "A build makes this folder anew. Whatever else is put here is lost.\n"


def marker_text(facts: Path) -> str:
    """What the marker file of a site says that is built of the articles in this folder of facts."""
    digest = hashlib.sha256()
    for path in sorted(facts.glob("*.txt")):
        digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return f"{_HEAD}{TEXTS}{digest.hexdigest()}\n"


def is_of(marker: Path, facts: Path) -> bool:
    """Whether the site with this marker was built of the articles in `facts`; true where nothing is said."""
    said = marker.read_text(encoding="utf-8", errors="replace") if marker.is_file() else ""
    return TEXTS not in said or said == marker_text(facts)
