"""What speaks for and against two names being one, with its weight and how a reader is told of it."""

from collections.abc import Iterable

from briefing_book.assemble.unions import Known, Why
from briefing_book.country_names import country_name

WEIGHTS = {
    "same letters": 0.9,
    "same words": 0.8,
    "other spelling": 0.7,
    "middle name": 0.7,
    "formal name": 0.6,
    "initials": 0.6,
    "first names left out": 0.6,
    "last names left out": 0.5,
    "short form": 0.5,
    "similar spelling": 0.5,
    "translated": 0.4,
    "beginning": 0.4,
    "some names left out": 0.4,
    "similar short name": 0.2,
    "several differences": 0.2,
    "generation": 0.2,
    "called so": 0.4,
    "family name": 0.4,
    "family name first": 0.3,
    "similar family name": 0.3,
    "only one": 0.2,
    "one of many": -0.1,
    "institution of this name": 0.3,
    "institution in other words": 0.2,
    "acronym": 0.6,
    "acronym in the text": 0.9,
    "abbreviated": 0.6,
    "general words left out": 0.5,
    "similar words": 0.4,
    "same role": 0.3,
    "same country": 0.2,
    "named with others": 0.2,
    "only country of the article": 0.3,
    "other country": -0.4,
    "man and woman": -0.6,
    "apart in one article": -0.4,
}
"""A pair of names has one of the features that compare their words, and any of the others."""
ENOUGH = 0.5
"""The score from which two names are one."""
AHEAD = 0.3
"""How far the best of several candidates must be ahead of the next."""
WORTH_ASKING = 0.2
"""The score from which somebody should look at names that stay apart."""
SAME_NAME = ("the same name",)
COMPANY = "named with "
JUDGED = ("editorial/corrections.yml",)

_WORDS = {
    "same letters": "“{name}” and “{other}” differ by spaces and hyphens alone",
    "same words": "“{name}” and “{other}” are the same words in another order",
    "other spelling": "“{name}” is another spelling of “{other}”",
    "middle name": "“{name}” and “{other}” differ by middle names alone",
    "formal name": "“{name}” and “{other}” are the formal and the usual form of one name",
    "initials": "“{name}” gives the initials of “{other}”",
    "first names left out": "“{name}” is the end of “{other}”",
    "last names left out": "“{name}” is the beginning of “{other}”",
    "short form": "“{name}” and “{other}” differ by the short form of a given name",
    "similar spelling": "“{name}” and “{other}” sound alike and are similarly spelled",
    "translated": "“{name}” and “{other}” have one given name in two languages",
    "beginning": "the given name of “{name}” and that of “{other}” begin alike",
    "some names left out": "“{name}” leaves out some of the names of “{other}”",
    "similar short name": "“{name}” and “{other}” sound alike",
    "several differences": "“{name}” and “{other}” sound alike",
    "generation": "“{name}” and “{other}” differ only by what tells the generation",
    "called so": "an article calls “{other}” “{name}”",
    "family name": "“{name}” is the family name of “{other}”",
    "family name first": "“{name}” is the family name of “{other}”, written first",
    "similar family name": "“{name}” sounds like the family name of “{other}” and is similarly spelled",
    "only one": "the only one of this name in the book",
    "institution of this name": "the same name",
    "institution in other words": "“{name}” and “{other}” have the same words",
    "acronym": "“{name}” are the initials of “{other}”",
    "acronym in the text": "an article calls “{other}” “{name}”",
    "abbreviated": "“{name}” gives initials for some words of “{other}”",
    "general words left out": "“{name}” is “{other}” without general words",
    "similar words": "“{name}” and “{other}” sound alike and are similarly spelled",
    "same role": "same role: {role}",
    "same country": "same country: {country}",
    "named with others": COMPANY + "{company} in both",
    "only country of the article": "the article names officials of no other country",
}


def features(name: Known, other: Known) -> list[str]:
    """What the articles tell for and against two being one, whatever they are called."""
    found = []
    if any(role in other.roles for role in name.roles):
        found.append("same role")
    if name.countries and other.countries:
        alike = not name.countries.isdisjoint(other.countries)
        found.append("same country" if alike else "other country")
    elif len(name.around) == 1 and name.around <= other.countries:
        found.append("only country of the article")
    if name.addressed and other.addressed and name.addressed.isdisjoint(other.addressed):
        found.append("man and woman")
    if any(each in other.company for each in name.company):
        found.append("named with others")
    if not name.articles.isdisjoint(other.articles):
        found.append("apart in one article")
    return found


def score(found: Iterable[str]) -> float:
    """The sum of the features' weights."""
    return round(sum(WEIGHTS[feature] for feature in found), 3)


def reasons(found: Iterable[str], names: tuple[str, str], known: Known, other: Known) -> Why:
    """The features that speak for it, in words; `names` as they are written, the shorter one first."""
    role = next((known.roles[each] for each in sorted(known.roles) if each in other.roles), "")
    shared = (known.company[each] for each in known.company if each in other.company)
    told = {
        "name": names[0],
        "other": names[1],
        "role": role,
        "country": ", ".join(country_name(code) for code in sorted(known.countries & other.countries)),
        "company": next(shared, ""),
    }
    return tuple(_WORDS[feature].format_map(told) for feature in found if feature in _WORDS)
