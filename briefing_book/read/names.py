"""An article's id from its seed's file name: the name without its ending, where that is safe everywhere.

Safe is a name that is one component of a path, one segment of an address, and no page's own name. Any other
becomes its letters in ASCII and a part of the hash of the whole name, so that nothing leaves its folder.
"""

import hashlib
import os
import re
import unicodedata
from pathlib import Path, PurePath

from slugify import slugify

LONGEST = 180
"""Bytes of UTF-8 in an id: file systems take 255, and endings are added."""
RESERVED = ("index", "readme")

_PUNCTUATION = " -_.,'()+"
_SLUG = 60


def article_id(seed: PurePath) -> str:
    """The id of the article in the file `seed`; it differs where the names without their endings do."""
    return safe_id(seed.stem)


def safe_id(stem: str) -> str:
    """The id that an article gets from a name: the name itself, or its letters and a part of its hash."""
    return stem if is_safe(stem) else hashed_id(stem, stem)


def hashed_id(stem: str, whole: str) -> str:
    """The letters of `stem` with a part of the hash of a whole name."""
    digest = hashlib.sha256(os.fsencode(whole)).hexdigest()[:8]
    return f"{slugify(stem, max_length=_SLUG) or 'article'}-{digest}"


def is_safe(name: str) -> bool:
    """Whether a name can be a file's and an address's as it is."""
    if not name or name.casefold() in RESERVED or len(os.fsencode(name)) > LONGEST:
        return False
    ends = name[0] not in " ." and name[-1] not in " ."
    return ends and all(c in _PUNCTUATION or unicodedata.category(c)[0] in "LMN" for c in name)


def shown_path(seed: Path, book: Path) -> str:
    """The path as a message and a facts file show it: from the book's folder, on one line, always UTF-8."""
    path = seed.relative_to(book) if seed.is_relative_to(book) else seed
    return one_line(path.as_posix())


def one_line(path: str) -> str:
    """The path with what would break a line, or is no character, replaced."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]", "\ufffd", text)
