"""What people say an entity is in Wikidata and ISO 3166: noted with the one that bears the name."""

from collections.abc import Iterable

from msgspec.structs import replace

from briefing_book.assemble.entities import WhoIsWho
from briefing_book.assemble.idle import NOBODY, about
from briefing_book.assemble.understood import listed
from briefing_book.assemble.written_forms import bare
from briefing_book.model import Corrections, Entity, Idle
from briefing_book.names import Key, key


def identify(who: WhoIsWho, corrections: Corrections) -> list[Idle]:
    """Gives the entities in `who` their identifiers; the corrections that apply to nobody."""
    if not corrections.identify:
        return []
    bearers = _bearers(who.entities.values())
    idle = []
    for correction in corrections.identify:
        ids = bearers.get(key(correction.name)) or bearers.get(key(bare(correction.name)), {})
        own = [id for id in ids if key(who.entities[id].name) == key(correction.name)] or list(ids)
        if len(own) != 1:
            names = listed(who.entities[id].name for id in own)
            why = f"several are called so: {names}; write which" if own else NOBODY
            idle.append(Idle("identify", about(correction), why))
            continue
        entity = who.entities[own[0]]
        wikidata, iso = correction.wikidata or entity.wikidata, correction.iso or entity.iso
        who.entities[entity.id] = replace(entity, wikidata=wikidata, iso=iso)
        who.judged.add(entity.id)
    return idle


def _bearers(entities: Iterable[Entity]) -> dict[Key, dict[str, None]]:
    """The ids of all who are called so."""
    found: dict[Key, dict[str, None]] = {}
    for entity in entities:
        forms, joined = (form.text for form in entity.forms), (each.name for each in entity.joined)
        for name in (entity.name, *forms, *joined, *entity.aliases):
            for each in (key(name), key(bare(name))):
                found.setdefault(each, {})[entity.id] = None
    return found
