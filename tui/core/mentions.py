"""The dating half of the core: finds the dates that the texts name, keeps them in the catalogue and counts by them.

The rules of `tui.dates` are loaded only where a text has to be looked through or its dates are shown. What was found is
tied to the version of those rules, so that better ones look through every text anew.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.base.days import Span
from tui.catalogue.catalogue import Catalogue
from tui.catalogue.faults import Stage
from tui.catalogue.mentions import NO_DAYS, Days, Mention
from tui.dates import RULES_VERSION
from tui.dossier.article import Article
from tui.errors import ArticleNotFound, Cancelled
from tui.timeline.mentioned import Mentioned

if TYPE_CHECKING:
    from tui.chronology.chronology import Account, Chronology
    from tui.dates.values import Timex

_BATCH_CHARACTERS = 400_000
"""Text that is looked through between two commits: less than a second of it."""
_BATCH_ARTICLES = 500

SUMMARY = "reference"
"""The tag of articles that only sum up what others report; they are no witness in a chronology."""


_RANGES = {
    *(("between", "and"), ("from", "to"), ("from", "until"), ("from", "through"), ("", "to"), ("", "through")),
    *(("entre", "et"), ("de", "à"), ("du", "au"), ("de", "au"), ("", "à"), ("", "au")),
}
"""What stands before and between the two dates of a range; both belong to it."""
_TOLD, _TOLD_IN_FRENCH = "It happened ", "Cela était arrivé "
_YEAR_AFTER_HYPHEN = re.compile(r"-(?=\d{4}$)", re.ASCII)


class Dater:
    """Knows the mentioned dates of one catalogue; may be called from any thread."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lock = threading.Lock()
        self._clock: Mentioned | None = None
        self._revision = (-1, -1)

    def waiting(self) -> int:
        """Return how many articles have yet to be looked through."""
        return self._catalogue.mentions.waiting(RULES_VERSION)

    def update(self, told: Callable[[int, int], None], stop: Callable[[], bool]) -> bool:
        """Look through the articles that wait, a batch at a time; say whether there was anything to do.

        `told` hears how many articles are done and of how many. What is done when `stop` answers yes, or the program is
        killed, is kept, but for the batch under way after a kill. Where another program is at it, it is left to that.
        """
        waiting = self.waiting()
        if not waiting:
            return False
        with self._catalogue.mentions.alone() as alone:
            if alone:
                self._catalogue.mentions.begin(RULES_VERSION)
                self._look_through(waiting, told, stop)
        return alone

    def _look_through(self, waiting: int, told: Callable[[int, int], None], stop: Callable[[], bool]) -> None:
        mentions = self._catalogue.mentions
        done = 0
        while not stop():
            numbers = mentions.pending(_BATCH_ARTICLES)
            faults: dict[int, str] = {}
            batch = list(self._batch(numbers, faults, stop))
            if not batch or not mentions.record(batch, RULES_VERSION):
                return
            self._catalogue.faults.note(Stage.DATES, faults)
            done += len(batch)
            told(min(done, waiting), waiting)

    def _batch(
        self, numbers: Iterable[int], faults: dict[int, str], stop: Callable[[], bool]
    ) -> Iterator[tuple[int, Sequence[Mention]]]:
        """Yield articles with their mentions; one at which the rules fail has none, and joins `faults`."""
        characters = 0
        for number in numbers:
            if characters > _BATCH_CHARACTERS or stop():
                return
            try:
                article = self._catalogue.article(number)
            except ArticleNotFound:  # its file has just been changed
                continue
            characters += len(article.text)
            try:
                mentions = [_mention(timex) for timex in _found(article)]
            except Exception as error:  # noqa: BLE001 - it costs this article its dates and no other one anything
                mentions, faults[number] = [], type(error).__name__
            yield number, mentions

    def clock(self) -> Mentioned:
        """Return the mentions of all articles by day, read anew where any program changed them."""
        revision = self._catalogue.revision, self._catalogue.mentions.revision
        with self._lock:
            if self._clock is None or self._revision != revision:
                self._clock = Mentioned(self._catalogue.mentions.columns())
                self._revision = revision
            return self._clock

    def dates(self, number: int, article: Article) -> tuple[Timex, ...]:
        """Return the dates that an article names, ascending; they are found now where they were not before.

        None are returned where the rules fail at the article: the stage that keeps them tells of it.
        """
        kept = self.kept_dates(number, article)
        if kept is not None:
            return kept
        try:
            return _found(article)
        except Exception:  # noqa: BLE001
            return ()

    def kept_dates(self, number: int, article: Article) -> tuple[Timex, ...] | None:
        """Return the dates that were found in an article before, ascending; None where nobody looked yet."""
        kept = self._catalogue.mentions.of(number)
        return None if kept is None else tuple(_timex(each, article.text) for each in kept)

    def worded(self, written: str, extent: Span | None) -> Span | None:
        """Read a date in words, such as “early 2013” or “fin juin”; None where it is no date, or not one alone.

        What needs a day to count from, such as “last month”, counts from the last one of `extent`.
        """
        from tui.dates import find_dates

        last = Span.of_day(extent.last) if extent is not None else None
        plain = written.strip().replace("_", " ")
        for text in dict.fromkeys((plain, _YEAR_AFTER_HYPHEN.sub(" ", plain), plain.replace("-", " "))):
            for lead, spelled, language in _spellings(text):
                found = find_dates(lead + spelled, language=language, published=last)
                span = _whole_span(spelled, len(lead), found)
                if span is not None:
                    return span
        return None

    def chronology(
        self,
        numbers: Iterable[int],
        spans: Sequence[Span],
        stop: Callable[[], bool],
        copied_from: Mapping[int, str] = MappingProxyType({}),
    ) -> Chronology:
        """Put what some articles say happened in its order; only what touches each of `spans`.

        `copied_from` names by their numbers the witness of those whose text is a copy of another's. Raises `Cancelled`
        soon after `stop` answers yes.
        """
        from tui.chronology.chronology import Chronology, chronology

        whole = chronology(self._accounts(numbers, stop, copied_from))
        if not spans:
            return whole
        kept = [
            entry
            for entry in whole.entries
            if all(any(dating.span.overlaps(span) for dating in entry.datings) for span in spans)
        ]
        return Chronology(tuple(kept), ())

    def _accounts(
        self, numbers: Iterable[int], stop: Callable[[], bool], copied_from: Mapping[int, str]
    ) -> Iterator[Account]:
        from tui.chronology.chronology import Account

        for number in numbers:
            if stop():
                raise Cancelled
            try:
                article = self._catalogue.article(number)
            except ArticleNotFound:
                continue
            published = article.published.span if article.published else None
            timexes = self.dates(number, article)
            yield Account(
                number,
                article.id,
                article.source,
                published,
                article.text,
                timexes,
                retells=SUMMARY in article.tags,
                copied_from=copied_from.get(number, ""),
                retold=article.retold,
            )


def _spellings(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield a text in words as it may stand in an article: a lead that is no part of it, the text, the language.

    The lead tells of the past, so that a month without a year is the last one that the dossier has. Months want a
    capital in English, and `may` is one only behind a preposition.
    """
    titled = text.title()
    yield from ((_TOLD, text, "en"), (_TOLD_IN_FRENCH, text, "fr"), (_TOLD, titled, "en"), (_TOLD, f"the {text}", "en"))
    yield f"{_TOLD}in ", titled, "en"


def _whole_span(text: str, start: int, found: Sequence[Timex]) -> Span | None:
    """Return the days of a text that is one date, or a range from one to another; None where it is neither.

    The text begins at `start` in what was looked through.
    """
    spans = [timex.span for timex in found if timex.span is not None]
    if len(spans) != len(found) or not 1 <= len(found) <= 2:
        return None
    around = text[: found[0].start - start], text[found[-1].end - start :]
    if len(found) == 1:
        return spans[0] if around == ("", "") else None
    joiner = text[found[0].end - start : found[1].start - start]
    if around[1] or (around[0].strip().casefold(), joiner.strip().casefold()) not in _RANGES:
        return None
    return spans[0].joined(spans[1]) if spans[0].first <= spans[1].last else None


def _found(article: Article) -> tuple[Timex, ...]:
    from tui.dates import find_dates

    published = article.published.span if article.published else None
    return find_dates(article.text, language=article.language, published=published)


def _mention(timex: Timex) -> Mention:
    return Mention(
        start=timex.start,
        end=timex.end,
        kind=timex.kind.value,
        value=timex.value,
        mod=timex.mod.value if timex.mod else "",
        inferred=timex.inferred,
        basis=timex.basis.value if timex.basis else "",
        anchor=_days(timex.anchor),
        days=_days(timex.span),
    )


def _days(span: Span | None) -> Days:
    return NO_DAYS if span is None else (span.first.toordinal(), span.last.toordinal())


def _timex(mention: Mention, text: str) -> Timex:
    from tui.dates.values import Basis, Kind, Mod, Timex

    return Timex(
        start=mention.start,
        end=mention.end,
        text=text[mention.start : mention.end],
        kind=Kind(mention.kind),
        value=mention.value,
        mod=Mod(mention.mod) if mention.mod else None,
        inferred=mention.inferred,
        basis=Basis(mention.basis) if mention.basis else None,
        anchor=_span(mention.anchor),
        span=_span(mention.days),
    )


def _span(days: Days) -> Span | None:
    return None if days == NO_DAYS else Span.from_ordinals(*days)
