"""The mention service: finds the dates that texts mention, keeps them in the catalogue and counts by them.

The rules of `tui.dates` are loaded only when a text has to be searched or its dates are shown. The dates belong to one
version of those rules: a newer version searches every text again.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.base.days import Span
from tui.base.progress import ReportDone, Stop, never
from tui.catalogue.catalogue import Catalogue
from tui.catalogue.faults import Stage
from tui.catalogue.mentions import NO_DAYS, Findings, Mention, Ordinals
from tui.catalogue.statements import StatementRow
from tui.chronology import RULES_VERSION as STATEMENTS_VERSION
from tui.core.finding_workers import FindingWorkers, Searched
from tui.dates import RULES_VERSION
from tui.dossier.article import Article
from tui.errors import ArticleNotFound
from tui.figures import RULES_VERSION as FIGURES_VERSION
from tui.names import RULES_VERSION as NAMES_VERSION
from tui.names import find_names
from tui.timeline.mentioned_dates import MentionedDates

if TYPE_CHECKING:
    from tui.dates.values import Timex

_BATCH_CHARACTERS = 400_000
"""Text that is searched between two commits; takes less than a second."""
_BATCH_ARTICLES = 500
_HELD, _HELD_CHARACTERS = 64, 20_000
"""Articles whose findings are held for equal ones, and the longest text of them."""

Faulty = dict[Stage, dict[int, str]]
"""The errors of each stage by the article at which they were raised."""

SUMMARY = "reference"
"""The tag of articles that only sum up what others report; a chronology does not count them as witnesses."""
RULES = f"{RULES_VERSION}.{STATEMENTS_VERSION}.{NAMES_VERSION}.{FIGURES_VERSION}"
"""The version of all that is found in a text: dates, the statements that are made of them, names and figures."""

_RANGES = {
    *(("between", "and"), ("from", "to"), ("from", "until"), ("from", "through"), ("", "to"), ("", "through")),
    *(("entre", "et"), ("de", "à"), ("du", "au"), ("de", "au"), ("", "à"), ("", "au")),
}
"""What stands before and between the two dates of a range."""
_PAST, _FRENCH_PAST = "It happened ", "Cela était arrivé "
_YEAR_AFTER_HYPHEN = re.compile(r"-(?=\d{4}$)", re.ASCII)


class MentionService:
    """Knows the dates mentioned in one catalogue; may be used from any thread."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lock = threading.Lock()
        self._clock: MentionedDates | None = None
        self._revision = (-1, -1)
        self._held: dict[tuple[object, ...], Findings] = {}
        """What was found in the articles searched last, the newest last: a table may hold one text very often."""

    def waiting(self) -> int:
        """Return how many articles still have to be searched for dates."""
        return self._catalogue.mentions.waiting(RULES)

    def update(self, report: ReportDone, stop: Stop, workers: FindingWorkers | None = None) -> bool:
        """Search the waiting articles for dates, a batch at a time; say whether anything was done.

        What was found before `stop` returns true is kept; a kill loses the current batch. If another program is
        searching, this does nothing. `workers` take their share of each batch.
        """
        waiting = self.waiting()
        if not waiting:
            return False
        with self._catalogue.mentions.exclusive() as claimed:
            if claimed:
                self._catalogue.mentions.begin(RULES)
                self._search(waiting, report, stop, workers)
                self._held.clear()
        return claimed

    def _search(self, waiting: int, report: ReportDone, stop: Stop, workers: FindingWorkers | None) -> None:
        mentions = self._catalogue.mentions
        done = 0
        while not stop():
            searched = (
                self._shared(workers, stop) if workers else [self.searched(mentions.pending(_BATCH_ARTICLES), stop)]
            )
            batch = [found for part in searched for found in part.found]
            if not batch or not mentions.record(batch, RULES):
                return
            for part in searched:
                for stage, faults in part.faults.items():
                    self._catalogue.faults.note(stage, faults)
            done += len(batch)
            report(min(done, waiting), waiting)

    def _shared(self, workers: FindingWorkers, stop: Stop) -> list[Searched]:
        """Search the next articles, each process every so manieth of them."""
        sharers = len(workers) + 1
        numbers = self._catalogue.mentions.pending(_BATCH_ARTICLES * sharers)
        workers.ask([numbers[share::sharers] for share in range(1, sharers)])
        return [self.searched(numbers[::sharers], stop), *workers.answers()]

    def searched(self, numbers: Iterable[int], stop: Stop = never) -> Searched:
        """Search the first of some articles, as many as make a batch; nothing is kept."""
        faults: Faulty = {}
        return Searched(list(self._batch(numbers, faults, stop)), faults)

    def _batch(self, numbers: Iterable[int], faults: Faulty, stop: Stop) -> Iterator[Findings]:
        """Yield what is found in articles; one at which some rules fail has nothing of these, and joins `faults`."""
        characters = 0
        for number in numbers:
            if characters > _BATCH_CHARACTERS or stop():
                return
            try:
                article = self._catalogue.article(number)
            except ArticleNotFound:  # its file has just been changed
                continue
            characters += len(article.text)
            yield self._found_in(number, article, faults)

    def _found_in(self, number: int, article: Article, faults: Faulty) -> Findings:
        """Return what is found in an article; what was found in an equal one a moment ago is found in it too."""
        published = article.published.span if article.published else None
        key = (article.title, article.text, article.language, published, SUMMARY in article.tags)
        held = self._held.pop(key, None)
        if held is None:
            before = sum(map(len, faults.values()))
            held = _searched(number, article, faults)
            if len(article.text) > _HELD_CHARACTERS or sum(map(len, faults.values())) > before:
                return held
        self._held[key] = held
        if len(self._held) > _HELD:
            del self._held[next(iter(self._held))]
        return held._replace(number=number, statements=[row._replace(number=number) for row in held.statements])

    def clock(self) -> MentionedDates:
        """Return the mentions of all articles by day, read again whenever any program has changed them."""
        revision = self._catalogue.revision, self._catalogue.mentions.revision
        with self._lock:
            if self._clock is None or self._revision != revision:
                self._clock = MentionedDates(self._catalogue.mentions.columns())
                self._revision = revision
            return self._clock

    def dates(self, number: int, article: Article) -> tuple[Timex, ...]:
        """Return the dates that an article mentions, ascending; finds them now if that was not done yet.

        Returns none where the rules fail at the article: the stage that keeps them reports it.
        """
        kept = self.kept_dates(number, article)
        if kept is not None:
            return kept
        return found_dates(article)

    def count(self) -> int:
        """Return how many articles there are."""
        return self._catalogue.count()

    def article(self, number: int) -> Article:
        """Return an article by its number; raises `ArticleNotFound` if it is gone."""
        return self._catalogue.article(number)

    def kept_dates(self, number: int, article: Article) -> tuple[Timex, ...] | None:
        """Return the dates that were found in an article earlier, ascending; None if it was never searched."""
        kept = self._catalogue.mentions.of(number)
        return None if kept is None else tuple(_timex(each, article.text) for each in kept)


def _searched(number: int, article: Article, faults: Faulty) -> Findings:
    """Search an article for all that is kept of it; rules that fail at it cost it their own findings alone.

    Articles that only sum up what others report have no statements.
    """
    from tui.figures import find_figures, packing
    from tui.figures.answers import is_answer
    from tui.names.table import packed

    found: tuple[Timex, ...] = ()
    mentions: list[Mention] = []
    rows: list[StatementRow] = []
    names, figures, answering = "", "", False
    try:
        found = _found(article)
        mentions = [_mention(timex) for timex in found]
        rows = [] if SUMMARY in article.tags else statement_rows(number, article, found)
    except Exception as error:  # noqa: BLE001 - it costs this article its dates and no other one anything
        faults.setdefault(Stage.DATES, {})[number] = type(error).__name__
    try:
        names = packed(find_names(f"{article.title}\n\n{article.text}", article.language or "en"))
    except Exception as error:  # noqa: BLE001 - it costs this article its names and no other one anything
        faults.setdefault(Stage.NAMES, {})[number] = type(error).__name__
    try:
        counted = find_figures(article.text, language=article.language, timexes=found, title=article.title)
        figures, answering = packing.packed(counted), any(map(is_answer, counted))
    except Exception as error:  # noqa: BLE001 - it costs this article its figures and no other one anything
        faults.setdefault(Stage.FIGURES, {})[number] = type(error).__name__
    return Findings(number, mentions, rows, names, figures, answering)


def found_dates(article: Article) -> tuple[Timex, ...]:
    """Find the dates that an article mentions, ascending; none where the rules fail at it."""
    try:
        return _found(article)
    except Exception:  # noqa: BLE001 - it costs this article its dates and no other one anything
        return ()


def read_words(written: str, extent: Span | None) -> Span | None:
    """Read a date in words, such as “early 2013” or “fin juin”; None if it is not exactly one date.

    Relative dates such as “last month” count from the last day of `extent`.
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


def _spellings(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield a date in words as an article may write it: a lead that is not part of it, the date, the language.

    The lead is in the past tense, so that a month without a year is the last one that the dossier covers. Months are
    capitalised in English, and `may` is a month only after a preposition.
    """
    titled = text.title()
    yield from ((_PAST, text, "en"), (_FRENCH_PAST, text, "fr"), (_PAST, titled, "en"), (_PAST, f"the {text}", "en"))
    yield f"{_PAST}in ", titled, "en"


def _whole_span(text: str, start: int, found: Sequence[Timex]) -> Span | None:
    """Return the days of a text that is exactly one date, or a range of two; None if it is neither.

    `start` is the offset of the text in what was searched.
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


def statement_rows(number: int, article: Article, timexes: Sequence[Timex]) -> list[StatementRow]:
    """Return the dated statements of an article as they are stored; `timexes` are the dates in its text."""
    from tui.chronology.events import traces_of

    traces = traces_of(number, article.text, timexes, article.language)
    return [StatementRow(each.first, number, each.place, each.last, each.packed()) for each in traces]


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


def _days(span: Span | None) -> Ordinals:
    return NO_DAYS if span is None else (span.first.toordinal(), span.last.toordinal())


def _timex(mention: Mention, text: str) -> Timex:
    from tui.dates.values import Basis, Mod, Timex, TimexType

    return Timex(
        start=mention.start,
        end=mention.end,
        text=text[mention.start : mention.end],
        kind=TimexType(mention.kind),
        value=mention.value,
        mod=Mod(mention.mod) if mention.mod else None,
        inferred=mention.inferred,
        basis=Basis(mention.basis) if mention.basis else None,
        anchor=_span(mention.anchor),
        span=_span(mention.days),
    )


def _span(days: Ordinals) -> Span | None:
    return None if days == NO_DAYS else Span.from_ordinals(*days)
