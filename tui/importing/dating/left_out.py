"""Days among the lines that were left out of an article: offered where nothing better dates it, and never believed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.base.days import Precision
from tui.base.folding import fold
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.dating.written_date import dates_in

_OTHER_DAY = re.compile(
    r"\W*(?:[\w./ -]{0,30}?(?:load|charge|lade|laad|carga|caric|saved?|retriev|access|crawl|scrap|fetch|captur|archiv"
    r"|clip|print|imprim|gedruckt|stampa|created|added|updat|modifi|expir|indexed|harvest|timestamp|certifi)\w*)"
)
"""What begins lines that name the day of a download, a copy, a print or a change."""

_MOST = 6


def days_left_out(lines: Iterable[str]) -> tuple[PublishedDate, ...]:
    """Return the distinct days that lines name, in their order, but for those of downloads, copies and changes."""
    found: dict[PublishedDate, None] = {}
    for line in lines:
        if len(found) >= _MOST:
            break
        if _OTHER_DAY.match(fold(line[:60])):
            continue
        for one in dates_in(line[:2000]):
            if one.span is not None and one.precision is Precision.DAY and not one.changed:
                found[PublishedDate(one.span, Precision.DAY, Provenance.LEFT_OUT)] = None
    return tuple(found)
