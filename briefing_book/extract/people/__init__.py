"""People: every span that names one, merged within the article, with the roles that it gives them.

A run of capitalised words is cut into a candidate; evidence from the whole article says whether it is a
person's name; a part of a longer name goes to the person last named so in full.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from briefing_book.extract.people import evidence, roles
from briefing_book.extract.people.names import Candidate, Cutter, Words
from briefing_book.extract.people.namesakes import Namesakes
from briefing_book.model import Country, Person, Span


def find(doc: Doc, countries: Sequence[Country]) -> tuple[Person, ...]:
    """The people whom the article names, in the order of their first mention."""
    candidates = Cutter(doc, countries).candidates()
    scores = evidence.scores(doc, candidates, countries)
    accepted = [c for c, score in zip(candidates, scores, strict=True) if score > 0]
    others = [c for c, score in zip(candidates, scores, strict=True) if score <= 0]
    names = Namesakes(c.words for c in accepted)
    groups: dict[str, list[Words]] = {}
    for words in sorted([*(c.words for c in accepted), *_inside(others, names)], key=lambda w: w[0].start):
        groups.setdefault(names.whose(words), []).append(words)
    given = roles.find(doc, accepted, countries)
    text = doc.text
    return tuple(_person(text, name, mentions, given) for name, mentions in groups.items())


def _inside(others: Iterable[Candidate], names: Namesakes) -> Iterator[Words]:
    """The full names within runs that are as a whole nobody's name, as headlines are."""
    for candidate in others:
        yield from names.within(candidate.run)


def _person(text: str, name: str, mentions: list[Words], given: roles.Given) -> Person:
    spans = tuple(Span(w[0].start, w[-1].end, text[w[0].start : w[-1].end]) for w in mentions)
    found = [role for span in spans for role in given.get(span.start, ())]
    unique = {(role.start, role.end): role for role in found}
    return Person(name, spans, tuple(unique[place] for place in sorted(unique)))
