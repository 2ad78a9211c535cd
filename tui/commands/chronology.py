"""`mali-tui chronology`: the events that articles report, in order of time."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.base.plurals import counted
from tui.commands.printer import Printer
from tui.commands.query import answered
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.errors import ArticleNotFound, MaliTuiError
from tui.locale import N_, _

if TYPE_CHECKING:
    from tui.chronology.chronology import Chronology
    from tui.search.passage import Mark


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print the dated statements of the hits; 1 if there are none.

    Raises `MaliTuiError` if the query has a fault, or two formats are asked for.
    """
    if printer.as_json and asked.format not in (None, "jsonl"):
        raise MaliTuiError(
            _("Either --json or --format {format}: one output has one form.").format(format=asked.format)
        )
    text = " ".join(asked.query)
    view = answered(explorer, text)
    found = explorer.chronology(Query(text))
    form = asked.format or ("jsonl" if printer.as_json else "")
    if form:
        printer.document(_writer(form)(found))
    elif found.entries:
        printer.table(
            (N_("date"), "", N_("statement"), N_("source"), N_("published"), N_("id")),
            _rows(found),
            spare=("published", "id"),
        )
    if not found.entries:
        told = _("No dated event in {query}.") if view.understood else _("No dated event in these articles.")
        printer.tell(told.format(query=view.understood))
        return 1
    _tell_words(explorer, found, view.answered, printer)
    if found.unplaced:
        more = counted(len(found.unplaced), "more statement")
        printer.tell(
            _("{statements} with a date that has no place in the calendar; mali-tui dates lists every date.").format(
                statements=more
            )
        )
    return 0


def _tell_words(explorer: Explorer, found: Chronology, words: str, printer: Printer) -> None:
    """Say how many statements have words of the query, if it has words and not all statements do."""
    told = [each for entry in found.entries for each in entry.told]
    marks = {number: _marks(explorer, number, words) for number in {each.number for each in told}}
    having = sum(any(start < each.end and each.start < end for start, end in marks[each.number]) for each in told)
    if any(marks.values()) and having < len(told):
        sentence = (
            _("Words of the query are in {count:,} of {statements}; the others are from the same articles.")
            if having
            else _("Words of the query are in {count:,} of {statements}; they are from the articles that it finds.")
        )
        printer.tell(sentence.format(count=having, statements=counted(len(told), "statement")))


def _marks(explorer: Explorer, number: int, words: str) -> Sequence[Mark]:
    try:
        return explorer.read(number, words).marks
    except ArticleNotFound:  # another program has just removed it
        return ()


def _writer(form: str) -> Callable[[Chronology], str]:
    from tui.export import chronology as formats

    return {
        "markdown": formats.as_markdown,
        "csv": formats.as_csv,
        "jsonl": formats.as_json_lines,
        "timelinejs": formats.as_timelinejs,
        "ics": formats.as_icalendar,
    }[form]


def _rows(found: Chronology) -> Iterator[tuple[str, ...]]:
    """Yield a row for each statement, with its own date and a word about that date."""
    from tui.dates.explain import written

    for entry in found.entries:
        for place, told in enumerate(entry.told):
            sign = _("disputed") if entry.disputed else _("also") if place else ""
            published = told.published.first.isoformat() if told.published else _("undated")
            source = " · ".join(filter(None, (told.credit(), _("date inferred") if told.timex.inferred else "")))
            yield written(told.timex), sign, told.sentence, source, published, told.id
