"""What people know better, applied to the facts: an article's metadata, names that are none, facts that are
wrong, right after all, or missing."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace
from rapidfuzz.process import extractOne

from briefing_book.assemble.added import ORDER, CannotAddError, with_added
from briefing_book.assemble.idle import NOBODY, about
from briefing_book.assemble.reading import Library, Reading
from briefing_book.assemble.whom import Whom
from briefing_book.country_names import country_name
from briefing_book.model import (
    Add,
    ArticleInfo,
    ByHand,
    Confirm,
    Corrections,
    Drop,
    Facts,
    Idle,
    Organisation,
    Person,
    Plan,
    Reject,
)
from briefing_book.names import Key, key, plain

Named = TypeVar("Named", Person, Organisation)
OfArticle = TypeVar("OfArticle", Reject, Confirm, Add)

PLAIN_KINDS = frozenset({"plans", "quotations", "dates", "events", "quantities", "positions", "provisions"})
NAMED_KINDS = frozenset({"people", "organisations", "countries"})
NO_FACT = "no such fact has these words there"
NEAR = 60
"""How much alike, of 100, the words of a fact must be to be what somebody meant."""


class Corrected(NamedTuple):
    """The articles as corrected, what corrections apply to nothing, and what was added."""

    library: Library
    idle: list[Idle]
    by_hand: tuple[ByHand, ...]


CORRECTED = "a correction"
"""What is said of where a thing is known from that a person corrected."""


def corrected_info(info: ArticleInfo, corrections: Corrections) -> ArticleInfo:
    """What is known of an article, with what people know better; the last correction wins."""
    for better in corrections.articles:
        if better.article == info.id:
            told = {name: getattr(better, name) for name in ("title", "published", "publisher", "url")}
            known = {name: value for name, value in told.items() if value is not None}
            origins = info.origins | dict.fromkeys(known, CORRECTED)
            info = replace(info, **known, origins=origins)
    return info


def apply(
    articles: Iterable[tuple[Facts, str]], corrections: Corrections, plans: tuple[Plan, ...] = ()
) -> Corrected:
    """The articles as people know them better."""
    applying = _Applying(corrections, Whom(plans, corrections))
    library = Library(applying.reading(facts, text) for facts, text in articles)
    unknown = [
        Idle("articles", about(each), "the book has no such article")
        for each in corrections.articles
        if each.article not in library.by_id
    ]
    return Corrected(library, unknown + applying.idle(), tuple(dict.fromkeys(applying.by_hand)))


class _Applying:
    """The corrections, and which of them have applied to something so far."""

    def __init__(self, corrections: Corrections, whom: Whom) -> None:
        self._corrections = corrections
        self._whom = whom
        self._drops = {key(drop.name) for drop in corrections.drop}
        self._rejects = _by_article(corrections.reject)
        self._confirms = _by_article(corrections.confirm)
        self._adds = _by_article(sorted(corrections.add, key=_when_added))
        self._used: set[Reject | Drop | Confirm] = set()
        self._nearest: dict[Reject | Confirm, str] = {}
        self._not_added: dict[Add, str] = {}
        self.by_hand: list[ByHand] = []

    def reading(self, facts: Facts, text: str) -> Reading:
        """An article with all that is corrected in it."""
        id = facts.article.id
        for reject in self._rejects.get(id, ()):
            kept = _without(facts, reject.kind, plain(reject.text))
            self._note_use(reject, kept != facts, facts)
            facts = kept
        if self._drops:
            facts, dropped = _dropping(facts, self._drops)
            self._used |= {drop for drop in self._corrections.drop if key(drop.name) in dropped}
        for confirm in self._confirms.get(id, ()):
            facts, found = _confirmed(facts, confirm.kind, plain(confirm.text))
            self._note_use(confirm, found, facts)
        info = corrected_info(facts.article, self._corrections)
        return self._with_added(replace(facts, article=info), text)

    def _note_use(self, correction: Reject | Confirm, found: bool, facts: Facts) -> None:
        if found:
            self._used.add(correction)
        elif near := extractOne(plain(correction.text), _words(facts, correction.kind), score_cutoff=NEAR):
            self._nearest[correction] = f"; the nearest has “{near[0]}”"

    def _with_added(self, facts: Facts, text: str) -> Reading:
        places = []
        for add in self._adds.get(facts.article.id, ()):
            try:
                facts, span = with_added(add, facts, text, self._whom)
                places.append((add, span))
            except CannotAddError as problem:
                self._not_added[add] = str(problem)
        reading = Reading(facts, text)
        self.by_hand += [ByHand(add.kind, reading.passage(span), _note(add)) for add, span in places]
        return reading

    def idle(self) -> list[Idle]:
        """The corrections that have applied to nothing."""
        held, used = self._corrections, self._used
        drops = [Idle("drop", about(each), NOBODY) for each in held.drop if each not in used]
        facts = [
            Idle(section, about(each), f"{NO_FACT}{self._nearest.get(each, '')}", each.article)
            for section, all in (("reject", held.reject), ("confirm", held.confirm))
            for each in all
            if each not in used
        ]
        missing = [Idle("add", about(each), why, each.article) for each, why in self._not_added.items()]
        return [*drops, *facts, *missing]


def _by_article(corrections: Sequence[OfArticle]) -> dict[str, list[OfArticle]]:
    found: dict[str, list[OfArticle]] = {}
    for each in corrections:
        found.setdefault(each.article, []).append(each)
    return found


def _when_added(add: Add) -> int:
    return ORDER.index(add.kind) if add.kind in ORDER else len(ORDER)


def _note(add: Add) -> str:
    """Who added it and why, as far as it is said."""
    who = ", ".join(filter(None, (add.who, add.when)))
    return ": ".join(filter(None, (who, add.why)))


def _words(facts: Facts, kind: str) -> list[str]:
    """The words of all facts of a kind in an article, by which a correction may name them."""
    found: tuple[Any, ...] = ()
    if kind in PLAIN_KINDS:
        found = getattr(facts, kind)
    elif kind == "roles":
        bearers: tuple[Person | Organisation, ...] = (*facts.people, *facts.organisations)
        found = tuple(role for each in bearers for role in each.roles)
    elif kind in NAMED_KINDS:
        found = tuple(mention for each in getattr(facts, kind) for mention in each.mentions)
    return list(dict.fromkeys(plain(each.text) for each in found))


# ── what goes ────────────────────────────────────────────────────────────────────────────────────────────


def _without(facts: Facts, kind: str, words: str) -> Facts:
    """The facts but those of this kind with these words."""
    if kind in PLAIN_KINDS:
        kept = tuple(fact for fact in getattr(facts, kind) if plain(fact.text) != words)
        return replace(facts, **{kind: kept})
    if kind == "roles":
        return replace(
            facts,
            people=tuple(_unroled(person, words) for person in facts.people),
            organisations=tuple(_unroled(each, words) for each in facts.organisations),
        )
    if kind in NAMED_KINDS:
        return _unnamed(facts, (kind,), lambda name: plain(name) == words)
    return facts


def _unroled(entity: Named, words: str) -> Named:
    return replace(entity, roles=tuple(role for role in entity.roles if plain(role.text) != words))


def _dropping(facts: Facts, drops: set[Key]) -> tuple[Facts, set[Key]]:
    """The facts without what bears one of these names, and the names that something bore."""
    found: set[Key] = set()

    def dropped(name: str) -> bool:
        known = key(name) in drops
        found.update({key(name)} if known else ())
        return known

    return _unnamed(facts, tuple(sorted(NAMED_KINDS)), dropped), found


def _unnamed(facts: Facts, kinds: tuple[str, ...], goes: Callable[[str], bool]) -> Facts:
    """The facts without the mentions, and without the entities, whose words go."""
    for kind in kinds:
        entities = []
        for entity in getattr(facts, kind):
            mentions = tuple(mention for mention in entity.mentions if not goes(mention.text))
            name = country_name(entity.code) if kind == "countries" else entity.name
            if mentions and not goes(name):
                entities.append(entity if mentions == entity.mentions else replace(entity, mentions=mentions))
        facts = replace(facts, **{kind: tuple(entities)})
    return facts


# ── what is right ────────────────────────────────────────────────────────────────────────────────────────


def _confirmed(facts: Facts, kind: str, words: str) -> tuple[Facts, bool]:
    """The facts, those of this kind with these words beyond doubt; and whether there are any."""
    sure = _Sure(words)
    if kind in PLAIN_KINDS:
        facts = replace(facts, **{kind: sure.all(getattr(facts, kind))})
    elif kind == "roles":
        for named in ("people", "organisations"):
            told = (replace(each, roles=sure.all(each.roles)) for each in getattr(facts, named))
            facts = replace(facts, **{named: tuple(told)})
    elif kind == "countries":
        told = (replace(each, mentions=sure.all(each.mentions)) for each in facts.countries)
        facts = replace(facts, countries=tuple(told))
    elif kind in NAMED_KINDS:
        facts = replace(facts, **{kind: sure.all(getattr(facts, kind))})
    return facts, sure.found


class _Sure:
    """Takes the doubt from facts with these words."""

    def __init__(self, words: str) -> None:
        self._words = words
        self.found = False

    def all(self, facts: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(self._one(fact) for fact in facts)

    def _one(self, fact: Any) -> Any:
        words: str = fact.name if isinstance(fact, Person | Organisation) else fact.text
        if plain(words) != self._words:
            return fact
        self.found = True
        return replace(fact, confidence=None) if getattr(fact, "confidence", None) is not None else fact
