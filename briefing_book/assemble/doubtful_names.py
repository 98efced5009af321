"""Names of which a person should say whose they are."""

from collections.abc import Iterator, Sequence

from briefing_book.assemble.choices import choice, of_fact
from briefing_book.assemble.entities import WhoIsWho
from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.reading import Library
from briefing_book.model import Choice, Corrections, Doubt, Entity, Passage
from briefing_book.names import Key, key, plain

APART = "Names that may be one"
TWO_KINDS = "Names of a person and of an organisation"
NEVER_FULL = "People never named in full"

MOST_PASSAGES = 3
"""So many passages show a side of a doubt."""


def doubtful_names(
    library: Library, who: WhoIsWho, corrections: Corrections, judgements: Judgements
) -> Iterator[Doubt]:
    """First the names that may be one, those of most articles first; no name twice."""
    known = _Known(library, who, judgements)
    apart = list(_left_apart(known))
    told = {doubt.passages[0] for doubt in apart}
    yield from apart
    yield from _two_kinds(known)
    for doubt in _never_full(known, corrections):
        if doubt.passages[0] not in told:
            yield doubt


class _Known:
    """The book's entities, and the names by which a correction can tell them from all others."""

    def __init__(self, library: Library, who: WhoIsWho, judgements: Judgements) -> None:
        self.library = library
        self.left = who.left
        self.entities = who.entities
        self.judgements = judgements
        self.keys: dict[str, dict[Key, str]] = {}
        self.articles: dict[tuple[str, str], list[str]] = {}
        self._bearers: dict[tuple[str, Key], set[str]] = {}
        for (article, kind, name), id in who.by_name.items():
            called = plain(judgements.split_in(article, key(name)) or name)
            written = self.keys.setdefault(id, {}).setdefault(key(called), called)
            self.articles.setdefault((id, written), []).append(article)
            self._bearers.setdefault((kind, key(called)), set()).add(id)

    def written(self, id: str) -> str | None:
        """A name that only this entity bears, its own before the longest; None where others bear them all."""
        entity = self.entities[id]
        names = self.keys.get(id, {})
        ranked = sorted(names.items(), key=lambda each: (each[0] != key(entity.name), -len(each[1]), each[1]))
        alone = (name for words, name in ranked if len(self._bearers[entity.kind, words]) == 1)
        return next(alone, None)

    def are_all(self, ids: Sequence[str]) -> bool:
        """Whether these bear one name, the same, and nobody else does."""
        keys = {name for id in ids for name in self.keys[id]}
        bearers = (self._bearers[self.entities[ids[0]].kind, name] for name in keys)
        return len(keys) == 1 and all(each == set(ids) for each in bearers)

    def new_name(self, id: str) -> str:
        """Its own name, or one made of it, that no article uses."""
        entity = self.entities[id]
        taken = (entity.kind, key(entity.name)) in self._bearers
        return f"{entity.name} (another)" if taken else entity.name

    def are_judged(self, one: str, other: str) -> bool:
        """Whether somebody has said that these are different."""
        places = [self._places(id) for id in (one, other)]
        return any(places[1].get(number, place) != place for number, place in places[0].items())

    def _places(self, id: str) -> dict[int, int]:
        keys = self.keys.get(id, ())
        return {number: at for name in keys for number, at in self.judgements.apart.get(name, {}).items()}

    def passages(self, id: str) -> tuple[Passage, ...]:
        """The first passages that name an entity, of different articles, its fullest names first."""
        forms = sorted(self.entities[id].forms, key=lambda form: (-len(key(form.text)), form.text))
        first: dict[str, Passage] = {}
        for form in forms:
            for passage in form.passages:
                first.setdefault(passage.article, passage)
                if len(first) == MOST_PASSAGES:
                    return tuple(first.values())
        return tuple(first.values())


def _left_apart(known: _Known) -> Iterator[Doubt]:
    for id, others in sorted(known.left, key=lambda each: -len(known.entities[each[0]].articles)):
        open_ = [other for other in others if not known.are_judged(id, other)]
        if open_:
            name, *names = (known.entities[each].name for each in (id, *open_))
            text = f"“{name}” may be {' or '.join(f'“{other}”' for other in names)}."
            passages = tuple(passage for each in (id, *open_) for passage in known.passages(each))
            yield Doubt(APART, text, passages=passages, choices=tuple(_answers(known, id, open_)))


def _answers(known: _Known, id: str, others: Sequence[str]) -> Iterator[Choice]:
    one = known.written(id)
    names = [known.written(other) for other in others]
    for other, name in zip(others, names, strict=True):
        yield _same(known, id, other, one, name)
    entity = known.entities[id]
    if names[0] and len(entity.articles) > 1:
        when = f"“{entity.name}” is “{names[0]}” in some of these articles only; take the others out"
        yield choice(when, "split", _splits(known, id, names[0]), fill="articles")
    if known.are_all([id, *others]):
        yield choice("they are different", "split", _splits(known, id, known.new_name(id)))
    alone = [name for name in names if name]
    if one and alone:
        when = "they are different" if len(names) == 1 else f"“{entity.name}” is none of them"
        yield choice(when, "apart", [{"names": [one, name]} for name in alone])


def _same(known: _Known, id: str, other: str, one: str | None, name: str | None) -> Choice:
    """By the names where these are theirs alone, else article by article."""
    shown = known.entities[other].name
    when = f"“{known.entities[id].name}” is “{shown}”"
    if one and name:
        return choice(when, "merge", [{"names": [one, name], "into": name}])
    if name:
        return choice(when, "split", _splits(known, id, name))
    if known.are_all([id, other]):
        called = next(iter(known.keys[id].values()))
        return choice(when, "merge", [{"names": [called, called], "into": called}])
    to = known.new_name(other)
    return choice(when, "split", (*_splits(known, id, to), *_splits(known, other, to)))


def _splits(known: _Known, id: str, to: str) -> list[dict[str, object]]:
    """The entries that say of all names of an entity, where they stand, that they are another's."""
    names = known.keys[id].values()
    return [{"name": name, "articles": known.articles[id, name], "to": to} for name in names]


def _two_kinds(known: _Known) -> Iterator[Doubt]:
    """Names that some articles use for a person and some for an organisation: often one of these is wrong."""
    named = [each for each in known.entities.values() if each.kind == "people"]
    people = {key(form.text): person for person in named for form in person.forms}
    for each in known.entities.values():
        person = people.get(key(each.name)) if each.kind == "organisations" else None
        if person:
            text = f"“{each.name}” is read as an organisation here, and as the person “{person.name}” there."
            passages = (*known.passages(each.id), *known.passages(person.id))
            name = key(each.name)
            choices = (
                _rejected("the organisation is wrong", each, name),
                _rejected("the person is wrong", person, name),
            )
            yield Doubt(TWO_KINDS, text, passages=passages, choices=choices)


def _rejected(when: str, entity: Entity, name: Key) -> Choice:
    """Only under the doubtful name: under its others nobody doubts it."""
    doubted = [form for form in entity.forms if key(form.text) == name]
    forms = dict.fromkeys((passage.article, form.text) for form in doubted for passage in form.passages)
    return choice(when, "reject", (of_fact(article, entity.kind, words) for article, words in forms))


def _never_full(known: _Known, corrections: Corrections) -> Iterator[Doubt]:
    """Of people who have a page; of the others there is nothing to read."""
    judged = {key(name) for each in corrections.rename for name in (each.name, each.to)}
    people = [each for each in known.entities.values() if each.kind == "people" and each.page]
    for person in sorted(people, key=lambda each: -len(each.articles)):
        if len(key(person.name)) == 1 and key(person.name) not in judged:
            name = person.name
            full = "with the full name after `to:`; as it stands, the short one stays"
            choices = (
                choice(full, "rename", [{"name": name, "to": name}], fill="to"),
                choice("it is no person", "drop", [{"name": name}]),
            )
            text = f"“{name}” is never named in full."
            yield Doubt(NEVER_FULL, text, passages=known.passages(person.id), choices=choices)
