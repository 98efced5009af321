"""A small book made by hand. Of its articles one is hostile, one tells the same otherwise, one is a copy."""

import logging
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from briefing_book.model import (
    ArticleInfo,
    Book,
    BookEvent,
    BookPosition,
    BookQuotation,
    BottomLine,
    Choice,
    Connection,
    Difference,
    DifferenceRow,
    Doubt,
    Entity,
    Form,
    HeldRole,
    Joined,
    Mark,
    Party,
    Passage,
    Plan,
    PlanCoverage,
    Point,
    PointCoverage,
    SkippedSeed,
    Source,
)
from briefing_book.render import render
from tests.conftest import write_pages

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"

HOSTILE = "zwei [x](y) 'ü' ?#%26 日本"
MEND = "articles:\n  - article: '*x* _y_'\n    text:  \"<b>\"\n"
TEXTS = {
    "report": (
        "Premier Ann Lee of Norland met Bo Kim on 3 May 2024.\n\n"
        "“We will keep the ceasefire,” Lee said. Her “bold” plan calls for a ceasefire and open roads.\n\n"
        "Norland has not rejected claims that “the roads are shut”. Kim visits Norland."
    ),
    HOSTILE: (
        "<script>alert(1)</script> *Ann Lee* {{ 7*7 }} `x` [a](javascript:alert(1)) {.x}\n"
        "# Norland rejects the plan | _so_ it says.\n"
        "=1+1 \u202ereversed\u202c and \x07rung"
    ),
    "gazette": (
        "Anne Li and Bo Kim met in Norville on 3 May 2024.\n\n"
        "“The ceasefire will be kept,” Li said. The plan wants the guns to fall silent."
    ),
    "gazette-copy": (
        "Anne Li and Bo Kim met in Norville on 3 May 2024.\n\n"
        "“The ceasefire will be kept,” Li said. The plan wants the guns to fall silent, it is said."
    ),
    "weather": "It rains in Norland.",
}


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The offsets of a text's sentences, which end with a full stop or a line."""
    cuts = [i + 1 for i, c in enumerate(text) if c == "\n" or text[i : i + 2] == ". "]
    spans = zip([0, *cuts], [*cuts, len(text)], strict=True)
    tight = [
        (a + len(t) - len(t.lstrip()), a + len(t.rstrip())) for a, b in spans if (t := text[a:b]).strip()
    ]
    return tuple(tight)


def passage(article: str, words: str) -> Passage:
    """The first place of these words in one of the articles."""
    start = TEXTS[article].index(words)
    number = next(n for n, (a, b) in enumerate(sentences(TEXTS[article]), 1) if a <= start < b)
    return Passage(start, start + len(words), words, article, number)


def marks(article: str, names: dict[str, str]) -> tuple[Mark, ...]:
    """Marks on the first place of each name."""
    found = [(passage(article, name), id) for name, id in names.items()]
    return tuple(
        sorted((Mark(p.start, p.end, id.split("/")[0], id) for p, id in found), key=lambda m: m.start)
    )


LEE = Party("Ann Lee", "people/ann-lee")
KIM = Party("Bo Kim", "people/bo-kim")
NORLAND = Party("Norland", "countries/norland")
PLAN = Party("Roads for Peace", "plans/roads-2024")


def entities() -> dict[str, Entity]:
    norland = (passage("report", "Norland"), passage(HOSTILE, "Norland"))
    lee = (passage("report", "Ann Lee"), passage(HOSTILE, "Ann Lee"))
    premier = HeldRole("Premier", (passage("report", "Premier"),), "countries/norland")
    every = [
        Entity(
            "people/ann-lee",
            "people",
            "Ann Lee",
            (
                Form("Ann Lee", lee),
                Form("Lee", (passage("report", "Lee"),)),
                Form("Anne Li", (passage("gazette", "Anne Li"), passage("gazette-copy", "Anne Li"))),
            ),
            ("report", "gazette", "gazette-copy", HOSTILE),
            roles=(premier,),
            former=("people/lee", "people/index-of-lee"),
            joined=(
                Joined("Ann Lee", ("report", HOSTILE)),
                Joined(
                    "Anne Li", ("gazette", "gazette-copy"), ("*another* spelling", "both named with Bo Kim")
                ),
            ),
            aliases=("Lee <An>",),
        ),
        Entity(
            "people/bo-kim",
            "people",
            "Bo Kim",
            (Form("Bo Kim", (passage("report", "Bo Kim"), passage("gazette", "Bo Kim"))),),
            ("report", "gazette", "gazette-copy"),
            page=False,
        ),
        Entity(
            "countries/norland",
            "countries",
            "Norland",
            (Form("Norland", (*norland, passage("weather", "Norland"))),),
            ("report", HOSTILE, "weather"),
            code="NL",
            wikidata="Q55",
            iso="NL",
        ),
    ]
    return {entity.id: entity for entity in every}


def coverage() -> PlanCoverage:
    points = (Point(1, "Ceasefire", "Stop all fighting."), Point(2, "Grain", "Let grain ships pass."))
    plan = Plan("roads-2024", PLAN.name, "NL", "2024-05", points, url="javascript:alert(1)")
    silent = "wants the guns to fall silent"
    ceasefire = (
        passage("report", "calls for a ceasefire"),
        passage("gazette", silent),
        passage("gazette-copy", silent),
    )
    reported = (*ceasefire, passage("report", "keep the ceasefire"))
    return PlanCoverage(
        plan,
        "plans/roads-2024",
        ("report", "gazette", "gazette-copy", HOSTILE),
        (passage("report", "plan"), passage(HOSTILE, "the plan")),
        (
            PointCoverage(points[0], "plans/roads-2024/1-ceasefire", reported, (ceasefire, reported[3:])),
            PointCoverage(points[1], "plans/roads-2024/2-grain", ()),
        ),
        (passage("report", "open roads"),),
    )


def small_book() -> Book:
    """The book: five articles, of which one is hostile and undated, and one a copy of another."""
    report = ArticleInfo(
        "report", "seeds/report.txt", "Lee meets Kim", "2024-05-04", "Daily <b>", "https://e.example/?a=1&b"
    )
    hostile = ArticleInfo(
        HOSTILE,
        f"seeds/{HOSTILE}.txt",
        "<img src=x onerror=alert(1)> *t*",
        None,
        None,
        "javascript:alert(1)",
        "de",
    )
    gazette = ArticleInfo("gazette", "seeds/gazette.txt", "They met", "2024-05-05")
    copy = ArticleInfo("gazette-copy", "seeds/gazette-copy.txt", "They met, copied", "2024-05-06")
    weather = ArticleInfo("weather", "seeds/weather.txt", "Rain", "2024-05-07")
    names = {"Ann Lee": "people/ann-lee", "Norland": "countries/norland"}
    lee_said = passage("report", "We will keep the ceasefire,")
    met = passage("report", "Premier Ann Lee of Norland met Bo Kim on 3 May 2024.")
    kept = "The ceasefire will be kept,"
    all_met = (met, *(passage(a, "Anne Li and Bo Kim met in Norville") for a in ("gazette", "gazette-copy")))
    opening = BottomLine(met.start, met.end, met.text, met.article, met.sentence, all_met[1:])
    rejected = passage("report", "rejected")
    claims = passage("report", "claims that “the roads are shut”")
    shut = passage("report", "the roads are shut")
    comes = passage("report", "Kim visits Norland.")
    rejects = passage(HOSTILE, "# Norland rejects the plan | _so_ it says.")
    return Book(
        title="Roads & <Peace>",
        sources={
            "report": Source(
                report,
                TEXTS["report"],
                sentences(TEXTS["report"]),
                marks("report", names | {"Bo Kim": "people/bo-kim", "plan": "plans/roads-2024"}),
            ),
            "gazette": Source(gazette, TEXTS["gazette"], sentences(TEXTS["gazette"]), ()),
            "gazette-copy": Source(
                copy, TEXTS["gazette-copy"], sentences(TEXTS["gazette-copy"]), (), copy_of="gazette"
            ),
            "weather": Source(weather, TEXTS["weather"], sentences(TEXTS["weather"]), ()),
            HOSTILE: Source(hostile, TEXTS[HOSTILE], sentences(TEXTS[HOSTILE]), marks(HOSTILE, names)),
        },
        entities=entities(),
        quotations=(
            BookQuotation(
                lee_said,
                True,
                False,
                LEE,
                passage("report", "said"),
                "2024-05-04",
                (passage("gazette", kept), passage("gazette-copy", kept)),
            ),
            BookQuotation(passage("report", "bold"), True, True, LEE, None, "2024-05-04"),
            BookQuotation(passage(HOSTILE, "{{ 7*7 }} `x`"), True, False, None, None, None),
            BookQuotation(
                passage(HOSTILE, "it says"), False, False, Party("=envoys"), passage(HOSTILE, "says"), None
            ),
            BookQuotation(claims, False, False, NORLAND, rejected, "2024-05-04"),
            BookQuotation(shut, True, False, NORLAND, rejected, "2024-05-04"),
        ),
        events=(
            BookEvent("meet", "2024-05-03", False, (LEE, KIM), all_met, (passage("gazette", "Norville"),)),
            BookEvent("reject", None, True, (NORLAND, PLAN), (rejects,)),
        ),
        positions=(
            BookPosition(LEE, "supports", PLAN, (passage("report", "Her “bold” plan"),)),
            BookPosition(NORLAND, "opposes", PLAN, (rejects,)),
        ),
        plans=(coverage(),),
        connections=(
            Connection("countries/norland", "named with", "people/ann-lee", (met,)),
            Connection("people/ann-lee", "named with", "people/bo-kim", (met,)),
            Connection("people/ann-lee", "meets", "people/bo-kim", all_met),
            Connection("countries/norland", "speaks about", "people/bo-kim", (claims,)),
            Connection("people/bo-kim", "visits", "countries/norland", (comes,)),
            Connection("countries/norland", "named with", "people/bo-kim", (met, comes)),
        ),
        differences=(Difference("When they met", ("people/ann-lee",), (DifferenceRow("2024-05-03", met),)),),
        doubts=(
            Doubt(
                "undated article", "No date: *x*", "Give `*one*` <b>.", (rejects,), (Choice("it is", MEND),)
            ),
        ),
        bottom_line=(opening,),
        bottom_lines={"people/ann-lee": (opening,)},
        skipped=(SkippedSeed("seeds/<x>.pdf", "*empty*"),),
    )


def build_site(book: Book, folder: Path) -> Path:
    """Build the book's site with the repository's configuration, strictly."""
    write_pages(dict(render(book, TEMPLATES)), folder / "docs")
    places = {"docs_dir": str(folder / "docs"), "site_dir": str(folder / "site")}
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    build(load_config(str(ROOT / "mkdocs.yml"), **places, site_name="Roads &amp; Peace", strict=True))
    return folder / "site"
