"""Step four: the book in, the pages of `docs/` out, through the templates."""

from briefing_book.render.files import stage_pages
from briefing_book.render.pages import Rendering, render

__all__ = ["Rendering", "render", "stage_pages"]
