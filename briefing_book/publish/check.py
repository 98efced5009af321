"""The check of a built site: every statement opens its passage, every link arrives, no other host is asked.

Each page is parsed once and let go; a problem is one line: the file, the line in it, and what is wrong.
"""

from pathlib import Path

from briefing_book.editorial import load_settings
from briefing_book.errors import BookError
from briefing_book.model import Publish
from briefing_book.publish.addresses import Site
from briefing_book.publish.facts_check import check_facts, read_texts
from briefing_book.publish.html import parse
from briefing_book.publish.links import LinkCheck
from briefing_book.publish.passages import PassageCheck
from briefing_book.publish.problem import Problem
from briefing_book.publish.scripts import scripts
from briefing_book.publish.standing import MARKER, site_files
from briefing_book.publish.texts_mark import is_of
from briefing_book.publish.withheld import WithheldCheck
from briefing_book.storage.hashes import Hashes

SITE_IS_OLDER = "site: was built of other texts than facts/ holds, as when a build is cut short; build again"


def check_book(book: Path) -> list[str]:
    """Every problem of a book's facts and of its built site. Raises `BookError` without a site."""
    facts = book / "facts"
    settings = load_settings(book)
    if not is_of(book / "site" / MARKER, facts, Hashes(book)):
        return [*check_facts(facts), SITE_IS_OLDER]
    found = check_site(book / "site", read_texts(facts), settings.site_url, settings.publish)
    return check_facts(facts) + found


def check_site(
    site: Path, texts: dict[str, str], site_url: str | None = None, publish: Publish = "articles"
) -> list[str]:
    """Every problem of the built site, in the order of its files; `texts` are the articles' texts by id.

    `site_url` is where the site will stand: what leads there is its own; `publish`, what it may show of
    the articles. Raises `BookError` without a site.
    """
    files = site_files(site) if site.is_dir() else []
    if "index.html" not in files:
        raise BookError("there is no site; build first", site)
    known = Site(files, site_url)
    links, passages = LinkCheck(known), PassageCheck(known, texts)
    withheld = WithheldCheck(known, texts if publish == "passages" else ())
    problems = []
    for file in files:
        if file.endswith(".css"):
            links.add_stylesheet(file, (site / file).read_text(encoding="utf-8", errors="replace"))
        elif file.endswith(".html"):
            root = parse((site / file).read_bytes())
            if root is None:
                problems.append(Problem(file, 0, "is no page: it is empty"))
            else:
                links.add_page(file, root)
                passages.add_page(file, root)
                withheld.add_page(file, root)
                problems += scripts(file, root)
    found = {*problems, *links.problems(), *passages.problems(), *withheld.problems()}
    return [str(problem) for problem in sorted(found)]
