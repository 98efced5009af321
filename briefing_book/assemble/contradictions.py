"""Corrections that cannot both hold: the later one is set aside and named; the others apply without it."""

from pathlib import Path
from typing import Any

import msgspec

from briefing_book.assemble.ledger import Ledger
from briefing_book.correction_checks import OF_ARTICLES
from briefing_book.model import (
    Add,
    Alias,
    ArticleCorrection,
    Confirm,
    Corrections,
    Drop,
    Identify,
    Record,
    Reject,
    Split,
)
from briefing_book.names import Key, key, plain
from briefing_book.yaml_files import lines_of

FILE = "editorial/corrections.yml"

DOES = {
    "merge": "merged",
    "alias": "aliased",
    "split": "split",
    "rename": "renamed",
    "identify": "identified",
}
SCHEMES = {"wikidata": "Wikidata", "iso": "ISO 3166"}
SEVERAL = frozenset({"events", "positions", "provisions"})
"""Of these the same words can tell several."""


class Mistake(Record, frozen=True):
    """A correction that was set aside: its line in the file, what is wrong, and how to mend it."""

    line: int
    text: str

    def __str__(self) -> str:
        return f"{FILE}:{self.line}: {self.text}"


class Settled(Record, frozen=True):
    """The corrections that hold, with their lines by kind, and what is wrong with those set aside."""

    corrections: Corrections = Corrections()
    lines: dict[str, list[int]] = msgspec.field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()


def settle(corrections: Corrections, file: Path | None = None) -> Settled:
    """Sets aside what contradicts what stands before it in `file`; without one the sections' order counts."""
    entries = [
        (f"$.{kind}[{number}]", kind, correction)
        for kind in Corrections.__struct_fields__
        for number, correction in enumerate(getattr(corrections, kind))
    ]
    lines = lines_of(file, [place for place, _, _ in entries]) if file and entries else [0] * len(entries)
    found = _Contradictions(corrections)
    kept: dict[str, list[Any]] = {}
    lines_kept: dict[str, list[int]] = {}
    mistakes = []
    for line, (_, kind, correction) in sorted(zip(lines, entries, strict=True), key=lambda each: each[0]):
        if why := found.against(kind, correction):
            mistakes.append(Mistake(line, why))
        else:
            kept.setdefault(kind, []).append(correction)
            lines_kept.setdefault(kind, []).append(line)
    held = Corrections(**{kind: tuple(all) for kind, all in kept.items()})
    return Settled(held, lines_kept, tuple(mistakes))


class _Contradictions:
    """The corrections so far, and whether the next one can hold beside them."""

    def __init__(self, all: Corrections) -> None:
        self._ledger = Ledger()
        self._merges = Ledger()
        for merge in all.merge:
            self._merges.unite((*merge.names, merge.into))
        self._alias_of: dict[Key, str] = {}
        self._split: dict[tuple[str, Key], str] = {}
        self._told: dict[tuple[str, str], str] = {}
        self._does: dict[Key, str] = {}
        self._identified: dict[tuple[Key, str], str] = {}
        self._facts = _Facts()
        self._dropped: set[Key] = set()

    def against(self, kind: str, correction: Any) -> str | None:
        """Why this correction cannot hold; None where it does, and counts from now on."""
        names = _names(kind, correction)
        dropped = next((name for name in names if key(name) in self._dropped), None)
        if dropped:
            return f"“{dropped}” is both dropped and {DOES[kind]}: keep one"
        judge = {
            "articles": self._article,
            "merge": lambda merge: self._ledger.unite((*merge.names, merge.into), merge.into),
            "apart": lambda apart: self._ledger.part(apart.names, "apart"),
            "split": self._divide,
            "alias": self._alias,
            "rename": lambda rename: self._ledger.rename(rename.name, rename.to),
            "identify": self._identify,
            "drop": self._drop,
            "reject": lambda reject: self._facts.judge(reject, "rejected", ("confirmed", "added")),
            "confirm": lambda confirm: self._facts.judge(confirm, "confirmed", ("rejected",)),
            "add": self._facts.add,
        }.get(kind)
        why: str | None = judge(correction) if judge else None
        if why is None:
            self._does |= {key(name): DOES[kind] for name in names}
        return why

    def _article(self, better: ArticleCorrection) -> str | None:
        known = [(name, getattr(better, name)) for name in OF_ARTICLES]
        told = {(better.article, name): value for name, value in known if value is not None}
        for (article, name), value in told.items():
            before = self._told.get((article, name), value)
            if before != value:
                return f"the `{name}` of “{article}” is both “{before}” and “{value}”: keep one"
        self._told |= told
        return None

    def _divide(self, split: Split) -> str | None:
        for article in split.articles:
            before = self._split.get((article, key(split.name)), split.to)
            if before != split.to:
                return f"“{split.name}” in “{article}” is both “{before}” and “{split.to}”: keep one"
        if key(split.name) == key(split.to):
            return f"“{split.name}” is split from itself: write another name after `to:`"
        why = self._ledger.part((split.name, split.to), "split")
        if why is None:
            self._split |= {(article, key(split.name)): split.to for article in split.articles}
        return why

    def _alias(self, alias: Alias) -> str | None:
        for name in alias.aliases:
            before = self._alias_of.get(key(name), alias.name)
            if not self._merges.are_one(before, alias.name):
                return f"“{name}” is an alias of both “{before}” and “{alias.name}”: keep one"
            if key(name) != key(alias.name) and self._leads(alias.name, name):
                return f"“{name}” and “{alias.name}” are aliases of each other in a circle: keep one"
        why = self._ledger.unite((alias.name, *alias.aliases))
        if why is None:
            others = (name for name in alias.aliases if key(name) != key(alias.name))
            self._alias_of |= {key(name): alias.name for name in others}
        return why

    def _leads(self, name: str, to: str) -> bool:
        """Whether a name is an alias of another, or of an alias of it, and so on."""
        while key(name) != key(to):
            if key(name) not in self._alias_of:
                return False
            name = self._alias_of[key(name)]
        return True

    def _identify(self, identify: Identify) -> str | None:
        for field, scheme in SCHEMES.items():
            now = getattr(identify, field)
            before = self._identified.get((key(identify.name), field), now)
            if now and now != before:
                return f"“{identify.name}” is both “{before}” and “{now}” in {scheme}: keep one"
        known = ((field, getattr(identify, field)) for field in SCHEMES)
        self._identified |= {(key(identify.name), field): value for field, value in known if value}
        return None

    def _drop(self, drop: Drop) -> str | None:
        if does := self._does.get(key(drop.name)):
            return f"“{drop.name}” is both {does} and dropped: keep one"
        self._dropped.add(key(drop.name))
        return None


class _Facts:
    """What has been said of single facts so far, by article, kind and words."""

    def __init__(self) -> None:
        self._said: dict[tuple[str, str, str], str] = {}
        self._added: dict[tuple[str, str, str, int], Add] = {}

    def judge(self, fact: Reject | Confirm | Add, does: str, against: tuple[str, ...]) -> str | None:
        """Why a fact cannot be rejected, confirmed or added; None where it can."""
        named = fact.name if isinstance(fact, Add) else None
        place = fact.article, fact.kind, plain(named or fact.text)
        before = self._said.get(place)
        if before in against:
            words = f"{fact.kind} “{place[2]}” in “{fact.article}”"
            return f"{words} are both {before} and {does}: keep one"
        self._said[place] = does
        return None

    def add(self, add: Add) -> str | None:
        """The same of a fact to add, which has one place and is one thing there."""
        place = add.article, add.kind, plain(add.text), add.number
        before = self._added.setdefault(place, add)
        if _says(before) != _says(add) and add.kind not in SEVERAL:
            return f"{add.kind} “{place[2]}” in “{add.article}” are added twice, and differ: keep one"
        return self.judge(add, "added", ("rejected",))


def _says(add: Add) -> Add:
    return msgspec.structs.replace(add, text=plain(add.text), who=None, when=None, why=None)


def _names(kind: str, correction: Any) -> tuple[str, ...]:
    """The names that cannot be dropped if this correction is to hold."""
    if kind == "merge":
        return (*correction.names, correction.into)
    if kind == "alias":
        return (correction.name, *correction.aliases)
    return (correction.name,) if kind in DOES else ()
