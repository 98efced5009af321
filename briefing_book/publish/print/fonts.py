"""The faces that briefs are set in, and which characters they have.

Source Serif and Source Sans come with the program, for Latin, Greek and Cyrillic; a book may name a folder
with fonts for other scripts, or use those of the computer.
"""

from functools import cached_property
from importlib.resources import files
from pathlib import Path

import typst
from fontTools.ttLib import TTCollection, TTFont, TTLibError

from briefing_book.errors import BookError

SYSTEM = "system"
"""Instead of a folder: the fonts of the computer."""
OWN = tuple(str(files(package) / "files") for package in ("fontpkg_source_serif_4", "fontpkg_source_sans_3"))


class Faces:
    """The bundled faces, and those of a folder or of the computer."""

    def __init__(self, folder: Path | None = None, of_computer: bool = False) -> None:
        """Raises `BookError` where there is no such folder, or no font in it."""
        paths = [*OWN, str(folder)] if folder else list(OWN)
        self.places = tuple(paths), of_computer
        if folder and not folder.is_dir():
            raise BookError("is no folder; `print: fonts:` in briefing.yml names it", folder)
        self.fonts = typst.Fonts(
            include_system_fonts=of_computer, include_embedded_fonts=False, font_paths=paths
        )
        self._files = sorted({font.path for font in self.fonts.fonts() if font.path})
        if folder and all(path.startswith(OWN) for path in self._files):
            raise BookError("has no font in it; `print: fonts:` in briefing.yml names it", folder)

    @property
    def names(self) -> list[str]:
        """The font files by their names and sizes, in order."""
        return [f"{Path(path).name} {Path(path).stat().st_size}" for path in self._files]

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that one of the faces has."""
        return frozenset().union(*(_characters(Path(path)) for path in self._files))


def _characters(path: Path) -> set[int]:
    try:
        fonts = (
            TTCollection(path).fonts if path.suffix.lower() in (".ttc", ".otc") else [TTFont(path, lazy=True)]
        )
        return {code for font in fonts for code in font.getBestCmap() or ()}
    except (OSError, TTLibError, AssertionError, KeyError):
        return set()
