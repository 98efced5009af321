"""Who says what stands in quotation marks.

A passage's speaker is the subject of the best reporting clause among the words around it in its sentence;
the clause's score is the sum of named features. Where there is none, a name may be signed under the passage,
or a sentence may lead up to it with a colon.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from briefing_book.extract.quotations.phrases import DASHES
from briefing_book.extract.quotations.reporting import Attribution, Reporting, is_cue
from briefing_book.extract.quote_marks import MARKS, Passage

WEIGHTS = {
    "beside the marks": 3.0,
    "introduces with a comma or colon": 2.0,
    "follows": 0.5,
    "each word away": -0.1,
    "the passage depends on it": 1.0,
}

_SENTENCE_END = frozenset({".", "!", "?", "…", "...", "....", ".."})
_SUBORDINATE = frozenset(
    {"when", "after", "because", "before", "although", "though", "since", "while", "who"}
)
_SPEAKING_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_DEPTH = 20
"""Words that a passage may depend on, one on the other."""
_REACH = 60
"""Words that a reporting clause may be away from its quotation."""
_SENTENCE_LONG = 25
"""Characters from which a passage with a capital is taken for a sentence of its own."""


def attribution(reporting: Reporting, number: int) -> Attribution | None:
    """Who says the passage of that number by its own sentence, with the cue if there is one."""
    before, after = _before(reporting, number), _after(reporting, number)
    above = _above(reporting, number)
    clauses = [*_clauses(reporting, before, False, above), *_clauses(reporting, after, True, above)]
    if clauses:
        best = max(clauses, key=lambda clause: clause[0])[1]
        return best if len(clauses) == 1 else best._replace(basis="one of several clauses")
    return _signature(reporting, number) or _presented(reporting, before)


# ── the words around a passage ───────────────────────────────────────────────────────────────────────────


def _before(reporting: Reporting, number: int) -> list[Token]:
    """The words before a passage down to the start of its sentence, the nearest first."""
    i = reporting.at(reporting.passages[number].start) - 1
    while i >= 0 and reporting.passage_of(i) < 0 and _is_mark_or_gap(reporting.doc[i]):
        i -= 1
    return _walk(reporting, i, -1)


def _after(reporting: Reporting, number: int) -> list[Token]:
    """The words after a passage up to the end of its sentence, other passages left out."""
    end = reporting.passages[number].end
    following = reporting.text[end + 1 : end + 40].lstrip(" \xa0")[:1]
    if reporting.text[end - 1] == "." and not (following.islower() or following == ","):
        return []
    return _walk(reporting, reporting.at(end), 1)


def _is_mark_or_gap(token: Token) -> bool:
    return token.text in MARKS or (token.is_space and "\n" not in token.text)


def _walk(reporting: Reporting, i: int, step: int) -> list[Token]:
    doc = reporting.doc
    words: list[Token] = []
    while 0 <= i < len(doc) and len(words) < _REACH:
        number = reporting.passage_of(i)
        if number >= 0:
            passage = reporting.passages[number]
            if _is_sentence(reporting.text, passage, step):
                break
            i = reporting.at(passage.end) if step > 0 else reporting.at(passage.start) - 1
            continue
        if _stops(doc[i], bool(words), step):
            break
        words.append(doc[i])
        i += step
    return words


def _is_sentence(text: str, passage: Passage, step: int) -> bool:
    """Whether another passage on the way is where the sentence ends, or where the next begins."""
    if step < 0:
        return text[passage.end - 1] in ".!?"
    return text[passage.start].isupper() and passage.end - passage.start > _SENTENCE_LONG


def _stops(token: Token, begun: bool, step: int) -> bool:
    if "\n" in token.text:
        return token.i == 0 or token.nbor(-1).text != ":"
    return token.text in _SENTENCE_END and (begun or step < 0)


def _above(reporting: Reporting, number: int) -> set[int]:
    """The words before and after a passage that its first word depends on, one on the other."""
    word = reporting.doc[reporting.at(reporting.passages[number].start)]
    above: set[int] = set()
    while word.head.i != word.i and len(above) < _DEPTH:
        word = word.head
        above.add(word.i)
    return above


# ── reporting clauses ────────────────────────────────────────────────────────────────────────────────────


def _clauses(
    reporting: Reporting, words: list[Token], follows: bool, above: set[int]
) -> Iterator[tuple[float, Attribution]]:
    """The reporting clauses among the words on one side of a passage, with their scores."""
    if not words:
        return
    first, end = min(words[0].i, words[-1].i), max(words[0].i, words[-1].i) + 1
    spoken = [token for token in words if not token.is_punct and not token.is_space]
    for distance, token in enumerate(spoken):
        if follows and token.lower_ in _SUBORDINATE:
            return
        if not is_cue(token):
            continue
        cue, speaker, _ = reporting.attribution(token, first, end)
        if speaker is None and follows:
            speaker = reporting.phrase_at(spoken[0].i)
        if speaker is not None:
            basis = "clause further off" if distance else None
            depends = token.i in above
            yield _score(words, distance, follows, depends), Attribution(cue, speaker, basis)


def _score(words: list[Token], distance: int, follows: bool, depends: bool) -> float:
    introduces = not follows and words[0].text in (",", ":")
    return (
        WEIGHTS["beside the marks"] * (distance == 0)
        + WEIGHTS["introduces with a comma or colon"] * introduces
        + WEIGHTS["follows"] * follows
        + WEIGHTS["each word away"] * distance
        + WEIGHTS["the passage depends on it"] * depends
    )


def _signature(reporting: Reporting, number: int) -> Attribution | None:
    """The name after a dash under a passage: "…" — Ann Lee"""
    i = reporting.at(reporting.passages[number].end)
    words = [token for token in reporting.doc[i : i + 12] if not token.is_space]
    if (
        len(words) < 3
        or words[0].text not in MARKS
        or words[1].text not in DASHES
        or words[2].pos_ != "PROPN"
    ):
        return None
    name = reporting.phrase_at(words[2].i)
    return Attribution(None, name, "signed") if name is not None else None


def _presented(reporting: Reporting, before: list[Token]) -> Attribution | None:
    """The subject of a sentence that ends with a colon before a passage: Lee made her point: "…" """
    before = [word for word in before if not word.is_space]
    if not before or before[0].text != ":":
        return None
    subjects = [word for word in before if word.dep_ == "nsubj" and word.head.dep_ == "ROOT"]
    named = [
        word for word in subjects if word.ent_type_ in _SPEAKING_ENTITIES or word.lower_ in ("he", "she")
    ]
    return Attribution(None, reporting.phrase(named[-1]), "led up to") if named else None
