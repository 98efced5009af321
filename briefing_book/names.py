"""When two written names are the same: letters folded to plain lower case, "the" and possessives dropped."""

from functools import lru_cache

from slugify import slugify

Key = tuple[str, ...]

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_APOSTROPHES = "'’ʼ`"
_DROPPED = [
    *((f"{apostrophe}s ", " ") for apostrophe in _APOSTROPHES),
    *((apostrophe, "") for apostrophe in _APOSTROPHES),
    (".", " "),
]


@lru_cache(maxsize=1 << 17)
def key(name: str) -> Key:
    """The name's folded words: "the Kyiv’s Mayor" and "KYIV MAYOR" have one key."""
    dotless = name.replace(".", "") if name.count(".") > 1 and " " not in name.strip() else name
    words = slugify(" ".join(dotless.split()) + " ", replacements=_DROPPED).split("-")
    words = [word for word in words if word]
    if not words:
        return (plain(name),)
    return tuple(words[1:] if words[0] == "the" and len(words) > 1 else words)


def plain(text: str) -> str:
    """A text on one line, with single spaces."""
    return " ".join(text.split())


def without_article(name: str) -> str:
    """An organisation's name without the "the" before it."""
    words = plain(name)
    return words[4:] if words[:4].casefold() == "the " and len(words) > 4 else words
