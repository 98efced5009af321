"""How articles write dates: the expressions that may be one, and what each says by itself.

A `Reading` holds only what the words say: "March" is a month without a year, "two weeks ago" a shift.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from briefing_book.extract.dates.words import WORDS


class Reading(NamedTuple):
    """What an expression says of a time; what it leaves open is None, 0 or empty.

    `step` is -1, 0 or 1 for last, this or next; `shift` counts `unit`s from the publication; `day2` and
    `year2` end a range; `decade` is a year without its last digit, `century` one without its last two;
    `quarter` is 1 to 4.
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
    quarter: int | None = None
    decade: int | None = None
    century: int | None = None


def _any(words: Iterable[str]) -> str:
    """An alternation of the words, the longest first; any white space stands for their spaces."""
    return "|".join(sorted(words, key=len, reverse=True)).replace(" ", r"\s+")


def _cased(words: Iterable[str]) -> str:
    return _any(form for word in words for form in (word, word.upper()))


_SPELT = (
    rf"nineteen[ -](?:(?:{_any(WORDS.tens)})(?:[ -](?:{_any(WORDS.numbers[1:10])}))?|{_any(WORDS.teens)})"
)
_YEAR = rf"(?P<y>(?:1[0-9]|20)\d\d|{_SPELT})"
_FULL_MONTH = _cased(WORDS.months)
_MONTH = rf"(?P<m>{_FULL_MONTH}|(?:{_any(WORDS.short_months)})\b\.?)"
_DAY = r"(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DAY2 = _DAY.replace("<d>", "<d2>")
_WEEKDAY_NAME = rf"(?:{_cased(WORDS.weekdays)})|(?:{_any(WORDS.short_weekdays)})\."
_WEEKDAY = rf"(?P<w>{_WEEKDAY_NAME})(?:\s+(?i:morning|afternoon|evening|night|noon))?"
_ON_WEEKDAY = rf"(?:(?:{_WEEKDAY_NAME}),?\s+)?"
_PART = (
    r"(?:(?i:(?:(?:the\s+)?(?:beginning|start|middle|end)|the\s+(?:first|second)\s+half)\s+of\s+"
    r"|(?:the\s+)?(?:early|late|mid)[\s-]\s?))?"
)
_TO = r"\s?(?:to|through|until|till|[-–—])\s?"
_CUE = rf"(?P<cue>(?i:{_any(WORDS.steps)}))"
_UNIT = rf"(?P<unit>(?i:{_any(WORDS.units)}))"
_COUNT = rf"(?P<n>\d{{1,3}}|(?i:an?|{_any(WORDS.numbers[1:])}))"

_WAYS = {
    "iso": r"(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)",
    "slashes": r"(?P<d>\d\d?)(?P<sep>[/.])(?P<d2>\d\d?)(?P=sep)(?P<y>(?:19|20)\d\d)",
    "day first": rf"{_ON_WEEKDAY}(?:the\s+)?{_DAY}(?:{_TO}{_DAY2})?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
    "month first": rf"{_ON_WEEKDAY}{_MONTH}\s+(?:the\s+)?{_DAY}(?![:.]\d)"
    rf"(?:{_TO}{_DAY2}(?!\s*(?:[:.]\d|{_FULL_MONTH})))?"
    rf"(?:,?\s+(?:of\s+)?{_YEAR})?",
    "month": rf"{_PART}{_MONTH}(?:(?:,|\s+of)?\s+(?:{_YEAR}|{_CUE}\s+year))?",
    "cued": rf"(?<!the\s){_PART}{_CUE}\s+(?:{_WEEKDAY}|(?P<m>{_FULL_MONTH})|{_UNIT}(?!-))",
    "day word": rf"(?P<word>(?i:{_any(WORDS.day_words)}))",
    "ago": rf"(?:(?P<about>(?i:about|around|some|nearly|almost|roughly))\s+)?{_COUNT}[\s-]+"
    rf"{_UNIT}s?[\s-]+(?i:(?P<back>ago|earlier)|from\s+now)",
    "weekday": rf"(?:(?i:earlier|early|late)\s+)?{_WEEKDAY}",
    "decade": r"(?:the\s+)?(?:(?i:early|late|mid)[ -])?(?:(?P<decade>(?:1[5-9]|20)\d)0['’]?s)",
    "short decade": r"the\s+(?:(?i:early|late|mid)[ -])?"
    rf"(?:['‘’]?(?P<decade>[2-9])0['’]?s|(?P<decade_word>{_any(WORDS.decades)}))",
    "century": r"(?:the\s+)?(?:(?i:early|late|mid)[ -])?(?P<century>1\d|2[01])th[ -]century",
    "quarter": rf"(?:the\s+)?(?P<quarter>(?i:{_any(WORDS.ordinals)}))[ -](?i:quarter)(?:\s+of\s+{_YEAR})?",
    "year": rf"{_PART}{_YEAR}(?:[-–/](?P<y2>(?:19|20)\d\d|\d\d))?(?!-)",
    "short year": r"(?<=\s)['‘’`](?P<y>\d\d)",
}
_BEFORE = r"(?<![\w$£€¥#/@'’])(?<!\d[.,:–-])(?<![$£€]\s)"
_EXPRESSIONS = {
    way: re.compile(f"{_BEFORE if way != 'short year' else ''}(?:{form})(?!\\w|[.,/]\\d)")
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
    count = _number(said["n"]) if "n" in said else WORDS.day_words.get(said.get("word", "").lower(), 0)
    backwards = way == "ago" and "back" in said
    return Reading(
        way=way,
        start=match.start(),
        end=match.end(),
        year=_year(said["y"]) if "y" in said else None,
        month=_month(said["m"]) if "m" in said else None,
        day=int(said["d"]) if "d" in said else None,
        day2=int(said["d2"]) if "d2" in said else None,
        year2=_end_year(said["y"], said["y2"]) if "y2" in said else None,
        weekday=_weekday(said["w"]) if "w" in said else None,
        step=WORDS.steps[said["cue"].lower()] if "cue" in said else None,
        unit="day" if way == "day word" else said.get("unit", "").lower(),
        shift=-count if backwards else count,
        about="about" in said,
        quarter=WORDS.ordinals.index(said["quarter"].lower()) + 1 if "quarter" in said else None,
        decade=_decade(said),
        century=int(said["century"]) - 1 if "century" in said else None,
    )


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 1 if word.lower() in ("a", "an") else WORDS.numbers.index(word.lower())


def _year(word: str) -> int:
    """A year in four digits, two ("'96") or words ("nineteen ninety-six")."""
    if word.isdigit():
        return int(word) if len(word) == 4 else 1900 + int(word) + 100 * (int(word) < 50)
    tens, *ones = re.split("[ -]", word)[1:]
    if tens in WORDS.teens:
        return 1910 + WORDS.teens.index(tens)
    return 1920 + 10 * WORDS.tens.index(tens) + (WORDS.numbers.index(ones[0]) if ones else 0)


def _end_year(first: str, second: str) -> int:
    return int(second if len(second) == 4 else first[:2] + second)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    name = word.rstrip(".").title()
    return WORDS.short_months.get(name) or WORDS.months.index(name) + 1


def _weekday(word: str) -> int:
    name = word.rstrip(".").title()
    return WORDS.short_weekdays[name] if name in WORDS.short_weekdays else WORDS.weekdays.index(name)


def _decade(said: dict[str, str]) -> int | None:
    if "decade_word" in said:
        return 192 + WORDS.decades.index(said["decade_word"])
    digits = said.get("decade", "")
    return int(digits if len(digits) > 1 else f"19{digits}") if digits else None
