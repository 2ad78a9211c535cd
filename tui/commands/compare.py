"""`mali-tui compare`: two articles side by side, or the copies of one text: who cut and added what."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui.base.printable import printable_line
from tui.commands.printer import Printer
from tui.comparison.page import as_html_page
from tui.comparison.pair import Pair, Printings
from tui.comparison.records import printing_records, records
from tui.comparison.wording import difference_groups, first_words, only_words, share_words, sum_words
from tui.core.explorer import Explorer
from tui.errors import MaliTuiError
from tui.locale import N_, _


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print what differs between two articles; of one, what its copies made of it: 1 where it has none.

    Raises `ArticleNotFound` where an id belongs to no article or to several, and `MaliTuiError` where more than two
    are named, two forms are asked for, or the file cannot be written.
    """
    numbers = [explorer.find(reference) for reference in asked.ids]
    if len(numbers) > 2:
        raise MaliTuiError(_("Name two articles, or one that has copies."))
    if asked.html and printer.as_json:
        raise MaliTuiError(_("Either --json or --html: one output has one form."))
    if asked.output and not asked.html:
        raise MaliTuiError(_("-o writes the page: add --html."))
    if len(numbers) == 1:
        return _copies(explorer, numbers[0], asked, printer)
    if numbers[0] == numbers[1]:
        raise MaliTuiError(_("That is one article twice; name another one."))
    pair = explorer.compare(numbers[0], numbers[1])
    if printer.as_json:
        for record in records(pair):
            printer.record(record)
    elif asked.html:
        _page(pair, asked, explorer, printer)
    else:
        _print(pair, printer)
    return 0


def _page(pair: Pair, asked: argparse.Namespace, explorer: Explorer, printer: Printer) -> None:
    from tui.export.files import FileExists, named_file, write_whole

    text = as_html_page(pair)
    if not asked.output:
        printer.document(text)
        return
    name = asked.output if Path(asked.output).suffix else f"{asked.output}.html"
    path = named_file(name, {Path(name).suffix.lower(): ("", str)}, explorer.folder)
    try:
        write_whole(path, text, over=asked.force)
    except FileExists:
        raise MaliTuiError(_("{path} is there already; --force writes over it.").format(path=path)) from None
    printer.tell(_("Wrote the comparison to {path}.").format(path=path))


def _print(pair: Pair, printer: Printer) -> None:
    for side, told in enumerate((pair.one, pair.other)):
        about = (told.id, told.source, told.day, told.title, only_words(pair, side), share_words(pair, side))
        printer.line(printable_line(" · ".join(filter(None, about))))
    printer.line()
    printer.line(_("{sum}.").format(sum=sum_words(pair)))
    printer.line()
    _print_facts(pair, printer, "")
    if not pair.comparison.differences:
        printer.line(_("No fact differs: figures, dates, names, quotations and attributions."))
    printer.line()
    rows = [
        (_(row.kind.value), " ".join(pair.sentences(row, 0)), " ".join(pair.sentences(row, 1)))
        for row in pair.comparison.rows
    ]
    if rows:
        printer.table((N_("sentence"), N_("the first"), N_("the other")), rows)


def _print_facts(pair: Pair, printer: Printer, indent: str) -> None:
    for group in difference_groups(pair):
        printer.line(indent + _("{heading}:").format(heading=group.heading))
        for line in group.lines:
            printer.line(f"{indent}  {line}")


def _copies(explorer: Explorer, number: int, asked: argparse.Namespace, printer: Printer) -> int:
    found: Printings = explorer.printings(number)
    if asked.html:
        raise MaliTuiError(_("A page has two articles: name the other one."))
    if printer.as_json:
        for record in printing_records(found):
            printer.record(record)
        return 0 if found.pairs else 1
    if not found.pairs:
        printer.tell(_("{id} has no copies; name the article to compare it with.").format(id=found.wire.id))
        return 1
    printer.line(first_words(found))
    rows = [
        (
            pair.other.id,
            pair.other.day or _("undated"),
            pair.other.source,
            f"{pair.comparison.shared[0]:.0%}",
            f"{pair.comparison.shared[1]:.0%}",
            str(pair.only(0)),
            str(pair.only(1)),
        )
        for pair in found.pairs
    ]
    printer.table(
        (
            N_("id"),
            N_("published"),
            N_("source"),
            N_("of the wire printed"),
            N_("of its words from the wire"),
            N_("sentences cut"),
            N_("sentences added"),
        ),
        rows,
    )
    for pair in found.pairs:
        printer.line()
        printer.line(_("{outlet}:").format(outlet=pair.names[1]))
        for row in pair.comparison.rows:
            for text in pair.sentences(row, 0) if not row.others else ():
                printer.line("  " + _("cut: {sentence}").format(sentence=printable_line(text)))
            for text in pair.sentences(row, 1) if not row.ones else ():
                printer.line("  " + _("added: {sentence}").format(sentence=printable_line(text)))
        _print_facts(pair, printer, "  ")
    return 0
