"""Plans: every span that names one of the plans that the book knows.

A noun such as "plan" or "proposal" names a plan when the words around it give the plan's author, number of
points or name; "the plan" is the plan last named. Where they give another's, or fit several, it is nobody's.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from briefing_book.extract.plans.accords import accord_of, body_at, helpers, is_accord
from briefing_book.extract.plans.authors import Attribution, attribution
from briefing_book.extract.plans.phrases import (
    WORDS,
    Phrase,
    bears_name,
    bears_own_name,
    is_about_peace,
    is_definite,
    is_noun,
    is_plain,
    number_of,
    phrase_of,
    title_end,
    title_words,
    words_of,
)
from briefing_book.extract.sentences import readable
from briefing_book.model import Country, Plan, PlanMention

_MEMORY = 10
"""How many sentences after a plan was last spoken of "the plan" still is that plan."""


class _Focus:
    """The plan that "the plan" would mean; None where that is somebody else's or none."""

    def __init__(self) -> None:
        self.plan: Plan | None = None
        self._sentence = 0

    def move(self, plan: Plan | None, sentence: int) -> None:
        self.plan, self._sentence = plan, sentence

    def at(self, sentence: int) -> Plan | None:
        return self.plan if sentence - self._sentence <= _MEMORY else None


def find(doc: Doc, plans: tuple[Plan, ...], countries: tuple[Country, ...]) -> tuple[PlanMention, ...]:
    """The spans of the article that name one of `plans`, in order."""
    if not plans:
        return ()
    reader = _Reader(doc, plans, countries)
    return tuple(sorted(reader.mentions(), key=lambda mention: mention.start))


class _Reader:
    """Reads one article from start to end, remembering which plan was spoken of last."""

    def __init__(self, doc: Doc, plans: tuple[Plan, ...], countries: tuple[Country, ...]) -> None:
        self._doc, self._plans = doc, plans
        self._lands = _lands(doc, countries)
        self._authors = set(self._lands.values())
        self._nouns = WORDS["nouns"] | {
            words_of(name)[-1] for plan in plans for name in plan.names if words_of(name)
        }
        if any(is_accord(plan) for plan in plans):
            self._nouns |= WORDS["accords"]
        self._titles = [(plan, title_words(plan)) for plan in plans]
        self._focus = _Focus()
        self._named: set[str] = set()

    def mentions(self) -> Iterator[PlanMention]:
        for number, sentence in enumerate(readable(self._doc)):
            end = sentence.start
            for token in sentence:
                titled = next(
                    ((p, e) for p, words in self._titles if (e := title_end(words, token, sentence.end))),
                    None,
                )
                if titled:
                    plan, end = titled
                    yield self._mention(plan, token.i, end, number)
                elif token.i >= end and is_noun(token) and token.lemma_.lower() in self._nouns:
                    phrase = phrase_of(token)
                    named = self._judge(phrase, number)
                    if named:
                        yield self._mention(named, phrase.start, token.i + 1, number)

    def _mention(self, plan: Plan, start: int, end: int, sentence: int) -> PlanMention:
        self._focus.move(plan, sentence)
        self._named.add(plan.id)
        span = self._doc[start:end]
        return PlanMention(start=span.start_char, end=span.end_char, text=span.text, plan=plan.id)

    def _judge(self, phrase: Phrase, sentence: int) -> Plan | None:
        """The plan that the phrase names. Moves the focus away where the phrase names somebody else's."""
        distinct = [plan for plan in self._plans if bears_own_name(phrase, plan)]
        if distinct:
            return _only(distinct, self._focus.at(sentence))
        if any(token.lemma_.lower() in WORDS["another"] for token in phrase.head.lefts):
            return None
        number, given = number_of(phrase), attribution(phrase.head, phrase.start, self._lands)
        if number is None and not given.codes and (is_definite(phrase) or not given.stranger):
            return self._spoken_of(phrase, sentence) or accord_of(phrase, self._plans, self._lands)
        fitting = [plan for plan in self._plans if self._fits(plan, phrase, given, number)]
        if not fitting and self._is_agreed(phrase, given):
            return self._spoken_of(phrase, sentence) or accord_of(phrase, self._plans, self._lands)
        if not fitting:
            self._focus.move(None, sentence)
        return _only(fitting, self._focus.at(sentence))

    def _is_agreed(self, phrase: Phrase, given: Attribution) -> bool:
        """Whether it is an accord whose author is one of those who told of it, or that others helped to."""
        if phrase.head.lemma_.lower() not in WORDS["accords"] or not given.codes:
            return False
        announced = any(plan.author in given.codes for plan in self._plans)
        return announced or given.codes <= helpers(phrase, self._lands)

    def _spoken_of(self, phrase: Phrase, sentence: int) -> Plan | None:
        """The plan last spoken of, where the phrase points to it; only an accord is "the deal"."""
        plan = self._focus.at(sentence)
        if plan is None or not is_definite(phrase) or not is_plain(phrase, self._nouns):
            return None
        noun = phrase.head.lemma_.lower()
        if noun in WORDS["accords"] and phrase.head.tag_ in ("NNS", "NNPS"):
            return None
        named = {words[-1] for name in plan.names if (words := words_of(name))}
        return plan if noun in WORDS["nouns"] | named or is_accord(plan) else None

    def _fits(self, plan: Plan, phrase: Phrase, given: Attribution, number: int | None) -> bool:
        """Whether nothing speaks against the plan and enough for it: its author, and its number or name."""
        if number is not None and number != len(plan.points):
            return False
        if given.stranger:
            return False
        if not given.codes:
            return plan.author in self._authors and bears_name(phrase, plan)
        return given.is_to(plan.author) and (
            number is not None or plan.id in self._named or bears_name(phrase, plan) or is_about_peace(phrase)
        )


def _lands(doc: Doc, countries: tuple[Country, ...]) -> dict[int, str]:
    """The country, or body of countries, that each word names, by the word's place in the article."""
    found = {token.i: body for token in doc if (body := body_at(token))}
    for country in countries:
        for mention in country.mentions:
            for token in doc.char_span(mention.start, mention.end, alignment_mode="expand") or ():
                found[token.i] = country.code
    return found


def _only(fitting: list[Plan], last: Plan | None) -> Plan | None:
    """The one that fits; of several, the one last spoken of; otherwise it cannot be told."""
    if len(fitting) == 1:
        return fitting[0]
    return last if last in fitting else None
