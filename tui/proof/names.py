"""Names with a title, and whether the dossier writes them so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from tui.proof.archive import Archive, SourceText
from tui.proof.values import Change, Verdict
from tui.search.analysis import words

_RANKS = (
    *("deputy", "vice", "former", "acting", "interim", "prime", "foreign", "defence", "defense", "finance", "interior"),
    *("transitional", "under", "chief"),
)
"""Words before a title that belong to it."""
_TITLES = (
    *(
        "president",
        "minister",
        "secretary-general",
        "secretary general",
        "secretary of state",
        "secretary",
        "ambassador",
    ),
    *("lieutenant colonel", "lieutenant-colonel", "lieutenant general", "lieutenant", "general", "colonel", "major"),
    *("captain", "brigadier", "admiral", "commander", "spokesman", "spokeswoman", "spokesperson", "chancellor"),
    *("chairman", "chairwoman", "executive", "governor", "senator", "judge", "professor", "envoy", "director"),
    *("imam", "king", "queen", "prince", "pope", "bishop", "mayor", "sen.", "gen.", "col.", "lt.", "gov.", "rep."),
    *("dr.", "dr", "prof.", "premier ministre", "première ministre", "vice-ministre", "présidente", "président"),
    *("secrétaire générale", "secrétaire général", "général", "capitaine", "commandant", "ambassadeur", "ambassadrice"),
    *("porte-parole", "chancelier", "chancelière", "directeur", "directrice", "gouverneur", "maire"),
)
_MINISTRY = r"ministre(?: (?:de la |de l['’]|des |du |de )[^\W\d_][\w’' -]{2,40}?)?"
_PARTICLES = "al|el|ag|ould|bin|ben|de|du|von|van|der|da|dos|Ag|Ould"
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][\w’'-]*[^\W_]"
_NAME = rf"{_CAPITAL}(?: (?:(?:{_PARTICLES})[ -])?(?:{_CAPITAL}|[^\W\d_a-z]\.)){{0,3}}"
_TITLE = rf"(?i:(?:(?:{'|'.join(_RANKS)})[ -])*(?:{'|'.join(map(re.escape, _TITLES))}|{_MINISTRY}))"
_TITLED = re.compile(rf"(?<!\w)(?P<title>{_TITLE}),? (?P<name>{_NAME})")
_NEAR = 12
"""Words around a name among which its title is looked for."""
_FARTHEST = 2
"""Letters by which a name may be misspelt."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A name with a title, and where the two stand together."""

    start: int
    end: int
    title: str
    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """What an article makes of a name with a title; places count words."""

    verdict: Verdict
    source: SourceText
    first: int
    last: int
    changes: tuple[Change, ...] = ()


def titled_names(text: str, start: int, end: int) -> Iterator[Titled]:
    """Yield the names with a title before them in a part of a text."""
    for found in _TITLED.finditer(text, start, end):
        yield Titled(found.start(), found.end(), found["title"], found["name"])


def look_up(titled: Titled, near: Iterable[SourceText], archive: Archive) -> Named | None:
    """Return what the dossier makes of a name: best where it stands with its title, else where one like it does."""
    name, title = words(titled.name), words(titled.title)
    if not name:
        return None
    numbers = archive.candidates([*name], 12)
    sources = [source for number in numbers if (source := archive.source(number)) is not None]
    best: Named | None = None
    for source in sources:
        for first in source.occurrences(name):
            around = source.words[max(0, first - _NEAR) : first + len(name) + _NEAR]
            verdict = Verdict.VERBATIM if set(title) <= set(around) else Verdict.COMPATIBLE
            if best is None or (verdict is Verdict.VERBATIM and best.verdict is not verdict):
                best = Named(verdict, source, first, first + len(name))
        if best is not None and best.verdict is Verdict.VERBATIM:
            return best
    return best or _misspelt(titled, name, [*near, *sources])


def _misspelt(titled: Titled, name: list[str], sources: Iterable[SourceText]) -> Named | None:
    """Return a name that differs in a few letters, and has the same title or the same other words."""
    title = words(titled.title)
    for source in sources:
        there = source.words
        for first in range(len(there) - len(name) + 1):
            if there[first] != name[0] and there[first + len(name) - 1] != name[-1] and len(name) > 1:
                continue
            other = there[first : first + len(name)]
            if other == name or not _alike(name, other):
                continue
            before = there[max(0, first - len(title)) : first]
            if len(name) == 1 and before != title:
                continue
            start, end = source.tokens[first].start, source.tokens[first + len(name) - 1].end
            written = source.article.text[start:end]
            if written[:1].isupper():
                change = Change(written, titled.name)
                return Named(Verdict.ALTERED, source, first, first + len(name), (change,))
    return None


def _alike(name: list[str], other: list[str]) -> bool:
    far = [OSA.distance(a, b, score_cutoff=_FARTHEST) for a, b in zip(name, other, strict=True)]
    longest = max(len(word) for word, distance in zip(name, far, strict=True) if distance) if any(far) else 0
    return 0 < sum(far) <= _FARTHEST and longest >= 5
