"""The command tells what came, and its exit status whether something did not."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_book.cli import main
from tests.conftest import ROOT, UNPRIVILEGED
from tests.gather.conftest import Site, leading_to, page, seeds_of

Shown = pytest.CaptureFixture[str]


def test_what_came_is_told_and_what_failed_is_told_apart(book: Path, site: Site, capsys: Shown) -> None:
    site.pages["/talks"] = page("Talks go on in Nairobi")
    where = ["--book", str(book), "--allow-private"]
    assert main(["add", site.url("/talks"), "gone.txt", *where]) == 1
    shown = capsys.readouterr()
    assert f"New: seeds/talks-go-on-in-nairobi.html, from {site.url('/talks')}" in shown.out
    assert shown.err.startswith("gone.txt: is not there")
    assert main(["add", str(book / "seeds"), *where]) == 0
    assert "1 there already" in capsys.readouterr().out


def test_of_ten_things_at_once_each_that_fails_is_one_line(book: Path, site: Site, capsys: Shown) -> None:
    good = [f"/good-{number}" for number in range(4)]
    site.pages |= {place: page(f"Report {place[-1]}", f"It rained in county {place[-1]}.") for place in good}
    site.pages["/moved"] = leading_to("file:///etc/passwd")
    site.types["/film"], site.pages["/film"] = "video/mp4", b"film"
    (book.parent / "talks.txt").write_text("The talks in Nairobi go on, the minister said.")
    bad = [site.url("/gone"), site.url("/moved"), site.url("/film"), "ftp://a.example/", "no.txt"]
    what = [
        each
        for pair in zip(bad, [*map(site.url, good), str(book.parent / "talks.txt")], strict=True)
        for each in pair
    ]
    assert main(["add", *what, "--book", str(book), "--allow-private"]) == 1
    shown = capsys.readouterr()
    assert [line.partition(": ")[0] for line in shown.err.splitlines()] == bad
    assert shown.out.splitlines()[-1].startswith("5 new articles, 5 failed.")


def test_what_may_not_be_read_is_named_and_the_others_go_on(book: Path, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    for name in ("a.txt", "b.txt", "closed/c.txt"):
        (inbox / name).parent.mkdir(parents=True, exist_ok=True)
        (inbox / name).write_text(f"The talks in Nairobi go on, minister {name} said.")
    (inbox / "b.txt").chmod(0)
    (inbox / "closed").chmod(0)
    command = [
        sys.executable,
        "-c",
        UNPRIVILEGED,
        "build_briefing.py",
        "add",
        str(inbox),
        "--book",
        str(book),
    ]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    finally:
        (inbox / "closed").chmod(0o755)
    assert done.returncode == 1
    assert [line.partition(";")[0] for line in done.stderr.splitlines()] == [
        f"{inbox / 'b.txt'}: cannot be read (Permission denied)",
        f"{inbox}: holds folders that cannot be read, such as {inbox / 'closed'}",
    ]
    assert seeds_of(book) == ["a.txt"]


def test_a_disk_that_takes_no_more_costs_only_what_does_not_fit(
    book: Path, tmp_path: Path, capsys: Shown
) -> None:
    for name, size in (("a", 1), ("b", 9_000), ("c", 2)):
        (tmp_path / f"{name}.txt").write_text(f"The talks in Nairobi go on, minister {name} said. " * size)
    assert main(["add", str(tmp_path / "a.txt"), "--book", str(book)]) == 0
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        status = main(["add", *(str(tmp_path / f"{name}.txt") for name in "abc"), "--book", str(book)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert status == 1
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 1 and "b.txt: cannot be brought (File too large)" in shown.err
    assert sorted(path.name for path in (book / "seeds").iterdir()) == ["a.txt", "c.txt"]


def test_this_computer_is_asked_only_if_that_is_allowed(book: Path, site: Site, capsys: Shown) -> None:
    assert main(["add", "--feed", site.url("/feed"), "--book", str(book)]) == 1
    assert "--allow-private" in capsys.readouterr().err
    assert site.requests == []


def test_somebody_must_name_something_and_start_the_book_first(
    book: Path, tmp_path: Path, capsys: Shown
) -> None:
    assert main(["add", "--book", str(book)]) == 2
    assert "name what to bring" in capsys.readouterr().err
    assert main(["add", "a.txt", "--book", str(tmp_path / "none")]) == 2
    assert "init" in capsys.readouterr().err
    assert seeds_of(book) == []
