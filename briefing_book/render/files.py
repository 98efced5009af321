"""Rendered pages go into `docs/` and out of it again; what a person wrote there is never touched.

A manifest in `docs/` remembers what was written: a page that no longer is what was written is a person's.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import msgspec
import yaml

from briefing_book.storage.staging import Staging

DOCS = "docs"
MANIFEST = ".pages.yml"
_HEADER = "# What the build wrote into this folder, as SHA-256. Written by the build.\n"
_STAYS = "written or edited by hand, so it stays, and the book's own page is not shown"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

Manifest = dict[str, str]
"""By path, the hash of what was written."""


def stage_pages(
    pages: Mapping[str, str], hashes: Mapping[str, str], book: Path, staging: Staging
) -> list[str]:
    """Let the rendered pages in the book's `docs/` be these; say where a person's file stands in the way.

    The text of a page is asked for only where the file has another hash.
    """
    docs = book / DOCS
    before = load_manifest(docs)
    after: Manifest = {}
    foreign: list[str] = []
    for path, hash in sorted(hashes.items()):
        found = _found(docs, path)
        if found not in (None, hash, before.get(path)):
            foreign.append(path)
            continue
        after[path] = hash
        if found != hash:
            staging.write(f"{DOCS}/{path}", pages[path])
    for path in sorted(before.keys() - hashes.keys()):
        if _found(docs, path) == before[path]:
            staging.remove(f"{DOCS}/{path}")
    staging.write(f"{DOCS}/{MANIFEST}", _text(after))
    return [f"{DOCS}/{path}: {_STAYS}" for path in foreign]


def _found(docs: Path, path: str) -> str | None:
    """The hash of the file at a path, "" for what is no file of ours, None where nothing is."""
    file = docs / path
    if not _inside(docs, path):
        return ""
    if not file.exists() and not file.is_symlink():
        return None
    return hash_of(file.read_bytes()) if file.is_file() else ""


def _inside(docs: Path, path: str) -> bool:
    """Whether a path stays in `docs`, and every folder on its way is a folder or can be made one."""
    place = PurePosixPath(path)
    if place.is_absolute() or ".." in place.parts:
        return False
    folders = [docs / parent for parent in place.parents if parent.name]
    return all(not folder.is_symlink() and (folder.is_dir() or not folder.exists()) for folder in folders)


def hash_of(content: bytes) -> str:
    """The SHA-256 of a page, which a checkout with other line ends does not change."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def load_manifest(docs: Path) -> Manifest:
    """What was written into `docs`; nothing where there is no manifest that can be read."""
    try:
        data = yaml.load((docs / MANIFEST).read_text(encoding="utf-8"), Loader=_Loader)
        return msgspec.convert(data or {}, Manifest)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError):
        return {}


def _text(manifest: Manifest) -> str:
    if not manifest:
        return _HEADER
    listed = yaml.dump(manifest, Dumper=_Dumper, allow_unicode=True, sort_keys=True, width=10_000)
    return f"{_HEADER}{listed}"
