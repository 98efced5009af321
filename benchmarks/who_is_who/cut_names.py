"""The articles of the set `people`, with full names cut to family names at random.

Who is meant is read from the names that people marked. A name is its words, without accents and case.
- The names of more than one word that are part of no longer name of the article are people: the same name
  is one person. A shorter name that is part of exactly one of them means that person; one that is part of
  several, or that shares a word with another without being part of it, is left out.
- Across articles the same full name is one person. Names that one book could not tell without knowing the
  world are left out: a full name that is part of another article's longer one, or nearly spelled like it,
  and a single name that no full name of its article explains, where another article has that word too.

One article in three is read whole, for what is within an article; the others for what is across, as reading
them all twice would take too long. Within, every full name after a person's first is cut with probability
one half. Across, each article is parted at the paragraph nearest its middle, and the parts are the articles
of one book; a person whom several parts name in full keeps the full name in the first, and in each other
part is cut, with probability one half, throughout. What is not cut: a name whose family name the same
article also has in another's name. "At random" is by a hash, so that the same names are cut every time.
"""

import hashlib
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

Name = tuple[str, ...]
Place = tuple[int, int, str]
Cut = tuple[str, str, list[Place]]
"""An article's id, its text once names were cut, and its mentions with whom they name."""

ALIKE = 0.84
WHOLE = 3
PARTICLES = frozenset(
    re.findall(r"\w+", "al el bin ibn ben abu abd da das de del della den der di dos du la le van von ter")
)
FAMILY_FIRST = frozenset(
    re.findall(
        r"\w+",
        """
        ahn bae bai cai cao chan chang chen cheng cheung chiang cho choi chow chu cui dai deng
        ding do dong du fan fang feng fu gao gong gu guo han he ho hong hou hsiao hsieh hu huang
        hwang jang jeon ji jia jiang jin jung kang kim ko koo kwon lai lam lau le lee leung li
        liang liao lim lin liu lo lu luo lyu ma mao meng moon na ng nguyen oh pan pang park peng
        pham qian qin ren seo shao shen shi shin son song su sun tan tang tran tsai tsang tsao wan
        wang wei wen wong woo wu xi xia xiang xiao xie xu xue yan yang yao ye yeung yi yim yin yip
        yoo yoon you yu yuan yun zeng zhang zhao zheng zhong zhou zhu zou
        """,
    )
)
"""Family names that stand first, where the last word is none of them."""


class Named(NamedTuple):
    """A marked mention: its place, and the name of the person meant, None where it cannot be told."""

    start: int
    end: int
    who: Name | None


class Text(NamedTuple):
    """An article and its mentions, in order."""

    id: str
    text: str
    mentions: list[Named]


def words_of(name: str) -> Name:
    """The words by which names are compared; the Arabic article is one, however it is joined."""
    name = re.sub(r"\b([AaEe]l)[-‑]", r"\1 ", name)
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return tuple(re.sub(r"['’]s?$", "", word).strip(".,").casefold() for word in plain.split())


def is_part(short: Name, full: Name) -> bool:
    """Whether the words of one stand in the other, in this order."""
    rest = iter(full)
    return len(short) < len(full) and all(word in rest for word in short)


def chance(*what: object) -> bool:
    """Heads or tails, the same for the same things."""
    return hashlib.sha256(repr(what).encode()).digest()[0] % 2 == 0


def tell(names: Sequence[Name]) -> dict[Name, Name | None]:
    """Whom each name of one article means, by the fullest name."""
    fullest = [name for name in set(names) if not any(is_part(name, other) for other in names)]
    meant: dict[Name, Name | None] = {}
    for name in set(names):
        holders = [full for full in fullest if name == full or is_part(name, full)]
        meant[name] = (
            holders[0] if len(holders) == 1 and not _shares_a_word(name, holders[0], fullest) else None
        )
    return meant


def _shares_a_word(name: Name, holder: Name, fullest: Iterable[Name]) -> bool:
    """Whether a single name could be a spelling or a relative of somebody else's."""
    return len(holder) == 1 and any(
        other != holder and _alike(name, (word,)) for other in fullest for word in other
    )


def _alike(one: Name, other: Name) -> bool:
    return SequenceMatcher(None, " ".join(one), " ".join(other), autojunk=False).ratio() >= ALIKE


class NamedArticles:
    """The set's articles with whom each mention names, and how the set shortens each person's name."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts
        self.short = self._shortened()

    @classmethod
    def load(cls, folder: Path) -> "NamedArticles":
        """The articles of a folder that holds gold.json and articles/."""
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        return cls([_text(folder, id, gold[id]) for id in sorted(gold)])

    def _shortened(self) -> dict[Name, str]:
        used: dict[Name, Counter[str]] = defaultdict(Counter)
        for _, text, mentions in self.texts:
            for start, end, who in mentions:
                if who and words_of(text[start:end]) != who:
                    used[who][text[start:end]] += 1
        return {who: forms.most_common(1)[0][0] for who, forms in used.items()}

    def family_name(self, name: str, who: Name) -> str:
        """What is left of a full name: its end as the set shortens it, or by the order of names."""
        words = name.split()
        if words[0].casefold() in FAMILY_FIRST and words[-1].casefold() not in FAMILY_FIRST:
            return words[0]
        used = self.short.get(who, "").split()
        first = len(words) - (len(used) if used and words[-len(used) :] == used else 1)
        while first > 1 and words[first - 1].casefold() in PARTICLES:
            first -= 1
        return " ".join(words[first:])

    def within(self) -> list[Cut]:
        """One article in three, with half of the full names after a person's first cut."""
        cuts = []
        for article in self.texts[::WHOLE]:
            seen: set[Name] = set()
            chosen: set[int] = set()
            for start, _, who in article.mentions:
                if who in seen and chance(article.id, start):
                    chosen.add(start)
                seen |= {who} if who else set()
            cuts.append(self._cut(article, chosen))
        return cuts

    def across(self) -> list[Cut]:
        """The parts of the other articles; a person is named by the words of the full name, or left out."""
        unsure = self._unsure()
        parts = [part for n, article in enumerate(self.texts) if n % WHOLE for part in halves(article)]
        full_in: dict[Name, list[str]] = defaultdict(list)
        for id, text, mentions in parts:
            for who in {m.who for m in mentions if m.who and words_of(text[m.start : m.end]) == m.who}:
                full_in[who].append(id)
        cuts = []
        for part in parts:
            chosen = {who for who, ids in full_in.items() if part.id in ids[1:] and chance(part.id, who)}
            starts = {m.start for m in part.mentions if m.who in chosen}
            known = [m._replace(who=None) if m.who in unsure else m for m in part.mentions]
            cuts.append(self._cut(part._replace(mentions=known), starts))
        return cuts

    def _unsure(self) -> set[Name]:
        """Those whom the names alone do not tell from somebody of another article."""
        people = sorted({m.who for article in self.texts for m in article.mentions if m.who})
        return {who for who in people for other in people if who != other and _doubtful(who, other)}

    def _cut(self, article: Text, chosen: Set[int]) -> Cut:
        """The text with the full names at these places cut, and the mentions whose person is known."""
        people = {m.who for m in article.mentions if m.who}
        parts: list[str] = []
        places: list[Place] = []
        at = length = 0
        for start, end, who in article.mentions:
            name = article.text[start:end]
            if who and len(who) > 1 and words_of(name) == who and start in chosen:
                short = self.family_name(name, who)
                name = name if _is_shared(short, who, people) else short
            parts += [article.text[at:start], name]
            length += start - at
            if who:
                places.append((length, length + len(name), " ".join(who)))
            length, at = length + len(name), end
        return article.id, "".join([*parts, article.text[at:]]), places


def _text(folder: Path, id: str, marked: list[dict[str, int]]) -> Text:
    text = (folder / "articles" / f"{id}.txt").read_bytes().decode()
    spans = sorted((m["start"], m["end"]) for m in marked)
    meant = tell([words_of(text[start:end]) for start, end in spans])
    return Text(id, text, [Named(start, end, meant[words_of(text[start:end])]) for start, end in spans])


def _is_shared(short: str, who: Name, people: Iterable[Name]) -> bool:
    words = words_of(short)
    return any(other != who and (words == other or is_part(words, other)) for other in people)


def _doubtful(who: Name, other: Name) -> bool:
    if len(who) == 1:
        return who[0] in other
    return is_part(who, other) or (is_part(other, who) and len(other) > 1) or _spelled_alike(who, other)


def _spelled_alike(who: Name, other: Name) -> bool:
    """Quick to refuse what differs in its first letters, as all people are compared with all."""
    if len(who) != len(other) or any(a[:1] != b[:1] for a, b in zip(who, other, strict=True)):
        return False
    return _alike(who, other)


def halves(article: Text) -> list[Text]:
    """The article parted at the end of the line nearest its middle that cuts through no name."""
    middle = len(article.text) // 2
    inside = {place for m in article.mentions for place in range(m.start, m.end)}
    ends = [m.end() for m in re.finditer(r"\n+", article.text) if m.end() not in inside]
    border = min(ends, key=lambda end: abs(end - middle), default=len(article.text))
    first = [m for m in article.mentions if m.start < border]
    second = [Named(m.start - border, m.end - border, m.who) for m in article.mentions if m.start >= border]
    texts = (article.text[:border], first), (article.text[border:], second)
    return [
        Text(f"{article.id}.{n}", text, named) for n, (text, named) in enumerate(texts, 1) if text.strip()
    ]
