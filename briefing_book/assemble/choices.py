"""The lines that answer a doubt, as they can stand in `editorial/corrections.yml`."""

from collections.abc import Iterable, Sequence

import yaml

from briefing_book.model import Choice

PUBLISHED = "published"
"""The key of an article's date."""
URL = "url"
"""The key of an article's address."""


def choice(when: str, section: str, entries: Iterable[dict[str, object]], fill: str | None = None) -> Choice:
    """These entries of this section, to be written when it is so; `fill` is the key that is left to fill."""
    return Choice(when, f"{section}:\n{lines(entries)}", fill)


def lines(entries: Iterable[dict[str, object]]) -> str:
    """Entries as they can stand in a section."""
    dumped: str = yaml.dump(list(entries), Dumper=_Dumper, allow_unicode=True, width=10**6, sort_keys=False)
    return dumped


def dated(article: str) -> dict[str, object]:
    """The entry in which the date of an article is to be written."""
    return {"article": article, PUBLISHED: None}


def located(article: str) -> dict[str, object]:
    """The entry in which the address of an article is to be written."""
    return {"article": article, URL: None}


def version_of(article: str, other: str) -> dict[str, object]:
    """The entry that says that an article is another version of this other one."""
    return {"article": article, "version_of": other}


def of_fact(article: str, kind: str, words: str) -> dict[str, object]:
    """The entry that names a fact of this kind with these words: to reject it, to confirm it or to add it."""
    return {"article": article, "kind": kind, "text": words}


class _Dumper(yaml.CSafeDumper):
    """Lists of names stand on one line."""


def _listed(dumper: _Dumper, names: Sequence[object]) -> yaml.SequenceNode:
    plain = all(isinstance(name, str) for name in names)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", names, flow_style=plain)


def _nothing(dumper: _Dumper, _: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


_Dumper.add_representer(list, _listed)
_Dumper.add_representer(type(None), _nothing)
