"""Assembling: the facts of all articles and what people wrote become one book.

The book is a pure function of these; `assemble` is all its steps, from top to bottom.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from briefing_book.addresses import Addresses
from briefing_book.assemble.apply import apply
from briefing_book.assemble.bottom_line import BottomLines
from briefing_book.assemble.collector import no_collection
from briefing_book.assemble.connections import connections
from briefing_book.assemble.contradictions import Mistake
from briefing_book.assemble.copies import copies
from briefing_book.assemble.coverage import plan_coverage
from briefing_book.assemble.differences import all_differences
from briefing_book.assemble.differences.numbers import number_differences
from briefing_book.assemble.doubts import EDITS, doubts
from briefing_book.assemble.entities import who_is_who
from briefing_book.assemble.identified import identify
from briefing_book.assemble.idle import idle_names
from briefing_book.assemble.judgements import Judgements
from briefing_book.assemble.marks import sources
from briefing_book.assemble.matters import facts_of
from briefing_book.assemble.pages import with_pages
from briefing_book.assemble.parties import Parties
from briefing_book.assemble.positions import book_positions
from briefing_book.assemble.quotations import book_quotations, told_quotations
from briefing_book.assemble.timeline import book_events, reports_of
from briefing_book.assemble.understood import understand
from briefing_book.assemble.versions import present, with_versions
from briefing_book.assemble.weighed import weigh
from briefing_book.assemble.where import NamedWhere
from briefing_book.forks import beside
from briefing_book.model import Book, Corrections, Facts, Idle, Plan, Settings, SkippedSeed

__all__ = ["assemble"]


@no_collection()
def assemble(
    settings: Settings,
    articles: Iterable[tuple[Facts, str]],
    plans: tuple[Plan, ...],
    corrections: Corrections,
    addresses: Addresses,
    skipped: tuple[SkippedSeed, ...],
    mistakes: tuple[Mistake, ...] = (),
    also: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    lost_edits: tuple[str, ...] = (),
) -> Book:
    """The book of these articles, each given as its facts and its text, and of their earlier versions.

    The corrections hold beside each other; `mistakes` are those that were set aside because they do not.
    `also` are other seeds with the same text, by the version's id; `lost_edits` are the ids of articles that
    are gone and have edits.
    """
    articles, earlier = present(articles)
    understood = understand((facts for facts, _ in articles), corrections)
    corrections = understood.corrections
    judgements = Judgements(corrections, understood.called)
    corrected, idle, by_hand = apply(articles, corrections, plans)
    library, light = weigh(corrected)
    copied = beside(lambda: copies(library.readings))
    who = who_is_who(library, judgements, addresses, next(iter(settings.pipelines)))
    parties = Parties(who, plans)
    idle += [*understood.idle, *identify(who, corrections)]
    clear = replace(understood.clear, split=corrections.split)
    idle += idle_names(clear, who.names | understood.names, who.by_name)
    idle += [Idle(EDITS, id, "the book has no such article") for id in lost_edits]
    library = library.with_copies(copied())
    where = NamedWhere(library, who.entities.values())

    numbers = beside(lambda: number_differences(library, where))
    told = told_quotations(library, parties, where)
    quotations = book_quotations(told, library)
    reports = reports_of(library, parties)
    events = book_events(reports, library)
    positions = book_positions(library, parties)
    coverage = plan_coverage(library, plans)

    entities = who.entities = with_pages(who, quotations, events, positions)
    facts = facts_of(entities.values(), quotations, events, positions, coverage)
    pages = [*(id for id, entity in entities.items() if entity.page), *(plan.id for plan in coverage)]
    lines = beside(lambda: BottomLines(library, where, facts).chosen(pages))
    shown = sources(library, who, plans, settings.pipelines)
    differences = all_differences(library, entities, told, reports, events, positions, coverage, numbers())
    set_aside = (*mistakes, *understood.mistakes)
    doubtful = doubts(
        library, who, coverage, corrections, judgements, set_aside, idle, light, settings.pipelines
    )
    tied = connections(library, where, quotations, events, positions)
    bottom_line, bottom_lines = lines()

    return Book(
        title=settings.title,
        sources=with_versions(shown, library, earlier, corrections, plans, also),
        entities=entities,
        quotations=quotations,
        events=events,
        positions=positions,
        plans=coverage,
        connections=tied,
        differences=differences,
        doubts=doubtful,
        bottom_line=bottom_line,
        bottom_lines=bottom_lines,
        skipped=skipped,
        publish=settings.publish,
        site_url=settings.site_url,
        by_hand=by_hand,
        idle=tuple(idle),
    )
