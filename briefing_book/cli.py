"""The commands. Exit status: 0 all is well, 1 something is wrong, 2 a person must mend a file."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from briefing_book import __doc__ as about
from briefing_book.build import build, print_pages
from briefing_book.errors import BookError
from briefing_book.lock import build_lock
from briefing_book.summary import printed, summary

ROOT = Path(__file__).parents[1]
"""The book that the product's own folder holds."""

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status."""
    options = parser().parse_args(arguments)
    run: Command = options.run
    try:
        status = run(options)
        sys.stdout.flush()
        return status
    except BookError as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever reads along has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def parser() -> argparse.ArgumentParser:
    """The command line: no command means `build`."""
    book = _options(argparse.ArgumentParser(add_help=False))
    top = argparse.ArgumentParser(prog="build_briefing.py", description=about, parents=[book])
    top.set_defaults(run=run_build, book=ROOT, strict=False, no_wait=False)
    commands = top.add_subparsers(metavar="COMMAND")
    for name, run, does in COMMANDS:
        command = commands.add_parser(name, help=does, description=does, parents=[book])
        command.set_defaults(run=run)
    commands.choices["serve"].add_argument("--port", type=int, default=8000, help="default: %(default)s")
    _print_options(commands.choices["print"])
    return top


def _print_options(command: argparse.ArgumentParser) -> None:
    page = "an address or a name, such as people/xi-jinping, or `book`; none: what briefing.yml asks for"
    command.add_argument("pages", nargs="*", metavar="PAGE", help=page)
    command.add_argument("--one-page", action="store_true", help="on a single page, of what matters most")


def _options(shared: argparse.ArgumentParser) -> argparse.ArgumentParser:
    unless_given = argparse.SUPPRESS
    book = "the book's folder (default: the folder of this program)"
    strict = "exit 1 where a seed was skipped or a correction set aside"
    no_wait = "do not wait for another build of this book: say so and exit"
    shared.add_argument("--book", type=Path, metavar="DIR", default=unless_given, help=book)
    shared.add_argument("--strict", action="store_true", default=unless_given, help=strict)
    shared.add_argument("--no-wait", action="store_true", default=unless_given, help=no_wait)
    return shared


def run_build(options: argparse.Namespace) -> int:
    """Reads what is new, builds the book and publishes it; ends with a summary of what changed."""
    with _locked(options):
        report = build(options.book, _progress)
    for line in report.warnings:
        print(f"warning: {line}", file=sys.stderr)
    print(summary(report, options.book / "site" / "index.html"))
    return 1 if options.strict and (report.book.skipped or report.mistakes) else 0


@contextmanager
def _locked(options: argparse.Namespace) -> Iterator[None]:
    """Lets nobody else build the book meanwhile, and ends the line that shows the progress."""
    with build_lock(_existing(options.book), wait=not options.no_wait):
        try:
            yield
        finally:
            _progress("")


def _existing(book: Path) -> Path:
    if not (book / "seeds").is_dir():
        raise BookError(
            f"has no seeds folder; start a book with `build_briefing.py init --book {book}`", book
        )
    return book


def _progress(doing: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{doing}", end="", file=sys.stderr, flush=True)


def run_serve(options: argparse.Namespace) -> int:
    """Builds and serves the book on this computer, and builds again when a file changes."""
    from briefing_book.publish.serve import serve

    run_build(options)
    serve(options.book, lambda: run_build(options), ("127.0.0.1", options.port))
    return 0


def run_print(options: argparse.Namespace) -> int:
    """Makes PDFs to print, of the whole book or of the pages named, and says where they are."""
    with _locked(options):
        briefs = print_pages(options.book, options.pages, options.one_page, _progress)
    for line in briefs.problems:
        print(f"warning: {line}", file=sys.stderr)
    print(printed(briefs, options.book / "print"))
    return 1 if briefs.failed else 0


def run_check(options: argparse.Namespace) -> int:
    """Verifies the published book: every passage, every link, and that it asks no other host for anything."""
    from briefing_book.publish.check import check_book

    problems = check_book(options.book)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} problems" if problems else "Every passage is its slice, every link arrives.")
    return 1 if problems else 0


def run_init(options: argparse.Namespace) -> int:
    """Makes the folders of a new book, and says what comes next."""
    (options.book / "seeds").mkdir(parents=True, exist_ok=True)
    (options.book / "editorial" / "plans").mkdir(parents=True, exist_ok=True)
    print(f"Put articles into {options.book / 'seeds'}, then: build_briefing.py build --book {options.book}")
    return 0


COMMANDS: tuple[tuple[str, Command, str], ...] = (
    ("build", run_build, "read what is new, build the book and publish it (the default)"),
    ("serve", run_serve, "build the book and serve it, building again on change"),
    ("print", run_print, "make PDFs of the book, or of the pages named"),
    ("check", run_check, "verify the published book: its passages, its links, and that it stands alone"),
    ("init", run_init, "start a new book in the folder that --book names"),
)
