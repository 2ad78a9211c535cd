"""`mali-tui count`: how many articles have the words of a query, and how often, by any two of their properties.

By outlet and time it also tells who is silent: a row of noughts is an outlet that has articles of that time, none of
which is found; one that has none has no row.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from itertools import product

from tui.catalogue.catalogue import Head
from tui.commands.printer import Printer
from tui.commands.query import answered
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.dossier.credit import credited
from tui.errors import ArticleNotFound, MaliTuiError
from tui.export.csv_cells import csv_table
from tui.locale import N_, _

PROPERTIES = ("source", "year", "month", "language", "tag", "author")
"""What `--by` takes, one or two of them."""

_NONE = N_("none")
"""What stands for an article without the property."""

Cell = tuple[str, ...]


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print one row for each pair of values that occurs; 1 where nothing is found.

    Occurrences are the places that the query marks in the texts. Raises `MaliTuiError` where the query has a fault
    or names nothing to count, or `--by` something else than `PROPERTIES`.
    """
    if not " ".join(asked.query).strip():
        raise MaliTuiError(_("Say what to count: mali-tui count WORDS --by source,year"))
    if asked.csv and printer.as_json:
        raise MaliTuiError(_("Either --json or --csv: one output has one form."))
    by = properties(asked.by)
    view = answered(explorer, " ".join(asked.query))
    articles, occurrences = _counted(explorer, list(view.hits), view.answered, by)
    whole = _cells(explorer.heads(explorer.explore(Query(), suggest=False).hits), by)
    columns = (*by, N_("articles"), N_("occurrences"), N_("in_dossier"))
    shown = {*articles, *_silent(articles, whole, by)}
    rows = [(*cell, articles[cell], occurrences[cell], whole[cell]) for cell in sorted(shown)]
    if printer.as_json:
        for row in rows:
            printer.record(dict(zip(columns, row, strict=True)))
    elif asked.csv:
        printer.document(csv_table(columns, rows))
    elif rows:
        printer.table(columns, [[str(value) for value in row] for row in rows])
    if not rows:
        printer.tell(_("Nothing answers {query}.").format(query=view.understood))
    return 0 if rows else 1


def properties(written: str) -> tuple[str, ...]:
    """Read what `--by` was given; raises `MaliTuiError` for anything but one or two different properties."""
    names = tuple(name.strip() for name in written.split(","))
    if not 1 <= len(names) <= 2 or len(set(names)) != len(names) or not set(names) <= set(PROPERTIES):
        raise MaliTuiError(
            _("--by takes one or two of {properties}, such as --by source,year").format(
                properties=", ".join(PROPERTIES)
            )
        )
    return names


def _cells(heads: Iterable[Head], by: tuple[str, ...]) -> Counter[Cell]:
    """Count articles by their properties."""
    counts: Counter[Cell] = Counter()
    for head in heads:
        counts.update(product(*(values(head, name) for name in by)))
    return counts


def _silent(found: Counter[Cell], whole: Counter[Cell], by: tuple[str, ...]) -> list[Cell]:
    """Return the pairs of an outlet and a time, from the first to the last that is found, of which nothing is found."""
    time = next((place for place, name in enumerate(by) if name in ("year", "month")), None)
    if time is None or "source" not in by:
        return []
    told = sorted(cell[time] for cell in found if cell[time][:1].isdigit())
    return [cell for cell in whole if told and told[0] <= cell[time] <= told[-1] and cell not in found]


def _counted(
    explorer: Explorer, numbers: list[int], words: str, by: tuple[str, ...]
) -> tuple[Counter[Cell], Counter[Cell]]:
    articles: Counter[Cell] = Counter()
    occurrences: Counter[Cell] = Counter()
    for head in explorer.heads(numbers):
        try:
            marks = len(explorer.read(head.number, words).marks)
        except ArticleNotFound:  # another program has just dropped it
            continue
        cells = list(product(*(values(head, name) for name in by)))
        articles.update(cells)
        for cell in cells:
            occurrences[cell] += marks
    return articles, occurrences


def values(head: Head, name: str) -> tuple[str, ...]:
    """Return the values that an article has of a property; an article with two tags counts under each of them."""
    if name == "tag":
        return head.tags or (_NONE,)
    if name in ("year", "month"):
        length = {"year": 4, "month": 7}[name]
        iso = head.published.iso if head.published else ""
        if not iso:
            return (_("undated"),)
        return (iso[:length] if len(iso) >= length else _("{year} (month unknown)").format(year=iso),)
    value = credited(head.author) if name == "author" else str(getattr(head, name))
    return (value or _NONE,)
