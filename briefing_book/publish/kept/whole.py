"""Whether a whole site is as it would be made now: then nothing has to be made at all."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from briefing_book.model import Settings
from briefing_book.publish.print.manifest import load_briefs
from briefing_book.publish.sources import Sources
from briefing_book.publish.texts_mark import marker_text
from briefing_book.storage.code import code_of, installed

_ELSEWHERE = (b"INHERIT", b"!ENV")
"""By what a configuration takes in more than it says itself."""


def key_of_sources(config: Path, settings: Settings, sources: Sources) -> str | None:
    """The key of all that a site is made of, but its own theme; None where nobody can tell.

    Symbolic links are followed, as MkDocs does. Raises `OSError` where a file cannot be read.
    """
    text = config.read_bytes()
    if any(word in text for word in _ELSEWHERE):
        return None
    return _key(
        repr((settings.title, settings.site_url, settings.marking, sources.most_pages)),
        *(str(sources.epoch), marker_text(sources.facts)),
        *(code_of("publish", "storage"), installed(), repr(text)),
        *(*_contents(sources.docs), *_briefs(sources.briefs)),
    )


def key_of_whole(sources: str | None, theme: str | None) -> str | None:
    """The key of all that a site is made of: of its sources, and of the folder of its own theme."""
    if sources is None:
        return None
    return _key(sources, *(_contents(Path(theme)) if theme else ()))


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _briefs(folder: Path) -> Iterable[str]:
    """The digests of the briefs that are in the site, each after its path. Other files are no part of it."""
    for file in sorted(brief.file for brief in load_briefs(folder)):
        path = folder / file
        yield file
        yield _digest(path) if path.is_file() else ""


def _contents(folder: Path) -> Iterable[str]:
    """The digests of all files in a folder, each after its path."""
    for place, folders, files in os.walk(folder, followlinks=True):
        folders.sort()
        for file in sorted(files):
            path = Path(place, file)
            yield path.relative_to(folder).as_posix()
            yield _digest(path)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
