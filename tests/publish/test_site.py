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
from briefing_book.publish.site import build_site
from briefing_book.publish.standing import PRODUCT

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
    files = list(build_site(book, SETTINGS).files)

    assert {"index.html", "people/ana-lima/index.html", "sources/a/index.html", "flag one.svg"} <= set(files)
    assert files == sorted(files)
    assert "<title>Talks of 2023</title>" in (book / "site/index.html").read_text()
    assert capfd.readouterr() == ("", "")


def test_a_page_with_the_line_ends_of_windows_has_its_front_matter(book: Path) -> None:
    (book / "docs/own.md").write_bytes(b"---\r\ntitle: By hand\r\n---\r\n\r\nText\r\n")
    build_site(book, SETTINGS)
    assert "<title>By hand - Talks of 2023</title>" in (book / "site/own/index.html").read_text()


def test_what_is_gone_from_the_pages_is_gone_from_the_site(book: Path) -> None:
    build_site(book, SETTINGS)
    (book / "docs/people/new.md").write_text("# New")
    assert "people/new/index.html" in build_site(book, SETTINGS).files
    (book / "docs/people/new.md").unlink()
    assert "people/new/index.html" not in build_site(book, SETTINGS).files


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
    assert sorted(path.name for path in book.iterdir()) == [".build", "docs", "mkdocs.yml", "site"]
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
    assert (book / ".build/next").is_dir()

    (book / "mkdocs.yml").write_text(config)
    build_site(book, SETTINGS)
    assert content(book / "site") == before
    assert not (book / ".build/next").exists()


def test_files_that_no_build_made_are_never_removed(book: Path) -> None:
    (book / "site").mkdir()
    (book / "site/letter.txt").write_text("by hand")
    with pytest.raises(BookError, match="site: holds files"):
        build_site(book, SETTINGS)
    assert (book / "site/letter.txt").read_text() == "by hand"


def test_a_file_that_somebody_put_among_ours_is_named_and_stays(book: Path) -> None:
    build_site(book, SETTINGS)
    (book / "site/CNAME").write_text("example.org")
    (book / "docs/people/new.md").write_text("# New\n")
    with pytest.raises(BookError, match=r"CNAME: is no file that a build made; .*docs/"):
        build_site(book, SETTINGS)
    assert (book / "site/CNAME").read_text() == "example.org"


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

    assert "people/index.html" in build_site(tmp_path, SETTINGS).files
    assert check_site(tmp_path / "site", {}) == []
