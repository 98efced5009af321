"""Who takes part in a happening that a French article tells, and where it is."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from briefing_book.extract.events.event_words import KINDS, Kind
from briefing_book.extract.fr.cast import Cast
from briefing_book.extract.fr.event_words import EVENT_NOUNS, Telling
from briefing_book.extract.fr.nouns import start_of, subject
from briefing_book.extract.fr.words import EVENTS
from briefing_book.model import Reference, Span

_WORDS = EVENTS.words
_REACH = 25
_ARTICLES = frozenset(["la", "le", "l'", "l’", "les"])
_OF = frozenset(["de", "du", "d'", "d’", "des"])
_PLACING = frozenset(["à", "en", "au", "aux", "dans", "près"])


def parties_of(told: Telling, sentence: Tokens, cast: Cast) -> dict[Reference, Token]:
    """The named among the subject, the objects and those whom "avec" or "de" adds, in the text's order."""
    word, kind = told.word, KINDS[told.kind]
    if word.pos_ in ("NOUN", "PROPN"):
        tokens = [*_after(word, sentence, cast), *_owners(word, cast), *_holder(word, kind, cast)]
    else:
        tokens = [*_with_coordinated(_acting(told, sentence, cast), cast), *_after(word, sentence, cast)]
    found = {token.i: whom for token in tokens if (whom := _whom(token, cast)) is not None}
    parties: dict[Reference, Token] = {}
    for i in sorted(found):
        if not (found[i].country and _is_no_party(word.doc[i], word, kind)):
            parties.setdefault(found[i], word.doc[i])
    lacks = kind.done_to and word.pos_ == "VERB" and not any(each.person for each in parties)
    return {} if lacks else parties


def _is_no_party(country: Token, word: Token, kind: Kind) -> bool:
    """Whether a country is only where it happens, or nobody whom one meets."""
    held_there = country.i > 0 and _lead(country) in _PLACING and not (kind.there or kind.place)
    return held_there or (kind.persons and word.pos_ == "VERB")


def _acting(told: Telling, sentence: Tokens, cast: Cast) -> list[Token]:
    """Who does what the verb says; of "les accords signés" what it is done to, by its head."""
    if told.reduced:
        return [told.word.head] if KINDS[told.kind].done_to else []
    head = subject(told.word, cast.tree)
    if head is None or cast.passage_of(head.i) >= 0:
        return _nearest_before(told.word, sentence, cast)
    return [head]


def _whom(token: Token, cast: Cast) -> Reference | None:
    """Whom a word names, or the noun phrase that it heads."""
    whom = cast.known(token)
    if whom is not None:
        return whom
    if token.pos_ in ("NOUN", "PROPN"):
        start = start_of(token.doc, token)
        stands = cast.whom(token.doc[start : token.i + 1])
        return None if stands.text is not None else stands
    return None


def _with_coordinated(heads: list[Token], cast: Cast) -> list[Token]:
    found = list(heads)
    for head in heads:
        found += [child for child in head.conjuncts[:6] if cast.passage_of(child.i) < 0]
        found += [
            child
            for child in head.children
            if child.dep_ in ("appos", "flat:name", "nmod") and child.i in cast.names
        ]
    return found


def _nearest_before(verb: Token, sentence: Tokens, cast: Cast) -> list[Token]:
    """The nearest person, organisation or country before a verb whose subject the parse does not tell."""
    for i in range(verb.i - 1, sentence.start - 1, -1):
        token = verb.doc[i]
        if token.lower_ in _WORDS["clause"] - {"qui"}:
            return []
        whom = cast.known(token)
        if whom is not None and (whom.person or whom.organisation):
            return [token]
    return []


def _after(word: Token, sentence: Tokens, cast: Cast) -> Iterator[Token]:
    """The words after it in its clause that name a party."""
    is_verb = word.pos_ not in ("NOUN", "PROPN")
    for i in range(word.i + 1, min(sentence.end, word.i + _REACH)):
        token = word.doc[i]
        if token.lower_ in _WORDS["clause"] or token.text in (";", ":", "(", "«") or cast.passage_of(i) >= 0:
            return
        finite = "VerbForm=Fin" in str(token.morph) and token.pos_ in ("VERB", "AUX")
        if finite or (token.text == "," and not is_verb):
            return
        whom = cast.known(token)
        if whom is None or (whom.country and _is_only_described(token)):
            continue
        lead = _lead(token)
        if whom.person or not ((whom.organisation and lead in _PLACING) or (is_verb and lead in _OF)):
            yield token


def _lead(token: Token) -> str:
    """The word before a name and its article: the "à" of "à l'Élysée"."""
    before = token.nbor(-1)
    if before.lower_ in _ARTICLES and before.i:
        before = before.nbor(-1)
    return before.lower_


def _is_only_described(token: Token) -> bool:
    """Whether a country's adjective only tells more of somebody: "le président chinois"."""
    return (
        token.pos_ == "ADJ"
        and token.is_lower
        and token.head.pos_ in ("NOUN", "PROPN")
        and token.nbor(-1).pos_ == "NOUN"
        and token.nbor(-1).lower_ not in EVENT_NOUNS
    )


def _owners(noun: Token, cast: Cast) -> list[Token]:
    return [child for child in noun.lefts if cast.known(child) is not None]


def _holder(noun: Token, kind: Kind, cast: Cast) -> list[Token]:
    """The subject of the clause that holds the happening, or what was done there: "en visite à Pékin"."""
    if not kind.social or noun.doc[noun.i + 1 : noun.i + 2].text == "entre":
        return []
    step = noun
    for _ in range(6):
        if step.head.i == step.i:
            break
        step = step.head
        if step.pos_ in ("VERB", "AUX"):
            head = subject(step, cast.tree)
            if head is None or head.i == noun.i or cast.passage_of(head.i) >= 0:
                return []
            return [*_with_coordinated([head], cast), *_destination(step, noun, cast)]
    return []


def _destination(verb: Token, noun: Token, cast: Cast) -> Iterator[Token]:
    """Where the verb says that somebody went: "est arrivé à Pékin pour une visite"."""
    for token in noun.doc[verb.i + 1 : noun.i]:
        whom = cast.known(token)
        if whom is not None and whom.country and token.nbor(-1).lower_ in _PLACING:
            yield token


def place_of(told: Telling, sentence: Tokens, cast: Cast) -> Span | None:
    """The first country or place after "à" or "en" behind the word, or that it visits."""
    for token in _after(told.word, sentence, cast):
        whom = cast.known(token)
        before = token.nbor(-1).lower_ if token.i else ""
        if (
            whom is not None
            and whom.country
            and (before in _PLACING or (KINDS[told.kind].there and before in _ARTICLES))
        ):
            named = cast.named_in(token.idx, min(token.idx + 60, sentence.end_char))
            end = next((end for start, end, ref in named if start == token.idx and ref == whom), None)
            return Span(token.idx, end, _slice(token, end)) if end else None
    return None


def _slice(token: Token, end: int) -> str:
    span = token.doc.char_span(token.idx, end, alignment_mode="expand")
    return span.text[: end - token.idx] if span is not None else token.text
