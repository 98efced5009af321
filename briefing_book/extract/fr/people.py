"""People in a French article: every span that names one, merged within the article, with their roles.

A name is what the language model labels so, or a run of capitals after a title; a single word is one where
it is part of a longer name of the article, or stands after a form of address, or is labelled so throughout.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from briefing_book.extract.fr import roles
from briefing_book.extract.fr.words import INSTITUTIONS, PEOPLE
from briefing_book.extract.people.names import Candidate
from briefing_book.extract.people.namesakes import Namesakes
from briefing_book.extract.people.words import Word, Words
from briefing_book.in_english import known
from briefing_book.model import Country, Person, Span
from briefing_book.names import key

SINGLE = (0.4, 0.7)
"""The confidence of a name of one word that only the model's label tells: once, or more often."""
_LABEL = "PER"
_GENDERED = {"male": "mr", "female": "mrs"}
_LONGEST = 6
_NO_BEGINNING = PEOPLE["not_names"] | PEOPLE["addresses"] | PEOPLE["offices"]


def find(doc: Doc, countries: Sequence[Country]) -> tuple[Person, ...]:
    """The people whom the article names, in the order of their first mention."""
    places = {i for c in countries for m in c.mentions for i in range(m.start, m.end)}
    demonyms = {m.start for c in countries for m in c.mentions if m.kind == "demonym"}
    runs = [run for run in _runs(doc, demonyms) if run]
    several = [run for run in runs if len(run) > 1]
    adjectives = frozenset(token.i for token in doc if token.idx in demonyms)
    full = {_text(run): run for run in several if _is_name(doc, run, places, adjectives)}
    parts = {word.text for run in full.values() for word in run if word.text[0].isupper()}
    kept, sure = [], set()
    labelled = _labelled(doc, runs)
    for run in runs:
        whole = _text(run) in full
        known = len(run) == 1 and run[0].text in parts and run[0].start not in places
        addressed = len(run) == 1 and _after_title(doc, run[0].first)
        single = len(run) == 1 and labelled.get(run[0].text, False) and run[0].start not in places
        if whole or known or addressed or single:
            kept.append(run)
            sure |= {run[0].start} if whole or known or addressed else set()
    return _people(doc, kept, sure, countries)


def _people(doc: Doc, runs: list[Words], sure: set[int], countries: Sequence[Country]) -> tuple[Person, ...]:
    given = roles.find(doc, runs, countries)
    titles = {run[0].start: _gender(doc, run) for run in runs}
    names = Namesakes([Candidate(run, (), run) for run in runs], titles)
    groups: dict[str, list[Words]] = defaultdict(list)
    for run in runs:
        groups[names.whose(run, titles[run[0].start])].append(run)
    text = doc.text
    return tuple(_person(text, name, found, given, sure) for name, found in groups.items())


def _person(text: str, name: str, runs: list[Words], given: roles.Given, sure: set[int]) -> Person:
    spans = tuple(Span(run[0].start, run[-1].end, text[run[0].start : run[-1].end]) for run in runs)
    found = [role for span in spans for role in given.get(span.start, ())]
    unique = {(role.start, role.end): role for role in found}
    confidence = None if any(span.start in sure for span in spans) else SINGLE[len(spans) > 1]
    return Person(name, spans, tuple(unique[place] for place in sorted(unique)), confidence)


# ── runs of capitals ─────────────────────────────────────────────────────────────────────────────────────


def _runs(doc: Doc, demonyms: set[int]) -> Iterator[Words]:
    """What stands together with capitals and small name words, without what begins or ends no name."""
    run: list[Token] = []
    for token in doc:
        if _goes_on(token, run):
            run.append(token)
            continue
        yield from _cut(run, demonyms)
        run = [token] if _capital(token) else []
    yield from _cut(run, demonyms)


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and (
        token.text[-1] not in "'’" or (token.i > 0 and token.nbor(-1).text == "-")
    )


def _goes_on(token: Token, run: list[Token]) -> bool:
    if not run or token.is_sent_start or "\n" in token.nbor(-1).whitespace_:
        return False
    if token.text == "-" or run[-1].text == "-":
        return not run[-1].whitespace_
    if _capital(token):
        return not _ends_name(run[-1])
    small = token.lower_ in PEOPLE["particles"] or token.lower_.startswith(("al-", "el-"))
    linked = token.ent_type_ == _LABEL and token.ent_iob_ == "I"
    return small and (
        linked
        or token.lower_ in ("bin", "ben", "ibn", "von", "van", "al", "ould")
        or token.lower_.startswith("al-")
    )


def _ends_name(token: Token) -> bool:
    return token.lower_ in PEOPLE["addresses"] or token.lower_ in PEOPLE["offices"]


def _cut(run: list[Token], demonyms: set[int]) -> Iterator[Words]:
    """The run as words, hyphened ones as one, from its first to its last word that may be a name's."""
    labelled = next((i for i, t in enumerate(run) if t.ent_type_ == _LABEL and t.ent_iob_ == "B"), 0)
    run = run[labelled if all(token.ent_type_ != _LABEL for token in run[:labelled]) else 0 :]
    while run and (_begins_no_name(run) or run[0].idx in demonyms):
        run = run[1:]
    while run and (not _starts(run[-1]) or run[-1].lower_ in PEOPLE["not_names"]):
        run = run[:-1]
    if run:
        yield tuple(_words(run))


def _begins_no_name(run: list[Token]) -> bool:
    """Whether the first word is an ordinary one, or an organisation before a name: "Otan Mark Rutte"."""
    first = run[0]
    if first.text == "Sultan" and len(run) > 1 and not first.is_sent_start:
        return False
    known_body = len(run) > 1 and key(first.text) in known("fr").international
    return first.lower_ in _NO_BEGINNING or known_body or not _starts(first)


def _starts(token: Token) -> bool:
    return token.text[0].isupper() or token.lower_.startswith(("al-", "el-"))


def _words(run: list[Token]) -> Iterator[Word]:
    i = 0
    while i < len(run):
        last = i
        while last + 1 < len(run) and not run[last].whitespace_:
            last += 1
        start, end = run[i].idx, run[last].idx + len(run[last])
        text = run[i].doc[run[i].i : run[last].i + 1].text
        yield Word(text, start, end, run[i].i, run[last].i)
        i = last + 1


def _text(run: Words) -> str:
    return " ".join(word.text for word in run)


# ── whether they are a name ──────────────────────────────────────────────────────────────────────────────


def _is_name(doc: Doc, run: Words, places: set[int], adjectives: frozenset[int]) -> bool:
    """Whether several words are a person's name."""
    if len(run) > _LONGEST or all(word.start in places for word in run):
        return False
    lows = {word.low for word in run}
    if (
        lows & (INSTITUTIONS.nouns | PEOPLE["things"] | INSTITUTIONS.not_names)
        or " ".join(w.low for w in run) in INSTITUTIONS.known
    ):
        return False
    tokens = doc[run[0].first : run[-1].last + 1]
    labels = Counter(token.ent_type_ for token in tokens)
    first, own = run[0].first, set(range(run[0].first, run[-1].last + 1))
    if _is_called_so(doc, first):
        return False
    if _after_title(doc, first) or roles.before(doc, first, own, adjectives):
        return True
    return labels[_LABEL] * 2 > len(tokens) and run[0].start not in places


def _is_called_so(doc: Doc, i: int) -> bool:
    """Whether a thing's noun stands before: "l'hebdomadaire allemand Der Spiegel"."""
    k = i - 1
    while k > 0 and doc[k].pos_ == "ADJ" and doc[k].is_lower:
        k -= 1
    return k >= 0 and doc[k].lower_ in PEOPLE["things"] and doc[k].is_lower


def _after_title(doc: Doc, i: int) -> bool:
    """Whether a form of address or an office with its adjectives stands right before."""
    k = i - 1
    while k > max(0, i - 3) and (doc[k].pos_ == "ADJ" and doc[k].is_lower):
        k -= 1
    if k < 0:
        return False
    low = doc[k].lower_
    return low in PEOPLE["addresses"] or (low in PEOPLE["offices"] and doc[i].text[0].isupper())


def _label(doc: Doc, i: int) -> str:
    """The model's label of a word; none where an article or a noun before it makes it a thing's name."""
    before = doc[i - 1] if i else None
    thing = before is not None and (before.pos_ == "DET" or (before.pos_ == "NOUN" and before.is_lower))
    return "" if thing else doc[i].ent_type_


def _labelled(doc: Doc, runs: Iterable[Words]) -> dict[str, bool]:
    """The single words that the model labels as a person everywhere; whether they act or come again."""
    small = {token.lower_ for token in doc if token.is_lower}
    labels: dict[str, list[str]] = defaultdict(list)
    for run in runs:
        if len(run) == 1:
            labels[run[0].text].append(_label(doc, run[0].first))
    acting = {run[0].text for run in runs if len(run) == 1 and doc[run[0].first].dep_ == "nsubj"}
    return {
        word: len(found) > 1 or word in acting
        for word, found in labels.items()
        if set(found) == {_LABEL} and word.lower() not in small and _may_be_somebody(word)
    }


def _may_be_somebody(word: str) -> bool:
    other = INSTITUTIONS.known.keys() | INSTITUTIONS.not_names
    return len(word) > 2 and not word.isupper() and word.lower() not in other


def _gender(doc: Doc, run: Words) -> frozenset[str]:
    """ "mr" or "mrs", where the words before tell."""
    before = {token.lower_ for token in doc[max(0, run[0].first - 3) : run[0].first]}
    return frozenset(title for gender, title in _GENDERED.items() if before & PEOPLE[gender])
