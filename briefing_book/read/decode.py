"""A seed's bytes as text: UTF-8, UTF-16 with or without its mark, or a code page that older systems wrote.

Text that is mostly ASCII and not UTF-8 is Windows-1252: in a short text a few curly quotes look equally
likely in a dozen code pages, but only Windows-1252 is common where the letters are Latin. A detector
chooses only where most letters are not ASCII, among the code pages that are in wide use for such scripts.
"""

import re

from charset_normalizer import from_bytes

from briefing_book.errors import SeedError

LATIN = "cp1252"
OTHERS = [
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1255",
    "cp1256",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
]
KNOWN_FORMATS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old Word document, or one that is locked with a password",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
MOST_STRANGE = 0.05
"""What has a larger share of control characters and of broken ones than this is no text."""
LEAST_ASCII = 0.02
"""The share of spaces, line ends and other ASCII in a text of any script."""

_MEND = "open it where it comes from and save it as .docx, .pdf or plain text in UTF-8"
_LINE_END = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")


def decode(data: bytes, name: str) -> str:
    """The cleaned text of the bytes of the seed `name`. Raises `SeedError` where they are no text."""
    for mark, what in KNOWN_FORMATS.items():
        if data.startswith(mark):
            raise SeedError(f"is {what}, not text; {_MEND}", name)
    for read in (_marked_utf16, _utf8, _unmarked_utf16, _code_page):
        text = read(data)
        if text is not None and _is_text(text):
            return clean(text)
    raise SeedError(f"is not text in an encoding that is known; {_MEND}", name)


def clean(text: str) -> str:
    """The text with `\\n` line ends, and nothing in it that YAML or HTML cannot hold.

    Control characters become a space and what is no character U+FFFD, one for one. The controls from U+0080
    to U+009F stay: YAML and HTML hold them.
    """
    text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
    return _NO_CHARACTER.sub("\ufffd", _CONTROL.sub(" ", text))


def _is_text(text: str) -> bool:
    strange = len(_CONTROL.findall(text)) + text.count("\ufffd")
    return strange <= MOST_STRANGE * len(text)


def _marked_utf16(data: bytes) -> str | None:
    return data.decode("utf-16", "replace") if data.startswith((b"\xff\xfe", b"\xfe\xff")) else None


def _utf8(data: bytes) -> str | None:
    """The text where the bytes are UTF-8, or UTF-8 with fewer broken characters than whole ones."""
    text = data.decode("utf-8-sig", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    whole = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    return text if broken == 0 or broken < whole else None


def _unmarked_utf16(data: bytes) -> str | None:
    """The text where zero bytes stand in one half of the pairs only, as those of spaces do."""
    high, low = data[1::2].count(0), data[0::2].count(0)
    if max(high, low) <= 20 * min(high, low) or max(high, low) < LEAST_ASCII * len(data) / 2:
        return None
    return data.decode("utf-16-le" if high > low else "utf-16-be", "replace")


def _code_page(data: bytes) -> str | None:
    ascii_letters = len(re.findall(rb"[A-Za-z]", data))
    others = len(re.findall(rb"[\x80-\xff]", data))
    codec = LATIN if ascii_letters >= others else _detected(data)
    try:
        return data.decode(codec) if codec else None
    except UnicodeDecodeError:
        return None


def _detected(data: bytes) -> str | None:
    best = from_bytes(data, cp_isolation=OTHERS, enable_fallback=False).best()
    return best.encoding if best else None
