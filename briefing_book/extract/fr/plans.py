"""Plans in a French article: the spans that name one, and those that report what it says.

A noun such as "plan" names a plan where the words around it give its author, its number of points or one of
its names; "le plan" is the plan last named. What it is the subject of, by a verb of demanding, is a
provision.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing_book.extract.fr.cast import Cast
from briefing_book.extract.fr.nouns import subject
from briefing_book.extract.fr.verbs import forms
from briefing_book.extract.provisions.points import Placer
from briefing_book.model import Country, Plan, PlanMention, Provision, Quotation

_NOUNS = frozenset(["plan", "proposition", "initiative", "feuille", "document", "texte"])
_PEACE = frozenset(["paix", "règlement", "cessez-le-feu"])
_DEFINITE = frozenset(["le", "la", "l'", "l’", "ce", "cette", "du", "au", "son", "sa"])
_POINTS = re.compile(r"\ben\s+(\w+)\s+points\b")
_NUMBERS = dict(
    zip(
        [
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
        ],
        range(2, 17),
        strict=True,
    )
)
_SAYING = frozenset(
    word
    for verb in (
        "appeler",
        "demander",
        "prévoir",
        "proposer",
        "plaider",
        "exiger",
        "préconiser",
        "prôner",
        "exhorter",
        "réclamer",
        "condamner",
        "rappeler",
        "insister",
        "souligner",
        "comporter",
        "inviter",
        "recommander",
    )
    for word, use in forms(verb)
    if use in ("present", "past", "participle")
) | {"prévoit", "prévoyait"}
_REACH, _MEMORY = 8, 10


def find(doc: Doc, plans: tuple[Plan, ...], countries: tuple[Country, ...]) -> tuple[PlanMention, ...]:
    """The spans of the article that name one of `plans`, in order."""
    if not plans:
        return ()
    codes = {m.start: c.code for c in countries for m in c.mentions}
    found: list[PlanMention] = []
    last: tuple[int, Plan] | None = None
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            if token.lower_ not in _NOUNS or token.pos_ not in ("NOUN", "PROPN"):
                continue
            plan = _named(token, plans, codes)
            if plan is None and last and number - last[0] <= _MEMORY and _points_back(token):
                plan = last[1]
            if plan is not None:
                last = number, plan
                end = _end(token)
                found.append(PlanMention(token.idx, end, doc.text[token.idx : end], plan=plan.id))
    return tuple(found)


def _named(noun: Token, plans: tuple[Plan, ...], codes: dict[int, str]) -> Plan | None:
    """The one plan whose author, number of points or name the words around the noun give."""
    near = noun.doc[noun.i : min(noun.sent.end, noun.i + _REACH)]
    around = noun.doc[max(noun.sent.start, noun.i - _REACH) : near.end]
    authors = {codes[token.idx] for token in around if token.idx in codes}
    points = _POINTS.search(near.text.lower())
    number = (
        (_NUMBERS.get(points[1]) or (int(points[1]) if points[1].isdecimal() else None)) if points else None
    )
    peace = any(token.lower_ in _PEACE for token in near)
    text = " ".join(near.text.lower().split())
    fitting = [
        plan
        for plan in plans
        if (number in (None, len(plan.points)))
        and plan.author in authors
        and (number is not None or peace or any(text.startswith(name.lower()) for name in plan.names))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _points_back(noun: Token) -> bool:
    before = noun.nbor(-1).lower_ if noun.i else ""
    after = noun.nbor().lower_ if noun.i + 1 < len(noun.doc) else ""
    return before in _DEFINITE and noun.lower_ != "document" and after not in ("de", "d'", "d’", "du", "des")


def _end(noun: Token) -> int:
    """Where the noun's name ends: with "de paix" or "en douze points" behind it."""
    doc, end = noun.doc, noun.idx + len(noun)
    tail = re.match(
        r"\s+(?:de\s+(?:paix|règlement)|en\s+\w+\s+points)(?:\s+en\s+\w+\s+points)?", doc.text[end : end + 60]
    )
    return end + tail.end() if tail else end


def provisions(
    doc: Doc, cast: Cast, plans: tuple[Plan, ...], quotations: tuple[Quotation, ...]
) -> tuple[Provision, ...]:
    """What the article reports of each plan, each span under the points it belongs to, or under none."""
    placers, text = {plan.id: Placer(plan) for plan in plans}, doc.text
    spans = dict.fromkeys([*_quoted(quotations), *_said(doc, cast)]) if plans else {}
    return tuple(
        Provision(start, end, text[start:end], plan=plan, point=point, confidence=confidence)
        for start, end, plan in sorted(spans)
        for point, confidence in placers[plan].place(text[start:end]).items() or ((None, None),)
    )


def _quoted(quotations: tuple[Quotation, ...]) -> Iterator[tuple[int, int, str]]:
    for quotation in quotations:
        if quotation.direct and not quotation.fragment and quotation.speaker and quotation.speaker.plan:
            yield quotation.start, quotation.end, quotation.speaker.plan


def _said(doc: Doc, cast: Cast) -> Iterator[tuple[int, int, str]]:
    """From a verb of demanding whose subject is a plan to the end of its sentence."""
    for token in doc:
        if token.lower_ not in _SAYING or token.pos_ not in ("VERB", "AUX"):
            continue
        head = subject(token, cast.tree)
        whom = cast.known(head) if head is not None else None
        if whom is None or whom.plan is None or head is None or head.i > token.i:
            continue
        span = doc[token.i : token.sent.end]
        text = re.split(r";|\s(?:mais|tandis que|alors que)\s", span.text)[0].rstrip(" .,;\n»")
        yield token.idx, token.idx + len(text), whom.plan
