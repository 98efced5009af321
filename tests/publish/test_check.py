"""The check names each thing that breaks a promise on the built site, and nothing on a right one."""

import shutil
from pathlib import Path

import pytest

from briefing_book.editorial import load_settings
from briefing_book.errors import BookError
from briefing_book.model import Settings
from briefing_book.publish.check import check_book, check_site
from briefing_book.publish.site import build_site

HOME, PERSON, SOURCE = "index.html", "people/ana-lima/index.html", "sources/a/index.html"


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of the small book's site, to break."""
    return Path(shutil.copytree(built, tmp_path / "site"))


def change(site: Path, file: str, old: str, new: str) -> None:
    page = (site / file).read_text(encoding="utf-8")
    assert page.count(old) == 1, f"{old!r} in {file}"
    (site / file).write_text(page.replace(old, new), encoding="utf-8")


def add(site: Path, file: str, markup: str) -> None:
    change(site, file, "</article>", markup + "</article>")


def without_lines(problems: list[str]) -> list[str]:
    return [":".join(part for part in problem.split(":") if not part.isdigit()) for problem in problems]


def test_a_right_site_has_no_problem(site: Path, texts: dict[str, str]) -> None:
    assert check_site(site, texts) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (
            HOME,
            'data-end="31"',
            'data-end="30"',
            "the statement's words are not its slice of the article: a 0-30",
        ),
        (
            HOME,
            "arrived\non",
            "arrived not\non",
            "the statement's words are not its slice of the article: a 0-31",
        ),
        (HOME, 'data-end="31"', 'data-end="9999"', "the statement's span is none of its article: a 0-9999"),
        (HOME, 'data-start="0"', 'data-start="31"', "the statement's span is none of its article: a 31-31"),
        (HOME, 'data-start="0"', 'data-start="-96"', "the statement's span is none of its article: a -96-31"),
        (HOME, 'data-start="0"', "", "the statement's span is none of its article: a -31"),
        (HOME, 'data-source="a"', 'data-source="b"', "the statement's article is not in the book: b 0-31"),
        (HOME, '<a href="sources/a/#s1">1</a>', "", "no link to the sentence beside a 0-31"),
        (HOME, "sources/a/#s1", "people/#s1", "no link to the sentence beside a 0-31"),
        (HOME, "sources/a/#s1", "sources/a/#s2", "character 0 of a is not in the sentence it leads to: #s2"),
        (
            PERSON,
            '<a href="../../sources/a/#s2">sentence 2</a>',
            "",
            "no link to the sentence beside a 33-52",
        ),
    ],
)
def test_a_statement_that_does_not_open_its_passage_is_named(
    site: Path, texts: dict[str, str], file: str, old: str, new: str, problem: str
) -> None:
    change(site, file, old, new)
    problems = without_lines(check_site(site, texts))
    assert [p for p in problems if p.startswith(f"{file}: {problem}")], problems
    assert len([p for p in problems if "anchor that is not there" not in p]) == 1


def test_a_sentence_without_its_anchor_is_named_wherever_it_is_cited(
    site: Path, texts: dict[str, str]
) -> None:
    change(site, SOURCE, 'id="s3" ', "")
    assert without_lines(check_site(site, texts)) == [
        f"{PERSON}: character 81 of a is not in the sentence it leads to: #s3",
        f"{PERSON}: leads to an anchor that is not there: {SOURCE}#s3",
        f"{SOURCE}: no link to the sentence beside a 66-96",
    ]


def test_the_next_statements_link_is_not_this_ones(site: Path, texts: dict[str, str]) -> None:
    """Two statements of one sentence, of which only the second has its link."""
    words = '<q data-source="a" data-start="33" data-end="52">We welcome the plan</q>'
    add(site, HOME, f'<p>{words} and again {words} <a href="sources/a/#s2">2</a></p>')
    assert without_lines(check_site(site, texts)) == [f"{HOME}: no link to the sentence beside a 33-52"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>{words}<sup>{link}</sup></p>",
        "<p>{words}</p><!-- a remark --><p>{link}</p>",
        "<blockquote><p>{words}</p><footer>Ana Lima, {link}</footer></blockquote>",
        "<table><tr><td>{words}</td><td>Ana Lima</td><td>{link}</td></tr></table>",
        '<a href="sources/a/#s2">{words}</a>',
        "<p>{words}: the words {words_inside} {link}</p>",
        "<ul><li>{words} {link}</li><li>{words} {link}</li></ul>",
    ],
)
def test_a_link_beside_a_statement_may_stand_around_it_or_after_it(
    site: Path, texts: dict[str, str], markup: str
) -> None:
    words = '<q data-source="a" data-start="33" data-end="52">We <b>welcome</b>\n the&nbsp;plan</q>'
    inside = (
        '<q data-source="a" data-start="33" data-end="52">We '
        '<em><i data-source="a" data-start="36" data-end="43">welcome</i></em> the plan</q>'
    )
    link = '<a href="sources/a/#s2">2</a>'
    markup = markup.replace("{words}: the words {words_inside}", inside)
    add(site, HOME, markup.format(words=words, link=link))
    assert check_site(site, texts) == []


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ('<a href="people/gone/">x</a>', "<a href> leads to no file: people/gone/"),
        ('<a href="/people/gone/">x</a>', "<a href> leads to no file: /people/gone/"),
        ('<a href="../people/">x</a>', "<a href> leads to no file: ../people/"),
        ('<a href="people/?q=1#gone">x</a>', "leads to an anchor that is not there: people/index.html#gone"),
        ('<a href="#gone">x</a>', f"leads to an anchor that is not there: {HOME}#gone"),
        ('<a href="http://[">x</a>', "<a href> is no address: http://["),
        ('<img src="flag two.svg">', "<img src> leads to no file: flag two.svg"),
        ('<img srcset="flag%20one.svg 1x, two.svg 2x">', "<img srcset> leads to no file: two.svg"),
        ("<p style=\"background: url('two.svg')\">", "<p style> leads to no file: two.svg"),
        ('<meta http-equiv="refresh" content="0; url=gone/">', "<meta content> leads to no file: gone/"),
    ],
)
def test_a_link_that_does_not_arrive_is_named(
    site: Path, texts: dict[str, str], markup: str, problem: str
) -> None:
    add(site, HOME, markup)
    assert without_lines(check_site(site, texts)) == [f"{HOME}: {problem}"]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="/people/ana-lima/#quotations">x</a>',
        '<a href="people/ana-lima/?q=1&amp;r=2#quotations">x</a>',
        '<a href="people%2Fana-lima/#quot%61tions">x</a>',
        '<a href="./people/../people/index.html">x</a>',
        '<a href="#">x</a> <a href="">x</a> <a href="#top">x</a> <a href="people/#:~:text=Ana">x</a>',
        '<a id="über uns"></a><a href="#%C3%BCber%20uns">x</a>',
        '<a href="tel:+123">x</a> <a href="data:text/plain,x">x</a>',
        '<link rel="canonical" href="https://example.org/"> <a href="//example.org/x">x</a>',
        '<img src="data:image/gif;base64,R0lGOD">',
        '<meta http-equiv="refresh" content="0; url=people/ana-lima/">',
        '<script type="application/ld+json">{"@context": "https://schema.org"}</script>',
    ],
)
def test_a_link_that_arrives_or_leaves_by_the_readers_will_is_no_problem(
    site: Path, texts: dict[str, str], markup: str
) -> None:
    add(site, HOME, markup)
    assert check_site(site, texts) == []


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ('<img src="https://o.example/x.png">', "<img src> asks another host: https://o.example/x.png"),
        ('<img src="//o.example/x.png">', "<img src> asks another host: //o.example/x.png"),
        ('<img src="\\\\o.example/x.png">', "<img src> asks another host: \\\\o.example/x.png"),
        ('<img srcset="https://o.example/x 2x">', "<img srcset> asks another host: https://o.example/x"),
        ('<script src="http://o.example/x"></script>', "<script src> asks another host: http://o.example/x"),
        ('<script>fetch("https://o.example/x")</script>', "<script> asks another host: https://o.example/x"),
        ('<iframe src="https://o.example"></iframe>', "<iframe src> asks another host: https://o.example"),
        ('<form action="https://o.example">', "<form action> asks another host: https://o.example"),
        ('<object data="https://o.example">', "<object data> asks another host: https://o.example"),
        ('<embed src="https://o.example">', "<embed src> asks another host: https://o.example"),
        ('<video poster="https://o.example">', "<video poster> asks another host: https://o.example"),
        (
            '<svg><image xlink:href="https://o.example"/></svg>',
            "<image xlink:href> asks another host: https://o.example",
        ),
        ('<a href="" ping="https://o.example">x</a>', "<a ping> asks another host: https://o.example"),
        ('<p style="background: url(https://o.example)">', "<p style> asks another host: https://o.example"),
        ('<style>@import "https://o.example";</style>', "<style> asks another host: https://o.example"),
        ('<base href="https://o.example">', "<base href> asks another host: https://o.example"),
        ('<style>@import/**/"https://o.example";</style>', "<style> asks another host: https://o.example"),
        (
            "<style>p { background: u\\72l(\\68ttps://o.example) }</style>",
            "<style> asks another host: https://o.example",
        ),
        (
            '<svg><rect fill="url(https://o.example)"/></svg>',
            "<rect fill> asks another host: https://o.example",
        ),
        (
            '<iframe srcdoc="&lt;img src=https://o.example>"></iframe>',
            "<img src> asks another host: https://o.example",
        ),
        (
            '<script type="importmap">{"a": "https://o.example"}</script>',
            "<script> asks another host: https://o.example",
        ),
        (
            '<meta http-equiv="refresh" content="0;https://o.example">',
            "<meta content> asks another host: https://o.example",
        ),
        ('<img src="file:///x.png">', "<img src> is no file of the site: file:///x.png"),
        ('<pre class="x mermaid"></pre>', "a mermaid diagram asks another host: unpkg.com"),
        (
            '<meta http-equiv="refresh" content="0; url=https://o.example">',
            "<meta content> asks another host: https://o.example",
        ),
        (
            '<a href="https://github.com/o/r" data-md-component="source">x</a>',
            "a repository's figures ask another host: https://github.com/o/r",
        ),
        *(
            (
                f'<link rel="{rel}" href="https://o.example">',
                "<link href> asks another host: https://o.example",
            )
            for rel in ("stylesheet", "preload", "preconnect", "dns-prefetch", "shortcut icon", "manifest")
        ),
    ],
)
def test_whatever_would_ask_another_host_is_named(
    site: Path, texts: dict[str, str], markup: str, what: str
) -> None:
    add(site, HOME, markup)
    assert f"{HOME}: {what}" in without_lines(check_site(site, texts))


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ("<script>go()</script>", "<script> stands among an article's words"),
        ('<object data="people/"></object>', "<object> stands among an article's words"),
        ('<p onclick="go()">x</p>', "<p onclick> runs a script: go()"),
        ('<a href=" java\tscript:go()">x</a>', "<a href> runs a script:  java\tscript:go()"),
        ('<a href="data:text/html,x">x</a>', "<a href> runs a script: data:text/html,x"),
    ],
)
def test_whatever_would_run_among_an_articles_words_is_named(
    site: Path, texts: dict[str, str], markup: str, problem: str
) -> None:
    add(site, HOME, markup)
    assert without_lines(check_site(site, texts)) == [f"{HOME}: {problem}"]


def test_a_page_without_an_articles_words_may_run_what_its_writer_likes(
    site: Path, texts: dict[str, str]
) -> None:
    add(site, "people/index.html", "<script>go()</script>")
    assert check_site(site, texts) == []


def test_a_stylesheet_asks_no_other_host_and_finds_its_files(site: Path, texts: dict[str, str]) -> None:
    (site / "assets/own.css").write_text(
        "@import 'https://o.example/a.css'; /* url(https://in.a.comment) */\n"
        "p { background: url(../flag%20one.svg) } q { background: url( 'gone.png' ) }\n"
        "a { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\") }\n"
    )
    assert check_site(site, texts) == [
        "assets/own.css: url() asks another host: https://o.example/a.css",
        "assets/own.css: url() leads to no file: gone.png",
    ]


def test_addresses_under_the_sites_own_are_its_files(site: Path, texts: dict[str, str]) -> None:
    for file in site.rglob("*.html"):
        file.write_text(file.read_text().replace('="/', '="/talks/'))
    add(site, HOME, '<img src="https://own.example/talks/flag%20one.svg"><a href="/elsewhere/">x</a>')
    add(site, HOME, '<a href="https://own.example/talks/gone/">x</a>')
    add(site, HOME, '<a href="https://own.example/news/beside-the-book/">x</a>')
    assert without_lines(check_site(site, texts, "https://own.example/talks/")) == [
        f"{HOME}: <a href> leads to no file: /elsewhere/",
        f"{HOME}: <a href> leads to no file: https://own.example/talks/gone/",
    ]


def test_a_problem_says_where_it_is_and_problems_stand_in_the_order_of_the_site(
    site: Path, texts: dict[str, str]
) -> None:
    page = (site / HOME).read_text().split("\n")
    where = next(number for number, line in enumerate(page, 1) if "data-source" in line)
    change(site, HOME, 'data-end="31"', 'data-end="30"')
    change(site, "404.html", "</body>", '<a href="gone/">x</a></body>')
    (site / "empty.html").write_bytes(b"")
    problems = check_site(site, texts)
    assert [problem.split(":")[0] for problem in problems] == ["404.html", "empty.html", HOME]
    assert problems[2].startswith(f"{HOME}:{where}: the statement's words")


def test_a_book_is_checked_with_its_facts_and_where_its_site_will_stand(
    book: Path, texts: dict[str, str]
) -> None:
    (book / "facts").mkdir()
    (book / "facts/a.txt").write_text(texts["a"], encoding="utf-8")
    (book / "facts/a.yml").write_text("dates: [{start: 24, end: 30, text: Monday}]\n")
    (book / "briefing.yml").write_text("site_url: https://own.example/talks/\n")
    build_site(book, load_settings(book))
    add(book / "site", HOME, '<a href="https://own.example/talks/gone/">x</a>')

    facts, link = check_book(book)
    assert facts == "facts/a.yml: dates[0] is not its slice of the text: 24-30 'Monday'"
    assert link.endswith("<a href> leads to no file: https://own.example/talks/gone/")


@pytest.mark.parametrize("folder", ["nowhere", "empty"])
def test_without_a_site_the_check_says_to_build(tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BookError, match="build first"):
        check_site(tmp_path / folder, {})


def test_a_site_that_is_older_than_the_facts_is_called_older_and_not_wrong(book: Path) -> None:
    (book / "facts").mkdir()
    (book / "facts" / "a.txt").write_text("The minister arrived on Friday.", encoding="utf-8")
    build_site(book, Settings())
    (book / "facts" / "a.txt").write_text("The minister left on Sunday.", encoding="utf-8")
    problems = check_book(book)
    assert problems == [
        "site: was built of other texts than facts/ holds, as when a build is cut short; build again"
    ]
