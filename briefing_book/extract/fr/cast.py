"""Who is named where in a French article, and whom its other words stand for.

A pronoun stands for the person last spoken of who may be meant, "le président biélorusse" for whom has the
role.
"""

from bisect import bisect_left

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing_book.extract.cues import GIVEN_NAMES
from briefing_book.extract.fr.nouns import ARTICLES, LINKS
from briefing_book.extract.fr.words import PEOPLE, SAYING
from briefing_book.extract.people.words import Word, fold
from briefing_book.extract.quote_marks import Passage, passages
from briefing_book.extract.tree import Tree
from briefing_book.model import Country, Organisation, Person, PlanMention, Reference

Place = tuple[int, int, Reference]

_HE = frozenset(["il", "-il", "-t-il", "lui", "celui-ci"])
_SHE = frozenset(["elle", "-elle", "-t-elle", "celle-ci"])
_POINTING = frozenset(["le", "la", "l'", "l’", "ce", "cet", "cette", "du", "au", "son", "sa"])
_EMPTY = frozenset(
    ["y", "faut", "fallait", "faudra", "s'agit", "semble", "s'", "pleut", "suffit", "convient"]
)
_LEADERS = frozenset(["président", "présidente", "dirigeant", "dirigeante", "chef", "leader"])
_OF_STATES = frozenset(["état", "etat", "république", "gouvernement", "exécutif", "sortant"])
_SENTENCES_BACK = 3
_LEADING = frozenset(["nsubj", "nsubj:pass", "ROOT"])
NOBODY = ""
"""The name of somebody who speaks and is not named."""


class Cast:
    """The entities of one article by place: a lookup from words to whom they stand for."""

    def __init__(
        self,
        doc: Doc,
        people: tuple[Person, ...],
        organisations: tuple[Organisation, ...],
        countries: tuple[Country, ...],
        plans: tuple[PlanMention, ...],
    ) -> None:
        self.doc = doc
        self.tree = Tree(doc)
        self.passages: list[Passage] = passages(doc.text)
        self._at = {token.idx: token.i for token in doc}
        self._people = {person.name: person for person in people}
        text = doc.text
        self._genders = {person.name: _gender(text, person) for person in people}
        self._countries = {
            i: c.code for c in countries for m in c.mentions for i in self._words(m.start, m.end)
        }
        places: list[Place] = []
        places += [(m.start, m.end, Reference(country=c.code)) for c in countries for m in c.mentions]
        places += [
            (m.start, m.end, Reference(organisation=o.name)) for o in organisations for m in o.mentions
        ]
        places += [(m.start, m.end, Reference(person=p.name)) for p in people for m in p.mentions]
        places += [(m.start, m.end, Reference(plan=m.plan)) for m in plans]
        self._places = sorted(places, key=lambda place: (place[0], -place[1]))
        self._starts = [start for start, _, _ in self._places]
        self.names = frozenset(i for p in people for m in p.mentions for i in self._words(m.start, m.end))
        self._known: dict[int, Reference] = {}
        for start, end, whom in places:
            self._known.update((i, whom) for i in self._words(start, end))
        for person in people:
            for role in person.roles:
                whom = Reference(person=person.name)
                self._known.update((i, whom) for i in self._words(role.start, role.end))
        self._passage_of = self._quoted()
        self._lands = self._lands_led()
        self._read()

    def _words(self, start: int, end: int) -> range:
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return range(span.start, span.end) if span is not None else range(0)

    def _quoted(self) -> list[int]:
        numbers = [-1] * len(self.doc)
        for number, passage in enumerate(self.passages):
            for i in self._words(passage.start, passage.end):
                numbers[i] = number
        return numbers

    def passage_of(self, i: int) -> int:
        """The number of the passage in quotation marks that a word stands in, or -1."""
        return self._passage_of[i]

    def named_in(self, start: int, end: int) -> list[Place]:
        """The mentions within the characters from `start` to `end`, in order, as (start, end, whom)."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [place for place in self._places[first:last] if place[1] <= end]

    def known(self, token: Token) -> Reference | None:
        """Whom a word names or stands for."""
        return self._known.get(token.i)

    def whom(self, phrase: Tokens) -> Reference:
        """Whom a noun phrase or pronoun stands for; a bare span where that is nobody known, or several."""
        if phrase[0].pos_ == "DET" and any(self._is_unknown_office(token) for token in phrase[1:3]):
            return Reference(start=phrase.start_char, end=phrase.end_char, text=phrase.text)
        found = [self._known[token.i] for token in phrase if token.i in self._known]
        people = list(dict.fromkeys(each for each in found if each.person))
        others = list(dict.fromkeys(each for each in found if each.organisation or each.plan))
        nouns = [token for token in phrase if token.pos_ in ("NOUN", "PROPN") or token.text[0].isupper()]
        plain = all(token.i in self._known for token in nouns if token.lower_ not in ARTICLES)
        countries = list(dict.fromkeys(each for each in found if each.country)) if nouns and plain else []
        for group in (people, others, countries):
            if len(group) == 1:
                return group[0]
            if group:
                break
        return Reference(start=phrase.start_char, end=phrase.end_char, text=phrase.text)

    def _is_unknown_office(self, token: Token) -> bool:
        return token.lower_ in PEOPLE["offices"] and token.i not in self._known

    def _narrowing(self, office: Token) -> set[str]:
        """The words after an office that tell it from others: "libéral", "Défense"."""
        found: set[str] = set()
        for token in self.doc[office.i + 1 : office.i + 5]:
            if token.pos_ not in ("ADJ", "NOUN", "PROPN") and token.lower_ not in LINKS | ARTICLES:
                break
            if token.i not in self._countries and token.lower_ not in _OF_STATES | LINKS | ARTICLES:
                found.add(token.lower_)
        return found

    def _lands_led(self) -> set[str]:
        """The countries whose leaders the article speaks of: "le président ukrainien"."""
        leaders = (token.i for token in self.doc if token.lower_ in _LEADERS)
        near = (i for leader in leaders for i in range(leader + 1, leader + 5))
        return {self._countries[i] for i in near if i in self._countries}

    # ── reading the article once, from its first word to its last ────────────────────────────────────────

    def _read(self) -> None:
        recent: list[tuple[int, bool, int, str]] = []
        for number, sentence in enumerate(self.doc.sents):
            recent = [each for each in recent if number - each[0] <= _SENTENCES_BACK]
            for token in sentence:
                whom = self._known.get(token.i) or self._understood(token, recent)
                if whom is None:
                    if _competes(token):
                        recent.append((number, True, self._passage_of[token.i], NOBODY))
                    continue
                self._known[token.i] = whom
                if whom.person:
                    leads = token.dep_ in _LEADING or token.i - sentence.start < 2 or self._speaks(token)
                    recent = [
                        each for each in recent if each[3] != whom.person or each[0] != number or each[1]
                    ]
                    recent.append((number, leads, self._passage_of[token.i], whom.person))

    def _speaks(self, token: Token) -> bool:
        """Whether a name stands behind a verb of speech as its subject: "a déclaré mardi Ann Lee"."""
        start = token.i
        while start and self._known.get(start - 1) == self._known.get(token.i):
            start -= 1
        before = self.doc[max(0, start - 4) : start]
        oblique = len(before) > 0 and before[-1].pos_ == "ADP"
        return not oblique and any(each.lower_ in SAYING and each.pos_ == "VERB" for each in before)

    def _understood(self, token: Token, recent: list[tuple[int, bool, int, str]]) -> Reference | None:
        low = token.lower_
        if low in _HE or low in _SHE:
            if token.i + 1 < len(self.doc) and token.nbor().lower_ in _EMPTY and low == "il":
                return None
            return self._antecedent(token, "male" if low in _HE else "female", recent)
        before = self.doc[token.i - 1].lower_ if token.i else ""
        if low in PEOPLE["offices"] and (before in _POINTING or before == "premier") and token.is_lower:
            return self._described(token, recent)
        return None

    def _antecedent(
        self, token: Token, gender: str, recent: list[tuple[int, bool, int, str]]
    ) -> Reference | None:
        """The person last spoken of, a subject rather than another, of the pronoun's gender."""
        inside = self._passage_of[token.i]
        fitting = [
            (sentence, leads, place, name)
            for place, (sentence, leads, passage, name) in enumerate(recent)
            if ((inside < 0 and passage < 0) or inside == passage)
            and (
                name == NOBODY
                or self._genders[name] == gender
                or (gender == "male" and self._genders[name] is None)
            )
        ]
        best = max(fitting, key=lambda each: (each[0] + each[1], each[2]), default=None)
        return Reference(person=best[3]) if best and best[3] != NOBODY else None

    def _described(self, token: Token, recent: list[tuple[int, bool, int, str]]) -> Reference | None:
        """The one person who has the role; of several, the one last spoken of."""
        near = range(token.i + 1, min(token.i + 5, len(self.doc)))
        code = next((self._countries[i] for i in near if i in self._countries), None)
        leads = token.lower_ in _LEADERS
        if leads and code is None and len(self._lands) > 1:
            return None
        words = _LEADERS if leads else frozenset({token.lower_})
        is_first = self.doc[token.i - 1].lower_ == "premier"
        more = self._narrowing(token)
        before = [p for p in self._people.values() if p.mentions[0].start < token.idx]
        fitting = [p.name for p in before if _has_role(p, words, is_first, code, more)]
        if code is None or not fitting:
            fitting += [p.name for p in before if _has_role(p, words, is_first, None, more) and not _codes(p)]
        if len(dict.fromkeys(fitting)) > 1:
            fitting = [each[3] for each in reversed(recent) if each[3] in fitting][:1]
        return Reference(person=fitting[0]) if fitting else None


def _competes(token: Token) -> bool:
    """Whether a noun that stands for nobody known speaks, so that a pronoun after it may mean it."""
    if token.dep_ not in ("nsubj", "nsubj:pass") or token.pos_ != "NOUN":
        return False
    if token.lower_ in PEOPLE["addresses"]:
        return False
    return token.lower_ in PEOPLE["offices"] or token.head.lower_ in SAYING


def _has_role(
    person: Person, words: frozenset[str], is_first: bool, code: str | None, more: set[str]
) -> bool:
    """Whether somebody has a role that begins with one of the words and has those that narrow it."""
    for role in person.roles:
        said = role.text.lower().split()
        fits = words & set(said[:2]) and (said[0] == "premier") == is_first and more <= set(said)
        if fits and code in (None, role.country):
            return True
    return False


def _codes(person: Person) -> set[str]:
    return {role.country for role in person.roles if role.country}


def _gender(text: str, person: Person) -> str | None:
    """What the words beside the mentions tell, or else the given name."""
    around = {
        word
        for m in person.mentions
        for word in text[max(0, m.start - 30) : m.start].lower().replace(",", " ").split()[-3:]
    }
    around |= {word for role in person.roles for word in role.text.lower().split()[:1]}
    if around & PEOPLE["female"]:
        return "female"
    if around & PEOPLE["male"]:
        return "male"
    given = fold(Word(person.name.split()[0], 0, 0, 0, 0))
    return next((gender for gender in ("female", "male") if given in GIVEN_NAMES[gender]), None)
