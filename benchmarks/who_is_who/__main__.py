"""Prints how well the book tells who is who, and what it gets wrong."""

import argparse
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.who_is_who import WRITTEN, Reader, rows
from benchmarks.who_is_who.judging import Judged, figures_of

ROOT = Path(__file__).resolve().parents[2]


def errors(judged: Sequence[Judged]) -> Iterator[str]:
    """One line for each group that is in pieces or holds others, the largest first."""
    right: dict[str, list[Judged]] = defaultdict(list)
    found: dict[str, list[Judged]] = defaultdict(list)
    for item in judged:
        right[item.right].append(item)
        found[item.found or "-"].append(item)
    for who, items in sorted(right.items(), key=lambda pair: -len(pair[1])):
        pieces = Counter((item.found or "missed", item.words) for item in items)
        if len({label for label, _ in pieces}) > 1:
            yield f"APART  {who}: " + ", ".join(f"{w} → {g} ×{n}" for (g, w), n in pieces.items())
    for group, items in sorted(found.items(), key=lambda pair: -len(pair[1])):
        if group != "-" and len({item.right for item in items}) > 1:
            yield f"MIXED  {group}: " + ", ".join(f"{w} = {r} ×{n}" for (r, w), n in _counts(items))
    missed = Counter((item.article, item.words, item.right) for item in found["-"])
    yield from (f"MISSED {words} = {who} in {article} ×{n}" for (article, words, who), n in missed.items())


def _counts(items: Sequence[Judged]) -> list[tuple[tuple[str, str], int]]:
    return list(Counter((item.right, item.words) for item in items).items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--errors", type=int, default=0, help="how many errors of each row to print")
    parser.add_argument("--keep", type=Path, help="keep the articles' facts here, to work on the merging")
    parser.add_argument("--only", choices=[*WRITTEN, "cut"], help="judge these articles alone")
    options = parser.parse_args()
    quality = Path(os.environ.get("QUALITY", ROOT.parent / "shared" / "quality"))
    for name, judged in rows(Reader(options.keep), quality, options.only):
        print(f"\n{name}: {len(judged)} items in {len({item.right for item in judged})} groups")
        for figure, value in figures_of("", judged).items():
            print(f"  {figure[2:]:22s} {value:.3f}")
        for line in list(errors(judged))[: options.errors]:
            print("   ", line)


if __name__ == "__main__":
    main()
