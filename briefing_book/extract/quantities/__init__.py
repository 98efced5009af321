"""Quantities: a number with what it counts or measures, and how its words limit it.

A number counts the noun that it belongs to in the sentence, money its currency, and a number alone those of
whom it is said right after that they were killed or hurt. Dates, ages, ordinals, ranges and the numbers of
points, pages and models count nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.quantities.numbers import WORDS, alone, bound_of, numbers, value_of
from briefing_book.model import Date, Quantity

_FURTHEST = 5
"""So many words may stand between a number and its noun."""
_SMALL = 10
_YEARS = range(1900, 2101)
_UNSTATED = frozenset({"zero", "one"})
"""Words that seldom count."""


def find(doc: Doc, dates: Sequence[Date]) -> tuple[Quantity, ...]:
    """The quantities of an article, in order; what is part of one of its `dates` is none."""
    days = sorted((date.start, date.end) for date in dates)
    undated = (match for match in numbers(doc.text) if not _is_within(match.span("number"), days))
    found = (_quantity(doc, match) for match in alone(undated))
    return tuple(quantity for quantity in found if quantity)


def _is_within(number: tuple[int, int], days: list[tuple[int, int]]) -> bool:
    """Whether a number is part of one of the dates, which are sorted."""
    place = bisect_left(days, (number[1], 0)) - 1
    return place >= 0 and days[place][1] > number[0]


def _quantity(doc: Doc, match: re.Match[str]) -> Quantity | None:
    number = doc.char_span(*match.span("number"), alignment_mode="expand")
    value = value_of(match)
    if number is None or value is None or not _counts(number, match, value):
        return None
    counted = _counted(number, match)
    if counted is None:
        return None
    of, end = counted
    start, end = match.start(), max(end, match.end())
    text = match.string[start:end]
    return Quantity(start=start, end=end, text=text, value=value, of=of, bound=bound_of(match))


# ── whether it counts something, and what ────────────────────────────────────────────────────────────────


def _counts(number: Tokens, match: re.Match[str], value: str) -> bool:
    """Whether the number counts, rather than naming a year, a model or what the reader knows already."""
    if match["currency"]:
        return not match["percent"]
    if match["short"] or ((match["spelt"] or "").lower() in _UNSTATED and not match["scales"]):
        return False
    if match["percent"] or match["bound"]:
        return True
    if re.fullmatch(r"\d{4}", match["number"]) and int(match["number"]) in _YEARS:
        return False
    return number.start == 0 or _is_free(number.doc[number.start - 1], Decimal(value))


def _is_free(before: Token, value: Decimal) -> bool:
    """Whether the word before leaves the number to count what follows."""
    word = before.lower_
    if word in WORDS.stretching or (word in WORDS.definite and value <= _SMALL):
        return False
    return before.pos_ not in ("NOUN", "PROPN") or before.ent_type_ in ("DATE", "TIME")


def _counted(number: Tokens, match: re.Match[str]) -> tuple[str, int] | None:
    """What is counted or measured, as a lemma, and where its words end."""
    if match["currency"]:
        return WORDS.currencies[_symbol(match["currency"])], match.end()
    if match["percent"]:
        sign = number.doc.char_span(*match.span("percent"), alignment_mode="expand")
        return _measured("percent", sign[-1]) if sign is not None else None
    noun = _noun(number)
    if noun is not None:
        return _named(noun)
    return _harmed(number)


def _symbol(currency: str) -> str:
    return next(symbol for symbol in WORDS.currencies if symbol.lower() == currency.lower())


def _noun(number: Tokens) -> Token | None:
    """The noun that the number belongs to: "30 young soldiers", "three of the soldiers"."""
    doc, end = number.doc, number.end
    heads = [token.head for token in number if token.dep_ == "nummod" and token.head.i >= end]
    if end < len(doc) and doc[end].lower_ == "of":
        heads = [child for child in doc[end].children if child.dep_ == "pobj"]
    noun = heads[0] if heads else doc[end] if end < len(doc) else None
    if noun is None or noun.i - end > _FURTHEST or not _is_plural(noun) or noun.sent != number[-1].sent:
        return None
    return noun if _is_counted(noun) else None


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or noun.lower_ in WORDS.unchanged


def _is_counted(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in WORDS.not_counted or noun.lower_ in WORDS.not_counted:
        return False
    after = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    return lemma not in WORDS.units_of_time or after not in WORDS.placing


def _named(noun: Token) -> tuple[str, int]:
    lemma = noun.lemma_.removesuffix("s") if noun.tag_ == "NNPS" else noun.lemma_.lower()
    if noun.i and noun.doc[noun.i - 1].lower_ in WORDS.kinds_of_measure:
        lemma = f"{noun.doc[noun.i - 1].lower_} {lemma}"
    if noun.lemma_.lower() in WORDS.measures:
        return _measured(lemma, noun)
    return lemma, noun.idx + len(noun)


def _measured(lemma: str, unit: Token) -> tuple[str, int]:
    """The unit with what it measures: "percent of population"."""
    doc = unit.doc
    if unit.i + 1 < len(doc) and doc[unit.i + 1].lower_ == "of":
        whole = next((child for child in doc[unit.i + 1].children if child.dep_ == "pobj"), None)
        if whole is not None and whole.pos_ == "NOUN" and whole.i - unit.i <= _FURTHEST:
            return f"{lemma} of {whole.lemma_.lower()}", whole.idx + len(whole)
    return lemma, unit.idx + len(unit)


def _harmed(number: Tokens) -> tuple[str, int] | None:
    """What a number alone says happened: "31 were killed"."""
    for token in number.doc[number.end : number.end + _FURTHEST]:
        if token.lower_ in WORDS.harmed:
            return token.lower_, token.idx + len(token)
        if token.lower_ not in WORDS.being:
            break
    return None
