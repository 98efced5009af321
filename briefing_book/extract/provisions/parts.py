"""The parts of what a verb governs: a list of demands, one span each.

"urged A and B, do C, and ensure D" is three parts: "urged A and B", "do C", "ensure D". A clause with a
subject of its own, or one that sets the scene ("while …", "as …"), ends what the verb governs.
"""

from collections.abc import Iterator

from spacy.tokens import Token

_CONTENT = frozenset(
    {
        "dobj",
        "pobj",
        "prep",
        "pcomp",
        "xcomp",
        "ccomp",
        "oprd",
        "attr",
        "dative",
        "acomp",
        "conj",
        "dep",
        "appos",
    }
)
_CLAUSE = frozenset({"relcl", "acl", "advcl"})
_SCENE = frozenset(
    {"as", "while", "although", "though", "but", "because", "since", "after", "when", "whereas"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_FINITE_MARKS = frozenset({"nsubj", "nsubjpass", "aux"})
_DASHES = frozenset({"—", "–", "--"})
_PAIRS = {"“": "”", '"': '"', "(": ")", "«": "»", "‘": "’"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_IDLE_ADVERBS = frozenset({"also", "too", "then", "finally", "further", "however", "therefore"})
_LEAST = 3
"""A noun in a list makes a part of its own from so many words on."""


def parts(word: Token, limit: int, text: str) -> list[tuple[int, int]]:
    """The parts of what a verb or noun governs, from it on and before the word at `limit`: (start, end)
    in characters of the article's `text`.
    """
    doc = word.doc
    cuts, stop = _cuts(word)
    stop = min(stop, limit)
    starts = [_first(word), *sorted(i for i in cuts if word.i < i < stop)]
    found = []
    for start, end in zip(starts, [*starts[1:], stop], strict=True):
        span = doc[start:end]
        found.append(trim(text, span.start_char, span.end_char))
    return [(start, end) for start, end in found if start < end]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets without what only joins: commas, "and", a quotation mark that has no other."""
    while start < end and (skip := _idle_start(text[start:end])):
        start += skip
    while start < end and (skip := _idle_end(text[start:end])):
        end -= skip
    opening = text[start - 1 : start]
    if (
        opening in _PAIRS
        and opening != _PAIRS[opening]
        and text.count(_PAIRS[opening], start, end) > text.count(opening, start, end)
    ):
        start -= 1
    closing = text[end : end + 2].lstrip(",.")[:1]
    if closing in _PAIRS.values() and text[start:end].count(closing) < text.count(
        _OPENING[closing], start, end
    ):
        end = text.index(closing, end) + 1
    return start, end


def _idle_start(passage: str) -> int:
    """How many characters at the start only join the passage to what stands before it."""
    if not passage[0].isalnum() and _PAIRS.get(passage[0], "\0") not in passage[1:]:
        return 1
    return next((len(word) for word in ("and ", "or ", "but ") if passage.startswith(word)), 0)


def _idle_end(passage: str) -> int:
    if (
        not passage[-1].isalnum()
        and passage[-1] != "%"
        and _OPENING.get(passage[-1], "\0") not in passage[:-1]
    ):
        return 1
    return next((len(word) for word in (" and", " or", " but", " as well as") if passage.endswith(word)), 0)


def _first(word: Token) -> int:
    """The word itself, or the first of the adverbs right before it."""
    first = word.i
    while first > word.sent.start:
        before = word.doc[first - 1]
        if before.head.i != word.i or before.dep_ != "advmod" or before.lower_ in _IDLE_ADVERBS:
            break
        first -= 1
    return first


def _cuts(word: Token) -> tuple[list[int], int]:
    """Where new parts start, and where what the word governs ends, both as places of words."""
    cuts: list[int] = []
    stop = word.right_edge.i + 1
    waiting = [word]
    while waiting:
        token = waiting.pop()
        for child in token.rights:
            if _ends(child, word):
                stop = min(stop, child.left_edge.i, child.i)
            elif child.dep_ in _CONTENT or _is_nonfinite(child):
                waiting.append(child)
                cuts += _cut(child)
    return cuts, stop


def _is_nonfinite(child: Token) -> bool:
    """Whether it is a clause such as "to prevent attacks" or "ceasing hostilities"."""
    return child.dep_ in _CLAUSE and (child.tag_ == "VBG" or any(aux.lower_ == "to" for aux in child.lefts))


def _ends(child: Token, word: Token) -> bool:
    """Whether what follows is no longer what the word governs."""
    if child.text in _DASHES:
        return True
    if child.dep_ == "advcl":
        return any(mark.lower_ in _SCENE for mark in child.lefts)
    if child.dep_ not in ("conj", "dep") or child.pos_ not in ("VERB", "AUX") or child.head.i != word.i:
        return child.dep_ == "dep" and child.pos_ not in ("VERB", "AUX")
    if any(left.dep_ in _FINITE_MARKS and left.lower_ != "to" for left in child.lefts):
        return True
    return child.tag_ in _FINITE and not (child.lower_ == child.lemma_ and word.tag_ in ("VBD", "VBZ"))


def _cut(child: Token) -> Iterator[int]:
    """Where a new part starts with this word, if one does."""
    if _in_quotes(child):
        return
    if child.pos_ in ("VERB", "AUX"):
        starts = child.dep_ == "conj" or (child.tag_ == "VBG" and _is_listed(child))
    else:
        starts = _is_item(child) and _is_listed(child) and len(_alone(child)) >= _LEAST
    if starts:
        yield child.left_edge.i


def _is_item(child: Token) -> bool:
    """Whether a noun is one more of a list, rather than another word for the same."""
    return child.dep_ == "conj" or (
        child.dep_ == "appos" and not any(left.dep_ == "det" for left in child.lefts)
    )


def _is_listed(child: Token) -> bool:
    """Whether a comma or a colon stands right before the phrase, or "as well as"."""
    before = child.doc[child.sent.start : child.left_edge.i].text.rstrip(' “"‘')
    return before.removesuffix(" and").removesuffix(" or").endswith((",", ":", " as well as"))


def _alone(child: Token) -> list[Token]:
    """The words of a listed phrase without those listed after it."""
    later = {token.i for other in child.rights if other.dep_ in ("conj", "cc") for token in other.subtree}
    return [token for token in child.subtree if token.i not in later and not token.is_punct]


def _in_quotes(child: Token) -> bool:
    """Whether the word and what it is listed with stand within the same quotation marks."""
    before = child.sent[: child.i - child.sent.start].text
    opened = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    between = child.doc[child.head.i : child.i].text
    return opened and not any(mark in between for mark in '“”"')
