"""Jinja for pages: templates are trusted; what they print is text, and nothing can make it more than that.

Every printed value that is not `Markup` has all punctuation turned into character references, so that neither
Markdown nor HTML sees anything but words in it, and its line breaks into spaces, so that it begins no block.
"""

import html
import json
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from briefing_book.render.dates import in_words
from briefing_book.render.edition_words import day_of, edition_name, gone_words, in_numbers
from briefing_book.render.happenings import noun

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_NOT_VERBATIM = re.compile(r"[^\w ,;]|_|(?<!\S) ")
"""A space after a word is one anyway."""
_PLAIN = ",;"
_BREAKS = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNSHOWABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f]+")
"""Control characters, which HTML cannot hold."""
_WEB = re.compile(r"https?://\S+$", re.IGNORECASE)
_JOINERS = "\u200c\u200d"


class _Direct(CodeGenerator):
    """Prints what `_escaped` gives as it is, which Jinja would escape once more, to the same.

    What templates call is called at once: nothing here needs to be given Jinja's context.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        for number, argument in enumerate((*node.args, *node.kwargs)):
            self.write(", " if number else "(")
            self.visit(argument, frame)
        self.write(")" if node.args or node.kwargs else "()")


def environment(templates: Path) -> Environment:
    """The Jinja environment in which the page templates of this folder are rendered."""
    env = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        finalize=_escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.code_generator_class = _Direct
    env.filters.update(count=count, noun=noun, upfirst=upfirst, when=in_words)
    env.filters.update(edition=edition_name, day_of=day_of, in_numbers=in_numbers, gone=gone_words)
    env.filters.update(front=front_matter, verbatim=verbatim, web=web_address, with_code=with_code)
    return env


def as_text(value: object) -> Markup:
    """The value as text that reads as itself wherever in a page it stands. Raises TypeError for None."""
    return Markup(_escaped(value))


def _escaped(value: object) -> str:
    if isinstance(value, Markup):
        return value
    if value is None:
        raise TypeError("a template printed None")
    text = str(value)
    if text.isalnum() or isinstance(value, Undefined):
        return text
    if not text.isprintable() or "  " in text:
        text = _BREAKS.sub(" ", _UNSHOWABLE.sub("", text))
    return _PUNCTUATION.sub(_reference, text)


def verbatim(value: str) -> Markup:
    """The value to be copied from the page letter by letter, line breaks and spaces included."""
    return Markup(_NOT_VERBATIM.sub(_reference, _UNSHOWABLE.sub("", value)))


def with_code(value: str) -> Markup:
    """The value as text, with what stands between backticks as code."""
    parts = enumerate(value.split("`"))
    return Markup().join(
        Markup("<code>{}</code>" if n % 2 else "{}").format(as_text(part)) for n, part in parts
    )


def _reference(match: re.Match[str]) -> str:
    mark = match.group()
    return mark if mark in _PLAIN else f"&#{ord(mark)};"


def front_matter(value: str) -> Markup:
    """The value for a page's front matter: one line of HTML text, as a JSON string."""
    shown = "".join(c if c.isprintable() or c in _JOINERS else " " for c in str(value))
    return Markup(json.dumps(html.escape(" ".join(shown.split())), ensure_ascii=False))


def web_address(value: str | None) -> str | None:
    """The address if it is one of the web, which a link may lead to; None where a browser would run it."""
    return value if value and _WEB.match(value) else None


def upfirst(text: str) -> str:
    """The text with a capital at its beginning, for one that begins a sentence."""
    return text[:1].upper() + text[1:]


def count(number: int, one: str, many: str | None = None) -> str:
    """The number with its noun: "1 article", "2 articles", "no articles"."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {noun}" if number < 1000 else f"{number:,} {noun}"
