"""Provisions: the spans in which an article reports what a plan says.

A span is one when a plan, or a word that stands for it, is the subject of a verb of saying or demanding, the
speaker of a quotation, or that according to which something is so. Which point a span belongs to is another
question, which `points` answers.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from briefing_book.extract.cast import Cast
from briefing_book.extract.cues import cues
from briefing_book.extract.provisions.parts import parts, trim
from briefing_book.extract.provisions.points import Placer
from briefing_book.extract.sentences import readable
from briefing_book.model import Plan, Provision, Quotation, Reference

_WORDS = cues("plans.yml")
_UNREAL = frozenset({"could", "might", "may"})
_ASKING = frozenset({"what", "whether", "if", "how", "why"})
_CLAUSE = 3
"""A clause before the verb of saying has at least so many words."""
_CHAIN = 12
"""How many verbs of one subject may follow each other."""
_NOTHING = frozenset({"no", "nothing", "little", "neither", "none", "few"})


class Report(NamedTuple):
    """A span that reports what a plan says: character offsets, end excluded."""

    start: int
    end: int
    plan: str


class _Known(NamedTuple):
    """What is known of the article: who is who, each plan's author, and the text."""

    cast: Cast
    authors: dict[str, str]
    text: str


def find(
    doc: Doc, cast: Cast, plans: tuple[Plan, ...], quotations: tuple[Quotation, ...]
) -> tuple[Provision, ...]:
    """What the article reports of each plan, each span under the points it belongs to, or under none."""
    if not plans:
        return ()
    placers, text = {plan.id: Placer(plan) for plan in plans}, doc.text
    return tuple(
        provision
        for report in reports(doc, cast, plans, quotations)
        for provision in _placed(report, text[report.start : report.end], placers[report.plan])
    )


def _placed(report: Report, text: str, placer: Placer) -> Iterator[Provision]:
    """The report under each of its points; under none, and not weighed, where it has none."""
    for point, confidence in placer.place(text).items() or ((None, None),):
        yield Provision(
            start=report.start,
            end=report.end,
            text=text,
            plan=report.plan,
            point=point,
            confidence=confidence,
        )


def reports(doc: Doc, cast: Cast, plans: tuple[Plan, ...], quotations: tuple[Quotation, ...]) -> list[Report]:
    """The spans that report what a plan says, in order; none lies within another."""
    known = _Known(cast, {plan.id: plan.author for plan in plans}, doc.text)
    found = {report for quotation in quotations for report in _quoted(quotation, known.text)}
    for token in (token for sentence in readable(doc) for token in sentence):
        if token.lemma_ in _WORDS["saying"] and token.pos_ in ("VERB", "AUX"):
            found |= _said(token, known)
        elif token.lemma_ in _WORDS["demands"] and token.pos_ == "NOUN":
            found |= _demanded(token, known)
        elif token.lower_ in _WORDS["attributing"]:
            found |= _attributed(token, known)
    return _outermost(found)


def _quoted(quotation: Quotation, text: str) -> Iterator[Report]:
    """What a quotation in quotation marks makes a plan say."""
    speaker = quotation.speaker
    if quotation.direct and not quotation.fragment and speaker is not None and speaker.plan is not None:
        start, end = trim(text, quotation.start, quotation.end)
        yield Report(start, end, speaker.plan)


def _said(verb: Token, known: _Known) -> set[Report]:
    """What a plan says by the verb."""
    plan, limit = _speaking_plan(verb, known)
    if plan is None or _is_denied(verb) or not _has_its_word(verb):
        return set()
    before = [child for child in verb.lefts if child.dep_ == "ccomp"]
    if before and len(list(before[0].subtree)) >= _CLAUSE:
        clause = verb.doc[before[0].left_edge.i : before[0].right_edge.i + 1]
        spans = [trim(known.text, clause.start_char, clause.end_char)]
    else:
        spans = parts(verb, limit, known.text)
    return {Report(*span, plan) for span in spans if _says_something(verb, span, plan, known.cast)}


def _says_something(verb: Token, span: tuple[int, int], plan: str, cast: Cast) -> bool:
    """Whether the span holds more than the verb, and not just the plan's own name."""
    start, end = span
    if any(whom.plan == plan for _, _, whom in cast.named_in(start, end)):
        return False
    return start >= end or not start <= verb.idx < end <= verb.idx + len(verb)


def _has_its_word(verb: Token) -> bool:
    """Whether a verb that demands only with a preposition has it: "call for", "set out"."""
    needed = [phrase.split()[1] for phrase in _WORDS["saying with"] if phrase.startswith(f"{verb.lemma_} ")]
    return not needed or any(child.lower_ in needed and child.i <= verb.i + 2 for child in verb.rights)


def _speaking_plan(verb: Token, known: _Known) -> tuple[str | None, int]:
    """The plan that is the verb's subject, or in which somebody says what the verb says; and the place of
    the word before which that ends.
    """
    end = verb.right_edge.i + 1
    for _ in range(_CHAIN):
        for child in verb.children:
            if child.dep_ == "nsubj":
                whom = _whom(child, known.cast)
                return (whom.plan, end) if whom.plan else _medium(verb, whom, known)
            if child.dep_ == "nsubjpass":
                return None, end
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return _whom(verb.head, known.cast).plan, end
        if not _shares_subject(verb):
            return None, end
        verb = verb.head
    return None, end


def _shares_subject(verb: Token) -> bool:
    """Whether the subject of the verb's head is its own too."""
    if verb.dep_ in ("conj", "dep"):
        return True
    if verb.dep_ == "xcomp":
        return verb.head.lemma_ in _WORDS["carriers"] and not _is_denied(verb.head)
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(c.dep_ == "mark" for c in verb.lefts)


def _medium(verb: Token, whom: Reference, known: _Known) -> tuple[str | None, int]:
    """The plan in which its author says something: "Brazil called for a truce in a 12-point plan"."""
    waiting = [verb]
    while waiting:
        for child in waiting.pop().rights:
            if child.dep_ == "prep" and child.lower_ in ("in", "through"):
                for plan in (_whom(word, known.cast).plan for word in child.children if word.dep_ == "pobj"):
                    if plan and known.authors[plan] == whom.country:
                        return plan, child.i
            if child.dep_ in ("prep", "pobj", "dobj"):
                waiting.append(child)
    return None, verb.right_edge.i + 1


def _whom(noun: Token, cast: Cast) -> Reference:
    return cast.whom(noun.doc[noun.left_edge.i : noun.i + 1])


def _is_denied(verb: Token) -> bool:
    """Whether the verb is negated, asked about or only possible, or what it says is nothing."""
    if verb.dep_ == "ccomp" and any(child.lower_ in _ASKING for child in verb.lefts):
        return True
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in _UNREAL):
            return True
        words = {child.lower_, *(left.lower_ for left in child.lefts)}
        if child.dep_ in ("dobj", "attr") and words & _NOTHING:
            return True
    return False


def _demanded(noun: Token, known: _Known) -> set[Report]:
    """What a plan demands by a noun: "its call for an end to the fighting"."""
    plans = [_whom(child, known.cast).plan for child in noun.lefts if child.dep_ == "poss"]
    if not plans or plans[0] is None or not any(child.dep_ == "prep" for child in noun.rights):
        return set()
    return {Report(start, end, plans[0]) for start, end in parts(noun, noun.right_edge.i + 1, known.text)}


def _attributed(word: Token, known: _Known) -> set[Report]:
    """What is so "according to the plan" or "under the plan": the rest of the clause."""
    plans = [
        plan for token in word.subtree if token.dep_ == "pobj" and (plan := _whom(token, known.cast).plan)
    ]
    clause = word.head
    if not plans or clause.pos_ not in ("VERB", "AUX"):
        return set()
    doc = word.doc
    before = doc[clause.left_edge.i : word.left_edge.i]
    after = doc[word.right_edge.i + 1 : clause.right_edge.i + 1]
    longer = max(before, after, key=len)
    start, end = trim(known.text, longer.start_char, longer.end_char)
    return {Report(start, end, plans[0])} if start < end else set()


def _outermost(found: Iterable[Report]) -> list[Report]:
    """The reports in order, without those that lie within another of the same plan."""
    kept: list[Report] = []
    for report in sorted(found, key=lambda report: (report.start, -report.end, report.plan)):
        if not any(report.end <= other.end and report.plan == other.plan for other in kept[-4:]):
            kept.append(report)
    return kept
