"""What the publisher of an article changed: its earlier texts, and the facts that went and came.

A fact stays while the next version still says it, wherever and in whatever words; a quotation while its words
stay. What is found otherwise in sentences that stay the same is no change of the publisher's.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from briefing_book.assemble.apply import apply
from briefing_book.assemble.reading import Library, Reading
from briefing_book.assemble.sentence_changes import sentence_changes
from briefing_book.assemble.weighed import weigh
from briefing_book.country_names import country_name
from briefing_book.model import (
    Add,
    ArticleCorrection,
    ChangedFact,
    Confirm,
    Corrections,
    Facts,
    Organisation,
    Person,
    Plan,
    Reference,
    Reject,
    Source,
    Span,
    Version,
)
from briefing_book.names import key
from briefing_book.same_article import article_of

_WORD = re.compile(r"\w+")

OfArticle = TypeVar("OfArticle", Reject, Confirm, Add)

Given = tuple[Facts, str]
"""An article's facts and its text."""


class Told(NamedTuple):
    """A fact: what it says, everywhere it does, and the keys of which the same fact has at least one."""

    says: str
    spans: tuple[Span, ...]
    keys: frozenset[object]


def present(articles: Iterable[Given]) -> tuple[list[Given], list[Given]]:
    """The articles as they are now, and their earlier versions."""
    now: list[Given] = []
    earlier: list[Given] = []
    for facts, text in articles:
        (earlier if facts.article.id != article_of(facts.article.id) else now).append((facts, text))
    return now, earlier


def with_versions(
    sources: dict[str, Source],
    library: Library,
    earlier: Iterable[Given],
    corrections: Corrections,
    plans: tuple[Plan, ...],
    also: Mapping[str, tuple[str, ...]],
) -> dict[str, Source]:
    """The sources with their earlier versions, in order; `also` are the other seeds with a version's text."""
    known: dict[str, list[Reading]] = {}
    for reading in _corrected(earlier, corrections, plans):
        known.setdefault(article_of(reading.id), []).append(reading)
    names = {plan.id: plan.title for plan in plans}
    changed = {
        id: replace(
            sources[id],
            versions=_versions([*known.get(id, ()), library.by_id[id]], names, also),
            also=also.get(id, ()),
        )
        for id in sources
        if id in known or id in also
    }
    return sources | changed


def _corrected(earlier: Iterable[Given], corrections: Corrections, plans: tuple[Plan, ...]) -> list[Reading]:
    """The earlier versions with what people know better of the article, and without what is doubtful."""
    given = list(earlier)
    ids: dict[str, list[str]] = {}
    for facts, _ in given:
        ids.setdefault(article_of(facts.article.id), []).append(facts.article.id)
    by_id = weigh(apply(given, _of_earlier(corrections, ids), plans).library)[0].by_id
    return [by_id[facts.article.id] for facts, _ in given]


def _of_earlier(corrections: Corrections, ids: Mapping[str, list[str]]) -> Corrections:
    """The corrections of articles as corrections of their versions, given by their ids.

    Of what is known of an article, that is its title: each version has its own date.
    """
    held = corrections
    return Corrections(
        articles=tuple(
            ArticleCorrection(article=id, title=each.title)
            for each in held.articles
            for id in ids.get(each.article, ())
        ),
        drop=held.drop,
        reject=tuple(_of_each(held.reject, ids)),
        confirm=tuple(_of_each(held.confirm, ids)),
        add=tuple(_of_each(held.add, ids)),
    )


def _of_each(corrections: Iterable[OfArticle], ids: Mapping[str, list[str]]) -> Iterator[OfArticle]:
    return (replace(each, article=id) for each in corrections for id in ids.get(each.article, ()))


def _versions(
    readings: list[Reading], plans: Mapping[str, str], also: Mapping[str, tuple[str, ...]]
) -> tuple[Version, ...]:
    return tuple(_version(*pair, plans, also.get(pair[0].id, ())) for pair in pairwise(readings))


def _version(before: Reading, after: Reading, plans: Mapping[str, str], also: tuple[str, ...]) -> Version:
    changes = sentence_changes(before, after)
    were = {change.before.sentence for change in changes if change.before}
    are = {change.after.sentence for change in changes if change.after}
    return Version(
        info=before.facts.article,
        text=before.text,
        sentences=before.facts.sentences,
        changes=changes,
        went=tuple(_only_in(before, were, after, plans)),
        came=tuple(_only_in(after, are, before, plans)),
        also=also,
    )


def _only_in(
    one: Reading, changed: set[int], other: Reading, plans: Mapping[str, str]
) -> Iterator[ChangedFact]:
    """The facts of the changed sentences that the other version does not have, kind by kind, each once."""
    for kind, told in KINDS.items():
        known = {each for fact in told(other.facts, plans) for each in fact.keys}
        for fact in told(one.facts, plans):
            stands_in = [set(range(one.number(s.start), one.number(s.end - 1) + 1)) for s in fact.spans]
            if known.isdisjoint(fact.keys) and not any(map(changed.isdisjoint, stands_in)):
                known |= fact.keys
                yield ChangedFact(kind, fact.says, one.passage(fact.spans[0]))


def _named(entities: Iterable[Person | Organisation]) -> Iterator[Told]:
    for each in entities:
        keys = {key(each.name), *(key(mention.text) for mention in each.mentions)}
        if each.mentions:
            yield Told(each.name, each.mentions, frozenset(keys))


def _roles(facts: Facts) -> Iterator[Told]:
    for person in facts.people:
        yield from (Told(person.name, (role,), frozenset({key(role.text)})) for role in person.roles)


def _countries(facts: Facts) -> Iterator[Told]:
    for country in facts.countries:
        if country.mentions:
            yield Told(country_name(country.code), country.mentions, frozenset({country.code}))


def _quotations(facts: Facts, direct: bool) -> Iterator[Told]:
    for quotation in (each for each in facts.quotations if each.direct is direct):
        words = " ".join(_WORD.findall(quotation.text.casefold()))
        yield Told(quotation.speaker.text if quotation.speaker else "", (quotation,), frozenset({words}))


def _events(facts: Facts) -> Iterator[Told]:
    for event in facts.events:
        about = event.kind, event.date, event.planned
        who = [_same(each) for each in event.participants] or [""]
        yield Told(event.kind, (event,), frozenset((*about, each) for each in who))


def _positions(facts: Facts, plans: Mapping[str, str]) -> Iterator[Told]:
    for each in facts.positions:
        says = f"{_called(each.holder, plans)} {each.stance} {_called(each.target, plans)}"
        keys = _same(each.holder), each.stance, _same(each.target)
        yield Told(says, (each,), frozenset({keys}))


def _provisions(facts: Facts, plans: Mapping[str, str]) -> Iterator[Told]:
    for each in facts.provisions:
        plan = plans.get(each.plan, each.plan)
        says = f"{plan}, point {each.point}" if each.point else plan
        yield Told(says, (each,), frozenset({(each.plan, each.point or key(each.text))}))


def _same(reference: Reference) -> str:
    """Whom a reference means, so that two can be compared."""
    named = reference.person or reference.organisation or reference.text or ""
    return reference.country or reference.plan or " ".join(key(named))


def _called(reference: Reference, plans: Mapping[str, str]) -> str:
    if reference.country:
        return country_name(reference.country)
    if reference.plan:
        return plans.get(reference.plan, reference.plan)
    return reference.person or reference.organisation or reference.text or "somebody"


KINDS: dict[str, Callable[[Facts, Mapping[str, str]], Iterator[Told]]] = {
    "people": lambda facts, _: _named(facts.people),
    "roles": lambda facts, _: _roles(facts),
    "organisations": lambda facts, _: _named(facts.organisations),
    "countries": lambda facts, _: _countries(facts),
    "quotations": lambda facts, _: _quotations(facts, direct=True),
    "reported speech": lambda facts, _: _quotations(facts, direct=False),
    "events": lambda facts, _: _events(facts),
    "positions": _positions,
    "provisions": _provisions,
    "plans": lambda facts, plans: (
        Told(plans.get(each.plan, each.plan), (each,), frozenset({each.plan})) for each in facts.plans
    ),
    "dates": lambda facts, _: (Told(each.value, (each,), frozenset({each.value})) for each in facts.dates),
    "numbers": lambda facts, _: (
        Told("", (each,), frozenset({(each.value, each.of)})) for each in facts.quantities
    ),
}
"""The facts of each kind, as the page of an article names it."""
