"""A day that stands by itself above an article's text, or as a part of its address.

A day inside a sentence may be any, and so may a line between paragraphs; one on a line of its own above the
first paragraph, with nothing but a time or a word such as "Published" beside it, is the article's. Publishers
write it into addresses as `/2023/02/25/`.
"""

import re
from itertools import takewhile

from briefing_book.read.dates import edtf

FIRST_LINES = 12
"""Lines with text in them, from the start of the article."""
LONGEST_HEAD = 200
"""Characters of a line above the text; the first longer one is a paragraph of it."""
LONGEST = 60

_WORDS = re.compile(
    r"(?:first\s+)?(?:published|posted|issued|date|dated|released)(?:\s+(?:on|at))?\s*:?\s+", re.I
)
_TIME = re.compile(
    r"[\s,|·•–-]*(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?\s*$", re.I
)
_IN_ADDRESS = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")
_WHOLE_DAY = len("2023-02-25")


def day_of_line(text: str) -> str | None:
    """The day on the first line above the article's text that is nothing but a day."""
    lines = [line for line in map(str.strip, text[:5_000].split("\n")) if line][:FIRST_LINES]
    first = takewhile(lambda line: len(line) <= LONGEST_HEAD, lines)
    days = (edtf(_TIME.sub("", _WORDS.sub("", line, count=1))) for line in first if len(line) <= LONGEST)
    return next((day for day in days if day and len(day) == _WHOLE_DAY), None)


def day_of_address(url: str) -> str | None:
    """The day that is a part of the address."""
    found = _IN_ADDRESS.search(url)
    return edtf("-".join(found.groups())) if found else None
