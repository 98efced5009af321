"""What a page says of its article in JSON-LD (schema.org), which most publishers write for search engines."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from briefing_book.read.stated import names

FIELDS = {
    "title": ("headline", "name"),
    "published": ("datePublished",),
    "updated": ("dateModified",),
    "publisher": ("publisher", "sourceOrganization"),
    "author": ("author", "creator"),
    "url": ("url", "mainEntityOfPage"),
    "language": ("inLanguage",),
}
"""The properties that state each thing, best first."""

_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|Report)")
_DEEPEST = 20
_TAGS = re.compile(r"<[^<>]*>")


def article_states(scripts: list[str]) -> dict[str, str]:
    """The words that state each thing of the first article in these JSON-LD scripts."""
    nodes = [node for script in scripts for node in _nodes(_parsed(script))]
    article = next((node for node in nodes if _is_article(node)), None)
    if article is None:
        return {}
    by_id: dict[Any, dict[str, Any]] = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1
    }
    return {
        thing: words
        for thing, properties in FIELDS.items()
        if (words := next((w for p in properties if (w := _words(article.get(p), by_id, thing))), ""))
    }


def _parsed(script: str) -> Any:
    """What the script holds; None where it is not JSON."""
    try:
        return json.loads(script.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects in a script, outermost first."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inside:
        yield from _nodes(item, depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and _ARTICLE.fullmatch(name.rpartition("/")[2]) for name in listed)


def _words(value: Any, by_id: dict[Any, dict[str, Any]], thing: str) -> str:
    """The text of a value, the names of the things it lists, or for an address their addresses."""
    if isinstance(value, list):
        found = (_words(item, by_id, thing) for item in value if not isinstance(item, list))
        return names(found) if thing in ("author", "publisher") else next(filter(None, found), "")
    if isinstance(value, dict):
        value = by_id.get(value.get("@id"), value) if len(value) == 1 else value
        value = value.get("@id") or value.get("url") if thing == "url" else _name(value)
    return " ".join(_TAGS.sub("", unescape(value)).split()) if isinstance(value, str) else ""


def _name(node: dict[str, Any]) -> Any:
    name = node.get("name") or node.get("alternateName")
    return name[0] if isinstance(name, list) and name else name
