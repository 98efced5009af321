"""The words by which dates are written and told, from `data/dates.yml`."""

from briefing_book.extract.cues import DATA
from briefing_book.model import Record
from briefing_book.yaml_files import read_yaml


class DateWords(Record, frozen=True):
    """The lists of the file, under their names there. Cues are in lower case."""

    months: tuple[str, ...]
    short_months: dict[str, int]
    weekdays: tuple[str, ...]
    short_weekdays: dict[str, int]
    numbers: tuple[str, ...]
    teens: tuple[str, ...]
    tens: tuple[str, ...]
    decades: tuple[str, ...]
    ordinals: tuple[str, ...]
    days: tuple[str, ...]
    centuries: dict[str, int]
    holidays: dict[str, tuple[int, int]]
    units: tuple[str, ...]
    day_words: dict[str, int]
    steps: dict[str, int]
    future: frozenset[str]
    present: frozenset[str]
    planning: frozenset[str]
    planning_to: frozenset[str]
    starting: frozenset[str]
    until: frozenset[str]
    before_year: frozenset[str]
    before_month: frozenset[str]
    not_before_year: frozenset[str]
    not_after_year: frozenset[str]
    words_too: frozenset[str]
    approximate: frozenset[str]
    recurring: frozenset[str]
    anaphoric: frozenset[str]
    named_days: frozenset[str]
    comparing: frozenset[str]
    of_2001: frozenset[str]


WORDS = read_yaml(DATA / "dates.yml", DateWords)
