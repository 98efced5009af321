"""The book in the words of schema.org, in the pages and whole; and what pages tell those who link to them.

Schema.org's own context stands on the web: here its vocabulary alone stands for it.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, urljoin

import msgspec
import pytest
import yaml
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pyld import jsonld
from schema_org import registry

from briefing_book.model import Book
from briefing_book.render import render
from tests.render.small_book import HOSTILE, ROOT, TEMPLATES

Node = dict[str, Any]

SITE = "https://book.example/b/"
VOCABULARY = "https://schema.org/"
CONTEXT = {"@context": {"@vocab": VOCABULARY, **{key: {"@type": "@id"} for key in ("url", "contentUrl")}}}
TITLE = "<img src=x onerror=alert(1)> *t*"
ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def load(url: str, options: object) -> Node:
    assert url == "https://schema.org"
    return {"contentType": None, "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def expanded(data: Node, address: str) -> list[Node]:
    """The nodes of a JSON-LD document that stands at an address, all ids and terms in full."""
    return list(jsonld.expand(data, {"documentLoader": load, "base": address}))


def carried(pages: dict[str, str]) -> Iterator[tuple[str, Node]]:
    """The address of each page with the JSON-LD in its front matter."""
    for path, text in pages.items():
        if path.endswith(".md"):
            front = yaml.safe_load(text.split("---\n")[1])
            if "linked_data" in front:
                folder, _, name = path.removesuffix(".md").rpartition("/")
                built = PurePosixPath(folder, "" if name == "index" else name)
                yield urljoin(SITE, quote(f"{built}/")), json.loads(front["linked_data"])


@pytest.fixture(scope="module")
def whole(pages: dict[str, str]) -> list[Node]:
    return expanded(json.loads(pages["data/book.jsonld"]), f"{SITE}data/")


@pytest.fixture(scope="module")
def of_pages(pages: dict[str, str]) -> dict[str, list[Node]]:
    return {address: expanded(data, address) for address, data in carried(pages)}


def kinds(node: Node) -> list[str]:
    return [kind.removeprefix(VOCABULARY) for kind in node.get("@type", [])]


def inner(value: object) -> Iterator[Node]:
    """A node and all nodes within it."""
    if isinstance(value, list):
        for each in value:
            yield from inner(each)
    elif isinstance(value, dict):
        if "@value" not in value:
            yield value
        yield from inner([each for key, each in value.items() if key.startswith(VOCABULARY)])


def wrong(node: Node, known: dict[str, Node]) -> Iterator[str]:
    """What schema.org does not know of a node: its type, its properties, or their values' types."""
    lineage = {each for kind in kinds(node) for each in (kind, *registry.ancestry(kind))}
    for key, values in node.items():
        term = key.removeprefix(VOCABULARY)
        if key.startswith("@"):
            continue
        about = registry.PROPERTY_BY_SCHEMA.get(term)
        if not about or lineage.isdisjoint(about.domains):
            yield f"{kinds(node)} has no {term}"
        else:
            yield from (f"{term}: {value}" for value in values if not fits(value, about.ranges, known))


def fits(value: Node, ranges: tuple[str, ...], known: dict[str, Node]) -> bool:
    """Whether a value is what a property takes. For any thing its name may stand."""
    if "@value" in value:
        dates = {"Date", "DateTime"} & set(ranges)
        return not dates or bool(ISO_DATE.fullmatch(value["@value"]))
    if "URL" in ranges and "@type" not in value:
        return True
    types = kinds(value) or kinds(known[value["@id"]])
    return any(not set(ranges).isdisjoint((kind, *registry.ancestry(kind))) for kind in types)


def test_all_terms_are_schema_orgs_and_stand_where_they_may(
    whole: list[Node], of_pages: dict[str, list[Node]]
) -> None:
    known = {node["@id"]: node for node in whole if "@id" in node}
    everything = [node for nodes in (whole, *of_pages.values()) for node in inner(nodes)]
    assert {kind for node in everything for kind in kinds(node)} == {
        *("NewsArticle", "Person", "Country", "Organization", "Event", "Quotation", "Claim"),
        *("CreativeWork", "Place", "PropertyValue", "WebSite", "Dataset", "DataDownload"),
    }
    assert [problem for node in everything for problem in wrong(node, known)] == []


def test_the_whole_names_everything_once_and_refers_only_to_what_it_names(whole: list[Node]) -> None:
    named = [node["@id"] for node in whole if "@id" in node]
    assert len(named) == len(set(named)) == 11
    referred = {node["@id"] for node in inner(whole) if list(node) == ["@id"]}
    assert {id for id in referred if id.startswith(SITE)} <= set(named)
    assert f"{SITE}people/#bo-kim" in named


def test_a_page_says_what_it_is_about_by_its_own_address(of_pages: dict[str, list[Node]]) -> None:
    found = {address.removeprefix(SITE): kinds(nodes[0]) for address, nodes in of_pages.items()}
    assert found["sources/report/"] == ["NewsArticle"]
    assert found["people/ann-lee/"] == ["Person"]
    assert found["countries/norland/"] == ["Country"]
    assert found["timeline/"] == ["Event"]
    assert found["quotations/"] == ["Quotation"]
    assert found[""] == ["WebSite"]
    assert found["data/"] == ["Dataset"]
    for address, nodes in of_pages.items():
        if "@id" in nodes[0]:
            assert nodes[0]["@id"] == address


def test_what_is_reported_of_words_is_a_claim_and_a_country_speaks_as_an_organisation(
    whole: list[Node],
) -> None:
    claims = {node[f"{VOCABULARY}text"][0]["@value"]: node for node in whole if kinds(node) == ["Claim"]}
    assert "@value" in claims["it says"][f"{VOCABULARY}author"][0]
    (author,) = claims["claims that “the roads are shut”"][f"{VOCABULARY}author"]
    assert kinds(author) == ["Organization"]
    assert author[f"{VOCABULARY}location"] == [{"@id": f"{SITE}countries/norland/"}]
    assert claims["calls for a ceasefire"][f"{VOCABULARY}about"] == [
        {"@id": f"{SITE}plans/roads-2024/1-ceasefire/"}
    ]


def test_ids_are_the_same_in_full_where_the_book_says_where_its_site_stands(
    book: Book, pages: dict[str, str], whole: list[Node], of_pages: dict[str, list[Node]]
) -> None:
    placed = render(msgspec.structs.replace(book, site_url=SITE.rstrip("/")), TEMPLATES)
    assert expanded(json.loads(placed["data/book.jsonld"]), "https://other.example/") == whole
    assert {
        address: expanded(data, "https://other.example/") for address, data in carried(placed)
    } == of_pages


def test_hostile_text_stays_within_its_script_and_is_not_changed(site: Path) -> None:
    for page in sorted(site.rglob("index.html")):
        text = page.read_text(encoding="utf-8")
        for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S):
            assert not set("<>&") & set(data)
            json.loads(data)
    (data,) = html.parse(site / "sources" / HOSTILE / "index.html").xpath(
        "//script[@type='application/ld+json']/text()"
    )
    assert json.loads(data)["headline"] == TITLE


def meta(page: Path) -> dict[str, str]:
    """What a page's head says, by name or property."""
    found = html.parse(page).xpath("//head/meta[@name or @property]")
    return {each.get("name") or each.get("property"): each.get("content") for each in found}


def test_a_page_tells_its_title_and_description_in_exact_words(site: Path, book: Book) -> None:
    told = meta(site / "sources" / HOSTILE / "index.html")
    assert (told["og:title"], told["og:type"]) == (TITLE, "article")
    assert told["og:description"] == told["description"]
    assert TITLE in told["description"]
    person = meta(site / "people/ann-lee/index.html")
    assert (person["og:title"], person["og:type"]) == ("Ann Lee", "profile")
    assert meta(site / "people/index.html")["og:type"] == "website"
    descriptions = {page: meta(page).get("description") for page in site.rglob("index.html")}
    assert all(descriptions[page] for page in descriptions if "refresh" not in page.read_text("utf-8"))


def test_addresses_of_the_site_stand_in_the_head_only_where_they_are_known(
    site: Path, tmp_path: Path
) -> None:
    assert "og:url" not in meta(site / "index.html")
    (tmp_path / "docs/people").mkdir(parents=True)
    (tmp_path / "docs/index.md").write_text("# Home\n")
    (tmp_path / "docs/people/x.md").write_text("# A & B\n")
    places = {"docs_dir": str(tmp_path / "docs"), "site_dir": str(tmp_path / "site")}
    build(load_config(str(ROOT / "mkdocs.yml"), **places, site_url=SITE, nav=[{"Home": "index.md"}]))
    page = tmp_path / "site/people/x/index.html"
    assert html.parse(page).xpath("//link[@rel='canonical']/@href") == [f"{SITE}people/x/"]
    assert (meta(page)["og:url"], meta(page)["og:title"]) == (f"{SITE}people/x/", "A & B")


def test_every_page_leads_to_the_feed(site: Path) -> None:
    for page in ("index.html", "people/ann-lee/index.html"):
        (link,) = html.parse(site / page).xpath("//link[@type='application/atom+xml']/@href")
        assert (site / page).parent.joinpath(link).resolve() == (site / "changes/feed.xml").resolve()
