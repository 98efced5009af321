"""A list of addresses brings what it can and names the lines that it cannot."""

from pathlib import Path

from tests.gather.conftest import Bring, Site, page, seeds_of


def test_bad_lines_are_named_with_their_number_and_the_others_go_on(
    site: Site, bring: Bring, book: Path, tmp_path: Path
) -> None:
    site.pages = {"/talks": page("Talks go on in Nairobi"), "/rain": page("Rain", "It rained in Turkana.")}
    lines = [
        *("# what came on Friday", "", f"  {site.url('/talks')}  # the long one", "talks.txt"),
        *("file:///etc/passwd", site.url("/gone"), f"{site.url('/rain')}#more", site.url("/talks")),
    ]
    file = tmp_path / "friday.txt"
    file.write_text("\ufeff" + "\r\n".join(lines))
    added = bring(lists=(file,))
    assert [item.what.partition(" ")[0] for item in added.failed] == [f"{file}:{n}:" for n in (4, 5, 6)]
    assert len(seeds_of(book)) == 2
    assert site.asked() == ["/talks", "/gone", "/rain"]


def test_a_list_that_is_not_there_is_named(bring: Bring, tmp_path: Path) -> None:
    assert "is no file" in bring(lists=(tmp_path / "gone.txt",)).failed[0].note
