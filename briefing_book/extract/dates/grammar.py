"""How articles write dates: the expressions that may be one, and what each says by itself.

A `Reading` holds only what the words say: "March" is a month without a year, "two weeks ago" a shift.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefing_book.extract.dates import numerals
from briefing_book.extract.dates.words import WORDS


class Reading(NamedTuple):
    """What an expression says of a time; what it leaves open is None, 0 or empty.

    `step` is -1, 0 or 1 for last, this or next; `shift` counts `unit`s from the publication, or from a date
    beside it where `anchored` ("a year earlier"); `day2` and `year2` end a range; `decade` is a year without
    its last digit, `century` one without its last two; `quarter` is 1 to 4, `half` 1 or 2.
    """

    way: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    day2: int | None = None
    year2: int | None = None
    weekday: int | None = None
    step: int | None = None
    unit: str = ""
    shift: int = 0
    about: bool = False
    anchored: bool = False
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None


def _any(words: Iterable[str]) -> str:
    """An alternation of the words, the longest first; any white space stands for their spaces."""
    return "|".join(sorted(words, key=len, reverse=True)).replace(" ", r"\s+")


def _cased(words: Iterable[str]) -> str:
    return _any(form for word in words for form in (word, word.upper()))


_ONES = _any(WORDS.numbers[1:10])
_SPELT = rf"nineteen[ -](?:(?:{_any(WORDS.tens)})(?:[ -](?:{_ONES}))?|{_any(WORDS.teens)})"
_SPELT_2000 = rf"two thousand(?:(?: and)? (?:{_any(WORDS.numbers[1:])}))?"
_YEAR = rf"(?P<y>(?:1[0-9]|20)\d\d|{_SPELT}|{_SPELT_2000})"
_FULL_MONTH = _cased(WORDS.months)
_MONTH = rf"(?P<m>{_FULL_MONTH}|(?:{_any(WORDS.short_months)})\b\.?)"
_DIGITS = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DAY = rf"(?P<d>{_DIGITS}|(?:{_any(WORDS.days)})(?![ -](?:half|quarter|time|year)))"
_DAY2 = rf"(?P<d2>{_DIGITS})"
_PART_OF_DAY = r"(?:\s+(?i:morning|afternoon|evening|night|noon))?"
_WEEKDAY_NAME = rf"(?:{_cased(WORDS.weekdays)})|(?:{_any(WORDS.short_weekdays)})\."
_WEEKDAY = rf"(?P<w>{_WEEKDAY_NAME}){_PART_OF_DAY}"
_ON_WEEKDAY = rf"(?:(?:{_WEEKDAY_NAME}),?\s+)?"
_PART_OF = r"(?:beginning|start|middle|end|rest|remainder)\s+of\s+"
_PART = rf"(?:(?i:(?:the\s+)?(?:{_PART_OF}|(?:early|late|mid)[\s-]\s?)))?"
_TO = r"\s?(?:to|through|until|till|[-–—])\s?"
_CUE = rf"(?P<cue>(?i:{_any(WORDS.steps)}))"
_IN_YEAR = rf"(?:,?\s+(?:of\s+)?(?:{_YEAR}|(?P<short_y>['‘’]\d\d)|{_CUE}\s+year))?"
_UNIT = rf"(?P<unit>(?i:{_any(WORDS.units)}))"
_COUNT = (
    rf"(?P<n>\d{{1,3}}|(?i:an?|(?:{_any(WORDS.tens)})(?:[ -](?:{_ONES}))?|"
    rf"{_any((*WORDS.numbers[1:], *WORDS.teens))}))"
)

_WAYS = {
    "iso": r"(?P<y>(?:1[5-9]|20)\d\d)(?P<sep>[-/])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)"
    r"(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?",
    "slashes": r"(?P<d>\d\d?)(?P<sep>[/.])(?P<d2>\d\d?)(?P=sep)(?P<y>(?:19|20)\d\d)",
    "short slashes": r"(?P<d>\d\d?)/(?P<d2>\d\d?)/(?P<y>\d\d)",
    "day first": rf"{_ON_WEEKDAY}(?:the\s+)?{_DAY}(?:{_TO}{_DAY2})?\s+(?:of\s+)?{_MONTH}{_IN_YEAR}",
    "month first": rf"{_ON_WEEKDAY}{_MONTH}\s+(?:the\s+)?{_DAY}(?![:.]\d)"
    rf"(?:{_TO}{_DAY2}(?!\s*(?:[:.]\d|{_FULL_MONTH})))?{_IN_YEAR}",
    "month": rf"{_PART}{_MONTH}{_IN_YEAR}",
    "holiday": rf"(?:{_CUE}\s+)?(?P<holiday>{_any(WORDS.holidays)})(?:,?\s+{_YEAR})?",
    "11 September": r"(?P<m>9)/(?P<d>11)(?!/)",
    "cued": rf"(?<!the\s){_PART}{_CUE}\s+(?:{_WEEKDAY}|(?P<m>{_FULL_MONTH})|{_UNIT}(?!-))",
    "day word": rf"(?P<word>(?i:{_any(WORDS.day_words)})){_PART_OF_DAY}",
    "ago": rf"(?:(?P<about>(?i:about|around|some|nearly|almost|roughly))\s+)?{_COUNT}[\s-]+"
    rf"{_UNIT}s?[\s-]+(?i:(?P<back>ago|(?P<anchored>earlier))|from\s+now|(?P<later>later))"
    rf"(?:\s+(?:today|(?P<w>{_WEEKDAY_NAME})))?",
    "weekday": rf"(?:(?i:earlier|early|late)\s+)?{_WEEKDAY}",
    "decade": r"(?:the\s+)?(?:(?i:early|late|mid)[ -])?(?P<decade>(?:1[5-9]|20)\d)0['’]?s",
    "short decade": r"the\s+(?:(?i:early|late|mid)[ -])?"
    rf"(?:['‘’]?(?P<decade>[2-9])0['’]?s|(?P<decade_word>{_any(WORDS.decades)}))",
    "shortest decade": r"(?:(?i:early|late|mid)[ -])['‘’](?P<decade>[2-9])0['’]?s",
    "century": r"(?:the\s+)?(?:(?i:early|late|mid)[ -])?"
    rf"(?:(?P<century>(?:1\d|2[01])(?:th|st)|(?i:{_any(WORDS.centuries)}))[ -](?i:century)"
    r"|(?P<hundreds>1[5-9])00s)",
    "quarter": rf"(?:the\s+)?(?:(?P<quarter>(?i:{_any(WORDS.ordinals)}))[ -](?i:quarter)|Q(?P<q>[1-4]))"
    rf"(?:\s+(?:of\s+)?{_YEAR})?",
    "half": rf"(?:the\s+)?(?P<half>(?i:first|second))[ -](?i:half)\s+of\s+{_YEAR}",
    "the year": rf"(?i:(?:(?:the\s+)?{_PART_OF}|(?:later|earlier)\s+in\s+|(?<=\bfor\s))the\s+(?:full\s+)?year"
    r"|the\s+fiscal\s+year)(?!\s+(?:\d|(?:after|ahead|before|that|when|which|following|two)\b)|['’-])",
    "year end": r"(?i:(?:the\s+)?year[\s-]?end|year['’]s\s+end)",
    "year": rf"{_PART}{_YEAR}(?:[-–/](?P<y2>(?:19|20)\d\d|\d\d))?(?!-)",
    "short year": r"(?<=\s)['‘’`](?P<y>\d\d)",
}
_BEFORE = r"(?<![\w$£€¥#/@'’])(?<!\d[.,:–-])(?<![$£€]\s)"
_EXPRESSIONS = {
    way: re.compile(f"{_BEFORE if way != 'short year' else ''}(?:{form})(?!\\w|[.,/]\\d)", re.MULTILINE)
    for way, form in _WAYS.items()
}


def readings(text: str) -> list[Reading]:
    """All expressions in `text` that may be dates, in order; of those that overlap, the first and longest."""
    matches = [
        (m.start(), -m.end(), way, m) for way, form in _EXPRESSIONS.items() for m in form.finditer(text)
    ]
    found: list[Reading] = []
    for start, _, way, match in sorted(matches, key=lambda found: found[:3]):
        if not found or start >= found[-1].end:
            found.append(_reading(way, match))
    return found


def _reading(way: str, match: re.Match[str]) -> Reading:
    said = {name: " ".join(text.split()) for name, text in match.groupdict().items() if text}
    numbers = {field: read(said[name]) for name, (field, read) in _READ.items() if name in said}
    month, day = WORDS.holidays.get(said.get("holiday", ""), (None, None))
    return Reading(
        way=way,
        start=match.start(),
        end=match.end(),
        year=numbers.get("year"),
        month=numbers.get("month", month),
        day=numbers.get("day", day),
        day2=numbers.get("day2"),
        year2=numerals.end_year(said["y"], said["y2"]) if "y2" in said else None,
        weekday=numbers.get("weekday"),
        step=numbers.get("step"),
        unit="day" if way == "day word" else said.get("unit", "").lower(),
        shift=_shift(said),
        about="about" in said,
        anchored="anchored" in said or "later" in said,
        quarter=numbers.get("quarter"),
        half=numbers.get("half"),
        decade=numbers.get("decade"),
        century=numbers.get("century"),
    )


def _shift(said: dict[str, str]) -> int:
    if "word" in said:
        return WORDS.day_words[said["word"].lower()]
    count = numerals.number(said.get("n", "0"))
    return -count if "back" in said else count


_READ: dict[str, tuple[str, Callable[[str], int]]] = {
    "y": ("year", numerals.year),
    "short_y": ("year", numerals.year),
    "m": ("month", numerals.month),
    "d": ("day", numerals.day),
    "d2": ("day2", numerals.day),
    "w": ("weekday", numerals.weekday),
    "cue": ("step", lambda word: WORDS.steps[word.lower()]),
    "quarter": ("quarter", lambda word: WORDS.ordinals.index(word.lower()) + 1),
    "half": ("half", lambda word: WORDS.ordinals.index(word.lower()) + 1),
    "q": ("quarter", int),
    "decade": ("decade", numerals.decade),
    "decade_word": ("decade", numerals.decade),
    "century": ("century", numerals.century),
    "hundreds": ("century", int),
}
"""What the groups of the expressions tell of a reading, where one word tells it."""
