"""When an edition is made, and since when a reader asks what changed."""

import os
import re
import time
from datetime import UTC, date, datetime

from briefing_book.assemble import edtf
from briefing_book.errors import BookError

_SINCE = re.compile(r"\d{4}(-\d\d){0,2}")


def edition_time() -> datetime:
    """Now, in UTC, or what SOURCE_DATE_EPOCH says. Raises `BookError` where that is no time.

    The only place where the book looks at the clock.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or str(int(time.time()))
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        raise BookError(f"SOURCE_DATE_EPOCH is {seconds!r}; it should be seconds since 1970") from None


def first_day(since: str) -> date:
    """The first day of a day, month or year in EDTF. Raises `BookError` where it is none of these."""
    known = edtf.bounds(since) if _SINCE.fullmatch(since) else None
    if not known:
        raise BookError(f"--since {since}: write a day, a month or a year, such as 2026-11-01")
    return known[0]
