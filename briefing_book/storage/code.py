"""The code that a result was made with, as a hash: what other code made is made again."""

import hashlib
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_SUFFIXES = (".py", ".yml", ".json")


@cache
def code_of(*parts: str) -> str:
    """A hash of files and folders of this package. Raises `FileNotFoundError` where there is no such one."""
    digest = hashlib.sha256()
    for path in sorted(path for part in parts for path in _files(_PACKAGE / part)):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


@cache
def installed() -> str:
    """A hash of which versions of which packages are installed, and of Python's own."""
    folders = (Path(folder) for folder in sys.path if folder)
    packages = sorted({found.name for folder in folders for found in folder.glob("*.dist-info")})
    return hashlib.sha256("\n".join([sys.version, *packages]).encode()).hexdigest()


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise FileNotFoundError(path)
    return [path] if path.is_file() else [p for p in path.rglob("*") if p.suffix in _SUFFIXES]
