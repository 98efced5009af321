"""People: every span that names one, merged within the article, with the roles that it gives them.

A run of capitalised words is cut into a candidate; evidence from the whole article says whether it is a
person's name; a part of a longer name goes to the person last named so in full.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc

from briefing_book.extract.people import beside, evidence, roles
from briefing_book.extract.people.names import Candidate, Cutter
from briefing_book.extract.people.namesakes import Namesakes
from briefing_book.extract.people.words import Words
from briefing_book.model import Country, Person, Span


def find(
    doc: Doc, countries: Sequence[Country], weights: evidence.Weights = evidence.WEIGHTS
) -> tuple[Person, ...]:
    """The people whom the article names, in the order of their first mention."""
    candidates = Cutter(doc, countries).candidates()
    scores = evidence.scores(doc, candidates, countries, weights)
    weighed = list(zip(candidates, scores, strict=True))
    best = {c.start: score for c, score in weighed if score > evidence.LEAST}
    accepted = [c for c in candidates if c.start in best]
    given = roles.find(doc, accepted, countries)
    titles = {c.start: beside.titles(doc, c, given.get(c.start, ())) for c in accepted}
    names = Namesakes(accepted, titles)
    inside = _inside((c for c in candidates if c.start not in best), names)
    groups: dict[str, list[Words]] = {}
    for words in sorted([*(c.words for c in accepted), *inside], key=lambda words: words[0].start):
        groups.setdefault(names.whose(words, titles.get(words[0].start, frozenset())), []).append(words)
    return tuple(_person(doc.text, name, mentions, given, best) for name, mentions in groups.items())


def _inside(others: Iterable[Candidate], names: Namesakes) -> Iterator[Words]:
    """The full names within runs that are as a whole nobody's name, as headlines are."""
    for candidate in others:
        yield from names.within(candidate.run)


def _person(
    text: str, name: str, mentions: list[Words], given: roles.Given, scores: Mapping[int, float]
) -> Person:
    spans = tuple(Span(w[0].start, w[-1].end, text[w[0].start : w[-1].end]) for w in mentions)
    found = [role for span in spans for role in given.get(span.start, ())]
    unique = {(role.start, role.end): role for role in found}
    best = max(scores[span.start] for span in spans if span.start in scores)
    confidence = evidence.confidence(best)
    return Person(name, spans, tuple(unique[place] for place in sorted(unique)), confidence)
