"""MkDocs' records of files and pages, for pages that are kept: they are taken over, and not read."""

from collections.abc import Container, Iterable
from functools import cached_property
from io import BytesIO, TextIOWrapper
from pathlib import PurePath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from briefing_book.publish.kept.records import KeptPage, Links


class WatchedFiles(Files):
    """Files that note which of them a page asks for: whether they are there decides what becomes of it."""

    def __init__(self, files: Iterable[File]) -> None:
        super().__init__(files)
        self.asked: dict[str, bool] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a path of the sources, or None."""
        found = super().get_file_from_path(path)
        self.asked[PurePath(path).as_posix()] = found is not None
        return found


class KeptFile(File):
    """The source of a kept page: for MkDocs no page to build, but a file to copy."""

    def __init__(self, file: File) -> None:
        super().__init__(
            file.src_uri,
            file.src_dir,
            file.dest_dir,
            file.use_directory_urls,
            dest_uri=file.dest_uri,
            inclusion=file.inclusion,
        )

    def is_documentation_page(self) -> bool:
        """Not for MkDocs."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing: it stands in the site already."""


class StandIn(Page):
    """What the navigation and other pages see of a kept page."""

    def __init__(self, file: KeptFile, kept: KeptPage, config: MkDocsConfig) -> None:
        super().__init__(kept.title, file, config)
        del self.meta
        self.present_anchor_ids = set(kept.anchors)

    @cached_property
    def meta(self) -> dict[str, Any]:  # type: ignore[override]  # an attribute of MkDocs' own pages
        """The front matter of the page, which is read only where a template asks for it."""
        return get_data(self.file.content_string)[1]


def as_text(source: bytes) -> str:
    """The bytes of a page as MkDocs reads them from a file. Raises `UnicodeDecodeError`."""
    with TextIOWrapper(BytesIO(source), encoding="utf-8-sig") as file:
        return file.read()


def links_of(page: Page) -> Links:
    """A page's links to anchors, to be kept."""
    links: Links = {}
    for file, anchors in (page.links_to_anchors or {}).items():
        paths: dict[str, list[str]] = {}
        for anchor, link in anchors.items():
            paths.setdefault(link.removesuffix(f"#{anchor}"), []).append(anchor)
        links[file.src_uri] = {path: tuple(found) for path, found in paths.items()}
    return links


def restored(links: Links, files: Files, wanted: Container[str]) -> dict[File, dict[str, str]]:
    """Kept links as MkDocs has them, those to the sources that are wanted."""
    return {
        files.src_uris[uri]: {anchor: f"{path}#{anchor}" for path, to in paths.items() for anchor in to}
        for uri, paths in links.items()
        if uri in wanted and uri in files.src_uris
    }
