"""What a session holds of an archive: the numbers of its articles, the articles read last, and which are copies."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator

from tui.copies.listing import Groups
from tui.dossier.article import Article
from tui.dossier.serialization import Head, article_row, head_of

_KEPT = 2_000
"""Articles that stay readable; the one that was asked for longest ago goes first."""


class Holdings:
    """Numbers, articles and copies, usable from any thread; a number means one article as long as the program runs."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._ids: list[str] = [""]
        self._numbers: dict[str, int] = {}
        self._articles: OrderedDict[int, Article] = OrderedDict()
        self._copies: dict[int, int] = {}
        self._groups: Groups | None = None

    def number(self, ident: str) -> int:
        """Return the number of an article, a new one at its first use."""
        with self._lock:
            known = self._numbers.get(ident)
            if known is None:
                known = self._numbers[ident] = len(self._ids)
                self._ids.append(ident)
            return known

    def known(self, ident: str) -> int | None:
        """Return the number of an article that was seen before."""
        return self._numbers.get(ident)

    def ids(self, numbers: Iterable[int]) -> list[str]:
        """Return the ids of articles by their numbers."""
        return [self._ids[number] for number in numbers if 0 < number < len(self._ids)]

    def keep(self, article: Article) -> int:
        """Hold an article; return its number."""
        with self._lock:
            number = self.number(article.id)
            self._articles[number] = article
            self._articles.move_to_end(number)
            while len(self._articles) > _KEPT:
                self._articles.popitem(last=False)
            return number

    def article(self, number: int) -> Article | None:
        """Return an article that is held."""
        with self._lock:
            found = self._articles.get(number)
            if found is not None:
                self._articles.move_to_end(number)
            return found

    def forget(self) -> None:
        """Let go of the articles, since they may have changed; the numbers stay."""
        with self._lock:
            self._articles.clear()

    def note_copy(self, number: int, original: str) -> None:
        """Note of whose text an article is a copy; nothing for the article itself."""
        with self._lock:
            head = self.number(original)
            if head != number and self._copies.get(number) != head:
                self._copies[number] = head
                self._groups = None

    def groups(self) -> Groups:
        """Return which of the articles seen so far are copies of which."""
        with self._lock:
            if self._groups is None:
                self._groups = Groups(self._copies.items())
            return self._groups

    def originals(self, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield each article that is a copy, with the article that it copies."""
        for number in numbers:
            head = self._copies.get(number)
            if head is not None:
                yield number, head


def head_of_article(number: int, article: Article) -> Head:
    """Return the metadata of an article."""
    return head_of(number, article_row(article)[:-1])
