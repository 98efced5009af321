"""What people wrote for a book: its settings, its plans and its corrections, checked as they are read.

A file that is missing counts as empty. One that is wrong raises `BookError`, with file, line and mend.
"""

import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from briefing_book.country_names import country_name
from briefing_book.errors import BookError
from briefing_book.model import Corrections, Plan, Settings
from briefing_book.read.dates import is_edtf
from briefing_book.read.header import web_address
from briefing_book.yaml_files import line_of, read_yaml

SETTINGS = "briefing.yml"
PLANS = "editorial/plans"
CORRECTIONS = "editorial/corrections.yml"

REJECTABLE = (
    *("people", "organisations", "countries", "roles", "plans"),
    *("quotations", "dates", "events", "quantities", "positions", "provisions"),
)
"""The kinds of facts that a correction may reject."""
LISTS = (
    ("names", 2, "lists two names or more"),
    ("aliases", 1, "lists one name or more"),
    ("articles", 1, "lists one article or more"),
)
"""The lists in corrections, with the fewest things that they hold."""


def load_settings(book: Path) -> Settings:
    """The settings of the book in this folder; the defaults where it has none."""
    path = book / SETTINGS
    if not _is_there(path):
        return Settings()
    settings = read_yaml(path, Settings)
    _require_words(path, "$.title", settings.title)
    _require_words(path, "$.model", settings.model)
    if not _is_installed(settings.model):
        _refuse(path, "$.model", "is no installed spaCy pipeline; install it with pip, or name another")
    if not re.fullmatch("[a-z]{2}", settings.language):
        _refuse(path, "$.language", "is an ISO 639-1 code of two small letters, such as `en`")
    _require_address(path, "$.site_url", settings.site_url)
    return settings


def _is_installed(package: str) -> bool:
    try:
        return bool(version(package))
    except (PackageNotFoundError, ValueError):
        return False


def load_plans(book: Path) -> tuple[Plan, ...]:
    """The plans of the book in this folder, in the order of their ids, which are their files' names."""
    folder = book / PLANS
    for path in (folder.parent, folder):
        if _is_there(path) and not path.is_dir():
            raise BookError("is no folder; move it away and make it one", path)
    for path in sorted(folder.glob("*.yaml")):
        raise BookError("is not read under this name; rename it so that it ends in .yml", path)
    return tuple(_plan(path) for path in sorted(folder.glob("*.yml")))


def load_corrections(book: Path) -> Corrections:
    """The corrections of the book in this folder; none where it has no such file."""
    path = book / CORRECTIONS
    if not _is_there(path):
        return Corrections()
    corrections = read_yaml(path, Corrections)
    for kind in Corrections.__struct_fields__:
        for number, judgement in enumerate(getattr(corrections, kind)):
            _check_judgement(path, f"$.{kind}[{number}]", judgement)
    return corrections


def _plan(path: Path) -> Plan:
    if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", path.stem):
        raise BookError("a plan's file is named in small letters, digits and hyphens; rename it", path)
    plan = read_yaml(path, Plan, given={"id": path.stem})
    _require_words(path, "$.title", plan.title)
    if not re.fullmatch("[A-Z]{2}", plan.author) or not _is_country(plan.author):
        _refuse(path, "$.author", "is a country's ISO 3166-1 code of two capitals, such as `CN`")
    if not is_edtf(plan.date, day=True):
        _refuse(path, "$.date", "is a day in the calendar, such as 2023-02-24")
    _require_address(path, "$.url", plan.url)
    _check_points(path, plan)
    return plan


def _is_country(code: str) -> bool:
    return country_name(code) not in (code, country_name("ZZ"))


def _check_points(path: Path, plan: Plan) -> None:
    seen: set[int] = set()
    for index, point in enumerate(plan.points):
        place = f"$.points[{index}]"
        if point.number < 1 or point.number in seen:
            _refuse(
                path,
                f"{place}.number",
                f"is a whole number from 1 that no other point has, not {point.number}",
            )
        seen.add(point.number)
        _require_words(path, f"{place}.title", point.title)
        for number, phrase in enumerate(point.phrases):
            _require_words(path, f"{place}.phrases[{number}]", phrase)


def _check_judgement(path: Path, place: str, judgement: object) -> None:
    """Checks what the fields of a correction hold, whichever of them it has."""
    for field in ("article", "into", "name", "to", "text"):
        if (words := getattr(judgement, field, None)) is not None:
            _require_words(path, f"{place}.{field}", words)
    for field, example in (("published", "2023-02-25"), ("when", "2024-05-01")):
        value = getattr(judgement, field, None)
        if value is not None and not is_edtf(value):
            _refuse(path, f"{place}.{field}", f"is a day, month or year in the calendar, such as {example}")
    _require_address(path, f"{place}.url", getattr(judgement, "url", None))
    for field, fewest, says in LISTS:
        if (listed := getattr(judgement, field, None)) is not None:
            _check_list(path, f"{place}.{field}", listed, fewest, says)
    if getattr(judgement, "kind", REJECTABLE[0]) not in REJECTABLE:
        _refuse(path, f"{place}.kind", f"is one of: {', '.join(REJECTABLE)}")


def _check_list(path: Path, place: str, listed: tuple[str, ...], fewest: int, says: str) -> None:
    if len(listed) < fewest:
        _refuse(path, place, says)
    for number, words in enumerate(listed):
        if not words.strip():
            _refuse(path, f"{place}[{number}]", "holds an empty text; write it, or take it out")


def _is_there(path: Path) -> bool:
    """A link that leads nowhere is there: that a file is missing behind it should be said."""
    return path.exists() or path.is_symlink()


def _require_words(path: Path, place: str, words: str) -> None:
    if not words.strip():
        _refuse(path, place, "is empty; write it, or take the line out")


def _require_address(path: Path, place: str, address: str | None) -> None:
    if address is not None and not web_address(address):
        _refuse(path, place, "is an address on the web that starts with https:// or http://")


def _refuse(path: Path, place: str, why: str) -> None:
    name = place.rpartition(".")[2].partition("[")[0]
    raise BookError(f"`{name}` {why}", path, line_of(path, place))
