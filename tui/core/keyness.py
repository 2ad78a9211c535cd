"""Keyness of a query: the words that set its articles apart from all others of the dossier, or from another query."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.base.progress import Stop, never
from tui.base.small_words import SMALL_WORDS
from tui.concordance.keyness import Keyness, WordCounts, keywords
from tui.core.archive import Archive
from tui.core.concordance import reached, readings
from tui.core.view import Query, View
from tui.errors import EngineError
from tui.locale import N_, _
from tui.search.analysis import words

_AFAR = N_(
    "Key words are counted in all texts, which an engine does not hand out: open the folder, or narrow both sides."
)

Report = Callable[[int, int], object]


def keyness(
    archive: Archive, view: View, against: View | None = None, stop: Stop = never, report: Report = lambda *_: None
) -> Keyness:
    """Hold the words of a view's articles against those of all others, or of the others that `against` has.

    Compared are articles in the languages of the view's: another language is no other choice of words. Of copies of one
    text the first counts on each side. `report` is told how many articles of how many were read. Raises `Cancelled`
    soon after `stop` returns true, `EngineError` where not all texts can be had.
    """
    rest = against if against is not None else archive.explore(Query(), stop, suggest=False)
    if any(len(reached(archive, side, stop)) < side.total for side in (view, rest)):
        raise EngineError(_(_AFAR))
    reader = _Reader(archive, stop, report, rest.total if against is None else view.total + rest.total)
    here, there = WordCounts(), WordCounts()
    languages: set[str] = set()
    for language, found in reader.texts(view, frozenset()):
        languages.add(language)
        here.add(found)
    for language, found in reader.texts(rest, frozenset(view.hits)):
        if language in languages:
            there.add(found)
    return Keyness(
        tuple(keywords(here, there, lambda word: word in SMALL_WORDS or len(word) == 1)),
        *(here.size, here.total, there.size, there.total),
        tuple(sorted(languages - {""})),
        reader.copies,
    )


class _Reader:
    """Reads the words of articles, and of copies of one text only the first on each side."""

    def __init__(self, archive: Archive, stop: Stop, report: Report, total: int) -> None:
        self._archive = archive
        self._stop = stop
        self._report = report
        self._total = total
        self._done = 0
        self.copies = 0

    def texts(self, view: View, without: frozenset[int]) -> Iterator[tuple[str, list[str]]]:
        """Yield language and folded words of the articles of a view `without` some."""
        groups, seen = self._archive.groups(), set[int]()
        for reading in readings(self._archive, view, self._stop):
            if reading.number in without:
                continue
            self._done += 1
            self._report(self._done, self._total)
            head = groups.head(reading.number)
            if head in seen:
                self.copies += 1
                continue
            seen.add(head)
            yield reading.article.language, words(reading.article.text)
