"""The commands. Exit status: 0 all is well, 1 something is wrong, 2 a person must mend a file."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_book import __doc__ as about
from briefing_book.errors import BookError
from briefing_book.storage.lock import build_lock
from briefing_book.storage.staging import finish
from briefing_book.unchanged import Told, last_build, new_files, remember, state, told_before

if TYPE_CHECKING:
    from briefing_book.build import Report

ROOT = Path(__file__).parents[1]
MOST_PORT = 65_535
"""The book that the product's own folder holds."""

_MEND = "make room there, or give leave to read and write, and try again; the book is as it was"

_MANY = 50_000
"""So many new objects let Python look for garbage, instead of 700: a build makes millions that stay."""

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status."""
    gc.set_threshold(_MANY)
    options = parser().parse_args(arguments)
    run: Command = options.run
    try:
        status = run(options)
        sys.stdout.flush()
        return status
    except BookError as problem:
        print(problem, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever reads along has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as problem:
        where = problem.filename2 or problem.filename or options.book
        print(f"{where}: {problem.strerror}; {_MEND}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """The command line: no command means `build`."""
    top = _options(argparse.ArgumentParser(prog="build_briefing.py", description=about))
    top.set_defaults(run=run_build, book=ROOT, strict=False, no_wait=False, since=None)
    commands = top.add_subparsers(metavar="COMMAND")
    for name, run, does in COMMANDS:
        command = _options(commands.add_parser(name, help=does, description=does))
        command.set_defaults(run=run)
    commands.choices["serve"].add_argument("--port", type=_port, default=8000, help="default: %(default)s")
    _print_options(commands.choices["print"])
    commands.choices["review"].add_argument("--who", help="written beside your answers (default: asked once)")
    _add_options(commands.choices["add"])
    folder = commands.choices["init"].add_argument("folder", nargs="?", type=Path, metavar="DIR")
    folder.help = "the folder of the new book"
    for command in (top, commands.choices["build"], commands.choices["print"]):
        _since_option(command)
    return top


def _port(text: str) -> int:
    """A port to serve on; 0 is any that is free. Raises `ValueError`, in the words of `argparse`."""
    number = int(text)
    if not 0 <= number <= MOST_PORT:
        raise argparse.ArgumentTypeError(f"{text} is no port; name one from 0 to {MOST_PORT}")
    return number


def _since_option(command: argparse.ArgumentParser) -> None:
    since = "a day, a month or a year, such as 2026-11-01: tell what changed since, and make a brief of it"
    command.add_argument("--since", metavar="DATE", default=argparse.SUPPRESS, help=since)


def _add_options(command: argparse.ArgumentParser) -> None:
    what = "a file, a folder, or an address that starts with https:// or http://"
    listed = "a file of addresses, one a line; after `#` comes a comment"
    private = "also ask hosts on this computer and in its network"
    feed = "the address of a feed (RSS, Atom, JSON): bring what is new in it since the last time"
    command.add_argument("what", nargs="*", metavar="WHAT", help=what)
    command.add_argument("--feed", action="append", default=[], metavar="ADDRESS", help=feed)
    command.add_argument("--list", action="append", type=Path, default=[], metavar="FILE", help=listed)
    command.add_argument("--allow-private", action="store_true", help=private)


def _print_options(command: argparse.ArgumentParser) -> None:
    page = "an address or a name, such as people/xi-jinping, or `book`; none: what briefing.yml asks for"
    command.add_argument("pages", nargs="*", metavar="PAGE", help=page)
    command.add_argument("--one-page", action="store_true", help="on a single page, of what matters most")


def _options(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """With the options that stand before a command or after it: only where one stands, it says anything."""
    unless_given = argparse.SUPPRESS
    book = "the book's folder (default: the folder of this program)"
    strict = "exit 1 where a seed was skipped or a correction set aside"
    no_wait = "do not wait for another build of this book: say so and exit"
    command.add_argument("--book", type=Path, metavar="DIR", default=unless_given, help=book)
    command.add_argument("--strict", action="store_true", default=unless_given, help=strict)
    command.add_argument("--no-wait", action="store_true", default=unless_given, help=no_wait)
    return command


def run_build(options: argparse.Namespace) -> int:
    """Reads what is new, builds the book and publishes it; ends with a summary of what changed."""
    if options.since:
        from briefing_book.editions import first_day

        first_day(options.since)  # what it cannot be is told before anything is built
    with _locked(options):
        told, report = _built(options.book)
    for line in told.warnings:
        print(f"warning: {line}", file=sys.stderr)
    print(told.summary)
    failed = run_since(options, report) if options.since else 0
    return 1 if options.strict and told.wrong else failed


def run_since(options: argparse.Namespace, report: "Report | None" = None) -> int:
    """Tells what changed in the book since a day, and makes a brief of it."""
    from briefing_book.since import tell_since
    from briefing_book.summary import printed

    built = (report.book, report.settings, report.history) if report else None
    with _locked(options):
        told = tell_since(options.book, options.since, _progress, built)
    for line in told.briefs.problems:
        print(f"warning: {line}", file=sys.stderr)
    print(told.lines)
    if told.briefs.asked:
        print(printed(told.briefs, options.book / "print"))
    return 1 if told.briefs.failed else 0


def _built(book: Path) -> "tuple[Told, Report | None]":
    """What a build has to say; what the last one said, and no report, where nothing has changed since."""
    for path in finish(book):
        print(f"warning: {path}: changed while the last build ended, so it stays", file=sys.stderr)
    before, last = state(book), last_build(book)
    if told := told_before(last, before):
        return told, None
    # The packages that build a book take half a second to import: only where there is something to build.
    from briefing_book.reader import reader_of

    with reader_of(book, new_files(last, before, book / "seeds")) as reader:
        from briefing_book.build import build
        from briefing_book.summary import summary, without_changes

        report = build(book, _progress, reader)
    page = book / "site" / "index.html"
    wrong = bool(report.book.skipped or report.mistakes)
    again = Told(summary(without_changes(report), page), report.warnings, wrong)
    remember(book, before, report.written, again)
    return Told(summary(report, page), report.warnings, wrong), report


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
        raise BookError(f"has no seeds folder; start a book with `build_briefing.py init {book}`", book)
    return book


def _progress(doing: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{doing}", end="", file=sys.stderr, flush=True)


def run_add(options: argparse.Namespace) -> int:
    """Brings articles into the book's seeds, and says what came and what did not."""
    from briefing_book.gather.add import Options, add
    from briefing_book.gather.told import added, failures

    named = Options(tuple(options.feed), tuple(options.list), options.allow_private)
    if not (options.what or named.feeds or named.lists):
        raise BookError("name what to bring: files, folders or addresses, --feed ADDRESS or --list FILE")
    with _locked(options):
        brought = add(options.book, options.what, named, _progress)
    print(added(brought))
    for line in failures(brought):
        print(line, file=sys.stderr)
    return 1 if brought.failed else 0


def run_serve(options: argparse.Namespace) -> int:
    """Builds and serves the book on this computer, and builds again when a file changes."""
    from briefing_book.publish.serve import serve

    run_build(options)
    serve(options.book, lambda: run_build(options), ("127.0.0.1", options.port))
    return 0


def run_print(options: argparse.Namespace) -> int:
    """Makes PDFs to print, of the whole book or of the pages named, and says where they are."""
    if options.since:
        return run_since(options)
    from briefing_book.build import print_pages
    from briefing_book.summary import printed

    with _locked(options):
        briefs = print_pages(options.book, options.pages, options.one_page, _progress)
    for line in briefs.problems:
        print(f"warning: {line}", file=sys.stderr)
    print(printed(briefs, options.book / "print"))
    return 1 if briefs.failed else 0


def run_review(options: argparse.Namespace) -> int:
    """Asks in the terminal what the review page asks, and writes the answers into the corrections."""
    from briefing_book.build import assembled
    from briefing_book.editions import edition_time
    from briefing_book.editorial import CORRECTIONS
    from briefing_book.review import review
    from briefing_book.storage.staging import Staging

    with _locked(options):
        book = assembled(options.book, Staging(options.book), _progress).book
    who = os.environ.get("BRIEFING_WHO") if options.who is None else options.who
    review(book, options.book / CORRECTIONS, _asked, print, who, edition_time().date().isoformat())
    return 0


def _asked(prompt: str) -> str | None:
    """What somebody types, None where there is no more."""
    try:
        return input(prompt)
    except EOFError:
        return None


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
    from briefing_book.editorial import CORRECTIONS, NEW_CORRECTIONS

    book = options.folder or options.book
    (book / "seeds").mkdir(parents=True, exist_ok=True)
    (book / "editorial" / "plans").mkdir(parents=True, exist_ok=True)
    corrections = book / CORRECTIONS
    if not corrections.exists():
        corrections.write_bytes(NEW_CORRECTIONS.read_bytes())
    print(f"Put articles into {book / 'seeds'}, then: build_briefing.py build --book {book}")
    return 0


COMMANDS: tuple[tuple[str, Command, str], ...] = (
    ("build", run_build, "read what is new, build the book and publish it (the default)"),
    ("add", run_add, "bring articles in: files, folders, addresses, or what is new in a feed"),
    ("serve", run_serve, "build the book and serve it, building again on change"),
    ("print", run_print, "make PDFs of the book, or of the pages named"),
    ("review", run_review, "answer in the terminal what the review page asks"),
    ("check", run_check, "verify the published book: its passages, its links, and that it stands alone"),
    ("init", run_init, "start a new book in a folder, or in the one that --book names"),
)
