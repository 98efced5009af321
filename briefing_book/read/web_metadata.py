"""What a web page states of its article: in JSON-LD, in its meta tags, or in the few elements made for it.

JSON-LD is written for the article alone and comes first; then what is made for links (`og:…`), for libraries
(`dc.…`, `citation_…`) and for the site's own use. Of dates in the text only those in elements count that say
what they are, or stand under the headline.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing_book.read.json_ld import article_states
from briefing_book.read.stated import Stated, names, settle
from briefing_book.read.title import FEWEST_WORDS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

META = {
    "title": (
        *("ogtitle", "headline", "citationtitle", "dctitle", "dctermstitle", "parselytitle"),
        *("sailthrutitle", "twittertitle", "title"),
    ),
    "published": (
        *("articlepublishedtime", "ogarticlepublishedtime", "datepublished", "citationpublicationdate"),
        *("citationdate", "dctermsissued", "dcdateissued", "dcdate", "dctermsdate", "dctermscreated"),
        *("parselypubdate", "sailthrudate", "articlepublished", "publisheddate", "publicationdate"),
        *("publishdate", "pubdate", "publishtime", "date", "originalpublicationdate", "releasedate"),
    ),
    "updated": (
        *("articlemodifiedtime", "ogupdatedtime", "datemodified", "dctermsmodified", "dcdatemodified"),
        *("lastmodified", "modified", "lastupdated"),
    ),
    "publisher": (
        *("ogsitename", "publisher", "dcpublisher", "dctermspublisher", "citationpublisher"),
        *("parselysitename", "source", "applicationname", "twittersite"),
    ),
    "author": (
        *("author", "articleauthor", "byl", "citationauthor", "dccreator", "dctermscreator"),
        *("parselyauthor", "sailthruauthor", "authors", "creator", "twittercreator"),
    ),
    "url": ("ogurl", "twitterurl", "parselylink"),
    "language": ("oglocale", "contentlanguage", "dclanguage", "dctermslanguage", "language"),
}
"""The meta tags that state each thing, best first; case and punctuation in a name do not count."""

JSON_LD = "the JSON-LD"
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]+)", re.I
)
_NAME = re.compile(r"[\w:.-]{1,40}", re.ASCII)
SITE_MARK = re.compile(r"\s+(?:[|·•»«–—]|--?|::)\s+")
_MOST_SITE_WORDS = 4
_LONGEST_BYLINE = 100

_CLASS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"
_UNDER_HEADLINE = (
    "//time[@datetime][not(ancestor::aside or ancestor::li or ancestor::nav or ancestor::footer)]"
    "[ancestor::*[self::article or self::header or self::main][1][.//h1]]"
    "[not(contains(@class, 'updat') or contains(@class, 'modif') or @itemprop='dateModified')]"
)
ELEMENTS = {
    "title": (
        ("//*[@itemprop='headline']", "the headline on the page"),
        ("//h1", "the headline on the page"),
    ),
    "published": (
        ("//*[@itemprop='datePublished']", "the date on the page"),
        ("//time[@pubdate]", "the date on the page"),
        (_UNDER_HEADLINE, "the date on the page"),
    ),
    "updated": (("//*[@itemprop='dateModified']", "the date on the page"),),
    "publisher": (("//*[@itemprop='publisher']//*[@itemprop='name']", "the page"),),
    "author": (
        ("//*[@itemprop='author']//*[@itemprop='name']", "the by-line"),
        ("//*[@itemprop='author']", "the by-line"),
        ("//*[@rel='author']", "the by-line"),
        (f"//*[{_CLASS.format('byline')}]", "the by-line"),
    ),
}
"""The elements that state each thing, best first, as XPath, and what a reader calls them."""


def page_states(tree: "HtmlElement", head: str, url: str | None = None) -> Stated:
    """What the page states; `head` is the start of its source, `url` where it was saved from."""
    written = article_states([s.text or "" for s in tree.iterfind(".//script[@type='application/ld+json']")])
    metas = _metas(tree)
    site = next((words for words, _ in metas["publisher"]), written.get("publisher", ""))
    candidates = {
        thing: [
            *([(written[thing], JSON_LD)] if thing in written else ()),
            *metas[thing],
            *_in_elements(tree, thing),
        ]
        for thing in META
    }
    candidates["title"] = [(without_site(words, site), place) for words, place in candidates["title"]]
    candidates["title"] += _page_title(tree, site)
    candidates["author"] = [said for said in candidates["author"] if said[0].casefold() != site.casefold()]
    candidates["url"] = [*_links(tree), *candidates["url"], *_saved_from(head, url)]
    candidates["language"] = [*_html_lang(tree), *candidates["language"]]
    return settle(candidates)


def without_site(title: str, site: str) -> str:
    """The title without the name of the site after or before it."""
    title = " ".join(title.split())
    if not site:
        return title
    mark, name = r"\s+[|·•»«–—:-]{1,2}\s+", re.escape(site)
    return re.sub(rf"^{name}{mark}(?=\S)|(?<=\S){mark}{name}$", "", title, flags=re.I)


def _metas(tree: "HtmlElement") -> dict[str, list[tuple[str, str]]]:
    """What the meta tags state of each thing, best first, each with the tag's name."""
    tags: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for tag in tree.iterfind(".//meta[@content]"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (tag.get(attribute) or "").strip()
            if _NAME.fullmatch(name):
                tags[re.sub(r"[\W_]", "", name).casefold()].append((tag.get("content") or "", name))
    found = {thing: [said for key in keys for said in tags[key]] for thing, keys in META.items()}
    found["author"] = [
        (names(words for words, _ in tags[key]), tags[key][0][1]) for key in META["author"] if tags[key]
    ]
    return found


def _in_elements(tree: "HtmlElement", thing: str) -> Iterator[tuple[str, str]]:
    for path, place in ELEMENTS.get(thing, ()):
        found = tree.xpath(path)
        if thing == "title" and len(found) > 1:  # the headline of which of several stories?
            continue
        for element in found[:1]:
            said = element.get("content") or element.get("datetime") or element.text_content()
            if thing != "author" or len(said) <= _LONGEST_BYLINE:
                yield " ".join(said.split()), place


def _page_title(tree: "HtmlElement", site: str) -> Iterator[tuple[str, str]]:
    """The page's title; what follows the last mark in it is the site's name where it is short."""
    title = " ".join((tree.findtext(".//head/title") or "").split())
    if site and (short := without_site(title, site)) != title:
        yield short, "the page's title"
    marks = list(SITE_MARK.finditer(title))
    if marks:
        kept, rest = title[: marks[-1].start()], title[marks[-1].end() :]
        if len(kept.split()) >= FEWEST_WORDS and len(rest.split()) <= _MOST_SITE_WORDS:
            yield kept, "the page's title"
    yield title, "the page's title"


def _links(tree: "HtmlElement") -> Iterator[tuple[str, str]]:
    for link in tree.iterfind(".//link[@rel='canonical']"):
        yield link.get("href") or "", "its canonical link"


def _saved_from(head: str, url: str | None) -> Iterator[tuple[str, str]]:
    if saved := _SAVED.search(head):
        yield saved[1], "the note of the program that saved it"
    if url:
        yield url, "the note of the program that saved it"


def _html_lang(tree: "HtmlElement") -> Iterator[tuple[str, str]]:
    for root in tree.iter("html"):
        yield root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "", "its html tag"
