"""How many: sources that count the same of one happening and give numbers that cannot both be right.

The same: one noun and one fate of those counted; for other things than people also some words in common in
their sentences. Where one source gives several numbers, none of them may fit the other source's.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing_book.assemble.differences.counts import Amount, Count, counts_of
from briefing_book.assemble.differences.rows import Sayings, source_of
from briefing_book.assemble.differences.scenes import Scene, Scenes, near, one_happening
from briefing_book.assemble.differences.topics import day_in_words
from briefing_book.assemble.reading import Library
from briefing_book.assemble.unions import Groups, Known
from briefing_book.assemble.where import NamedWhere
from briefing_book.model import Difference, Passage

MOST_LIKE = 30
"""A number is compared with so many later ones that share a name with it."""
FAR = 10
"""Numbers of which one is more than so many times the other are of different matters: of a day and a war."""
FEWEST_OWN, SHARED_OWN = 3, 0.5
"""Words that two sentences share, and their part of the shorter one's, where no fate says what is counted."""

Told = tuple[Count, Scene]


def number_differences(library: Library, where: NamedWhere) -> list[Difference]:
    """Each matter that two sources give different numbers of."""
    told = list(_told(library))
    groups = Groups(Known() for _ in told)
    for one, other in _pairs(told):
        if groups.find(one) != groups.find(other) and _same_matter(library, told[one], told[other]):
            groups.unite(one, other)
    several = ([told[number] for number in numbers] for numbers in groups.groups() if len(numbers) > 1)
    return [difference for of_one in several for difference in _differences(library, of_one, where)]


def _told(library: Library) -> Iterator[Told]:
    """The numbers that can be compared, in the order of the articles' dates."""
    counts = [count for reading in library.readings for count in counts_of(reading)]
    sources: dict[tuple[str, str], set[str]] = {}
    for count in counts:
        sources.setdefault((count.noun, count.fate), set()).add(source_of(library, count.passage))
    shared = [count for count in counts if len(sources[count.noun, count.fate]) > 1]
    for article, own in groupby(shared, key=lambda count: count.passage.article):
        scenes = Scenes(library.by_id[article])
        yield from ((count, scenes.of(count.passage)) for count in own)


def _pairs(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Numbers of one noun and fate, of days near each other, whose scenes share a name."""
    alike: dict[tuple[str, str, str], list[int]] = {}
    for number, (count, scene) in enumerate(told):
        for name in sorted(scene.names):
            alike.setdefault((count.noun, count.fate, name), []).append(number)
    for numbers in alike.values():
        for place, one in enumerate(numbers):
            for other in numbers[place + 1 : place + 1 + MOST_LIKE]:
                if not near(told[one][1].published, told[other][1].published):
                    break
                yield one, other


def _same_matter(library: Library, one: Told, other: Told) -> bool:
    (count, scene), (count_too, scene_too) = one, other
    if source_of(library, count.passage) == source_of(library, count_too.passage):
        return False
    less, more = sorted((count.amount.value, count_too.amount.value))
    if more > FAR * less:
        return False
    alike = len(scene.own & scene_too.own)
    enough = max(FEWEST_OWN, SHARED_OWN * min(len(scene.own), len(scene_too.own)))
    return (bool(count.fate) or alike >= enough) and one_happening(scene, scene_too)


def _differences(library: Library, told: Sequence[Told], where: NamedWhere) -> Iterator[Difference]:
    said: Sayings[Amount] = Sayings(library)
    for count, _ in told:
        said.add(count.amount, _shown(library, count.passage), count.amount.says())
    if said.differ(Amount.agrees):
        beside = Counter(id for count, _ in told for id in where.beside(count.passage))
        about = [id for id, times in beside.items() if 2 * times >= len(told)]
        yield said.difference("numbers", _topic(told), about)


def _shown(library: Library, number: Passage) -> Passage:
    """The number's sentence, where it holds the whole of it."""
    sentence = library.sentence(number)
    return sentence if number.end <= sentence.end else number


def _topic(told: Sequence[Told]) -> str:
    """What is counted, and the places and the day that most of the sentences share."""
    count = told[0][0]
    what = "people" if count.noun == "person" else count.passage.text.split()[-1]
    times = Counter(place for _, scene in told for place in scene.places)
    places = [place for place, number in times.items() if 2 * number > len(told)]
    dates = Counter(date for _, scene in told for date in set(scene.dates))
    days = [date for date, number in dates.items() if 2 * number > len(told)]
    known = [place.title() for place in places] + [day for date in days for day in day_in_words(date)]
    return f"Number of {what} {count.fate}".rstrip() + (f" ({', '.join(known)})" if known else "")
