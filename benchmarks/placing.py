"""How well passages are placed under the points of a plan: the share of `placing.yml`'s sentences that come
under exactly the points that a reader gave them. Run from the repository: python -m benchmarks.placing
"""

from pathlib import Path

import msgspec

from briefing_book.editorial import load_plans
from briefing_book.extract.provisions.points import Placer
from briefing_book.model import Plan

ROOT = Path(__file__).parents[1]


class Case(msgspec.Struct, frozen=True):
    """A passage and the points of a plan that it reports."""

    plan: str
    points: tuple[int, ...]
    text: str


class Cases(msgspec.Struct, frozen=True):
    """What `placing.yml` holds."""

    plans: dict[str, dict[str, object]]
    cases: tuple[Case, ...]


def load() -> tuple[dict[str, Plan], tuple[Case, ...]]:
    """The plans by id, and the cases."""
    file = msgspec.yaml.decode((ROOT / "benchmarks" / "placing.yml").read_bytes(), type=Cases)
    plans = {plan.id: plan for plan in load_plans(ROOT)}
    plans |= {id: msgspec.convert({"id": id, **plan}, Plan) for id, plan in file.plans.items()}
    return plans, file.cases


def main() -> None:
    """Prints the cases that are placed otherwise, then the share placed rightly."""
    plans, cases = load()
    placers = {id: Placer(plan) for id, plan in plans.items()}
    right = 0
    for case in cases:
        placed = tuple(placers[case.plan].place(case.text))
        right += placed == case.points
        if placed != case.points:
            print(f"{case.plan} {list(case.points)} placed under {list(placed)}: {case.text}")
    print(f"{right} of {len(cases)} placed rightly")


if __name__ == "__main__":
    main()
