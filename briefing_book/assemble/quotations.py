"""What is said in the articles, and by whom: what several articles quote stands once, with all its passages.

Two quotations are one where no other speaker is known of either and the shorter is a piece of the longer one,
or most words of both are the same; reported speech only of one known speaker. Of these the best is kept: with
a known speaker, direct, the longest, the earliest. The others are compared with it, never with each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from briefing_book.assemble.alike import Shelf, Words, is_piece, tells, words_of
from briefing_book.assemble.parties import Parties
from briefing_book.assemble.reading import Library, Reading
from briefing_book.assemble.where import NamedWhere
from briefing_book.model import BookQuotation, Quotation

OF_A_SPEAKER, TELLING = 3, 4
"""Words from which a piece is known as cut from a longer quotation: of one speaker, and of an unknown one."""
UNIQUE = 6
"""So many shared words are said once: nothing else need tie the two."""
SHARED, UNATTRIBUTED, REPORTED = 0.6, 0.7, 0.75
"""The part of its words that a quotation shares with the same one in other words: of one speaker, where a
speaker is unknown, and where the words are reported."""
TIMES_AS_LONG = 2
"""What is longer than this says more than the same in other words."""


@dataclass(frozen=True)
class Saying:
    """A quotation of one article: its words, its speaker's id, and the ids of all who are named beside it.

    Of a speaker whom the book does not know, the name is there as well, so that two of one name are tied.
    """

    quotation: BookQuotation
    article: str
    words: Words
    speaker: str | None
    beside: frozenset[str]


@dataclass
class Told:
    """A quotation with those that say the same, and the number of another that has its words otherwise."""

    kept: Saying
    also: list[Saying] = field(default_factory=list)
    otherwise: int | None = None


def told_quotations(library: Library, parties: Parties, where: NamedWhere) -> list[Told]:
    """All that the articles quote, each once; the best known first."""
    said = [
        _saying(_quotation(reading, quotation, parties), where)
        for reading in library.readings
        for quotation in reading.facts.quotations
    ]
    said = _without_frames(said)
    said.sort(key=lambda saying: _rank(saying, library))
    shelf = Shelf([saying.words for saying in said])
    place: dict[int, int] = {}
    told: list[Told] = []
    for number, saying in enumerate(said):
        found, rare = shelf.find(number)
        if (same := next((other for other in found if is_same(said[other], saying)), None)) is not None:
            told[place[same]].also.append(saying)
            continue
        likely = (other for other in found if other in rare)
        near = next((other for other in likely if is_told_otherwise(said[other], saying)), None)
        place[number] = len(told)
        told.append(Told(saying, otherwise=None if near is None else place[near]))
        shelf.put(number)
    return told


def book_quotations(told: Sequence[Told], library: Library) -> tuple[BookQuotation, ...]:
    """The quotations of the book, in the order of the articles."""
    merged = [_merged(each, library) if each.also else each.kept.quotation for each in told]
    return tuple(sorted(merged, key=lambda quotation: library.order(quotation.passage)))


def _merged(told: Told, library: Library) -> BookQuotation:
    return replace(told.kept.quotation, also=library.tidy(saying.quotation.passage for saying in told.also))


def is_same(kept: Saying, other: Saying) -> bool:
    """Whether two articles quote the same; `kept` has a speaker if one of them has."""
    if kept.article == other.article or (other.speaker and kept.speaker != other.speaker):
        return False
    attributed = kept.speaker is not None and kept.speaker == other.speaker
    direct = kept.quotation.direct and other.quotation.direct
    if not attributed and not (direct and _are_tied(kept, other)):
        return False
    if is_piece(kept.words, other.words):
        fewest = OF_A_SPEAKER if attributed else TELLING
        return len(other.words.stems) >= fewest or (direct and kept.words.pieces == other.words.pieces)
    part = REPORTED if not direct else SHARED if attributed else UNATTRIBUTED
    fewest, most = sorted((len(kept.words.stems), len(other.words.stems)))
    return fewest >= TELLING and most <= TIMES_AS_LONG * fewest and tells(kept.words, other.words, part)


def is_told_otherwise(one: Saying, other: Saying) -> bool:
    """Whether two quotations share most of the shorter one's words, and not all; the speaker may be one."""
    if one.article == other.article or not (one.quotation.direct and other.quotation.direct):
        return False
    known = {one.speaker, other.speaker} - {None}
    if known and not (len(known) == 1 and known <= one.beside & other.beside):
        return False
    if not known and min(len(one.words.stems), len(other.words.stems)) < TELLING:
        return False
    return (
        _are_tied(one, other)
        and tells(one.words, other.words, SHARED)
        and not is_piece(one.words, other.words)
    )


def _are_tied(one: Saying, other: Saying) -> bool:
    """Whether both are told beside the same name, or share too much to be two."""
    return not one.beside.isdisjoint(other.beside) or len(one.words.stems & other.words.stems) >= UNIQUE


def _without_frames(said: Sequence[Saying]) -> list[Saying]:
    """The same without reported speech that says nothing but words in quotation marks, which it ends with."""
    direct = {(each.article, each.quotation.passage.end): each for each in said if each.quotation.direct}
    return [each for each in said if each.quotation.direct or not _is_frame(each, direct)]


def _is_frame(reported: Saying, direct: Mapping[tuple[str, int], Saying]) -> bool:
    """Whether it ends with one of these, by article and end, or its closing mark, and says nothing else."""
    place = reported.quotation.passage
    quoted = direct.get((place.article, place.end)) or direct.get((place.article, place.end - 1))
    if quoted is None or quoted.quotation.passage.start < place.start:
        return False
    return reported.words.stems == quoted.words.stems


def _rank(saying: Saying, library: Library) -> tuple[bool, bool, int, tuple[int, int, int]]:
    said = saying.quotation
    return saying.speaker is None, not said.direct, -saying.words.letters, library.order(said.passage)


def _saying(quotation: BookQuotation, where: NamedWhere) -> Saying:
    speaker = quotation.speaker.entity if quotation.speaker else None
    beside = where.beside(quotation.passage)
    if quotation.speaker and (speaker or quotation.speaker.name[:1].isupper()):
        beside.add(speaker or quotation.speaker.name)
    return Saying(
        quotation, quotation.passage.article, words_of(quotation.passage.text), speaker, frozenset(beside)
    )


def _quotation(reading: Reading, quotation: Quotation, parties: Parties) -> BookQuotation:
    speaker = quotation.speaker
    return BookQuotation(
        passage=reading.passage(quotation),
        direct=quotation.direct,
        fragment=quotation.fragment,
        speaker=parties.party(reading.id, speaker) if speaker else None,
        cue=reading.passage(quotation.cue) if quotation.cue else None,
        date=reading.facts.article.published,
    )
