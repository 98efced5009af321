"""The spaCy pipeline: loaded by name, told where paragraphs end."""

import re
from collections.abc import Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from briefing_book.errors import BookError

LONGEST_PART = 40_000
"""Characters that the model reads at once: it takes some 100 MB of memory for as many."""

_PARAGRAPH_END = re.compile(r"\n\s*\n")
_DATELINE = re.compile(
    r"""^[A-Z][\w.'’]*(?:[ /,]+[A-Z][\w.'’]*){0,4}    # CAIRO, Egypt
    (?:,?[ ][A-Z][a-z]{2,8}\.?[ ]\d{1,2})?           # , May 3
    (?:[ ]?\([^()\n]{2,30}\))?                       # (Reuters)
    (?:[ ](?:--|[–—-])[ ]?|[–—-][ ])                  # -
    """,
    re.MULTILINE | re.VERBOSE,
)
_OF_A_DATELINE = re.compile(r"[A-Z]{3}|[(\d]")
"""Below the first line, a dateline has a place in capitals, an agency in brackets or a date."""
_SENTENCE_END = ".!?:;\"'”’»)"


def load(name: str) -> Language:
    """The installed pipeline `name`. Raises `BookError` where there is none."""
    require(name)
    nlp = spacy.load(name)
    nlp.add_pipe("paragraphs", before="parser")
    return nlp


def require(name: str) -> None:
    """Raises `BookError` where the pipeline `name` is not installed."""
    if not spacy.util.is_package(name):
        raise BookError(f"the language model {name!r} is not installed: pip install it, or name another")


def parse(nlp: Language, text: str) -> Doc:
    """The text as the pipeline reads it; a very long one part by part, so that memory stays bounded."""
    parts = list(_parts(text))
    if len(parts) == 1:
        return nlp(text)
    return Doc.from_docs([nlp(part) for part in parts], ensure_whitespace=False)


def _parts(text: str) -> Iterator[str]:
    """The text cut at ends of lines, or where there is none at spaces, into parts of bounded length."""
    start = 0
    while len(text) - start > LONGEST_PART:
        middle, limit = start + LONGEST_PART // 2, start + LONGEST_PART
        line, space = text.rfind("\n", middle, limit), text.rfind(" ", middle, limit)
        end = line + 1 if line >= 0 else space + 1 if space >= 0 else limit
        yield text[start:end]
        start = end
    yield text[start:]


def plain_sentences(text: str) -> Doc:
    """A text of any language, cut into sentences at its punctuation and its blank lines."""
    nlp = spacy.blank("xx")
    nlp.max_length = max(nlp.max_length, len(text))
    nlp.add_pipe("sentencizer")
    doc: Doc = paragraphs(nlp(text))
    return doc


def sentence_offsets(doc: Doc) -> tuple[tuple[int, int], ...]:
    """The places of the sentences that hold something."""
    return tuple((sentence.start_char, sentence.end_char) for sentence in doc.sents if sentence.text.strip())


@Language.component("paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """No sentence runs over a blank line, a line that ends as a sentence does, or the end of a dateline."""
    datelines = {
        m.end() for m in _DATELINE.finditer(doc.text) if not m.start() or _OF_A_DATELINE.search(m.group())
    }
    for token in doc[1:]:
        if token.idx in datelines:
            token.is_sent_start = True
    for token in doc[:-1]:
        if token.is_space and _ends_paragraph(doc, token.i):
            doc[token.i + 1].is_sent_start = True
    return doc


def _ends_paragraph(doc: Doc, i: int) -> bool:
    text = doc[i].text
    if _PARAGRAPH_END.search(text):
        return True
    return "\n" in text and i > 0 and doc[i - 1].text[-1:] in _SENTENCE_END
