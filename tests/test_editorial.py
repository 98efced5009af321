"""What people write is read with its defaults; a mistake is named with file, line and mend."""

from pathlib import Path

import pytest

from briefing_book.editorial import NEW_CORRECTIONS, load_corrections, load_plans, load_settings
from briefing_book.errors import BookError
from briefing_book.model import Corrections, Settings

ROOT = Path(__file__).parents[1]
PLAN = """title: Geneva paper
author: CH
date: 2023-05-01
url: https://example.org/paper
points:
- {number: 1, title: Ceasefire, summary: The guns fall silent., phrases: [stop shooting]}
- {number: 2, title: Talks, summary: The parties speak.}
"""


def write(book: Path, name: str, text: str) -> None:
    path = book / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_book_needs_no_files_of_its_own(tmp_path: Path) -> None:
    assert (load_settings(tmp_path), load_plans(tmp_path), load_corrections(tmp_path)) == (
        *(Settings(), ()),
        Corrections(),
    )


def test_the_files_of_this_book_are_valid() -> None:
    load_plans(ROOT)
    load_corrections(ROOT)
    assert load_settings(ROOT).title


def test_every_example_in_the_corrections_file_works(tmp_path: Path) -> None:
    lines = NEW_CORRECTIONS.read_text(encoding="utf-8").splitlines()
    examples = [line.removeprefix("# ") if line.startswith(("# -", "#   ")) else line for line in lines]
    write(tmp_path, "editorial/corrections.yml", "\n".join(examples))
    found = load_corrections(tmp_path)
    assert all(getattr(found, kind) for kind in Corrections.__struct_fields__)
    assert found.articles[0].published == "2023-03-01"


def test_plans_are_named_by_their_files_and_come_in_order(tmp_path: Path) -> None:
    write(tmp_path, "editorial/plans/geneva-2023.yml", PLAN)
    write(tmp_path, "editorial/plans/bern.yml", PLAN)
    plans = load_plans(tmp_path)
    assert [plan.id for plan in plans] == ["bern", "geneva-2023"]
    assert [point.number for point in plans[1].points] == [1, 2]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("briefing.yml", "title: A\nsite_url: javascript:alert(1)\n", ":2: `site_url` is an address"),
        ("briefing.yml", "title: ' '\n", ":1: `title` is empty"),
        ("briefing.yml", "\npipelines: {English: x}\n", ":2: `English` is an ISO 639-1 code"),
        ("briefing.yml", "pipelines:\n  xx: x\n", ":2: `xx` is a language in which no facts can"),
        ("briefing.yml", "pipelines:\n  fr: fr_huge\n", ":2: `fr` is given 'fr_huge', which is no installed"),
        (
            "briefing.yml",
            "model: m\nlanguage: fr\n",
            ":1: `model` is now part of `pipelines`; write `pipelines: {fr: m}`",
        ),
        ("editorial/plans/My Plan.yml", PLAN, ": a plan's file is named in small letters"),
        ("editorial/plans/a.yml", PLAN.replace("CH", "Swiss"), ":2: `author` is a country's"),
        ("editorial/plans/a.yml", PLAN.replace("05-01", "02-30"), ":3: `date` is a day in the calendar"),
        ("editorial/plans/a.yml", PLAN.replace("https", "ftp"), ":4: `url` is an address"),
        (
            "editorial/plans/a.yml",
            PLAN.replace("number: 2", "number: 1"),
            ":7: `number` is a whole number from 1",
        ),
        (
            "editorial/corrections.yml",
            "split:\n- {name: A, articles: [], to: B}\n",
            ":2: `articles` lists one",
        ),
        (
            "editorial/corrections.yml",
            "alias:\n- name: A\n  aliases: [B, ' ']\n",
            ":3: `aliases` holds an empty",
        ),
        (
            "editorial/corrections.yml",
            "articles:\n- article: a\n  published: soon\n",
            ":3: `published` is a day",
        ),
        ("editorial/corrections.yml", "merge:\n- names: [A]\n  into: A\n", ":2: `names` lists two names"),
        (
            "editorial/corrections.yml",
            "reject:\n- {article: a, kind: poems, text: x}\n",
            ":2: `kind` is one of: people",
        ),
        (
            "editorial/corrections.yml",
            "identify:\n- name: A\n  wikidata: '184'\n",
            ":3: `wikidata` is an item",
        ),
        ("editorial/corrections.yml", "identify:\n- {name: A, iso: by}\n", ":2: `iso` is an ISO 3166 code"),
        ("editorial/corrections.yml", "identify:\n- {name: A, iso: QQ}\n", ":2: `iso` is a country's"),
        ("editorial/corrections.yml", "identify:\n- {name: A}\n", ":2: `name` is identified by nothing"),
        *(
            ("editorial/corrections.yml", f"add:\n- article: a\n  text: x\n  {rest}\n", says)
            for rest, says in (
                ("kind: dates", ":4: `kind` says dates, and these need `value:`"),
                ("kind: dates\n  value: Friday", ":5: `value` is a date in EDTF"),
                (
                    "kind: dates\n  value: '2031'\n  speaker: B",
                    ":6: `speaker` is not for dates: these take `value`",
                ),
                ("kind: people\n  number: 0", ":5: `number` counts the places"),
                ("kind: countries\n  code: Peru", ":5: `code` is a country's ISO 3166-1 code"),
                ("kind: quantities\n  value: many\n  of: ship", ":5: `value` is a number in digits"),
                ("kind: events\n  verb: meet\n  date: 31 May", ":6: `date` is a date in EDTF"),
                ("kind: events\n  verb: meet\n  participants: []", ":6: `participants` lists one name"),
                (
                    "kind: positions\n  holder: A\n  target: B\n  stance: likes",
                    ":7: `stance` should be one of",
                ),
            )
        ),
    ],
)
def test_a_mistake_is_named_with_its_line_and_mend(tmp_path: Path, name: str, text: str, says: str) -> None:
    write(tmp_path, name, text)
    with pytest.raises(BookError) as raised:
        load_settings(tmp_path), load_plans(tmp_path), load_corrections(tmp_path)
    assert f"{name}{says}" in str(raised.value)


def test_a_link_that_leads_nowhere_is_not_taken_for_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "briefing.yml").symlink_to("gone.yml")
    with pytest.raises(BookError, match="cannot be read"):
        load_settings(tmp_path)


@pytest.mark.parametrize("name", ["editorial", "editorial/plans", "editorial/plans/geneva.yaml"])
def test_plans_that_would_not_be_read_are_named(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, PLAN)
    with pytest.raises(BookError, match=f"{name}: "):
        load_plans(tmp_path)


@pytest.mark.parametrize("code", ["ZZ", "QY"])
def test_a_plans_author_is_a_country_that_there_is(tmp_path: Path, code: str) -> None:
    write(tmp_path, "editorial/plans/geneva.yml", PLAN.replace("author: CH", f"author: {code}"))
    with pytest.raises(BookError, match=r"geneva\.yml:2: `author`"):
        load_plans(tmp_path)
