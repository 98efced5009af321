"""The lines that answer a doubt, as they can stand in `editorial/corrections.yml`."""

from collections.abc import Iterable, Sequence

import yaml

from briefing_book.model import Choice


def choice(when: str, section: str, entries: Iterable[dict[str, object]]) -> Choice:
    """These entries of this section, to be written when it is so."""
    listed = yaml.dump(list(entries), Dumper=_Dumper, allow_unicode=True, width=10**6, sort_keys=False)
    return Choice(when, f"{section}:\n{listed}")


def rejected(article: str, kind: str, words: str) -> dict[str, object]:
    """The entry that rejects a fact of this kind with these words."""
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
