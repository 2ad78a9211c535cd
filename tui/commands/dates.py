"""`mali-tui dates`: every date that the texts mention, with what it means and why."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.commands.printer import Printer
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.locale import N_, _

if TYPE_CHECKING:
    from tui.dates import Timex
    from tui.dossier.article import Article

_CONTEXT = 90
"""The longest sentence in the table; of a longer one only the part around the date is shown."""


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print the dates of the articles asked for, or of all by date, in the order of each text; 1 if there are none.

    Raises `ArticleNotFound` before anything is printed.
    """
    numbers: Sequence[int] = [explorer.find(reference) for reference in asked.ids]
    found = _found(explorer, numbers or explorer.explore(Query()).hits)
    if printer.as_json:
        count = 0
        for article, timex, span in found:
            printer.record(_record(article, timex, article.text[slice(*span)]))
            count += 1
        return 0 if count else 1
    rows = [_row(article, timex, span) for article, timex, span in found]
    if rows:
        printer.table(
            (N_("id"), N_("date"), N_("type"), N_("value"), N_("from"), N_("sentence")), rows, spare=("type", "from")
        )
    else:
        printer.tell(_("No dates found."))
    return 0 if rows else 1


def _found(explorer: Explorer, numbers: Sequence[int]) -> Iterator[tuple[Article, Timex, tuple[int, int]]]:
    """Yield each date with its article and the span of its sentence."""
    from tui.chronology.statements import statements

    for number in numbers:
        article, timexes = explorer.article(number), explorer.dates(number)
        for statement in statements(article.text, timexes):
            for timex in statement.timexes:
                yield article, timex, (statement.start, statement.end)


def _record(article: Article, timex: Timex, sentence: str) -> dict[str, object]:
    """Return a date; `start` and `end` are character offsets into the text that `read` prints, the end exclusive."""
    from tui.dates import explain

    return {
        "id": article.id,
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.kind.value,
        "value": timex.value,
        "mod": timex.mod.value if timex.mod else None,
        "first": timex.span.first.isoformat() if timex.span else None,
        "last": timex.span.last.isoformat() if timex.span else None,
        "inferred": timex.inferred,
        "explanation": explain(timex),
        "sentence": sentence,
    }


def _row(article: Article, timex: Timex, span: tuple[int, int]) -> tuple[str, ...]:
    origin = _(timex.basis.value) if timex.basis else _("written") if timex.span else ""
    value = f"{timex.value} {timex.mod.value.lower()}" if timex.mod else timex.value
    return article.id, timex.text, timex.kind.value, value, origin, _around(article.text, timex, span)


def _around(text: str, timex: Timex, span: tuple[int, int]) -> str:
    """Return the sentence of a date with the date between « and », and an ellipsis where it was cut."""
    first, last = span
    if last - first > _CONTEXT:
        first = max(first, timex.start - _CONTEXT // 2)
        last = min(last, timex.end + _CONTEXT // 2)
        first = text.find(" ", first, timex.start) + 1 or first if first > span[0] else first
        last = text.rfind(" ", timex.end, last) if last < span[1] and " " in text[timex.end : last] else last
    before, after = ("… " if first > span[0] else ""), (" …" if last < span[1] else "")
    end = max(timex.end, last)
    return f"{before}{text[first : timex.start]}«{text[timex.start : timex.end]}»{text[timex.end : end]}{after}"
