"""Every span in the facts files is its slice of the article's text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from briefing_book.facts import articles_in, read_text
from briefing_book.publish.problem import Problem
from briefing_book.yaml_files import LOADER


def read_texts(facts: Path) -> dict[str, str]:
    """The articles' texts by id, exactly as the offsets count them."""
    return {path.stem: read_text(facts, path.stem) for path in sorted(facts.glob("*.txt"))}


def check_facts(facts: Path) -> list[str]:
    """Every span of every facts file in the folder that is not its slice, in the order of the files."""
    return [str(problem) for article in articles_in(facts) for problem in _check_article(facts, article)]


def _check_article(facts: Path, article: str) -> Iterator[Problem]:
    file = f"{facts.name}/{article}.yml"
    try:
        text = read_text(facts, article)
        data = yaml.load((facts / f"{article}.yml").read_bytes(), Loader=LOADER)
    except (OSError, ValueError, yaml.YAMLError) as problem:
        yield Problem(file, 0, f"cannot be checked: {' '.join(str(problem).split())}")
        return
    for place, span in _spans(data, ""):
        if not _is_slice(span, text):
            what = f"{place} is not its slice of the text: {span['start']}-{span['end']} {span['text']!r}"
            yield Problem(file, 0, what)


def _spans(data: Any, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Wherever start, end and text stand together, and where that is: `quotations[2].cue`."""
    if isinstance(data, dict):
        if data.keys() >= {"start", "end", "text"}:
            yield place, data
        for key, value in data.items():
            yield from _spans(value, f"{place}.{key}" if place else str(key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _spans(value, f"{place}[{index}]")


def _is_slice(span: dict[str, Any], text: str) -> bool:
    start, end = span["start"], span["end"]
    if type(start) is not int or type(end) is not int:
        return False
    return 0 <= start < end <= len(text) and text[start:end] == span["text"]
