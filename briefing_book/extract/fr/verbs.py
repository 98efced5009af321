"""The forms of French verbs that news use: the third person, infinitive and participles, by infinitive.

Regular verbs in -er are conjugated here; `data/fr/verbs.yml` lists the forms of others.
"""

from functools import cache
from typing import Literal, NamedTuple

from briefing_book.extract.cues import DATA
from briefing_book.yaml_files import read_yaml

Use = Literal["infinitive", "present", "past", "future", "conditional", "participle", "gerund"]
Forms = dict[str, tuple[str, ...]]

_ENDINGS: dict[Use, tuple[str, ...]] = {
    "present": ("e", "ent"),
    "past": ("ait", "aient", "a", "èrent"),
    "future": ("era", "eront"),
    "conditional": ("erait", "eraient"),
    "participle": ("é",),
    "gerund": ("ant",),
}
_SILENT = ("present", "future", "conditional")
"""In these an "e" or "é" before the last consonant changes: "rappelle", "achève"."""


class Form(NamedTuple):
    """A form of a verb: its infinitive and what the form is for."""

    infinitive: str
    use: Use


@cache
def irregular() -> dict[str, Forms]:
    """The forms of the verbs that are not regular, by their infinitives."""
    return read_yaml(DATA / "fr" / "verbs.yml", dict[str, Forms])


@cache
def forms(infinitive: str) -> tuple[tuple[str, Use], ...]:
    """All forms of a verb, each with its use."""
    listed = irregular().get(infinitive)
    told: list[tuple[str, Use]] = [(infinitive, "infinitive")]
    for use, endings in _ENDINGS.items():
        words = listed.get(use, ()) if listed else (_regular(infinitive, use, ending) for ending in endings)
        for word in words:
            told += [(word, use)]
            if use == "participle":
                told += [(f"{word}{ending}", use) for ending in ("e", "s", "es")]
    return tuple(told)


def _regular(infinitive: str, use: Use, ending: str) -> str:
    stem = infinitive.removesuffix("er")
    if ending[0] in "aè" and stem[-1] == "g" and ending != "èrent":
        stem += "e"
    if ending[0] == "a" and stem[-1] == "c":
        stem = f"{stem[:-1]}ç"
    if use in _SILENT:
        stem = _silent(stem, use)
    return stem + ending


def _silent(stem: str, use: Use) -> str:
    if stem.endswith(("appel", "jet")):
        return stem + stem[-1]
    if len(stem) > 2 and stem[-2] == "e" and stem[-1] in "vlmnsrt" and stem[-3] not in "aeiouéèê":
        return f"{stem[:-2]}è{stem[-1]}"
    if use == "present" and stem[-2:-1] == "é":
        return f"{stem[:-2]}è{stem[-1]}"
    return stem
