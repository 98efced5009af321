"""When two given names may be one person's: equal, an initial, a short form, or the same in another language.

The short forms ("Joe" for "Joseph") are those of the package nicknames; it knows no other languages.
"""

from functools import cache, lru_cache
from typing import Literal

from nicknames import NickNamer

from briefing_book.assemble.spellings import likeness

Kinship = Literal["same", "similar", "initial", "short form", "beginning", "translated"]

SHORTEST_BEGINNING = 3

_TRANSLATIONS = """
alexander aleksandr alexandr alyaksandr aliaksandr oleksandr alexandre alessandro alejandro
alexey alexei aleksei aleksey oleksiy oleksii aliaksei
alena olena elena yelena helena helen
andrew andrey andrei andriy andrii andrzej andreas andre
anthony antoine antonio anton
basil vasily vasiliy vasyl vasil
benjamin benyamin binyamin
constantine konstantin kostiantyn kanstantsin
daniel danil danylo danila
dmitry dmitri dmitriy dmytro dmitro dzmitry dzmitryi
eugene evgeny evgeni yevgeny yevgeniy yevhen yauhen evgeniy
francis francisco francesco franz francois
george georgy georgiy heorhiy georgi giorgi jorge georg georges
gregory grigory grigoriy hryhoriy ryhor
helmut helmuth
igor ihor ihar
ilya illia illya
john ivan juan giovanni johann johannes jean jan joao ioannis
joseph josef jose yosef yusuf youssef yousef giuseppe iosif
kirill kyrylo kiryl cyril
leonid leanid
louis luis luigi ludwig lajos
lawrence laurent lorenzo
marie maria mariya mary
mark marko markus marc marcos
matthew matthias mateusz matteo matvey
max maxim maksim maksym maxime
michael mikhail mykhailo mikhael michel miguel mihail mikhas michal mihai
moses moshe musa moussa
natalia natalya nataliya nataliia natallia
nicholas nikolai nikolay mykola mikalai nicolas nicola nikolaos nicolae
oleg oleh aleh
olga olha volha
paul pavel pavlo pavlos pablo paulo
peter petr pyotr petro piotr pedro pierre
philip philippe felipe filip filipp
roman raman
sergei sergey serhiy serhii siarhei sergio serge
sophia sofia sofiya
stephen stefan stepan etienne istvan esteban
svetlana svitlana sviatlana
thomas tomas tomasz
timothy timofey
valery valeriy valerii
victor viktor viktar
vladimir volodymyr uladzimir wladimir
vladislav vladyslav uladzislau wladyslaw
vyacheslav viacheslav vyachaslau
william guillaume guillermo wilhelm willem
yuri yury yuriy yurii iurii
"""
"""Given names in several languages, one name a line."""
_ENGLISH = {word: line.split()[0] for line in _TRANSLATIONS.strip().splitlines() for word in line.split()}


@cache
def _namer() -> NickNamer:
    return NickNamer()


@lru_cache(maxsize=1 << 14)
def full_forms(given: str) -> frozenset[str]:
    """The given names that this one may be short for."""
    return frozenset(_namer().canonicals_of(given))


def in_english(given: str) -> str | None:
    """The one form of a given name that has others in other languages; None where none are known."""
    return _ENGLISH.get(given)


@lru_cache(maxsize=1 << 16)
def kinship(one: str, other: str) -> Kinship | None:
    """How two given names, in lower case, may be one; None where they are two."""
    like = likeness(one, other)
    if like == "same":
        return "same"
    if 1 in (len(one), len(other)):
        return "initial" if one[0] == other[0] else None
    if one in full_forms(other) or other in full_forms(one):
        return "short form"
    english = in_english(one)
    if english and english == in_english(other):
        return "translated"
    if min(len(one), len(other)) >= SHORTEST_BEGINNING and (one.startswith(other) or other.startswith(one)):
        return "beginning"
    return like
