"""The same words told otherwise: what several articles quote, where they do not give the same words."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefing_book.assemble.alike import is_piece
from briefing_book.assemble.quotations import Saying, Told
from briefing_book.assemble.reading import Library
from briefing_book.model import Difference, DifferenceRow, Entity, Passage
from briefing_book.names import plain

MOST_SOURCES = 50
"""So many sources are compared, each with each."""
_FIRST_WORDS = 6
_MARKS = "\"“”„‟«»‹›‘’‚',;: "


def wording_differences(
    told: Sequence[Told], library: Library, entities: dict[str, Entity]
) -> Iterator[Difference]:
    """Each quotation that several articles give in different words, with one row an article."""
    for sayings in _told_otherwise(told):
        each_once = list({saying.article: saying for saying in reversed(sayings)}.values())
        compared = [saying for saying in each_once if saying.article not in library.copy_of][:MOST_SOURCES]
        if any(not is_piece(one.words, other.words) for one, other in combinations(compared, 2)):
            yield _difference(each_once, library, entities)


def _told_otherwise(told: Sequence[Told]) -> Iterator[list[Saying]]:
    """The direct quotations that say the same or nearly so, together; the best known of them first."""
    together: dict[int, list[Saying]] = {}
    first: list[int] = []
    for number, each in enumerate(told):
        first.append(number if each.otherwise is None else first[each.otherwise])
        direct = (saying for saying in (each.kept, *each.also) if saying.quotation.direct)
        together.setdefault(first[number], []).extend(direct)
    yield from (sayings for sayings in together.values() if len(sayings) > 1)


def _difference(sayings: Sequence[Saying], library: Library, entities: dict[str, Entity]) -> Difference:
    speakers = [saying.quotation.speaker for saying in sayings]
    names = dict.fromkeys(speaker.name for speaker in speakers if speaker and speaker.entity)
    people = {saying.speaker for saying in sayings if saying.speaker and saying.speaker.startswith("people/")}
    about = sorted(people | frozenset.intersection(*(saying.beside for saying in sayings)))
    called = ", ".join(names or (entities[id].name for id in about if id in entities))
    passages = sorted((saying.quotation.passage for saying in sayings), key=library.order)
    topic = f"{called}: {_beginning(passages[0])}" if called else _beginning(passages[0])
    rows = tuple(DifferenceRow("", passage) for passage in passages)
    return Difference(f"{topic}, told otherwise", tuple(about), rows, "wording")


def _beginning(passage: Passage) -> str:
    """The first words of what is said, in quotation marks: they tell it from what else somebody said."""
    words = plain(passage.text).strip(_MARKS).split()
    return f"“{' '.join(words[:_FIRST_WORDS]).strip(_MARKS)}{' …' if len(words) > _FIRST_WORDS else ''}”"
