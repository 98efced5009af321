"""What people wrote for a book: its settings, its plans and its corrections, checked as they are read.

A file that is missing counts as empty. One that is wrong raises `BookError`, with file, line and mend.
"""

import re
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from briefing_book.checks import refuse, require_address, require_country, require_words
from briefing_book.correction_checks import check_correction
from briefing_book.errors import BookError
from briefing_book.languages import READABLE
from briefing_book.model import Corrections, Plan, Settings
from briefing_book.read.dates import is_edtf
from briefing_book.yaml_files import read_yaml

SETTINGS = "briefing.yml"
PLANS = "editorial/plans"
CORRECTIONS = "editorial/corrections.yml"
NEW_CORRECTIONS = Path(__file__).with_name("new_corrections.yml")
"""What the corrections of a new book begin as: each section, with an example of what it may hold."""


def load_settings(book: Path) -> Settings:
    """The settings of the book in this folder; the defaults where it has none."""
    path = book / SETTINGS
    if not _is_there(path):
        return Settings()
    _refuse_former(path)
    settings = read_yaml(path, Settings)
    require_words(path, "$.title", settings.title)
    _check_pipelines(path, settings.pipelines)
    require_address(path, "$.site_url", settings.site_url)
    return settings


def _refuse_former(path: Path) -> None:
    """Says what to write instead of the settings that named the only pipeline."""
    written = read_yaml(path, dict[str, object])
    for former in ("model", "language"):
        if former in written:
            language, model = written.get("language") or "en", written.get("model") or "the spaCy pipeline"
            refuse(
                path, f"$.{former}", f"is now part of `pipelines`; write `pipelines: {{{language}: {model}}}`"
            )


def _check_pipelines(path: Path, pipelines: Mapping[str, str]) -> None:
    if not pipelines:
        refuse(path, "$.pipelines", "names a spaCy pipeline for one language or more, such as `en`")
    for language, name in pipelines.items():
        place = f"$.pipelines.{language}"
        if not re.fullmatch("[a-z]{2}", language):
            refuse(path, place, "is an ISO 639-1 code of two small letters, such as `en`")
        if language not in READABLE:
            known = ", ".join(f"`{each}`" for each in READABLE)
            refuse(
                path,
                place,
                f"is a language in which no facts can be found; that can be done in {known}",
            )
        if not _is_installed(name):
            refuse(path, place, f"is given {name!r}, which is no installed spaCy pipeline; pip install it")


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
    return read_corrections(path) if _is_there(path) else Corrections()


def read_corrections(path: Path) -> Corrections:
    """The corrections in a file."""
    corrections = read_yaml(path, Corrections)
    for kind in Corrections.__struct_fields__:
        for number, judgement in enumerate(getattr(corrections, kind)):
            check_correction(path, f"$.{kind}[{number}]", judgement)
    return corrections


def _plan(path: Path) -> Plan:
    if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", path.stem):
        raise BookError("a plan's file is named in small letters, digits and hyphens; rename it", path)
    plan = read_yaml(path, Plan, given={"id": path.stem})
    require_words(path, "$.title", plan.title)
    require_country(path, "$.author", plan.author, "CN")
    if not is_edtf(plan.date, day=True):
        refuse(path, "$.date", "is a day in the calendar, such as 2023-02-24")
    require_address(path, "$.url", plan.url)
    _check_points(path, plan)
    return plan


def _check_points(path: Path, plan: Plan) -> None:
    seen: set[int] = set()
    for index, point in enumerate(plan.points):
        place = f"$.points[{index}]"
        if point.number < 1 or point.number in seen:
            refuse(
                path,
                f"{place}.number",
                f"is a whole number from 1 that no other point has, not {point.number}",
            )
        seen.add(point.number)
        require_words(path, f"{place}.title", point.title)
        for number, phrase in enumerate(point.phrases):
            require_words(path, f"{place}.phrases[{number}]", phrase)


def _is_there(path: Path) -> bool:
    """A link that leads nowhere is there: that a file is missing behind it should be said."""
    return path.exists() or path.is_symlink()
