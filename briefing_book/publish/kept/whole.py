"""Whether a whole site is as it would be made now: then nothing has to be made at all."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from briefing_book.model import Settings
from briefing_book.publish.print.manifest import load_briefs
from briefing_book.publish.sources import Sources
from briefing_book.storage.code import code_of, installed
from briefing_book.storage.hashes import Hashes

_ELSEWHERE = (b"INHERIT", b"!ENV")
"""By what a configuration takes in more than it says itself."""


def key_of_sources(config: Path, settings: Settings, sources: Sources) -> str | None:
    """The key of all that a site is made of, but its own theme; None where nobody can tell.

    Symbolic links are followed, as MkDocs does. Raises `OSError` where a file cannot be read.
    """
    text = config.read_bytes()
    if any(word in text for word in _ELSEWHERE):
        return None
    hashes = sources.hashes
    return _key(
        repr((settings.title, settings.site_url, settings.marking, sources.most_pages)),
        *(str(sources.epoch), sources.texts),
        *(code_of("publish", "storage"), installed(), repr(text)),
        *(*_contents(sources.docs, hashes), *_briefs(sources.briefs, hashes)),
    )


def key_of_whole(sources: str | None, theme: str | None, hashes: Hashes) -> str | None:
    """The key of all that a site is made of: of its sources, and of the folder of its own theme."""
    if sources is None:
        return None
    return _key(sources, *(_contents(Path(theme), hashes) if theme else ()))


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _briefs(folder: Path, hashes: Hashes) -> Iterable[str]:
    """The hashes of the briefs that are in the site, each after its path. Other files are no part of it."""
    for file in sorted(brief.file for brief in load_briefs(folder)):
        path = folder / file
        yield file
        yield hashes.of(path) if path.is_file() else ""


def _contents(folder: Path, hashes: Hashes) -> Iterable[str]:
    """The hashes of all files in a folder, each after its path."""
    outside = len(f"{folder}/")
    for place, folders, files in os.walk(folder, followlinks=True):
        folders.sort()
        for file in sorted(files):
            path = f"{place}/{file}"
            yield path[outside:]
            yield hashes.of(path)
