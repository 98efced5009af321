"""Which entities have a page: those of whom there is something to read.

That is a role, a quotation, an event, a position, a correction, or mentions in two articles.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from briefing_book.assemble.entities import WhoIsWho
from briefing_book.model import BookEvent, BookPosition, BookQuotation, Entity, Party

FEWEST_ARTICLES = 2


def with_pages(
    who: WhoIsWho,
    quotations: Iterable[BookQuotation],
    events: Iterable[BookEvent],
    positions: Iterable[BookPosition],
) -> dict[str, Entity]:
    """The entities, each told whether it has a page."""
    parties: list[Party | None] = [quotation.speaker for quotation in quotations]
    parties += [party for event in events for party in event.participants]
    parties += [party for position in positions for party in (position.holder, position.target)]
    active = who.judged | {party.entity for party in parties if party and party.entity}
    return {id: replace(entity, page=id in active or _rich(entity)) for id, entity in who.entities.items()}


def _rich(entity: Entity) -> bool:
    return bool(entity.roles) or len(entity.articles) >= FEWEST_ARTICLES
