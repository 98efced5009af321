"""A web page's bytes as its source: as the bytes show, else as what came with it or its own words say."""

import re

from briefing_book.read.decode import clean, decode

ALIASES = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "tis-620": "cp874",
    "big5": "big5hkscs",
}
"""What browsers read in place of what a page says (the WHATWG Encoding Standard): the larger code page."""

MOST_BROKEN = 0.02
"""The share of characters that do not fit an encoding from which on it is another one."""

HEAD = 4_096
"""Bytes at the start of a page in which it says what it is."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_XML_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.I)


def page_text(data: bytes, name: str, charset: str | None = None) -> str:
    """The source of the page; `charset` is what came with it. Raises `SeedError` where it is no text."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and not _is_utf8(data):
        for stated in (charset, _stated_charset(data)):
            if stated and (text := _decoded(data, stated)):
                return clean(text)
    return decode(data, name)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _stated_charset(data: bytes) -> str | None:
    head = data[:HEAD]
    found = _XML_ENCODING.match(head) or _CHARSET.search(head)
    return found[1].decode("ascii", "replace").lower() if found else None


def _decoded(data: bytes, charset: str) -> str | None:
    """The text in this encoding; None where there is no such encoding, or it is not this one."""
    name = charset.strip().lower()
    try:
        text = data.decode(ALIASES.get(name, name), "replace")
    except (LookupError, ValueError, AssertionError):  # "idna" and its like are codecs as well
        return None
    return text if text.count("\ufffd") <= MOST_BROKEN * len(text) else None
