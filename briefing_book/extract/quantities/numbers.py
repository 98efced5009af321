"""The numbers in a text, in digits or words, with the words that limit them and the sign beside them."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from text_to_num import text2num

from briefing_book.extract.cues import DATA
from briefing_book.model import Bound, Record
from briefing_book.yaml_files import read_yaml


class Words(Record, frozen=True):
    """The lists of `data/quantities.yml`, which says what each is."""

    numbers: tuple[str, ...]
    scales: dict[str, int]
    scales_apart: dict[str, int]
    short_scales: dict[str, str]
    bounds: dict[Bound, tuple[str, ...]]
    after: dict[str, Bound]
    currencies: dict[str, str]
    percent: tuple[str, ...]
    unchanged: frozenset[str]
    measures: frozenset[str]
    kinds_of_measure: frozenset[str]
    not_counted: frozenset[str]
    units_of_time: frozenset[str]
    placing: frozenset[str]
    definite: frozenset[str]
    stretching: frozenset[str]
    harmed: frozenset[str]
    being: frozenset[str]


WORDS = read_yaml(DATA / "quantities.yml", Words)
_BOUNDS = {words: bound for bound, all_words in WORDS.bounds.items() for words in all_words}


def _any(words: Iterable[str]) -> str:
    """An alternation of the words, the longest first; any white space stands for their spaces."""
    ranked = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ranked)


_SCALES = WORDS.scales | WORDS.scales_apart
_SCALE = rf"(?:{_any(_SCALES)})"
_FIRST = rf"(?:{_any(WORDS.numbers)})"
_SPELT = rf"(?:{_any((*WORDS.numbers, *WORDS.scales))})"
_NUMBER = re.compile(
    rf"(?<![\w.,:/#@’'$€£¥-])(?:(?P<bound>{_any(_BOUNDS)})\s+)?(?:(?P<currency>{_any(WORDS.currencies)})\s?)?"
    r"(?P<number>(?:(?P<digits>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,15})?|\d{1,15}(?:\.\d{1,15})?)"
    rf"|(?P<article>half\s+an?|an?\s+half|an?)(?=[\s-]+{_SCALE}\b)"
    rf"|(?P<spelt>{_FIRST}(?:(?:[\s-]|\s+and\s+){_SPELT})*)\b)"
    rf"(?P<half>\s+and\s+a\s+half)?(?P<scales>(?:[\s-]+{_SCALE}\b){{0,2}})"
    rf"(?:\s?(?P<short>{_any(WORDS.short_scales)})\b)?)"
    rf"(?P<percent>\s?(?:{_any(WORDS.percent)})(?![^\W_]))?"
    rf"(?:\s*(?P<after>{_any(WORDS.after)}))?"
    r"(?![^\W_]|[.,:/]\d|[’'°]|-\w)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s?(?:to|or|by|in|(?:out\s+)?of|[-–—/x×:])\s?", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)


def numbers(text: str) -> Iterator[re.Match[str]]:
    """All numbers of a text, in order."""
    return _NUMBER.finditer(text)


def alone(found: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those that are no end of a range ("20 to 30") and no part of a share ("two of three")."""
    paired, before = False, None
    for match in found:
        with_next = before is not None and _are_paired(before, match)
        if before is not None and not paired and not with_next:
            yield before
        paired, before = with_next, match
    if before is not None and not paired:
        yield before


def _are_paired(one: re.Match[str], other: re.Match[str]) -> bool:
    text = one.string
    gap = text[one.end() : other.start()]
    between = _AND.fullmatch(gap) and _BETWEEN.search(text, max(0, one.start() - 12), one.start())
    return bool(_RANGE.fullmatch(gap) or between)


def value_of(match: re.Match[str]) -> str | None:
    """The number in digits; None where its words are no one number."""
    try:
        value = _stated(match)
    except ValueError:
        return None
    value += Decimal("0.5") if match["half"] else 0
    scales = match["scales"].replace("-", " ").lower().split()
    for scale in (*scales, WORDS.short_scales.get((match["short"] or "").lower(), "")):
        value *= _SCALES.get(scale, 1)
    whole = value == value.to_integral_value()
    return f"{value.to_integral_value() if whole else value.normalize():f}"


def _stated(match: re.Match[str]) -> Decimal:
    """Raises ValueError."""
    if match["digits"]:
        return Decimal(match["digits"].replace(",", ""))
    if match["article"]:
        return Decimal("0.5") if "half" in match["article"].lower() else Decimal(1)
    return Decimal(text2num(" ".join(match["spelt"].lower().split()), "en"))


def bound_of(match: re.Match[str]) -> Bound:
    """How the words limit the number: "a dozen" is about as many."""
    if match["bound"]:
        return _BOUNDS[" ".join(match["bound"].lower().split())]
    if match["after"]:
        return WORDS.after[" ".join(match["after"].lower().split())]
    return "about" if match["article"] or "dozen" in match["scales"].lower() else "exactly"
