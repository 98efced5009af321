"""The site is built whole or not at all, silently, over nothing of anybody's, and always the same."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from briefing_book.errors import BookError
from briefing_book.model import Settings
from briefing_book.publish.check import check_site
from briefing_book.publish.site import PRODUCT, build_site

SETTINGS = Settings(title="Talks of 2023")
DIE = "import os, signal\n\ndef on_post_build(config):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
BUILD = """
import sys
from pathlib import Path
from briefing_book.model import Settings
from briefing_book.publish.site import build_site
build_site(Path(sys.argv[1]), Settings(title="Talks of 2023", site_url="https://example.org/talks/"))
"""


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def build_in_process(book: Path, **variables: str) -> int:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), **variables}
    return subprocess.run([sys.executable, "-c", BUILD, str(book)], env=environment, check=False).returncode


def test_pages_become_the_site_in_silence(book: Path, capfd: pytest.CaptureFixture[str]) -> None:
    files = build_site(book, SETTINGS)

    assert {"index.html", "people/ana-lima/index.html", "sources/a/index.html", "flag one.svg"} <= set(files)
    assert files == sorted(files)
    assert "<title>Talks of 2023</title>" in (book / "site/index.html").read_text()
    assert capfd.readouterr() == ("", "")


def test_what_is_gone_from_the_pages_is_gone_from_the_site(book: Path) -> None:
    build_site(book, SETTINGS)
    (book / "docs/people/new.md").write_text("# New")
    assert "people/new/index.html" in build_site(book, SETTINGS)
    (book / "docs/people/new.md").unlink()
    assert "people/new/index.html" not in build_site(book, SETTINGS)


def test_a_failed_build_names_every_warning_and_leaves_the_last_site(
    book: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    build_site(book, SETTINGS)
    before = content(book / "site")
    (book / "docs/people/new.md").write_text("[One](gone.md) [two](lost.md)")

    with pytest.raises(
        BookError, match=r"(?s)mkdocs\.yml: .*people/new\.md.*gone\.md.*people/new\.md.*lost\.md"
    ):
        build_site(book, SETTINGS)

    assert content(book / "site") == before
    assert sorted(path.name for path in book.iterdir()) == ["docs", "mkdocs.yml", "site"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("config", "named"),
    [
        ("site_name: x\ntheme: [", "mkdocs.yml"),
        ("site_name: x\ntheme: nosuchtheme", "nosuchtheme"),
        ("site_name: x\nplugins: [nosuchplugin]", "nosuchplugin"),
        ("site_name: x\nnosuchsetting: 1", "nosuchsetting"),
    ],
)
def test_a_bad_mkdocs_file_is_one_error_that_names_what_is_wrong(book: Path, config: str, named: str) -> None:
    (book / "mkdocs.yml").write_text(config)
    with pytest.raises(BookError, match=named):
        build_site(book, SETTINGS)


def test_a_book_without_pages_is_an_error_that_says_so(book: Path) -> None:
    (book / "docs").rename(book / "elsewhere")
    with pytest.raises(BookError, match="docs"):
        build_site(book, SETTINGS)


def test_a_killed_build_leaves_the_last_site_and_its_leftovers_go_with_the_next(book: Path) -> None:
    build_site(book, SETTINGS)
    before = content(book / "site")
    config = (book / "mkdocs.yml").read_text()
    (book / "die.py").write_text(DIE)
    (book / "mkdocs.yml").write_text(config + "hooks: [die.py]\n")

    assert build_in_process(book) == -signal.SIGKILL
    assert content(book / "site") == before
    assert (book / "site.new").is_dir()

    (book / "mkdocs.yml").write_text(config)
    build_site(book, SETTINGS)
    assert content(book / "site") == before
    assert not (book / "site.new").exists()


def test_a_build_killed_while_folders_were_swapped_gives_the_last_site_back(book: Path) -> None:
    build_site(book, SETTINGS)
    before = content(book / "site")
    (book / "site").rename(book / "site.old")
    (book / "docs/people/new.md").write_text("[One](gone.md)")

    with pytest.raises(BookError):
        build_site(book, SETTINGS)
    assert content(book / "site") == before


@pytest.mark.parametrize("name", ["site", "site.new", "site.old"])
def test_files_that_no_build_made_are_never_removed(book: Path, name: str) -> None:
    (book / name).mkdir()
    (book / name / "letter.txt").write_text("by hand")
    with pytest.raises(BookError, match=f"{name}: holds files"):
        build_site(book, SETTINGS)
    assert (book / name / "letter.txt").read_text() == "by hand"


def test_a_site_that_leads_elsewhere_is_refused(book: Path) -> None:
    (book / "elsewhere").mkdir()
    (book / "site").symlink_to("elsewhere")
    with pytest.raises(BookError, match="site: is no folder of its own"):
        build_site(book, SETTINGS)


def test_pages_that_stand_among_what_people_wrote_are_refused(book: Path) -> None:
    (book / "docs").rename(book / "seeds")
    (book / "docs").symlink_to("seeds")
    with pytest.raises(BookError, match="docs: is no folder of its own"):
        build_site(book, SETTINGS)


def test_same_pages_same_bytes_whatever_the_folder_time_zone_locale_and_hash_seed(
    tmp_path: Path, make_book: Callable[[Path], Path]
) -> None:
    here, there = make_book(tmp_path / "a"), make_book(tmp_path / "other place" / "b")
    assert build_in_process(here, TZ="Pacific/Kiritimati", LANG="C", PYTHONHASHSEED="1") == 0
    assert build_in_process(there, TZ="America/Adak", LANG="de_DE.UTF-8", PYTHONHASHSEED="2") == 0
    one, other = content(here / "site"), content(there / "site")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_the_date_on_the_sitemap_is_the_one_given(book: Path) -> None:
    build_site(book, Settings(site_url="https://example.org/"), epoch=1_677_283_200)
    assert "<lastmod>2023-02-25</lastmod>" in (book / "site/sitemap.xml").read_text()


def test_a_book_without_its_own_mkdocs_file_is_built_with_the_products(tmp_path: Path) -> None:
    nav = yaml.safe_load((PRODUCT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    for page in re.findall(r"[\w/-]+\.md", str(nav)):
        path = tmp_path / "docs" / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {page}\n", encoding="utf-8")

    assert "people/index.html" in build_site(tmp_path, SETTINGS)
    assert check_site(tmp_path / "site", {}) == []
