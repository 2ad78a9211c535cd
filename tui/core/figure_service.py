"""The figures of articles, which are found together with their dates and kept with the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.base.progress import Stop
from tui.catalogue.faults import Stage
from tui.core.mention_service import SUMMARY
from tui.errors import Cancelled

if TYPE_CHECKING:
    from tui.catalogue.catalogue import Catalogue
    from tui.core.mention_service import MentionService
    from tui.dossier.article import Article
    from tui.figures.answers import Report
    from tui.figures.figure import Figure

_SOME = 500
"""Articles whose figures are read at a time."""


class FigureService:
    """Knows the figures of one catalogue; may be used from any thread."""

    def __init__(self, catalogue: Catalogue, mentions: MentionService) -> None:
        self._catalogue = catalogue
        self._mentions = mentions

    def figures(self, number: int, article: Article) -> tuple[Figure, ...]:
        """Return the figures of an article, ascending; finds them now where that was not done yet."""
        from tui.figures.packing import unpacked

        kept = self._catalogue.mentions.figures.of(number)
        return self._found(number, article) if kept is None else unpacked(kept)

    def _found(self, number: int, article: Article) -> tuple[Figure, ...]:
        from tui.figures import find_figures

        timexes = self._mentions.dates(number, article)
        return find_figures(article.text, language=article.language, timexes=timexes, title=article.title)

    def reports(
        self,
        numbers: Sequence[int],
        stop: Stop,
        copied_from: Mapping[int, str] = MappingProxyType({}),
        answering: bool = False,
    ) -> Iterator[Report]:
        """Yield articles with their figures; an article at which the rules fail has none, and says so in `fault`.

        With `answering`, only those with a figure that may answer a question, and those at which the rules fail.
        Articles that are gone are left out. Raises `Cancelled` soon after `stop` returns true.
        """
        kept = self._catalogue.mentions.figures
        failed = self._catalogue.faults.at(Stage.FIGURES)
        passed = kept.silent() if answering else frozenset()
        asked = [number for number in numbers if number not in passed]
        for first in range(0, len(asked), _SOME):
            some = asked[first : first + _SOME]
            packed, articles = dict(kept.among(some)), self._catalogue.articles(some)
            for number in some:
                if stop():
                    raise Cancelled
                if number in articles:
                    line, fault = packed.get(number), failed.get(number, "")
                    yield self._report(number, articles[number], line, fault, copied_from)

    def _report(
        self, number: int, article: Article, packed: str | None, fault: str, copied_from: Mapping[int, str]
    ) -> Report:
        from tui.figures.answers import Report
        from tui.figures.packing import unpacked

        found: tuple[Figure, ...] = ()
        if packed is not None:
            found = unpacked(packed)
        elif not fault:
            try:
                found = self._found(number, article)
            except Exception as error:  # noqa: BLE001 - it costs this article its figures and no other one anything
                fault = type(error).__name__
        return Report(
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
