"""The same article again is recognised, an edited one kept beside what it was, and nothing written over."""

from pathlib import Path

import pytest

from briefing_book.gather.add import Options, add
from briefing_book.gather.known import known
from briefing_book.gather.network import Net
from tests.gather.conftest import TEXT, Bring, Site, leading_to, page, seeds_of

TITLE = "Talks go on in Nairobi"
TALKS = "talks-go-on-in-nairobi"
FIRST = page(TITLE)
EDITED = page(TITLE, *TEXT[:2], "The talks will end on Sunday, the ministry said in a later statement.")


def test_a_seed_is_named_for_its_article_and_kept_as_it_came(site: Site, bring: Bring, book: Path) -> None:
    head = '<meta property="article:published_time" content="2026-11-20T08:00:00Z">'
    site.pages["/talks"] = page(TITLE, head=head)
    added = bring(site.url("/talks"))
    assert [item.file for item in added.brought] == [f"{TALKS}-2026-11-20.html"]
    assert (book / "seeds" / f"{TALKS}-2026-11-20.html").read_bytes() == site.pages["/talks"]


@pytest.mark.parametrize("again", ["", "#comments", "?utm_source=feed&fbclid=7", "/"])
def test_an_article_that_did_not_change_is_not_brought_again(
    again: str, site: Site, bring: Bring, book: Path
) -> None:
    site.pages |= {"/talks": FIRST, "/talks/": FIRST}
    bring(site.url("/talks"))
    added = bring(site.url(f"/talks{again}"))
    assert [item.file for item in added.unchanged] == [f"{TALKS}.html"]
    assert seeds_of(book) == [f"{TALKS}.html"]


def test_a_server_is_asked_only_for_what_has_changed(site: Site, bring: Bring, book: Path) -> None:
    site.pages["/talks"] = FIRST
    site.tags["/talks"] = '"one"'
    bring(site.url("/talks"))
    added = bring(site.url("/talks"))
    assert site.requests[-1][1]["If-None-Match"] == '"one"'
    assert [item.file for item in added.unchanged] == [f"{TALKS}.html"]


def test_what_a_person_took_out_or_changed_is_asked_for_whole(site: Site, bring: Bring, book: Path) -> None:
    site.pages["/talks"] = FIRST
    site.tags["/talks"] = '"one"'
    bring(site.url("/talks"))
    (book / "seeds" / f"{TALKS}.html").unlink()
    assert bring(site.url("/talks")).brought
    (book / "seeds" / f"{TALKS}.html").write_bytes(EDITED)
    assert bring(site.url("/talks")).updated


def test_an_edited_article_is_put_beside_the_one_before(site: Site, bring: Bring, book: Path) -> None:
    for content in (FIRST, EDITED, FIRST):
        site.pages["/talks"] = content
        added = bring(site.url("/talks"))
    assert [item.file for item in added.updated] == [f"{TALKS}-3.html"], (
        "what was changed back is a version too"
    )
    assert (book / "seeds" / f"{TALKS}.html").read_bytes() == FIRST
    assert (book / "seeds" / f"{TALKS}-2.html").read_bytes() == EDITED


def test_a_page_that_only_looks_different_is_the_same(site: Site, bring: Bring) -> None:
    site.pages["/talks"] = FIRST
    bring(site.url("/talks"))
    site.pages["/talks"] = FIRST.replace(b"<p>", b'<p class="x7f">').replace(b"</body>", b"<!-- 9 --></body>")
    assert bring(site.url("/talks")).unchanged


def test_one_article_under_two_addresses_of_its_site_is_told_by_what_it_states(
    site: Site, bring: Bring, book: Path
) -> None:
    stated = f'<link rel="canonical" href="{site.url("/talks")}">'
    site.pages |= {"/talks": page(TITLE, head=stated), "/amp/talks": page(TITLE, head=stated)}
    bring(site.url("/talks"))
    assert bring(site.url("/amp/talks")).unchanged
    site.pages["/amp/talks"] = EDITED.replace(b"</head>", stated.encode() + b"</head>")
    assert bring(site.url("/amp/talks")).updated


def test_no_page_can_make_itself_an_article_of_another_site(site: Site, bring: Bring, book: Path) -> None:
    site.pages["/forged"] = page(TITLE, head='<link rel="canonical" href="https://agency.example/talks">')
    bring(site.url("/forged"))
    assert known(book)[f"{TALKS}.html"].address == site.url("/forged")


def test_the_same_text_under_another_address_is_brought_as_a_copy(
    site: Site, bring: Bring, book: Path
) -> None:
    site.pages |= {"/talks": FIRST, "/copied": FIRST}
    added = bring(site.url("/talks"), site.url("/copied"))
    assert added.brought[1].note == f"a copy of seeds/{TALKS}.html"
    assert len(seeds_of(book)) == 2


def test_another_article_of_the_same_title_gets_another_name(site: Site, bring: Bring, book: Path) -> None:
    site.pages |= {"/one": FIRST, "/two": EDITED}
    assert len(bring(site.url("/one"), site.url("/two")).brought) == 2
    assert seeds_of(book) == [f"{TALKS}-2.html", f"{TALKS}.html"]


def test_an_address_that_leads_to_another_article_brings_that_one(
    site: Site, bring: Bring, book: Path
) -> None:
    site.pages |= {"/one": FIRST, "/two": page("Rains end the drought", "It rained in Turkana for six days.")}
    for place in ("/one", "/two"):
        site.pages["/latest"] = leading_to(place)
        assert bring(site.url("/latest")).brought
    assert [source.address for source in known(book).values()] == [site.url("/two"), site.url("/one")]


def test_an_article_of_a_feed_is_the_same_when_it_is_named(site: Site, bring: Bring) -> None:
    site.types["/talks"] = "text/plain"
    site.pages["/talks"] = TEXT[0].encode()
    site.pages["/feed"] = (
        b"<rss version='2.0'><channel><item><link>/talks</link><title>Talks</title></item></channel></rss>"
    )
    assert bring(feeds=(site.url("/feed"),)).brought
    assert bring(site.url("/talks")).unchanged


def test_an_article_that_lay_there_without_its_address_gets_it(site: Site, bring: Bring, book: Path) -> None:
    (book / "seeds" / "mine.html").write_bytes(FIRST)
    site.pages["/talks"] = FIRST
    added = bring(site.url("/talks"))
    assert [(item.file, item.note) for item in added.unchanged] == [("mine.html", "its address is known now")]
    assert known(book)["mine.html"].address == site.url("/talks")
    assert bring(site.url("/talks")).unchanged


def test_one_address_is_asked_once_however_often_it_is_named(site: Site, bring: Bring, book: Path) -> None:
    site.pages["/talks"] = FIRST
    bring(site.url("/talks"), site.url("/talks?utm_source=x"))
    assert site.asked() == ["/talks"]


def test_what_is_done_stays_when_somebody_stops_it(site: Site, book: Path) -> None:
    def stop_at_other(doing: str) -> None:
        if doing.endswith("/other"):
            raise KeyboardInterrupt

    site.pages["/talks"] = FIRST
    with pytest.raises(KeyboardInterrupt):
        add(
            book,
            [site.url("/talks"), site.url("/other")],
            Options(private=True),
            stop_at_other,
            Net(sleep=lambda seconds: None),
        )
    assert seeds_of(book) == [f"{TALKS}.html"]
    assert known(book)[f"{TALKS}.html"].address == site.url("/talks")


def test_how_a_reader_came_to_an_article_is_not_kept(site: Site, bring: Bring, book: Path) -> None:
    site.pages["/talks"] = FIRST
    bring(site.url("/talks?id=7&utm_source=letter#comments"))
    assert known(book)[f"{TALKS}.html"].address == site.url("/talks?id=7")
