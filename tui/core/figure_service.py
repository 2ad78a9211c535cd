"""The figures of articles, found when they are asked for, and kept in memory for as long as the program runs."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.base.progress import Stop
from tui.core.mention_service import SUMMARY
from tui.errors import ArticleNotFound, Cancelled

if TYPE_CHECKING:
    from tui.catalogue.catalogue import Catalogue
    from tui.core.mention_service import MentionService
    from tui.dossier.article import Article
    from tui.figures.figure import Figure
    from tui.figures.questions import Report

_KEPT = 4000
"""Articles whose figures are kept; those asked for longest ago are found again."""


class FigureService:
    """Finds the figures of one catalogue; may be used from any thread."""

    def __init__(self, catalogue: Catalogue, mentions: MentionService) -> None:
        self._catalogue = catalogue
        self._mentions = mentions
        self._lock = threading.Lock()
        self._kept: OrderedDict[int, tuple[int, tuple[Figure, ...]]] = OrderedDict()

    def figures(self, number: int, article: Article) -> tuple[Figure, ...]:
        """Return the figures of an article, ascending."""
        from tui.figures import find_figures

        mark = hash((article.text, article.title, article.published))
        with self._lock:
            kept = self._kept.get(number)
            if kept is not None and kept[0] == mark:
                self._kept.move_to_end(number)
                return kept[1]
        timexes = self._mentions.dates(number, article)
        found = find_figures(article.text, language=article.language, timexes=timexes, title=article.title)
        with self._lock:
            self._kept[number] = mark, found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def reports(
        self,
        numbers: Iterable[int],
        stop: Stop,
        copied_from: Mapping[int, str] = MappingProxyType({}),
    ) -> Iterator[Report]:
        """Yield articles with their figures; an article at which the rules fail has none, and says so in `fault`.

        Articles that are gone are left out. Raises `Cancelled` soon after `stop` returns true.
        """
        from tui.figures.questions import Report

        for number in numbers:
            if stop():
                raise Cancelled
            try:
                article = self._catalogue.article(number)
            except ArticleNotFound:
                continue
            fault = ""
            try:
                found = self.figures(number, article)
            except Exception as error:  # noqa: BLE001 - it costs this article its figures and no other one anything
                found, fault = (), type(error).__name__
            yield Report(
                number,
                article.id,
                article.source,
                article.published.span if article.published else None,
                found,
                article.text,
                retells=SUMMARY in article.tags,
                copied_from=copied_from.get(number, ""),
                retold=article.retold,
                fault=fault,
            )
