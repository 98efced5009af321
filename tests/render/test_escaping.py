"""Article text is hostile: a reader sees just that text, and the page's markup is the template's alone."""

import html as entities
import json
import re
from functools import cache
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from mkdocs.config import load_config

from briefing_book.render.environment import as_text, count, environment, front_matter, web_address

ROOT = Path(__file__).parents[2]

PAGE = """# {{ v }} { #top }

{{ v }} stands first

- {{ v }}
  <br><q title="{{ v }}">{{ v }}</q>&nbsp;[{{ v }}](other.md "{{ v }}"){ .cite aria-label="{{ v }}" }
- {{ v }}

| Head { scope="col" } | {{ v }} |
| --- | --- |
| {{ v }} | <strong>{{ v }}</strong> |

<table markdown="block">
<tr markdown="block">
<td markdown="span">{{ v }}</td>
</tr>
</table>

<blockquote markdown="span">{{ v }}</blockquote>

<div title="{{ v }}">

{{ v }}
</div>
"""

HOSTILE = [
    "<script>alert(1)</script>",
    "</q></div></blockquote><h1 onclick=x>",
    "{{ 7*7 }}{% raw %}{# x #}",
    "[a](javascript:alert(1)) ![b](http://evil.example/x.png) [c][d]",
    "**a** __b__ *c* _d_ `e` ``f`` ~~g~~ ==h== ^^i^^ ++j++",
    "# a ## b #",
    "- a",
    "1. a",
    "+ a",
    "    code",
    "\tcode",
    "| a | b |\n| --- | --- |\n| c | d |",
    "a\n===\n---\n***",
    "> quote",
    "&amp; &#42; &lt;b&gt; &nbsp;",
    "{ .x #y onclick=z } {: .x }",
    '!!! note "x"\n    y',
    "??? x",
    "\\*a\\* \\",
    "http://evil.example/ <http://evil.example/> a@b.example <a@b.example>",
    "[TOC] [^1] [^1]: x *[HTML]: y",
    "```\nx\n```\n~~~",
    "--8<-- 'x'",
    "<!-- a --> <?php b ?> <![CDATA[ c ]]>",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03 \x02amp\x03",
    "a\x00b\x0bc\x0cd\x1ce\x85f\u2028g\x7fh\ufeffi",
    "\u202eevil\u202c \u2066x\u2069",
    "\" ' ` ( ) [ ] < >",
    "$x$ $$y$$ :smile: @someone #1",
]


SIGNS = "ab1 \t\n\x02\x03_*`[](){}<>!#&;\"'|\\-+=.:~^$%@/,é\u202e"


@cache
def _extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(ROOT / "tests"))
    return config["markdown_extensions"], config["mdx_configs"]


def _shown(value: str) -> html.HtmlElement:
    extensions, settings = _extensions()
    page = environment(ROOT / "templates").from_string(PAGE).render(v=value)
    return html.fromstring(markdown.markdown(page, extensions=extensions, extension_configs=settings))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f]+", "", text)


def _assert_only_text(value: str) -> None:
    """The page has the elements that it has with a plain word, and reads as it does but for that word."""
    plain, shown = _shown("WORD"), _shown(value)
    assert [e.tag for e in shown.iter()] == [e.tag for e in plain.iter()]
    for before, after in zip(plain.iter(), shown.iter(), strict=True):
        for part in ("text", "tail"):
            expected = (getattr(before, part) or "").replace("WORD", value)
            assert _squeezed(getattr(after, part) or "") == _squeezed(expected)
        assert list(after.attrib) == list(before.attrib)
        for name, attribute in before.attrib.items():
            if name != "id":
                assert _squeezed(after.attrib[name]) == _squeezed(attribute.replace("WORD", value))


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_stays_text_through_the_real_conversion(value: str) -> None:
    _assert_only_text(value)


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from(SIGNS), min_size=1, max_size=30))
def test_any_punctuation_stays_text_through_the_real_conversion(value: str) -> None:
    _assert_only_text(f"x{value}y")


def test_a_missing_value_never_reads_none() -> None:
    with pytest.raises(TypeError):
        as_text(None)


@pytest.mark.parametrize("value", [*HOSTILE, "😀 \x80 \ud800 é\u200dx", "null", "2024-05-03", "yes"])
def test_front_matter_is_a_string_of_yaml_and_shows_as_text_in_html(value: str) -> None:
    read = yaml.safe_load(f"title: {front_matter(value)}\nnext: 1")
    assert read["next"] == 1
    assert "<" not in read["title"] and '"' not in read["title"]
    printable = "".join(c for c in value if c.isprintable() and not c.isspace() and c != "\u200d")
    assert "".join(entities.unescape(read["title"]).replace("\u200d", "").split()) == printable
    assert json.loads(front_matter(value)) == read["title"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://x", "", None]
)
def test_only_addresses_of_the_web_become_links(address: str | None) -> None:
    assert web_address(address) is None
    assert web_address("https://example.org/a?b=1") == "https://example.org/a?b=1"


def test_numbers_agree_with_their_nouns() -> None:
    said = [count(0, "article"), count(1, "article"), count(2, "article"), count(1200, "person", "people")]
    assert said == ["no articles", "1 article", "2 articles", "1,200 people"]
