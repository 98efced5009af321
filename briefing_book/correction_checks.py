"""Whether a correction can be one: what its fields hold, and which of them its kind needs."""

import re
from pathlib import Path

from briefing_book.checks import refuse, require_address, require_country, require_words
from briefing_book.model import Add, ArticleCorrection, Identify
from briefing_book.read.dates import is_edtf, is_when

REJECTABLE = (
    *("people", "organisations", "countries", "roles", "plans"),
    *("quotations", "dates", "events", "quantities", "positions", "provisions"),
)
"""The kinds of facts that a correction may reject, or confirm."""
ADDABLE: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "people": ((), ("name",)),
    "organisations": ((), ("name", "country")),
    "countries": (("code",), ()),
    "roles": (("person",), ("country",)),
    "plans": (("plan",), ()),
    "quotations": ((), ("speaker", "direct")),
    "dates": (("value",), ()),
    "events": (("verb",), ("date", "participants", "planned")),
    "quantities": (("value", "of"), ()),
    "positions": (("holder", "stance", "target"), ()),
    "provisions": (("plan",), ("point",)),
}
"""The kinds of facts that a correction may add: what each needs, and what else it takes."""
OF_ARTICLES = ("title", "published", "publisher", "url", "version_of")
"""What a correction can say of an article."""
LISTS = (
    ("names", 2, "lists two names or more"),
    ("aliases", 1, "lists one name or more"),
    ("articles", 1, "lists one article or more"),
    ("participants", 1, "lists one name or more"),
)
"""The lists in corrections, with the fewest things that they hold."""
TEXTS = (
    *("article", "title", "publisher", "version_of", "into", "name", "to", "text", "person", "speaker"),
    *("verb", "holder", "target", "plan", "value", "of"),
)
"""What is never empty where it is written."""
FORMS = {
    "wikidata": (r"Q[1-9]\d*", "is an item of Wikidata, such as Q184: the end of its page's address"),
    "iso": (r"[A-Z]{2}(-[A-Z0-9]{1,3})?", "is an ISO 3166 code in capitals, such as `BY` or `BY-MI`"),
}
"""What looks one way only, and the mend."""


def check_correction(path: Path, place: str, correction: object) -> None:
    """Checks what the fields of a correction hold, whichever of them it has. Raises `BookError`."""
    _check_texts(path, place, correction)
    require_address(path, f"{place}.url", getattr(correction, "url", None))
    for field, fewest, says in LISTS:
        if (listed := getattr(correction, field, None)) is not None:
            _check_list(path, f"{place}.{field}", listed, fewest, says)
    if getattr(correction, "kind", REJECTABLE[0]) not in REJECTABLE:
        refuse(path, f"{place}.kind", f"is one of: {', '.join(REJECTABLE)}")
    if isinstance(correction, ArticleCorrection):
        _check_article(path, place, correction)
    if isinstance(correction, Identify):
        _check_identity(path, place, correction)
    if isinstance(correction, Add):
        _check_what_it_says(path, place, correction)
        _check_values(path, place, correction)


def _check_texts(path: Path, place: str, correction: object) -> None:
    for field in TEXTS:
        if (words := getattr(correction, field, None)) is not None:
            require_words(path, f"{place}.{field}", words)
    for field, (form, says) in FORMS.items():
        if (value := getattr(correction, field, None)) is not None and not re.fullmatch(form, value):
            refuse(path, f"{place}.{field}", says)
    for field, example in (("published", "2023-02-25"), ("when", "2024-05-01")):
        if (value := getattr(correction, field, None)) is not None and not is_edtf(value):
            refuse(path, f"{place}.{field}", f"is a day, month or year in the calendar, such as {example}")


def _check_article(path: Path, place: str, better: ArticleCorrection) -> None:
    known = [field for field in OF_ARTICLES if getattr(better, field) is not None]
    if not known:
        listed = ", ".join(f"`{field}:`" for field in OF_ARTICLES[:-1])
        refuse(
            path, f"{place}.article", f"is followed by nothing that is known better; write {listed} below it"
        )
    if better.version_of == better.article:
        refuse(path, f"{place}.version_of", "is the article itself; write another one's name")


def _check_identity(path: Path, place: str, identify: Identify) -> None:
    if identify.wikidata is identify.iso is None:
        refuse(path, f"{place}.name", "is identified by nothing; write `wikidata:` or `iso:` below it")
    require_country(path, f"{place}.iso", identify.iso and identify.iso.partition("-")[0])


def _check_what_it_says(path: Path, place: str, add: Add) -> None:
    """All that its kind needs, and nothing that its kind does not take."""
    needs, takes = ADDABLE[add.kind]
    for field in needs:
        if getattr(add, field) is None:
            refuse(path, f"{place}.kind", f"says {add.kind}, and these need `{field}:`; write it below")
    for field in dict.fromkeys(name for known in ADDABLE.values() for names in known for name in names):
        if getattr(add, field) is not None and field not in (*needs, *takes):
            known = ", ".join(f"`{name}`" for name in (*needs, *takes))
            refuse(path, f"{place}.{field}", f"is not for {add.kind}: these take {known}; take it out")


def _check_values(path: Path, place: str, add: Add) -> None:
    if add.number < 1:
        refuse(path, f"{place}.number", "counts the places with these words, from 1")
    if add.kind == "quantities" and not re.fullmatch(r"\d+(\.\d+)?", add.value or ""):
        refuse(path, f"{place}.value", "is a number in digits, such as 30 or 1500000 or 2.5")
    for field, value in (("date", add.date), ("value", add.value)):
        if value is not None and add.kind != "quantities" and not is_when(value):
            says = "is a date in EDTF, such as 2023-02-25, 2023-02 or 2023-02-28/2023-03-02"
            refuse(path, f"{place}.{field}", says)
    require_country(path, f"{place}.code", add.code)
    require_country(path, f"{place}.country", add.country)


def _check_list(path: Path, place: str, listed: tuple[str, ...], fewest: int, says: str) -> None:
    if len(listed) < fewest:
        refuse(path, place, says)
    for number, words in enumerate(listed):
        if not words.strip():
            refuse(path, f"{place}[{number}]", "holds an empty text; write it, or take it out")
