"""Whom corrections on names mean: what they call by any form of a name, by the name that the book gives it.

A name that could mean several is not guessed: its correction is left out, with a line that lists them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from briefing_book.assemble.contradictions import Mistake, settle
from briefing_book.assemble.idle import about
from briefing_book.assemble.judgements import is_part
from briefing_book.assemble.written_forms import Bearer, WrittenForms, bare
from briefing_book.model import Alias, Apart, Corrections, Drop, Facts, Idle, Merge, Reject, Rename, Split
from briefing_book.names import Key, key

ON_NAMES = ("merge", "apart", "split", "alias", "rename", "drop")
MOST_LISTED = 6
"""So many of those who may be meant are listed."""


@dataclass
class Understood:
    """The corrections by the names of the book; `clear` are the same as people wrote them.

    `called` says what an institution that is meant by its name and country is called, by article and key of
    its own name. `names` are forms that were found, `idle` the corrections left out because they may
    mean several, `mistakes` those that contradict another one, once it is clear whom they mean.
    """

    corrections: Corrections
    clear: Corrections
    called: dict[tuple[str, Key], str] = field(default_factory=dict)
    names: set[Key] = field(default_factory=set)
    idle: list[Idle] = field(default_factory=list)
    mistakes: tuple[Mistake, ...] = ()


class _UnclearError(Exception):
    """Why nobody can say whom a name means."""


def understand(articles: Iterable[Facts], corrections: Corrections) -> Understood:
    """Whom the corrections mean in these articles."""
    if not any(getattr(corrections, kind) for kind in ON_NAMES):
        return Understood(corrections, corrections)
    reader = _Reader(WrittenForms(articles), corrections)
    kinds: dict[str, Callable[[Any], Iterable[Any]]] = {
        "merge": reader.merge,
        "apart": reader.apart,
        "split": reader.split,
        "alias": reader.alias,
        "rename": reader.rename,
        "drop": reader.drop,
    }
    found: dict[str, list[Any]] = {kind: [] for kind in kinds}
    clear: dict[str, list[Any]] = {kind: [] for kind in kinds}
    for kind, read in kinds.items():
        for correction in getattr(corrections, kind):
            try:
                found[kind] += read(correction)
                clear[kind].append(correction)
            except _UnclearError as why:
                reader.understood.idle.append(Idle(kind, about(correction), str(why)))
    reader.understood.corrections = _together(corrections, found, reader)
    reader.understood.clear = replace(corrections, **{kind: tuple(each) for kind, each in clear.items()})
    return reader.understood


def _together(before: Corrections, found: Mapping[str, Sequence[Any]], reader: "_Reader") -> Corrections:
    """The corrections as they are understood, without what contradicts others now that this is clear."""
    after = replace(
        before,
        **{kind: tuple(dict.fromkeys(each)) for kind, each in found.items()},
        reject=(*before.reject, *reader.rejects),
    )
    if after == before:
        return before
    settled = settle(after)
    reader.understood.mistakes = settled.mistakes
    return settled.corrections


class _Reader:
    """Reads corrections one by one; each method gives what takes its place."""

    def __init__(self, forms: WrittenForms, corrections: Corrections) -> None:
        self._forms = forms
        self._given = {key(name) for name in _given(corrections)}
        self.understood = Understood(corrections, corrections)
        self.rejects: list[Reject] = []

    def merge(self, it: Merge) -> Iterable[Merge]:
        """The names, and that under which they are told where it is another's as well."""
        others = {key(name) for name in (*it.names, it.into)}
        names = [self._name(name, others) for name in it.names]
        into = self._name(it.into, others)
        yield replace(it, names=tuple(dict.fromkeys((*names, *([] if into == it.into else [into])))))

    def apart(self, it: Apart) -> Iterable[Apart]:
        names = tuple(self._name(name, set()) for name in it.names)
        for n, name in enumerate(names):
            if key(name) in {key(other) for other in names[:n]} and it.names != names:
                raise _UnclearError(f"articles call both “{name}”; tell them apart by article, under `split`")
        yield replace(it, names=names)

    def alias(self, it: Alias) -> Iterable[Alias]:
        """Aliases stay as they are shown; what they mean besides is added."""
        others = {key(name) for name in (it.name, *it.aliases)}
        name = self._name(it.name, others)
        meant = [self._name(alias, others | {key(name)}) for alias in it.aliases]
        more = (each for each in meant if key(each) not in others | {key(name)})
        yield replace(it, name=name, aliases=tuple(dict.fromkeys((*it.aliases, *more))))

    def rename(self, it: Rename) -> Iterable[Rename]:
        yield replace(it, name=self._name(it.name, set()))

    def split(self, it: Split) -> Iterable[Split]:
        """Article by article, by the name that each has."""
        for article in it.articles:
            here = [each for each in self._meant(it.name) if each.article == article]
            own = {each.name: None for each in here if not is_part(key(each.name), key(it.name))}
            if len(own) > 1:
                raise _UnclearError(f"in {article} this may be {listed(own)}; write which")
            yield replace(it, name=next(iter(own), it.name), articles=(article,))

    def drop(self, it: Drop) -> Iterable[Drop]:
        """Also by the names that articles have for it; one country's institution by its articles."""
        if told := self._forms.told(it.name):
            self.understood.names.add(key(it.name))
            self.rejects += [Reject(article=b.article, kind=b.kind, text=b.name) for b in told]
            return ()
        names = [bearer.name for bearer in self._forms.called(it.name)]
        if self._forms.is_written(it.name) or not (names or self._forms.written(it.name)):
            names.insert(0, it.name)
        by_key = {key(name): name for name in reversed(names or [bare(it.name)])}
        return [replace(it, name=name) for name in by_key.values()]

    def _meant(self, name: str) -> list[Bearer]:
        return self._forms.called(name) or self._forms.told(name) or self._forms.written(name)

    def _name(self, name: str, others: set[Key]) -> str:
        """The name by which the book knows whom this one means; itself where that is nobody.

        `others` are names that the same correction gives to the same.
        """
        if called := self._forms.called(name):
            countries = {each.told() for each in called if each.country}
            if len(countries) > 1:
                raise _UnclearError(f"several are called so: {listed(countries)}; write which")
            return name
        if key(name) in self._given:
            return name
        if told := self._forms.told(name):
            return self._told(name, told)
        written = self._forms.written(name)
        meant = {key(each.called): each.called for each in written}
        if len(meant) < 2:
            return self._one(name, written)
        if others & meant.keys():
            return name
        raise _UnclearError(f"articles call several so: {listed(meant.values())}; write which")

    def _told(self, name: str, bearers: list[Bearer]) -> str:
        """An institution by its name and country."""
        self.understood.names.add(key(name))
        self.understood.called |= {(each.article, key(each.name)): each.told() for each in bearers}
        return bearers[0].told()

    def _one(self, name: str, written: list[Bearer]) -> str:
        """The only one whom articles call so."""
        if not written:
            return name
        self.understood.names.add(key(name))
        return written[0].called


def _given(corrections: Corrections) -> Iterable[str]:
    """The names that people give, whatever articles say."""
    yield from (each.into for each in corrections.merge)
    yield from (each.to for each in corrections.rename)
    yield from (each.to for each in corrections.split)
    yield from (alias for each in corrections.alias for alias in each.aliases)
    yield from (
        each.name or each.text for each in corrections.add if each.kind in ("people", "organisations")
    )


def listed(names: Iterable[str]) -> str:
    """“A”, “B” and so on, each once."""
    told = sorted(set(names))
    more = f" and {len(told) - MOST_LISTED} more" if len(told) > MOST_LISTED else ""
    return f"{', '.join(f'“{name}”' for name in told[:MOST_LISTED])}{more}"
