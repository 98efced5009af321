"""EDTF values in words: "2023-02-28/2023-03-02" is "28 February – 2 March 2023". No value is "undated"."""

import re
from functools import lru_cache

UNDATED = "undated"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PARTS = {str(n).zfill(2): name for n, name in enumerate(_MONTHS, 1)} | {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
}
_DATE = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-(?P<part>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<doubt>[?~%]?)"
)
_DOUBTS = {"": "{}", "?": "{} (uncertain)", "~": "about {}", "%": "about {} (uncertain)"}


@lru_cache(maxsize=1 << 14)
def in_words(value: str | None) -> str:
    """The EDTF value as a reader would write it; a value that is no EDTF known here, as it is."""
    if not value:
        return UNDATED
    first, slash, last = value.partition("/")
    if not slash:
        return _date(first) or value
    return _interval(first, last) or value


def year_of(value: str | None) -> str | None:
    """The year that a value begins in, None where it says none: "2023", "202X"."""
    for end in (value or "").split("/"):
        if match := _DATE.fullmatch(end):
            return match["year"]
    return None


def _interval(first: str, last: str) -> str | None:
    if last in ("", ".."):
        start = _date(first)
        return start and f"since {start}"
    if first in ("", ".."):
        end = _date(last)
        return end and f"until {end}"
    start, end = _date(first), _date(last)
    if not start or not end:
        return None
    return _between(start, end)


def _between(start: str, end: str) -> str:
    """Both ends, without repeating at the first what the last says again."""
    if start == end:
        return start
    before, after = start.split(), end.split()
    shared = 0
    while shared < min(len(before), len(after)) and before[-1 - shared] == after[-1 - shared]:
        shared += 1
    kept = before[: len(before) - shared]
    if len(kept) == len(after) - shared == 1:
        return "–".join([kept[0], after[0]]) + "".join(f" {word}" for word in after[1:])
    return f"{' '.join(kept or before)} – {end}"


def _date(value: str) -> str | None:
    match = _DATE.fullmatch(value)
    if not match:
        return None
    year, part, day = match["year"].lstrip("0") or "0", match["part"], match["day"]
    words = _year(year)
    if part and part != "XX":
        if part not in _PARTS:
            return None
        words = f"{_PARTS[part]} {words}"
        if day and day != "XX":
            words = f"{int(day)} {words}"
    return _DOUBTS[match["doubt"]].format(words)


def _year(year: str) -> str:
    return f"the {year.replace('X', '0')}s" if "X" in year else year
