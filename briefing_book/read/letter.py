"""An e-mail's article: its plain part, or the page in it where that says more; its head tells the rest.

Who writes from an address of a list or an office is the publisher; anybody else the author. A web page that a
browser saved as one file (MHTML) has the same form, with the page as its first part.
"""

import re
from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parsedate_to_datetime
from itertools import pairwise
from typing import Any

from briefing_book.errors import SeedError
from briefing_book.read.decode import clean, decode
from briefing_book.read.draft import PARAGRAPH, Draft
from briefing_book.read.page_encoding import page_text
from briefing_book.read.stated import Stated, settle
from briefing_book.read.web_page import read_page

HEAD = "the letter's head"
OFFICES = re.compile(
    r"(?:no-?reply|do-?not-?reply|news|newsletters?|info|press|presse|prensa|media|editors?|editorial|redaktion|"
    r"redaction|alerts?|updates?|digest|briefing|daily|weekly|hello|contact|office|service|mail|post)\b.*",
    re.I,
)
"""The part of an address before the `@` that is no person's."""

LEAST_PLAIN = 0.5
"""The plain part is the article where it has this share of the page's letters; else it is only a notice."""
WRAPPED = 50
"""From this length on a line of a plain letter was broken because it was full."""

LONGEST_HEAD = 2_000
"""Characters of a line of the head."""

_ANSWER = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs)\s*(?:\[\d+\])?:\s*)+", re.I)
_SIGNATURE = re.compile(r"^-- ?$", re.M)
_LIST_HEADS = ("List-Id", "List-Unsubscribe", "List-Post")
_MEND = "save its text as .txt"


class _ShortHeads(EmailPolicy):
    """The package's own rules, but for lines of the head so long that it would take minutes over them."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        key, words = super().header_source_parse(sourcelines)
        return key, words[:LONGEST_HEAD]


def read_letter(data: bytes, name: str) -> Draft:
    """The article in an e-mail. Raises `SeedError` where it holds none."""
    letter = _parsed(data)
    stated = _stated(letter)
    plain, page = _body(letter, "plain", name), _body(letter, "html", name)
    article = _page(page, name) if page else None
    if article and _letters(plain or "") < LEAST_PLAIN * _letters(article.text):
        return Draft(article.text, stated)
    if plain is None or not _letters(plain):
        raise SeedError(f"is a letter without text of its own; {_MEND}", name)
    return Draft(unwrapped(plain), stated)


def read_saved_page(data: bytes, name: str) -> Draft:
    """The article on a page that a browser saved as one file (MHTML). Raises `SeedError`."""
    letter = _parsed(data)
    page = _body(letter, "html", name)
    if page is None:
        raise SeedError(f"is a saved page without a page in it; {_MEND}", name)
    address = _head(letter, "Snapshot-Content-Location") or _head(letter, "Content-Location")
    return read_page(page, name, address)


def unwrapped(text: str) -> str:
    """The text without a signature, its paragraphs on one line each where their lines had been filled."""
    text = _SIGNATURE.split(text.strip(), maxsplit=1)[0]
    paragraphs = (_filled(p.strip("\n")) for p in re.split(r"\n[ \t]*\n", text))
    return PARAGRAPH.join(p for p in paragraphs if p)


def _filled(paragraph: str) -> str:
    lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
    text = lines[0] if lines else ""
    for before, line in pairwise(lines):
        text += (" " if len(before) >= WRAPPED else "\n") + line
    return text


def _parsed(data: bytes) -> EmailMessage:
    rules: Any = _ShortHeads()
    return message_from_bytes(data, _class=EmailMessage, policy=rules)


def _stated(letter: EmailMessage) -> Stated:
    sender, address = _sender(letter)
    is_office = any(_head(letter, key) for key in _LIST_HEADS) or OFFICES.fullmatch(address.partition("@")[0])
    found = {
        "title": [_ANSWER.sub("", _head(letter, "Subject"))],
        "published": [_day(_head(letter, "Date"))],
        "publisher": [_head(letter, "Organization"), sender if is_office else ""],
        "author": ["" if is_office else sender],
        "url": [_head(letter, key).strip("<> ") for key in ("Archived-At", "Content-Location", "X-URL")],
        "language": [_head(letter, "Content-Language")],
    }
    return settle({thing: [(words, HEAD) for words in said] for thing, said in found.items()})


def _head(letter: EmailMessage, key: str) -> str:
    """A line of the head, "" where it is missing or cannot be read."""
    return _tried(lambda: clean(str(letter[key] or ""))) or ""


def _sender(letter: EmailMessage) -> tuple[str, str]:
    """The name and the address of who wrote; a name that is an address is none."""
    found = _tried(lambda: letter["From"].addresses[0])
    if found is None:
        return "", ""
    name = clean(found.display_name or "")
    return ("" if "@" in name else name), found.addr_spec


def _day(stated: str) -> str:
    """The day in the sender's own time zone."""
    moment = _tried(lambda: parsedate_to_datetime(stated))
    return moment.date().isoformat() if moment else stated


def _tried(read: Callable[[], Any]) -> Any:
    """What the e-mail package reads; None where a letter's head makes it stumble, in one of many ways."""
    try:
        return read()
    except Exception:  # its parsers raise whatever they stumble over: no list of kinds is promised
        return None


def _body(letter: EmailMessage, kind: str, name: str) -> str | None:
    """The text of the part that is the letter itself, of the kind `plain` or `html`; None without one."""
    part = _tried(lambda: letter.get_body((kind,)))
    data = _tried(lambda: part.get_payload(decode=True)) if part else None
    if not data:
        return None
    charset = _tried(lambda: part.get_content_charset())
    if kind == "html":
        return page_text(data, name, charset)
    text = _tried(lambda: data.decode(charset)) if charset not in (None, "us-ascii", "iso-8859-1") else None
    return clean(text) if text else decode(data, name)


def _page(source: str, name: str) -> Draft | None:
    try:
        return read_page(source, name)
    except SeedError:
        return None


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
