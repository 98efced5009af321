"""Checks of what people write: what is wrong raises `BookError` with the file, the line and the mend."""

import re
from pathlib import Path
from typing import NoReturn

from briefing_book.country_names import country_name
from briefing_book.errors import BookError
from briefing_book.read.stated import web_address
from briefing_book.yaml_files import line_of


def refuse(path: Path, place: str, why: str) -> NoReturn:
    """Raises, for what stands at a place such as `$.points[2].title`."""
    name = place.rpartition(".")[2].partition("[")[0]
    raise BookError(f"`{name}` {why}", path, line_of(path, place))


def require_words(path: Path, place: str, words: str) -> None:
    """A text that is not empty."""
    if not words.strip():
        refuse(path, place, "is empty; write it, or take the line out")


def require_address(path: Path, place: str, address: str | None) -> None:
    """An address on the web, where there is one."""
    if address is not None and not web_address(address):
        refuse(path, place, "is an address on the web that starts with https:// or http://")


def require_country(path: Path, place: str, code: str | None, example: str = "BY") -> None:
    """A country's code, where there is one."""
    if code is not None and not (re.fullmatch("[A-Z]{2}", code) and _is_country(code)):
        refuse(path, place, f"is a country's ISO 3166-1 code of two capitals, such as `{example}`")


def _is_country(code: str) -> bool:
    return country_name(code) not in (code, country_name("ZZ"))
