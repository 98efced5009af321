"""What each build brought."""

from datetime import datetime
from typing import Literal

import msgspec

from briefing_book.model.record import Record

NameKind = Literal["articles", "versions", "people", "countries", "organisations", "points", "corrections"]
FactKind = Literal["quotations", "positions", "events", "differences"]


class Edition(Record, frozen=True, kw_only=True):
    """What a build changed in the book, as it stands in `editions/<number>.yml`, for good.

    `date`: when, in UTC. `holds` and `new`: how many the book then held of each kind, and how many of its
    facts nobody had been given before. What has a name `came` with its name by its key, and `went` by its
    key. `marked` and `unmarked` are the marks of facts that came and went, with spaces between them.
    """

    number: int
    date: datetime
    holds: dict[str, int] = msgspec.field(default_factory=dict)
    new: dict[str, int] = msgspec.field(default_factory=dict)
    came: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    went: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    marked: dict[str, str] = msgspec.field(default_factory=dict)
    unmarked: dict[str, str] = msgspec.field(default_factory=dict)
