"""Fits what tells a person's name from other capitalised words to articles in which people marked names.

python -m benchmarks.fit_people [FOLDER] [--save]

FOLDER (../shared/quality/dev beside the repository) holds people/articles/*.txt and people/gold.json: by
article the spans {"start", "end"} of every name. Each half of the articles is judged by what was fitted to
the other half; --save fits all of them and writes briefing_book/extract/data/person_weights.yml.
A feature that few candidates have, or that weighs next to nothing, is left out: it would learn an article.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from spacy.tokens import Doc

from briefing_book.extract import countries, people, pipeline
from briefing_book.extract.cues import DATA
from briefing_book.extract.people import evidence
from briefing_book.extract.people.names import Candidate, Cutter
from briefing_book.model import Country, Person, Settings

ROOT = Path(__file__).parents[1]
PENALTY = 1.5
FEWEST = 8
LEAST_WEIGHT = 0.15
ROUNDS = 3
STEPS = 25
HEAD = """\
# Made by benchmarks/fit_people.py.
# weights: how much each feature of a candidate speaks for (above 0) or against a person's name.
# slope, intercept: of the logistic that turns the best score among a person's mentions into a confidence.
"""
Floats = np.ndarray[Any, np.dtype[np.float64]]
Place = tuple[int, int]


class Example(NamedTuple):
    """An article with its candidates, the features each has alone, and the spans that people marked."""

    doc: Doc
    countries: tuple[Country, ...]
    candidates: list[Candidate]
    alone: list[set[str]]
    gold: list[Place]


class Tally(NamedTuple):
    """What is counted in articles: `right` of the entries `made`, `found` of the people `named`."""

    right: int
    made: int
    found: int
    named: int

    def __str__(self) -> str:
        precision, recall = self.right / self.made, self.found / self.named
        f1 = 2 * precision * recall / (precision + recall)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def read(folder: Path) -> list[Example]:
    """The annotated articles, parsed, by name."""
    nlp = pipeline.load(Settings().pipelines["en"])
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    texts = [(folder / "articles" / f"{name}.txt").read_bytes().decode() for name in sorted(gold)]
    docs = nlp.pipe(texts)
    return [_example(doc, gold[name]) for name, doc in zip(sorted(gold), docs, strict=True)]


def _example(doc: Doc, marked: list[dict[str, int]]) -> Example:
    named = countries.find(doc)
    candidates = Cutter(doc, named).candidates()
    alone = evidence.alone(doc, candidates, named)
    return Example(doc, named, candidates, alone, [(m["start"], m["end"]) for m in marked])


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights, fitted twice: the second time without the features that weighed next to nothing."""
    first = _fit(examples, frozenset())
    return _fit(examples, frozenset(name for name, w in first.items() if abs(w) < LEAST_WEIGHT))


def _fit(examples: Sequence[Example], without: frozenset[str]) -> dict[str, float]:
    """In rounds, as what candidates lend to others hangs on the weights of the round before."""
    labels = np.array([_hit(c.start, c.end, e.gold) for e in examples for c in e.candidates], float)
    importance = np.array([share for e in examples for share in _importance(e.candidates)])
    weights: dict[str, float] = {}
    for _ in range(ROUNDS):
        rows = [f - without for e in examples for f in evidence.lent(e.doc, e.candidates, e.alone, weights)]
        counts = Counter(name for row in rows for name in row)
        names = sorted(name for name, count in counts.items() if count >= FEWEST)
        table = np.array([[name in row for name in names] for row in rows], float)
        fitted = logistic(table, labels, importance, PENALTY)
        weights = {name: round(float(w), 2) for name, w in zip(names, fitted, strict=True)}
    return weights


def _importance(candidates: Iterable[Candidate]) -> list[float]:
    """Less for words that an article repeats: it is people that count, not how often they are named."""
    texts = [c.text for c in candidates]
    counts = Counter(texts)
    return [float(counts[text] ** -0.5) for text in texts]


def logistic(table: Floats, labels: Floats, importance: Floats, penalty: float) -> Floats:
    """The coefficients of a logistic regression, by Newton's steps, drawn towards 0 by the penalty."""
    fitted = np.zeros(table.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-table @ fitted))
        slope = table.T @ ((likely - labels) * importance) + penalty * fitted
        curve = (table * (likely * (1 - likely) * importance)[:, None]).T @ table
        fitted -= np.linalg.solve(curve + penalty * np.eye(len(fitted)), slope)
    return fitted


def judge(example: Example, found: Sequence[Person]) -> Tally:
    """The people found in an article against those marked; who has the same last word is one person."""
    places = [(m.start, m.end) for person in found for m in person.mentions]
    marked: dict[str, list[Place]] = defaultdict(list)
    for start, end in example.gold:
        marked[example.doc.text[start:end].split()[-1].lower()].append((start, end))
    right = sum(_is_right(example, person) for person in found)
    reached = sum(any(_hit(*place, places) for place in same) for same in marked.values())
    return Tally(right, len(found), reached, len(marked))


def _is_right(example: Example, person: Person) -> bool:
    return any(_hit(m.start, m.end, example.gold) for m in person.mentions)


def _hit(start: int, end: int, places: Iterable[Place]) -> bool:
    return any(start < e and s < end for s, e in places)


def calibrate(scored: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Slope and intercept of the logistic from an entry's best score to the share of such that are right."""
    table = np.array([[score, 1.0] for score, _ in scored])
    labels = np.array([right for _, right in scored], float)
    slope, intercept = logistic(table, labels, np.ones(len(scored)), 0.01)
    return round(float(slope), 2), round(float(intercept), 2)


def best_scores(example: Example, found: Sequence[Person], weights: evidence.Weights) -> list[float]:
    """The highest score among each person's mentions."""
    lent = evidence.lent(example.doc, example.candidates, example.alone, weights)
    scores = {c.start: evidence.score(f, weights) for c, f in zip(example.candidates, lent, strict=True)}
    return [max(scores[m.start] for m in person.mentions if m.start in scores) for person in found]


def halves(examples: Sequence[Example]) -> list[tuple[float, bool]]:
    """Prints the figures of each half under the other's weights; its entries' best scores, right or not."""
    scored: list[tuple[float, bool]] = []
    tallies: list[Tally] = []
    for k in (0, 1):
        weights = fit(examples[1 - k :: 2])
        for example in examples[k::2]:
            found = people.find(example.doc, example.countries, weights)
            tallies.append(judge(example, found))
            rights = [_is_right(example, person) for person in found]
            scored += zip(best_scores(example, found, weights), rights, strict=True)
    print(
        "people in an article, unseen halves:", Tally(*(sum(column) for column in zip(*tallies, strict=True)))
    )
    return scored


def show_calibration(scored: Sequence[tuple[float, bool]], slope: float, intercept: float) -> None:
    """Prints how many entries of each tenth of confidence are right."""
    by_tenth: dict[int, list[bool]] = defaultdict(list)
    for score, right in scored:
        by_tenth[int(10 / (1 + np.exp(-(slope * score + intercept))))].append(right)
    for tenth, rights in sorted(by_tenth.items()):
        share = sum(rights) / len(rights)
        print(f"confidence from {tenth / 10:.1f}: {len(rights):4d} entries, {share:.2f} are people")


def save(weights: dict[str, float], slope: float, intercept: float, path: Path) -> None:
    """Writes the file that extraction reads, heaviest feature first."""
    ordered = dict(sorted(weights.items(), key=lambda item: (-item[1], item[0])))
    fitted = {"slope": slope, "intercept": intercept, "weights": ordered}
    path.write_text(HEAD + yaml.safe_dump(fitted, sort_keys=False), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Fit the weights of the features of people's names.")
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT.parent / "shared" / "quality" / "dev")
    parser.add_argument("--save", action="store_true", help="fit all articles and write the weights")
    arguments = parser.parse_args()
    examples = read(arguments.folder / "people")
    scored = halves(examples)
    slope, intercept = calibrate(scored)
    show_calibration(scored, slope, intercept)
    if arguments.save:
        save(fit(examples), slope, intercept, DATA / "person_weights.yml")


if __name__ == "__main__":
    main()
