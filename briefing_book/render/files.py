"""Rendered pages go into `docs/` and out of it again; what a person wrote there is never touched.

A manifest in `docs/` remembers what was written: a page that no longer is what was written is a person's.
It is YAML in the form of JSON, which is read much faster.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
import yaml

from briefing_book.storage.hashes import Hashes
from briefing_book.storage.staging import Staging
from briefing_book.yaml_files import LOADER

DOCS = "docs"
MANIFEST = ".pages.yml"
_HEADER = "# What the build wrote into this folder, as SHA-256. Written by the build.\n"
_STAYS = "written or edited by hand, so it stays, and the book's own page is not shown"
Manifest = dict[str, str]
"""By path, the hash of what was written."""


def stage_pages(
    pages: Mapping[str, str], hashes: Mapping[str, str], book: Path, staging: Staging
) -> list[str]:
    """Let the rendered pages in the book's `docs/` be these; say where a person's file stands in the way.

    The text of a page is asked for only where the file has another hash.
    """
    docs = book / DOCS
    before, there = load_manifest(docs), _There(docs, staging.hashes)
    after: Manifest = {}
    foreign: list[str] = []
    for path, hash in sorted(hashes.items()):
        found = there.hash(path, hash, before.get(path))
        if found not in (None, hash, before.get(path)):
            foreign.append(path)
            continue
        after[path] = hash
        if found != hash:
            staging.write(f"{DOCS}/{path}", pages[path])
    for path in sorted(before.keys() - hashes.keys()):
        if there.hash(path, before[path]) == before[path]:
            staging.remove(f"{DOCS}/{path}")
    staging.write(f"{DOCS}/{MANIFEST}", _text(after))
    return [f"{DOCS}/{path}: {_STAYS}" for path in foreign]


class _There:
    """The files that stand in `docs` now."""

    def __init__(self, docs: Path, hashes: Hashes) -> None:
        self._docs, self._hashes = docs, hashes
        self._is_ours = cache(self._may_hold)

    def hash(self, path: str, *likely: str | None) -> str | None:
        """The hash of the file at a path, "" for what is no file of ours, None where nothing is.

        A file with other bytes than those of the `likely` hashes is read, for its line ends may be others.
        """
        parts = path.split("/")
        if "" in parts or ".." in parts or not self._is_ours("/".join(parts[:-1])):
            return ""
        file = f"{self._docs}/{path}"
        if os.path.isfile(file):  # noqa: PTH113  # a Path for each of thousands costs more
            found = self._hashes.of(file)
            return found if found in likely else hash_of(Path(file).read_bytes())
        return "" if os.path.lexists(file) else None

    def _may_hold(self, folder: str) -> bool:
        """Whether a folder in `docs`, and every one on its way, is a folder or can be made one."""
        if not folder:
            return True
        place = self._docs / folder
        is_free = place.is_dir() or not place.exists()
        return is_free and not place.is_symlink() and self._is_ours(folder.rpartition("/")[0])


def hash_of(content: bytes) -> str:
    """The SHA-256 of a page, which a checkout with other line ends does not change."""
    same = content.replace(b"\r\n", b"\n") if b"\r" in content else content
    return hashlib.sha256(same).hexdigest()


def load_manifest(docs: Path) -> Manifest:
    """What was written into `docs`; nothing where there is no manifest that can be read."""
    try:
        text = (docs / MANIFEST).read_text(encoding="utf-8")
        return _read(text.removeprefix(_HEADER))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError):
        return {}


def _read(text: str) -> Manifest:
    try:
        return msgspec.json.decode(text, type=Manifest)
    except msgspec.DecodeError:
        return msgspec.convert(yaml.load(text, Loader=LOADER) or {}, Manifest)


def _text(manifest: Manifest) -> str:
    return _HEADER + json.dumps(manifest, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
