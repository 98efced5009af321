"""What is in a ZIP archive, within limits: nothing is unpacked that is larger than it may be.

An archive of little size can hold terabytes, name its members as if they lay elsewhere, or hold another
archive; what it says of their sizes may be wrong. No member is ever written to a file.
"""

import stat
import zlib
from io import BytesIO
from pathlib import PurePath, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from briefing_book.errors import SeedError
from briefing_book.read.names import one_line

MOST_MEMBERS = 5_000
LARGEST_UNPACKED = 500_000_000
"""Bytes of all members together."""

PAGES = (".html", ".htm", ".xhtml")
BESIDE_PAGES = ("_files", ".files", "-files", "-Dateien", "_fichiers", "_archivos")
"""What browsers add to a page's name for the folder in which they keep its pictures and scripts."""
SYSTEM_FILES = ("Thumbs.db", "desktop.ini")

_MODE = 16
"""The bits of a member's attributes before those that tell what kind of file it is."""
_LOCKED = 1
"""The bit among a member's flags that says that it needs a password."""
_AGAIN = "pack its files again as an ordinary ZIP"


def open_archive(data: bytes, name: str) -> ZipFile:
    """The archive. Raises `SeedError` where it is broken or holds too much."""
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError, OSError):
        raise SeedError("is broken; fetch it again, or save its text as .txt", name) from None
    if len(archive.infolist()) > MOST_MEMBERS:
        raise SeedError(f"holds more than {MOST_MEMBERS:,} files; split it", name)
    if sum(info.file_size for info in archive.infolist()) > LARGEST_UNPACKED:
        raise SeedError(f"unpacks to more than {LARGEST_UNPACKED // 1_000_000} MB; split it", name)
    return archive


def files_in(archive: ZipFile) -> list[ZipInfo]:
    """The files that people put into an archive, sorted by name: no folders, links or system's own files."""
    files = {member_path(info): info for info in archive.infolist() if not (info.is_dir() or _is_link(info))}
    pages: set[PurePath] = {path.with_suffix("") for path in files if path.suffix.lower() in PAGES}
    return [files[path] for path in sorted(files, key=str) if not _is_beside_the_articles(path, pages)]


def _is_link(info: ZipInfo) -> bool:
    """Whether a member is a symbolic link, whose content is where it leads."""
    return stat.S_ISLNK(info.external_attr >> _MODE)


def member_path(info: ZipInfo) -> PurePosixPath:
    """The member's path, as a message and a facts file show it."""
    return PurePosixPath(one_line(info.filename.replace("\\", "/")))


def unpack(archive: ZipFile, info: ZipInfo, name: str, largest: int) -> bytes:
    """The bytes of a member, which messages call `name`. Raises `SeedError` where it cannot be had."""
    path = member_path(info)
    if ".." in path.parts or path.is_absolute() or ":" in "".join(path.parts[:1]):
        raise SeedError(f"has a name that leads out of the archive; {_AGAIN}", name)
    if info.flag_bits & _LOCKED:
        raise SeedError("is locked with a password; unpack the archive, and put its files here", name)
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise SeedError(f"is packed in a way that is not read; {_AGAIN}", name)
    if info.file_size > largest:
        raise SeedError(f"is larger than {largest // 1_000_000} MB; split it into its articles", name)
    try:
        with archive.open(info) as file:
            return file.read(info.file_size + 1)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        raise SeedError(f"is broken inside the archive; {_AGAIN}", name) from None


def _is_beside_the_articles(path: PurePosixPath, pages: set[PurePath]) -> bool:
    """Whether a file is hidden, a system's, or one of those that a browser saves beside a page."""
    if not path.name or path.name.startswith(".") or path.name in SYSTEM_FILES or "__MACOSX" in path.parts:
        return True
    return any(page_of(folder) in pages for folder in path.parents)


def page_of(folder: PurePath) -> PurePath | None:
    """The page, without its ending, whose pictures and scripts a browser keeps in a folder of this name."""
    for ending in BESIDE_PAGES:
        if folder.name.endswith(ending) and folder.name != ending:
            return folder.with_name(folder.name.removesuffix(ending))
    return None


def require_no_document(archive: ZipFile, name: str) -> None:
    """Raises `SeedError` where the archive is an office document or an e-book, which are ZIP files too."""
    if {"[Content_Types].xml", "mimetype", "META-INF/container.xml"} & set(archive.namelist()):
        raise SeedError("is a document of a kind that is not read; save it as .docx, .pdf or .txt", name)
