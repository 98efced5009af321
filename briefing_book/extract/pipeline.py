"""The spaCy pipeline: loaded by name, told where paragraphs end."""

import re
from collections.abc import Callable, Iterator

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, and without stubs
from spacy.tokens import Doc, Token
from spacy.util import registry

from briefing_book.errors import BookError
from briefing_book.extract.lines import meant_ends

LONGEST_PART = 40_000
"""Characters that the model reads at once: it takes some 100 MB of memory for as many."""

_NEVER_RUN = ("senter",)
"""The parser tells where sentences start."""
_AS_SAVED = {"nlp": {"tokenizer": {"@tokenizers": "as_saved"}}}

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
_PARSE: list[int | str] = ["HEAD", "DEP"]
_WORD = 1 << 64
_OPENING = frozenset("«“(")
_AROUND = frozenset("«»“”\"'’)]")


def load(name: str) -> Language:
    """The installed pipeline `name`. Raises `BookError` where there is none."""
    require(name)
    try:
        nlp = spacy.load(name, exclude=_NEVER_RUN, config=_AS_SAVED)
    except (OSError, TypeError, ValueError, AttributeError) as problem:
        raise BookError(f"{name!r} is no spaCy pipeline ({problem}); name another one") from None
    nlp.add_pipe("paragraphs", before="parser")
    if nlp.lang != "en":
        nlp.add_pipe("closed_sentences", after="parser")
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


def _as_saved() -> Callable[[Language], Tokenizer]:
    """An empty tokenizer, for the rules that a pipeline saved; spaCy's own first makes the language's."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers("as_saved", func=_as_saved)


@Language.component("paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """No sentence runs over a blank line, a line that ends early or like a sentence, or a dateline's end."""
    ended = frozenset(meant_ends(doc.text))
    datelines = {
        m.end() for m in _DATELINE.finditer(doc.text) if not m.start() or _OF_A_DATELINE.search(m.group())
    }
    for token in doc[1:]:
        if token.idx in datelines:
            token.is_sent_start = True
    for token in doc[:-1]:
        if token.is_space and (_ends_paragraph(doc, token.i) or _holds(token, ended)):
            doc[token.i + 1].is_sent_start = True
    return doc


@Language.component("closed_sentences")
def closed_sentences(doc: Doc) -> Doc:
    """No sentence starts where none has ended: what the parser cut off there goes on with the one before."""
    parse = doc.to_array(_PARSE)
    root, changed = 0, False
    for sentence in doc.sents:
        if sentence.start == 0 or _may_start(doc, sentence.start):
            root = sentence.root.i
        else:
            parse[sentence.root.i] = ((root - sentence.root.i) % _WORD, doc.vocab.strings.add("parataxis"))
            changed = True
    if changed:
        doc.from_array(_PARSE, parse)  # type: ignore[arg-type]  # the stubs take its own array for no array
    return doc


def _may_start(doc: Doc, i: int) -> bool:
    """Whether a sentence may start at a word: after a mark that ends one, or on a new line."""
    if doc[i].text[0].islower() or doc[i].text[0] in ",;:»”)" or _opens(doc[i - 1]):
        return False
    if doc[i].text == '"' and not _opens(doc[i]):
        return False
    before = i - 1
    while before > 0 and (doc[before].is_space or doc[before].text in _AROUND):
        if "\n" in doc[before].text:
            return True
        before -= 1
    return doc[before].text[-1] in ".!?…:" or "\n" in doc[before].text


def _opens(token: Token) -> bool:
    """Whether it is a mark that opens; one that looks the same at both ends stands right before a word."""
    return token.text in _OPENING or (token.text == '"' and not token.whitespace_)


def _holds(token: Token, places: frozenset[int]) -> bool:
    return any(place in places for place in range(token.idx, token.idx + len(token)))


def _ends_paragraph(doc: Doc, i: int) -> bool:
    text = doc[i].text
    if _PARAGRAPH_END.search(text):
        return True
    return "\n" in text and i > 0 and doc[i - 1].text[-1:] in _SENTENCE_END
