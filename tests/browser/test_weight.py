"""What a reader's line has to carry."""

from pathlib import Path

from briefing_book.build import Report
from tests.browser.watch import none_of
from tests.conftest import ROOT

ASSETS = ROOT / "templates" / "theme" / "assets"
OURS = 30_000
PAGE = 60_000


def test_our_own_style_and_script_are_little() -> None:
    """Together under 30 KB: the theme does the rest."""
    own = [path for path in ASSETS.rglob("*") if path.suffix in (".css", ".js")]
    assert own
    assert sum(path.stat().st_size for path in own) < OURS


def test_every_page_of_the_seed_book_but_the_articles_is_light(root_book: tuple[Path, Report]) -> None:
    """Under 60 KB of HTML."""
    site = root_book[0] / "site"
    sizes = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    assert len(sizes) > 20
    articles = {path.as_posix() for path in map(Path, sizes) if path.match("sources/*/index.html")}
    none_of((name, size) for name, size in sizes.items() if name not in articles and size >= PAGE)
