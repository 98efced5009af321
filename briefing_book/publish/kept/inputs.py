"""What goes into every page, beside its own source: as one key; and whether more may than is known here."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.theme import Theme

from briefing_book.storage.code import code_of, installed

_PLUGINS = ("material/search",)
OURS = "briefing-book/"
FEWER_PATTERNS = "briefing_book.publish.fewer_patterns"
_PLACES = ("config_file_path", "docs_dir", "site_dir", "plugins")
"""Where a build reads and writes: the same book gives the same pages anywhere. Plugins are told apart."""

_MAKERS = tuple(
    f"publish/{part}"
    for part in ("kept", "mkdocs_run.py", "fewer_patterns.py", "search.py", "light.py", "html.py", "lean.py")
)
"""Our own code that has a part in a page."""

_PURE_EXTENSIONS = frozenset(
    (
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
        *("md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
        FEWER_PATTERNS,
    )
)
"""Python-Markdown's own and ours: what they make of a page depends on it and on their settings alone."""


def key_of_site(config: MkDocsConfig) -> str:
    """The key of all that goes into every page: the settings, the theme, and the code."""
    told = {
        "settings": {name: value for name, value in config.items() if name not in _PLACES},
        "plugins": {name: plugin.config for name, plugin in config.plugins.items()},
        "theme": _theme(config.theme.custom_dir),
        "code": [code_of(*_MAKERS), installed()],
    }
    return hashlib.sha256(json.dumps(told, default=_plain).encode()).hexdigest()


def key_of_page(site: str, uri: str, source: bytes) -> str:
    """The key of what a page is made from: its place, its source, and what goes into every page."""
    return key_of_hash(site, uri, hashlib.sha256(source).hexdigest())


def key_of_hash(site: str, uri: str, digest: str) -> str:
    """The same, where the SHA-256 of the source is known."""
    return hashlib.sha256(f"{site}\0{uri}\0{digest}".encode()).hexdigest()


def is_known(config: MkDocsConfig, files: Iterable[File]) -> bool:
    """Whether nothing is at work that could make of a page what its key does not tell.

    Without a `nav`, all pages stand in the navigation of each. Two sources of one file are built in turn.
    """
    plugins = all(name in _PLUGINS or name.startswith(OURS) for name in config.plugins)
    extensions = _PURE_EXTENSIONS.issuperset(
        name.removeprefix("markdown.extensions.") for name in config.markdown_extensions
    )
    templates = [*config.theme.static_templates, *config.extra_templates]
    places = Counter([*(file.dest_uri for file in files if not _is_left_out(file)), *templates])
    return bool(plugins and extensions and config.nav is not None and max(places.values()) == 1)


def _is_left_out(file: File) -> bool:
    return file.inclusion in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


def _theme(folder: str | None) -> dict[str, str]:
    """The files of a theme that no package brought, by their paths in it."""
    if folder is None:
        return {}
    paths = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): _digest(path) for path in paths}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _plain(value: Any) -> Any:
    """A value for JSON. One without a lasting name gives another key in each process, so nothing is kept."""
    if isinstance(value, Config | Theme):
        return dict(value)
    if callable(value) and hasattr(value, "__qualname__"):
        return f"{value.__module__}.{value.__qualname__}"
    return repr(value)
