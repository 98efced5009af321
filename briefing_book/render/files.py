"""Rendered pages are written to `docs/` and taken away again; what a person wrote there is never touched.

A manifest in `docs/` remembers what was written: a page that no longer is what was written is a person's.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec
import yaml

from briefing_book.files import write_file

MANIFEST = ".pages.yml"
_HEADER = "# What the build wrote into this folder, as SHA-256. Written by the build.\n"
_STAYS = "written or edited by hand, so it stays, and the book's own page is not shown"

Manifest = dict[str, str]
"""By path, the hash of what was written; while pages are being written, the former hash too."""


def write_pages(pages: dict[str, str], docs: Path) -> list[str]:
    """Make the rendered pages in `docs` these; say, a line each, where a person's file stands in the way."""
    docs.mkdir(parents=True, exist_ok=True)
    before = _load(docs)
    foreign = {path for path, text in pages.items() if not _ours(docs, path, before, text)}
    after = {path: _hash(text.encode()) for path, text in sorted(pages.items()) if path not in foreign}
    stale = [path for path in before if path not in pages and _ours(docs, path, before)]
    _save(docs, {path: _both(before.get(path), after.get(path)) for path in before | after})
    for path in after:
        write_file(docs / path, pages[path])
    for path in stale:
        _remove(docs, path)
    _save(docs, after)
    return [f"docs/{path}: {_STAYS}" for path in sorted(foreign)]


def _ours(docs: Path, path: str, manifest: Manifest, text: str | None = None) -> bool:
    """Whether the file at a path may be written or removed: it is not there, or is what a build wrote."""
    file = docs / path
    if not _inside(docs, path):
        return False
    if not file.exists():
        return text is not None and not file.is_symlink()
    if not file.is_file():
        return False
    found = _hash(file.read_bytes())
    return found in manifest.get(path, "").split() or (text is not None and found == _hash(text.encode()))


def _inside(docs: Path, path: str) -> bool:
    """Whether a path stays in `docs`, and every folder on its way is a folder or can be made one."""
    place = PurePosixPath(path)
    if place.is_absolute() or ".." in place.parts:
        return False
    folders = [docs / parent for parent in place.parents if parent.name]
    return all(not folder.is_symlink() and (folder.is_dir() or not folder.exists()) for folder in folders)


def _hash(content: bytes) -> str:
    """A hash that a checkout with other line ends does not change."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def _both(*hashes: str | None) -> str:
    return " ".join(sorted({h for each in hashes if each for h in each.split()}))


def _load(docs: Path) -> Manifest:
    """The manifest; an empty one where there is none that can be read."""
    try:
        data = yaml.safe_load((docs / MANIFEST).read_text(encoding="utf-8"))
        return msgspec.convert(data or {}, Manifest)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError):
        return {}


def _save(docs: Path, manifest: Manifest) -> None:
    text = yaml.safe_dump(manifest, allow_unicode=True, sort_keys=True, width=10_000) if manifest else ""
    write_file(docs / MANIFEST, _HEADER + text)


def _remove(docs: Path, path: str) -> None:
    (docs / path).unlink()
    for folder in _folders(path):
        if any((docs / folder).iterdir()):
            return
        (docs / folder).rmdir()


def _folders(path: str) -> Iterator[PurePosixPath]:
    """The folders that a path leads through, the innermost first, without `docs` itself."""
    yield from (parent for parent in PurePosixPath(path).parents if parent.name)
