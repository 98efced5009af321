"""How French articles write dates: the expressions that may be one, and what each says by itself."""

import re
from collections.abc import Iterable

from briefing_book.extract.dates.grammar import Reading
from briefing_book.extract.fr.words import FOLDER
from briefing_book.model import Record
from briefing_book.yaml_files import read_yaml


class DateWords(Record, frozen=True):
    """The lists of `data/fr/dates.yml`, which says what each is."""

    months: tuple[str, ...]
    short_months: dict[str, int]
    weekdays: tuple[str, ...]
    numbers: tuple[str, ...]
    units: dict[str, str]
    day_words: dict[str, int]
    parts_of_day: tuple[str, ...]
    steps_after: dict[str, int]
    steps_before: dict[str, int]
    before_month: frozenset[str]
    before_year: frozenset[str]
    ahead: frozenset[str]
    approximate: frozenset[str]
    holidays: dict[str, tuple[int, int]]


WORDS = read_yaml(FOLDER / "dates.yml", DateWords)


def _any(words: Iterable[str]) -> str:
    """An alternation of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_MONTHS = {name: number for number, name in enumerate(WORDS.months, 1)} | WORDS.short_months
_MONTH = rf"(?P<m>{_any(_MONTHS)})"
_DAY = r"(?:1er|0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?P<y>(?:1[5-9]|20)\d\d)"
_ON = rf"(?:(?:ce\s+)?(?:{_any(WORDS.weekdays)})\s+)?"
_PART = r"(?:(?:(?:le\s+)?(?:début|milieu|courant)|(?:la\s+)?fin|mi)[\s-]+(?:d['’e]\s*)?)?"
_TIME = rf"(?:\s+(?:{_any(WORDS.parts_of_day)}))?"
_UNIT = rf"(?P<unit>{_any(WORDS.units)})"
_COUNT = rf"(?P<n>\d{{1,3}}|une?|{_any(WORDS.numbers[2:])})"
_AFTER = rf"(?P<after>{_any(WORDS.steps_after)})"
_WAYS = {
    "iso": r"(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)",
    "day month year": r"(?P<d>\d\d?)[/.](?P<m>\d\d?)[/.](?P<y>(?:19|20)\d\d)",
    "day first": rf"{_ON}(?P<d>{_DAY})(?:\s?(?:au|[-–—])\s?(?:{_any(WORDS.weekdays)})?\s?(?P<d2>{_DAY}))?"
    rf"\s+{_MONTH}(?:\s+{_YEAR})?(?:\s+{_AFTER})?",
    "month": rf"{_PART}{_MONTH}(?:\s+(?:{_YEAR}|{_AFTER}))?",
    "weekday": rf"(?:(?P<before>{_any(WORDS.steps_before)})\s+)?(?P<w>{_any(WORDS.weekdays)})"
    rf"(?:\s+{_AFTER})?{_TIME}",
    "cued": rf"(?:(?P<before>{_any(WORDS.steps_before)})\s+{_UNIT}|"
    rf"(?:la\s+|le\s+|l['’])(?P<unit2>{_any(WORDS.units)})\s+{_AFTER})",
    "day word": rf"(?P<word>{_any(WORDS.day_words)})",
    "ago": rf"il\s+y\s+a\s+{_COUNT}\s+{_UNIT}",
    "from now": rf"dans\s+{_COUNT}\s+{_UNIT}",
    "holiday": rf"(?P<holiday>{_any(WORDS.holidays)})(?:\s+{_YEAR})?",
    "decade": r"(?:les\s+)?années\s+(?P<decade>(?:1[5-9]|20)\d)0",
    "year": rf"{_PART}{_YEAR}(?:\s?[-–]\s?(?P<y2>(?:19|20)\d\d))?",
}
_EXPRESSIONS = {
    way: re.compile(rf"(?<![\w$€£/@#.-]){form}(?!\w|[.,/]\d|%)", re.IGNORECASE) for way, form in _WAYS.items()
}


def readings(text: str) -> list[Reading]:
    """All expressions that may be dates, in order; of those that overlap, the first and longest."""
    matches = [
        (m.start(), -m.end(), way, m) for way, form in _EXPRESSIONS.items() for m in form.finditer(text)
    ]
    found: list[Reading] = []
    for start, _, way, match in sorted(matches, key=lambda found: found[:3]):
        if not found or start >= found[-1].end:
            found.append(_reading(way, match))
    return found


def _reading(way: str, match: re.Match[str]) -> Reading:
    said = {name: " ".join(text.lower().split()) for name, text in match.groupdict().items() if text}
    month, day = (
        WORDS.holidays.get(" ".join(match.groupdict().get("holiday", "").split()), (None, None))
        if "holiday" in said
        else (None, None)
    )
    unit = WORDS.units.get(said.get("unit") or said.get("unit2") or "", "")
    shift = WORDS.day_words[said["word"]] if "word" in said else _count(said.get("n", "0"))
    return Reading(
        way="ago" if way == "from now" else way,
        start=match.start(),
        end=match.end(),
        year=int(said["y"]) if "y" in said else None,
        month=_month(said["m"]) if "m" in said else month,
        day=_day(said["d"]) if "d" in said else day,
        day2=_day(said["d2"]) if "d2" in said else None,
        year2=int(said["y2"]) if "y2" in said else None,
        weekday=WORDS.weekdays.index(said["w"]) if "w" in said else None,
        step=_step(said),
        unit="day" if way == "day word" else unit,
        shift=-shift if way == "ago" else shift,
        decade=int(said["decade"]) if "decade" in said else None,
    )


def _step(said: dict[str, str]) -> int | None:
    if "after" in said:
        return WORDS.steps_after[said["after"]]
    weekday = "w" in said
    return WORDS.steps_before[said["before"]] if "before" in said and not weekday else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else 1 if word in ("un", "une") else WORDS.numbers.index(word)


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _MONTHS[word]


def _day(word: str) -> int:
    return int(re.sub(r"\D", "", word))
