"""Accords: plans that several parties agree on, and that have no author to tell them by.

"The peace agreement" is a plan's where the plan is called so and its author is named in the article;
"an agreement", where it is made at the place that the plan bears in its name.
"""

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from briefing_book.extract.plans.phrases import WORDS, Phrase, is_definite, is_plain, name_words, words_of
from briefing_book.model import Plan

_BODIES = {("united", "nations"): "UN", ("european", "union"): "EU"}
_ACRONYMS = frozenset(_BODIES.values())
_REACH = 8
_MADE = frozenset({"VBD", "VBN", "VBZ"})
_HAVING = frozenset({"have", "has", "had", "'ve", "’ve"})


def body_at(token: Token) -> str | None:
    """The author's code of a body of many countries that the word begins to name: "UN", "European Union"."""
    acronym = token.text.replace(".", "")
    if acronym in _ACRONYMS:
        return acronym
    following = token.doc[token.i + 1 : token.i + 2].text.lower()
    return _BODIES.get((token.lower_, following)) if token.is_title else None


def is_accord(plan: Plan) -> bool:
    """Whether one of the plan's names says that it was agreed on."""
    return any(words and words[-1] in WORDS["accords"] for words in map(words_of, plan.names))


def accord_of(phrase: Phrase, plans: Collection[Plan], lands: Mapping[int, str]) -> Plan | None:
    """The plan whose agreement the phrase names; None where it is none's, or may be several's."""
    if phrase.head.lemma_.lower() not in WORDS["accords"] or not _is_there(phrase):
        return None
    authors = set(lands.values())
    fitting = [
        plan
        for plan in plans
        if _made_where_named(phrase.head, plan)
        or (plan.author in authors and _is_called(phrase, plan) and not _is_others(phrase.head, plan, lands))
    ]
    return fitting[0] if len(fitting) == 1 else None


def helpers(phrase: Phrase, lands: Mapping[int, str]) -> set[str]:
    """Who the words before an accord say helped to it: "the US-brokered deal"."""
    doc, end = phrase.head.doc, phrase.head.i
    brokers = (i for i in range(max(0, end - _REACH), end - 2) if i in lands and doc[i + 1].text == "-")
    return {lands[i] for i in brokers if doc[i + 2].lower_ in WORDS["brokered"]}


def _is_there(phrase: Phrase) -> bool:
    """Whether the agreement is a known one, or one that the sentence tells was made."""
    if is_definite(phrase):
        return True
    verb = phrase.head.head
    if phrase.head.dep_ not in ("dobj", "nsubjpass", "ccomp") or verb.lemma_ not in WORDS["agreeing"]:
        return False
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in ("neg", "aux")}
    return verb.tag_ in _MADE and helpers <= _HAVING


def _is_called(phrase: Phrase, plan: Plan) -> bool:
    """Whether the phrase is one of the plan's names, and nothing in it tells of another."""
    words = set(words_of(" ".join(phrase.words)))
    for name in map(words_of, plan.names):
        if not name or name[-1] != phrase.head.lower_ or not words.issuperset(name):
            continue
        known = WORDS["peace"] | WORDS["passing"] | {*name, plan.date[:4]}
        if words <= known and (len(name) > 1 or (is_definite(phrase) and is_plain(phrase, frozenset(name)))):
            return True
    return False


def _is_others(noun: Token, plan: Plan, lands: Mapping[int, str]) -> bool:
    """Whether it is between others than the plan's author, so far as that is a country."""
    parties = [child for child in noun.rights if child.lower_ in ("between", "with", "of", "among")]
    named = {lands[token.i] for child in parties for token in child.subtree if token.i in lands}
    return bool(named) and plan.author not in named | _ACRONYMS


def _made_where_named(noun: Token, plan: Plan) -> bool:
    """Whether the words place the agreement where the plan's own name does: "a deal was signed in Oslo"."""
    around = [noun, noun.head] if noun.dep_ in ("dobj", "nsubjpass") else [noun]
    around += [child for child in noun.rights if child.dep_ == "acl"]
    placed = {
        word.text
        for top in around
        for child in top.rights
        if child.lower_ in ("in", "at") and child.dep_ == "prep"
        for word in child.children
        if word.dep_ == "pobj"
    }
    places = ({word for word in name_words(name)[:-1] if word[0].isupper()} for name in plan.names)
    return any(place and place <= placed for place in places)
