"""The title of an article whose seed states none: the headline it starts with, else its first sentence."""

import re

from briefing_book.read.dates import edtf

LONGEST_STATED = 300
LONGEST_HEADLINE = 150
LONGEST_SENTENCE = 69
"""Characters; a title that is longer is cut at a word."""
FEWEST_WORDS = 3
"""What has fewer words is the place line of a report, or an exclamation, and no title."""

ABBREVIATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "maj", "capt", "sgt", "adm", "gov", "sen"),
        *("rep", "rev", "hon", "pres", "st", "jr", "sr", "vs", "no", "inc", "ltd", "co", "corp", "etc"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    )
)

_SCOPE = 3_000
_LONGEST_DAY = 40
"""Characters of a line that is nothing but a day."""
_WHOLE_DAY = len("2023-02-25")
_HEADING = re.compile(r"#{1,6}[ \t]+(.+?)[ \t#]*$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_BYLINE = re.compile(r"(?:By|BY)\s+[A-ZÀ-Þ]")
_SENTENCE_END = re.compile(r"([\w.-]*)[.!?…]+[\"'”’»)]*(?=\s+[\"'“‘«(]?[A-Z0-9À-ÞА-Я])|[。！？]")


def title_of(text: str, markdown: bool) -> str:
    """The title that the text itself gives; the text is not empty."""
    paragraphs = re.split(r"\n\s*\n", text[:_SCOPE].strip())
    paragraphs = [p for p in paragraphs if not _ADDRESS.fullmatch(p.strip())] or paragraphs
    first = paragraphs[0].strip()
    if markdown and (heading := _HEADING.match(first.partition("\n")[0])):
        return shorten(re.sub(r"[*_`]", "", heading[1]), LONGEST_HEADLINE)
    line, _, below = first.partition("\n")
    if _is_headline(line) and (_is_below_a_headline(below) if below else len(paragraphs) > 1):
        return shorten(line, LONGEST_HEADLINE)
    return shorten(_first_sentence(first), LONGEST_SENTENCE)


def shorten(words: str, longest: int) -> str:
    """The words on one line; more than `longest` characters are cut at a word, with an ellipsis."""
    line = " ".join(words[: 4 * longest].split())
    if len(line) <= longest:
        return line
    kept = line[: longest - 1].rpartition(" ")[0] or line[: longest - 2]
    return kept.rstrip(" ,;:–—-") + " …"


def _is_headline(line: str) -> bool:
    if not line or len(line) > LONGEST_HEADLINE or len(line.split()) < FEWEST_WORDS:
        return False
    return line[0] not in "-*>|" and line[-1] not in ".,;:…" and not line.casefold().startswith("by ")


def _is_below_a_headline(text: str) -> bool:
    """Whether what stands on the next line is no more of the sentence, but who wrote the article, or when."""
    line = text.partition("\n")[0].strip()
    return bool(_BYLINE.match(line)) or (len(line) <= _LONGEST_DAY and len(edtf(line) or "") == _WHOLE_DAY)


def _first_sentence(paragraph: str) -> str:
    for end in _SENTENCE_END.finditer(paragraph):
        sentence = paragraph[: end.end()]
        if end[1] is None or (_ends_sentence(end[1]) and len(sentence.split()) >= FEWEST_WORDS):
            return sentence
    return paragraph


def _ends_sentence(word: str) -> bool:
    last = word.rpartition(".")[2].casefold()
    return last not in ABBREVIATIONS and len(last) != 1
