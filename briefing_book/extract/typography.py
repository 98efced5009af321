"""Characters that only look different are read as one, and given back as the article writes them.

The model and the cues know one apostrophe, one space, one hyphen. A long run of marks and signs says nothing,
and costs the model's tokenizer the square of its length: it is read as space. Every exchange is one character
for one, so that offsets stay.
"""

import re
from typing import Any

import msgspec

from briefing_book.model import Facts

_APOSTROPHES = "\u02bc\u02b9\u02bb\u00b4\u2032\uff07"
_SPACES = "\u00a0\u2007\u2009\u202f\u3000"
_HYPHENS = "\u2010\u2011\ufe63\uff0d"
_AS_READ = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "’") | dict.fromkeys(_SPACES, " ") | dict.fromkeys(_HYPHENS, "-")
)
_RUN_OF_SIGNS = re.compile(r"[^\w\s]{50,}")


def as_read(text: str) -> str:
    """The text with plain apostrophes, spaces and hyphens, and of the same length."""
    return _RUN_OF_SIGNS.sub(lambda run: " " * len(run[0]), text.translate(_AS_READ))


def as_written(facts: Facts, text: str) -> Facts:
    """The facts of `as_read(text)` with every span's words as `text` has them."""
    if as_read(text) == text:
        return facts
    data = msgspec.to_builtins(facts)
    _cut(data, text)
    return msgspec.convert(data, Facts)


def _cut(node: Any, text: str) -> None:
    """Give every mapping that claims a place in the text the slice that stands there."""
    if isinstance(node, dict):
        if "start" in node:
            node["text"] = text[node["start"] : node["end"]]
        for value in node.values():
            _cut(value, text)
    elif isinstance(node, (list, tuple)):
        for value in node:
            _cut(value, text)
