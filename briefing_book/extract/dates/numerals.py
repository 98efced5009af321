"""The numbers that the words of a date stand for: "Sept." is 9, "twenty-first" 21, "nineteen ten" 1910."""

import re

from briefing_book.extract.dates.words import WORDS


def number(word: str) -> int:
    """A count up to ninety-nine in words, or any in digits; "a" is one."""
    if word.isdigit():
        return int(word)
    tens, *ones = re.split("[ -]", word.lower())
    if tens in WORDS.tens:
        return 20 + 10 * WORDS.tens.index(tens) + (WORDS.numbers.index(ones[0]) if ones else 0)
    if tens in WORDS.numbers:
        return WORDS.numbers.index(tens)
    return 10 + WORDS.teens.index(tens) if tens in WORDS.teens else 1


def year(word: str) -> int:
    """A year in four digits, two ("'96", "89") or words."""
    digits = word.lstrip("'‘’")
    if digits.isdigit():
        return int(digits) if len(digits) == 4 else 1900 + int(digits) + 100 * (int(digits) < 50)
    hundreds, rest = (2000, word[len("two thousand") :]) if word.startswith("two") else (1900, word[9:])
    rest = rest.removeprefix(" and").strip()
    return hundreds + (number(rest) if rest else 0)


def end_year(first: str, second: str) -> int:
    """The second year of a range, which may leave out the century of the first."""
    return int(second if len(second) == 4 else first[:2] + second)


def month(word: str) -> int:
    """A month by its name, its short one or its number."""
    if word.isdigit():
        return int(word)
    name = word.rstrip(".").title()
    return WORDS.short_months.get(name) or WORDS.months.index(name) + 1


def weekday(word: str) -> int:
    """A weekday by its name or its short one; Monday is 0."""
    name = word.rstrip(".").title()
    return WORDS.short_weekdays[name] if name in WORDS.short_weekdays else WORDS.weekdays.index(name)


def day(word: str) -> int:
    """A day of the month: "3", "3rd" or "third"."""
    return WORDS.days.index(word) + 1 if word in WORDS.days else int(re.sub(r"\D", "", word))


def decade(word: str) -> int:
    """A decade as a year without its last digit: "199", "9" and "nineties" are 199."""
    if word in WORDS.decades:
        return 192 + WORDS.decades.index(word)
    return int(word if len(word) > 1 else f"19{word}")


def century(word: str) -> int:
    """A century as a year without its last two digits: "20th" and "twentieth" are 19."""
    spelt = WORDS.centuries.get(word.lower())
    return spelt or int(re.sub(r"\D", "", word)) - 1
