"""Organisations: every span that names one, merged within the article.

What the language model labels so, what ends in a noun such as "University", an acronym in brackets, and the
institutions of countries; never what is a person, a country, an event, a law or an office.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from briefing_book.extract.cues import INSTITUTIONS, PEOPLE
from briefing_book.extract.organisations import edges, institutions
from briefing_book.extract.organisations.alike import Alike, acronym_of, bracketed
from briefing_book.extract.organisations.institutions import Named
from briefing_book.extract.people.words import runs
from briefing_book.model import Country, Organisation, Person, Span

_EDGES = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "in",
        "on",
        "at",
        "by",
        "with",
        "to",
        "'s",
        "’s",
        "'",
        "’",
        '"',
        "“",
        "”",
        "‘",
        "-",
        "–",
        "—",
        "(",
        ")",
        ",",
        ".",
        ":",
        ";",
        "/",
        "&",
        "*",
    ]
)
_LABEL = "ORG"
_LONGEST_ACRONYM = 6
_SHORT = frozenset(
    [
        "commission",
        "council",
        "union",
        "court",
        "committee",
        "bank",
        "party",
        "agency",
        "organization",
        "organisation",
    ]
)
"""Nouns by which, with a capital, an article names an organisation again."""


def find(doc: Doc, people: Sequence[Person], countries: Sequence[Country]) -> tuple[Organisation, ...]:
    """The organisations that the article names, in the order of their first mention."""
    taken = {m.start for person in people for m in person.mentions}
    family = {word for person in people for word in person.name.split()}
    family |= {word.upper() for word in family}
    small = {token.lower_ for token in doc if token.is_lower}
    of_countries = [
        n for n in institutions.find(doc, countries) if not (_overlaps(doc, n, taken) or _is_post(doc, n))
    ]
    places = {i for country in countries for m in country.mentions for i in range(m.start, m.end)}
    whose = {m.end for country in countries for m in country.mentions if m.kind == "demonym"}
    named = [n for n in _names(doc) if _is_one(doc, n, places) and not _overlaps(doc, n, taken)]
    named = [n for n in named if not _breaks_off(doc, n, whose)]
    singles = [doc[n.start] for n in named if n.end - n.start == 1]
    times = Counter(token.text for token in singles)
    signed = {t.text for t in singles if _signed(t, times) and _stands_alone(t, family, small)}
    named = [n for n in named if n.end - n.start > 1 or doc[n.start].text in signed]
    named += _acronyms(doc, [*of_countries, *named])
    named += [
        n for n in _acting(doc, family) if not _overlaps(doc, n, taken) and doc[n.start].idx not in places
    ]
    things = _things(doc)
    named = [n for n in named if n.end - n.start > 1 or doc[n.start].text not in things]
    mentions = institutions.disjoint([*of_countries, *named, *_short_forms(doc, named)])
    alike = Alike(doc, mentions)
    groups: dict[str, list[Named]] = {}
    for mention in mentions:
        groups.setdefault(alike.name(mention), []).append(mention)
    return tuple(_organisation(doc, name, members) for name, members in groups.items())


def _acronyms(doc: Doc, named: Sequence[Named]) -> list[Named]:
    """Every place of the acronyms that stand in brackets after a name of several words."""
    known = {acronym_of(doc, n) for n in named if n.end - n.start > 1} - INSTITUTIONS.not_names
    return [Named(token.i, token.i + 1) for token in doc if token.text in known]


def _things(doc: Doc) -> set[str]:
    """The acronyms that small words before their bracket spell out: "electric vehicle (EV)"."""
    return {
        doc[i + 1].text
        for i in range(1, len(doc) - 2)
        if doc[i].text == "(" and doc[i - 1].is_lower and bracketed(doc, i) and _spells(doc, i)
    }


def _spells(doc: Doc, i: int) -> bool:
    """Whether the small words before the bracket begin with the letters in it."""
    letters = doc[i + 1].text.lower()
    words = doc[max(0, i - len(letters)) : i]
    return all(word.is_lower and word.text[0] == letter for word, letter in zip(words, letters, strict=False))


def _acting(doc: Doc, family: set[str]) -> Iterator[Named]:
    """Every place of a repeated acronym that has people or speaks: "the KLM delegation", "KLM said"."""
    found: dict[str, list[Token]] = defaultdict(list)
    for token in doc:
        if token.is_upper and token.is_alpha and 2 < len(token) <= _LONGEST_ACRONYM:
            found[token.text].append(token)
    for text, tokens in found.items():
        known = text.lower() in INSTITUTIONS.not_names or text.lower() in PEOPLE["honorifics"]
        if len(tokens) > 1 and text not in family and not known and any(map(_acts, tokens)):
            yield from (Named(token.i, token.i + 1) for token in tokens)


def _acts(token: Token) -> bool:
    """Whether the word is the subject of a verb that people do, or stands before people of its own."""
    if token.pos_ not in ("PROPN", "NOUN") or any(near.is_upper and len(near) > 2 for near in _beside(token)):
        return False
    if token.dep_ == "nsubj" and token.head.lemma_ in PEOPLE["human_verbs"]:
        return True
    after = token.doc[token.i + 1 : token.i + 2].text
    return after in PEOPLE["offices"] or after in INSTITUTIONS.members


def _beside(token: Token) -> list[Token]:
    return [token.nbor(k) for k in (-1, 1) if 0 <= token.i + k < len(token.doc)]


def _short_forms(doc: Doc, named: Sequence[Named]) -> Iterator[Named]:
    """The last noun of a name by itself, where only one organisation's ends so: "the Commission"."""
    full: dict[str, set[str]] = defaultdict(set)
    for n in named:
        if n.end - n.start > 1:
            full[doc[n.end - 1].text].add(doc[n.start : n.end].text)
    single = {last for last, names in full.items() if len(names) == 1 and last.lower() in _SHORT}
    for token in doc[1:]:
        if token.text in single and token.is_title and token.nbor(-1).lower_ == "the":
            after = doc[token.i + 1 : token.i + 2].text
            if not (after[:1].isupper() or after in ("of", "for", "on")):
                yield Named(token.i, token.i + 1)


def _overlaps(doc: Doc, named: Named, taken: set[int]) -> bool:
    return any(token.idx in taken for token in doc[named.start : named.end])


def _names(doc: Doc) -> Iterator[Named]:
    """What may be a name: labelled so, or a run of capitals that ends in a noun of organisation."""
    for entity in doc.ents:
        if entity.label_ == _LABEL:
            yield from _trimmed(doc, entity.start, entity.end)
    for run in runs(doc):
        if len(run) > 1 and run[-1].low in INSTITUTIONS.nouns:
            yield from _trimmed(doc, run[0].first, run[-1].last + 1)


def _trimmed(doc: Doc, start: int, end: int) -> Iterator[Named]:
    """The tokens on one line, up to a bracket, without articles, marks and offices at the edges."""
    end = next((i for i in range(start, end) if "\n" in doc[i].text or doc[i].text == "("), end)
    start = next((i + 1 for i in range(end - 1, start, -1) if doc[i].text == ":"), start)
    while start < end and (doc[start].lower_ in _EDGES or _opens(doc[start])):
        start += 1
    while end > start and (doc[end - 1].lower_ in _EDGES or doc[end - 1].is_space):
        end -= 1
    end = edges.without_office(doc, start, edges.whole_word(doc, start, end))
    if start < end:
        yield Named(edges.with_people(doc, start), end)


def _breaks_off(doc: Doc, named: Named, whose: set[int]) -> bool:
    """Whether the words stop at an adjective after "of": "Cabinet of Danish"."""
    last = doc[named.end - 1]
    return last.idx + len(last) in whose and named.end - named.start > 1 and last.nbor(-1).lower_ == "of"


def _is_post(doc: Doc, named: Named) -> bool:
    """Whether somebody's post is named: "Serbian Chief of General Staff"."""
    for token in doc[named.start : named.end - 1]:
        if token.lower_ in INSTITUTIONS.nouns or token.lower_ in INSTITUTIONS.institutions:
            return False
        if token.lower_ in PEOPLE["offices"] and token.nbor().lower_ == "of":
            return True
    return False


def _opens(token: Token) -> bool:
    """Whether the token is an ordinary word with the capital of a sentence's beginning."""
    return token.is_space or (token.is_sent_start is True and token.is_stop and token.pos_ != "PROPN")


def _is_one(doc: Doc, named: Named, places: set[int]) -> bool:
    span = doc[named.start : named.end]
    low, last = span.text.lower(), span[-1].lower_
    if _is_post(doc, named):
        return False
    if low in INSTITUTIONS.not_names or last in INSTITUTIONS.not_last or last[0].isdigit():
        return False
    if {span.start_char, span.end_char - 1} <= places or not span.text[0].isupper():
        return len(low) > 2 and span.text[0].islower() and any(c.isupper() for c in span.text[:3])
    return True


def _stands_alone(token: Token, family: set[str], small: set[str]) -> bool:
    """Whether one word, labelled as an organisation, may be trusted to be one."""
    low = token.lower_
    if len(token) < 2 or token.pos_ != "PROPN" or token.text in family or low in PEOPLE["offices"]:
        return False
    if low in INSTITUTIONS.nouns or low in INSTITUTIONS.narrowing or low in PEOPLE["thing_nouns"]:
        return low == "congress"
    return token.is_upper or low not in small


def _signed(token: Token, times: Counter[str]) -> bool:
    """Whether more than the label says that one word is an organisation: letters, place, number."""
    if times[token.text] > 1 or any(letter.isupper() for letter in token.text[1:]):
        return True
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in PEOPLE["human_verbs"]:
        return True
    beside = [token.nbor(k).lower_ for k in (-1, 1) if 0 <= token.i + k < len(token.doc)]
    return beside[0] == "the" or any(low in PEOPLE["called_nouns"] for low in beside)


def _organisation(doc: Doc, name: str, mentions: list[Named]) -> Organisation:
    spans = [doc[m.start : m.end] for m in mentions]
    country = next((m.country for m in mentions if m.country), None)
    places = tuple(Span(span.start_char, span.end_char, span.text) for span in spans)
    return Organisation(name, places, country=country)
