"""The addresses that the book has given before, in `addresses.yml` at its root: a slug once given stays."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import yaml
from slugify import slugify

from briefing_book.errors import BookError
from briefing_book.model import Book, Entity, EntityKind, Record
from briefing_book.names import Key, key
from briefing_book.yaml_files import DUMPER, line_of, read_yaml

FILE = "addresses.yml"
HEADER = "# The addresses of the book's pages, and whose they are. Written by the build; an address stays.\n"
RESERVED = frozenset({"index"})
SINGULAR: dict[EntityKind, str] = {
    "people": "person",
    "organisations": "organisation",
    "countries": "country",
}


class Addresses(Record, frozen=True):
    """Each kind's slugs, and the name of the entity that each was given to."""

    people: dict[str, str] = msgspec.field(default_factory=dict)
    organisations: dict[str, str] = msgspec.field(default_factory=dict)
    countries: dict[str, str] = msgspec.field(default_factory=dict)

    def of(self, kind: EntityKind) -> dict[str, str]:
        """The slugs of one kind."""
        slugs: dict[str, str] = getattr(self, kind)
        return slugs


def slug_of(name: str) -> str:
    """A name as a part of an address, up to 80 letters; empty where it has none that can be written so."""
    return slugify(name, replacements=[("'", ""), ("’", ""), ("ʼ", "")], max_length=80, word_boundary=True)


def load_addresses(book: Path) -> Addresses:
    """The addresses given so far; none where the book has no file of them. Raises BookError."""
    file = book / FILE
    if not file.exists():
        return Addresses()
    addresses = read_yaml(file, Addresses)
    for kind in SINGULAR:
        for slug in addresses.of(kind):
            if slugify(slug) != slug:
                place = line_of(file, f"$.{kind}")
                raise BookError(f"`{slug}` is no part of an address; take the line out", file, place)
    return addresses


def addresses_text(addresses: Addresses) -> str:
    """The file's text: sorted, so that the same addresses are always the same bytes."""
    data = {kind: dict(sorted(slugs.items())) for kind, slugs in msgspec.structs.asdict(addresses).items()}
    return HEADER + yaml.dump(data, Dumper=DUMPER, allow_unicode=True, sort_keys=True, width=1000)


def addresses_of(book: Book, addresses: Addresses) -> Addresses:
    """The addresses given before and those of this book; one whose entity is gone stays as it was."""
    given = {kind: dict(slugs) for kind, slugs in msgspec.structs.asdict(addresses).items()}
    for entity in book.entities.values():
        slug = entity.id.split("/", 1)[1]
        if not _is_called_otherwise(entity, given[entity.kind].get(slug)):
            given[entity.kind][slug] = entity.name
    return Addresses(**given)


def _is_called_otherwise(entity: Entity, before: str | None) -> bool:
    """Whether people give an entity a name that no article has, in place of one that some has.

    It keeps its address by the articles' name, also when the other is taken back.
    """
    borne = {key(name) for name in (*(f.text for f in entity.forms), *(each.name for each in entity.joined))}
    if before is None or key(before) not in borne or key(entity.name) in borne:
        return False
    return not entity.name.startswith(f"{before} (")


class Given(Record, frozen=True):
    """An entity's slug, and the older ones that lead to it."""

    slug: str
    former: tuple[str, ...] = ()


def give(
    kind: EntityKind, entities: Sequence[tuple[str, Iterable[str]]], before: dict[str, str]
) -> list[Given]:
    """A slug for each entity, told by its name and its other forms.

    First each takes one slug that its very name had, then whatever its other forms had and nobody took.
    """
    waiting: dict[Key, list[str]] = {}
    for slug in sorted(before, key=lambda slug: (len(slug), slug)):
        waiting.setdefault(key(before[slug]), []).append(slug)
    held: list[list[str]] = []
    for name, _ in entities:
        slugs = waiting.get(key(name), [])
        held.append([slugs.pop(0)] if slugs else [])
    for slugs, (name, forms) in zip(held, entities, strict=True):
        for form in dict.fromkeys(key(each) for each in (name, *forms)):
            slugs.extend(waiting.pop(form, []))
    return _fill(kind, entities, held, {*before, *RESERVED})


def _fill(
    kind: EntityKind, entities: Sequence[tuple[str, Iterable[str]]], held: list[list[str]], taken: set[str]
) -> list[Given]:
    """New slugs for those that hold none; a number follows where the slug is another's."""
    numbers: dict[str, int] = {}
    given = []
    for number, ((name, _), slugs) in enumerate(zip(entities, held, strict=True), start=1):
        if not slugs:
            base = slug_of(name) or f"{SINGULAR[kind]}-{number}"
            slug = base
            while slug in taken:
                numbers[base] = numbers.get(base, 1) + 1
                slug = f"{base}-{numbers[base]}"
            taken.add(slug)
            slugs.append(slug)
        given.append(Given(slugs[0], tuple(sorted(slugs[1:]))))
    return given
