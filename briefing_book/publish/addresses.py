"""Where an address on a page of the built site leads: to a file of the site, to another host, or nowhere."""

import posixpath
import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_DROPPED = str.maketrans({"\t": None, "\n": None, "\r": None, "\\": "/"})
_ITSELF = ""
_REMEMBERED = 20_000


class Target(NamedTuple):
    """Where an address leads: `host` for another host; else `file`, or None where the site has no such file.

    `fragment` is what stands after the `#`, decoded.
    """

    host: str = ""
    file: str | None = None
    fragment: str = ""


class Site:
    """The files of a built site, by their POSIX paths, and where it will stand."""

    def __init__(self, files: list[str], site_url: str | None) -> None:
        self._files = frozenset(files)
        home = urlsplit(site_url or "")
        self._host = home.netloc
        self._base = home.path.rstrip("/") + "/"
        self._from_folder = lru_cache(_REMEMBERED)(self._find)

    def target(self, address: str, file: str) -> Target | None:
        """Where `address` in `file` leads; None for what leads to no file at all, such as `mailto:`.

        Raises `ValueError` where it is no address.
        """
        found = self._from_folder(address, posixpath.dirname(file))
        return found._replace(file=file) if found and found.file == _ITSELF else found

    def _find(self, address: str, folder: str) -> Target | None:
        address = address.strip().translate(_DROPPED)
        if _OTHER_SCHEME.match(address):
            return None
        parts = urlsplit(address)
        path, fragment = unquote(parts.path), unquote(parts.fragment)
        if parts.netloc and not (parts.netloc == self._host and self._is_below(path or "/")):
            return Target(host=parts.netloc)
        if parts.netloc or path.startswith("/"):
            return Target(file=self._absolute(path or "/"), fragment=fragment)
        if not path:
            return Target(file=_ITSELF, fragment=fragment)
        return Target(file=self._file(posixpath.join(folder, path)), fragment=fragment)

    def _absolute(self, path: str) -> str | None:
        return self._file(path[len(self._base) :]) if self._is_below(path) else None

    def _is_below(self, path: str) -> bool:
        """Whether a path of the host lies in the site; what stands beside it is not the book's."""
        return (path + "/").startswith(self._base)

    def _file(self, path: str) -> str | None:
        """The file behind a path from the root: a folder stands for its index."""
        path = posixpath.normpath(path or ".")
        index = posixpath.normpath(posixpath.join(path, "index.html"))
        return next((name for name in (path, index) if name in self._files), None)
