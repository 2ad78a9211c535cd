"""Which article an event is about: how it is written down, and how it is found again once its id has changed.

The catalogue keeps the id of an article whose file is moved or saved in another format, as long as it is there itself:
it is a cache. Once that is made again, an id is made of the path anew; the text of an article, its address and its
title tell then which one it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from tui.base.folding import essence
from tui.desk.event import ArticleRef
from tui.dossier.article import PublishedDate

_ALIKE = 85.0
"""The same, for articles of one day and outlet at two paths."""
_HELD = 15
"""Letters and digits of a title from which on another one that holds it, such as `Title | Outlet`, is taken for it."""
_SIMILAR = 60.0
"""Per cent from which on two titles at one path are taken for those of one article."""


_DIGITS = re.compile(r"\d+")


class Described(Protocol):
    """What is known of an article; a head or the article itself."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def source(self) -> str: ...  # noqa: D102
    @property
    def address(self) -> str: ...  # noqa: D102
    @property
    def published(self) -> PublishedDate | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Recognition:
    """Which of the articles that a desk names are in a dossier."""

    ids: Mapping[str, str]
    """The present id of each article whose id has changed."""
    missing: frozenset[str]
    """The ids of articles that are not there, or not to be told from others."""


def ref_of(article: Described, sha: str = "") -> ArticleRef:
    """Return what is written down of an article; `sha` is the SHA-256 of its text."""
    return ArticleRef(
        id=article.id,
        path=article.path.encode("utf-8", "replace").decode(),
        title=article.title,
        source=article.source,
        day=article.published.iso if article.published else "",
        address=article.address,
        sha=sha,
    )


def recognised(
    refs: Mapping[str, ArticleRef], present: Iterable[Described], sha_of: Callable[[str], str]
) -> Recognition:
    """Find the articles that a desk names, by the ids that were written down, among those of a dossier.

    `sha_of` returns the SHA-256 of the text of an article by its id; it is asked only where titles and addresses do not
    tell. Copies of one text are told apart by their paths.
    """
    known = {article.id: article for article in present}
    candidates = _Candidates(known, sha_of, refs)
    ids: dict[str, str] = {}
    missing: set[str] = set()
    for ident, ref in refs.items():
        found = candidates.find(ident, ref)
        if found is None:
            missing.add(ident)
        elif found != ident:
            ids[ident] = found
    return Recognition(ids, frozenset(missing))


class _Candidates:
    """Finds articles of a dossier; its tables are made once they are needed."""

    def __init__(
        self, known: Mapping[str, Described], sha_of: Callable[[str], str], named: Collection[str] = ()
    ) -> None:
        """Take the articles of a dossier by their ids, and the ids that a desk names."""
        self._known = known
        self._named = named
        self._by_day: dict[str, list[str]] | None = None
        self._sha_of = sha_of
        self._shas: dict[str, str] = {}
        self._by_title: dict[str, list[str]] | None = None
        self._by_sha: dict[str, list[str]] | None = None

    def find(self, ident: str, ref: ArticleRef) -> str | None:
        """Return the present id of an article, or None."""
        there = self._known.get(ident)
        if there is not None and self._is_same(there, ref):
            return ident
        moved = self._moved(ref)
        if moved is not None:
            return moved
        if there is not None and _is_alike(there, ref):
            return ident
        return self._retitled(ref)

    def _is_same(self, there: Described, ref: ArticleRef) -> bool:
        if ref.address and ref.address == there.address:
            return True
        return essence(ref.title) == essence(there.title) or self._has_text(there.id, ref)

    def _has_text(self, ident: str, ref: ArticleRef) -> bool:
        return ref.sha != "" and self._sha(ident) == ref.sha

    def _sha(self, ident: str) -> str:
        if ident not in self._shas:
            self._shas[ident] = self._sha_of(ident)
        return self._shas[ident]

    def _moved(self, ref: ArticleRef) -> str | None:
        """Return the one article that has the address, or the title and the day or outlet, or the text."""
        possible = [ident for ident in self._titled(ref.title) if _is_of(self._known[ident], ref)]
        if ref.address:
            addressed = [ident for ident, each in self._known.items() if each.address == ref.address]
            possible = addressed or possible
        if len(possible) == 1:
            return possible[0]
        if ref.sha:
            if self._by_sha is None:
                self._by_sha = defaultdict(list)
                for ident in self._known:
                    self._by_sha[self._sha(ident)].append(ident)
            possible = self._by_sha.get(ref.sha, [])
        else:
            possible = []
        return min(possible, key=lambda ident: _distance(self._known[ident].path, ref.path), default=None)

    def _retitled(self, ref: ArticleRef) -> str | None:
        """Return the one article of the same day and outlet whose title is nearly the same.

        Another format often gives a title with the outlet's name behind it, or other quotation marks. An article that
        the desk names by its own id is none of those that are looked for.
        """
        if not ref.day:
            return None
        if self._by_day is None:
            self._by_day = defaultdict(list)
            for ident, each in self._known.items():
                if each.published and ident not in self._named:
                    self._by_day[each.published.iso].append(ident)
        found = [ident for ident in self._by_day.get(ref.day, []) if _is_retitled(self._known[ident], ref)]
        return found[0] if len(found) == 1 else None

    def _titled(self, title: str) -> list[str]:
        if self._by_title is None:
            self._by_title = defaultdict(list)
            for ident, each in self._known.items():
                self._by_title[essence(each.title)].append(ident)
        return self._by_title.get(essence(title), []) if essence(title) else []


def _is_of(there: Described, ref: ArticleRef) -> bool:
    """Say whether an article of the same title is of the same day; where one has none, of the same outlet."""
    day = there.published.iso if there.published else ""
    if day and ref.day:
        return day.startswith(ref.day) or ref.day.startswith(day)
    return essence(there.source) == essence(ref.source)


def _is_alike(there: Described, ref: ArticleRef) -> bool:
    """Say whether an article that has another title and text at the same place is still the same one."""
    from rapidfuzz.fuzz import ratio

    day = there.published.iso if there.published else ""
    same_origin = day == ref.day and essence(there.source) == essence(ref.source)
    return same_origin and ratio(essence(there.title), essence(ref.title)) >= _SIMILAR


def _is_retitled(there: Described, ref: ArticleRef) -> bool:
    from rapidfuzz.fuzz import ratio

    sources = {essence(there.source), essence(ref.source)} - {""}
    if len(sources) > 1:
        return False
    one, other = sorted((essence(there.title), essence(ref.title)), key=len)
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    return (len(one) >= _HELD and one in other) or ratio(one, other) >= _ALIKE


def _distance(path: str, other: str) -> tuple[bool, bool, str]:
    """Return a key that is least for the path that is most like another one."""
    return path != other, path.rpartition("/")[2] != other.rpartition("/")[2], path
