"""An archive gives every article in it; a bad member costs nothing else, and none gets out of its limits."""

import io
import stat
import zipfile
from collections.abc import Callable

import pytest

from briefing_book.read import Read, read_content
from briefing_book.read.names import is_safe

TEXT = "Delegations from both countries met in Geneva on Monday to speak about a ceasefire.\n"


def packed(members: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def said(found: Read) -> dict[str, str]:
    return {each.file: each.reason for each in found.skipped}


def test_every_member_is_an_article_named_after_the_archive_and_itself() -> None:
    found = read_content(
        packed({"b.txt": TEXT, "a.md": f"# Talks\n\n{TEXT}", "in/c d&e.txt": TEXT}), "seeds/x.zip"
    )
    assert not found.skipped
    assert [each.info.file for each in found.articles] == [
        *("seeds/x.zip/a.md", "seeds/x.zip/b.txt", "seeds/x.zip/in/c d&e.txt"),
    ]
    ids = [each.info.id for each in found.articles]
    assert ids[:2] == ["x-a", "x-b"] and ids[2].startswith("x-c-d-e-") and is_safe(ids[2])


def test_members_with_one_name_get_ids_that_differ_and_do_not_depend_on_the_order_in_the_archive() -> None:
    members = {"a.txt": TEXT, "a.md": TEXT, "one/a.txt": TEXT, "two/a.txt": TEXT}
    ids = {each.info.file: each.info.id for each in read_content(packed(members), "x.zip").articles}
    assert len(set(ids.values())) == 4 and ids["x.zip/a.md"] == "x-a"
    backwards = packed(dict(reversed(members.items())))
    assert ids == {each.info.file: each.info.id for each in read_content(backwards, "x.zip").articles}


def test_a_bad_member_is_named_and_costs_nothing_else() -> None:
    members = {
        "good.txt": TEXT,
        "empty.txt": "",
        "inner.zip": packed({"a.txt": TEXT}),
        "picture.jpg": b"\xff\xd8\xff",
        "../../out.txt": TEXT,
        "/etc/out.txt": TEXT,
        "C:\\out.txt": TEXT,
        "..\\out.txt": TEXT,
        "large.txt": "a " * 3_000_000,
    }
    found = read_content(packed(members), "seeds/x.zip")
    assert [each.info.id for each in found.articles] == ["x-good"]
    reasons = said(found)
    assert len(reasons) == len(members) - 1
    assert "holds no text" in reasons["seeds/x.zip/empty.txt"]
    assert "an archive in an archive; unpack it" in reasons["seeds/x.zip/inner.zip"]
    assert "`.jpg` files are not read" in reasons["seeds/x.zip/picture.jpg"]
    assert "larger than 4 MB" in reasons["seeds/x.zip/large.txt"]
    assert sum("leads out of the archive" in reason for reason in reasons.values()) == 4


def test_what_systems_and_browsers_put_beside_articles_is_passed_over() -> None:
    page = f"<html><body><p>{TEXT * 3}</p></body></html>"
    beside = dict.fromkeys(("talks_files/a.css", "__MACOSX/._talks.html", ".DS_Store", "in/Thumbs.db"), "x")
    found = read_content(packed({"talks.html": page, "empty/": "", **beside}), "x.zip")
    assert [each.info.id for each in found.articles] == ["x-talks"] and not found.skipped


def test_a_link_in_an_archive_is_no_article() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("talks.txt", TEXT)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/hostname")
    found = read_content(buffer.getvalue(), "x.zip")
    assert [each.info.id for each in found.articles] == ["x-talks"] and not found.skipped


def locked() -> bytes:
    """An archive whose member says that it is encrypted."""
    data = bytearray(packed({"a.txt": TEXT}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def lying() -> bytes:
    """An archive whose member is far larger than it says."""
    data = bytearray(packed({"a.txt": "a " * 20_000_000}))
    entry = data.index(b"PK\x01\x02")
    data[22:26] = data[entry + 24 : entry + 28] = (1_000).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "file", "why"),
    [
        (locked, "x.zip/a.txt", "locked with a password"),
        (lying, "x.zip/a.txt", "broken inside the archive"),
        (
            lambda: packed({"a.txt": TEXT}, zipfile.ZIP_BZIP2),
            "x.zip/a.txt",
            "packed in a way that is not read",
        ),
        (lambda: packed({f"{n}.txt": "" for n in range(5_001)}), "x.zip", "more than 5,000 files"),
        (lambda: packed({f"{n}.txt": bytes(60_000_000) for n in range(9)}), "x.zip", "more than 500 MB"),
        (lambda: packed({"a.txt": TEXT})[:40], "x.zip", "is broken"),
        (
            lambda: packed({"mimetype": "application/epub+zip"}),
            "x.zip",
            "a document of a kind that is not read",
        ),
    ],
)
def test_a_hostile_archive_is_refused_in_a_line(data: Callable[[], bytes], file: str, why: str) -> None:
    found = read_content(data(), "x.zip")
    assert not found.articles
    assert list(said(found)) == [file] and why in said(found)[file]
