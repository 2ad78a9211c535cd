"""`mali-tui keyness`: the words that set the articles of a query apart from all others, or from another query."""

from __future__ import annotations

import argparse

from tui.commands.printer import Printer
from tui.commands.query import answered
from tui.concordance.keyness import Keyness, Keyword
from tui.concordance.records import keyword_table
from tui.concordance.wording import compared_words, keyword_sentence
from tui.core.explorer import Explorer
from tui.core.keyness import keyness
from tui.errors import MaliTuiError
from tui.locale import N_, _

_MOST = 30
"""Key words of each side that a table shows; JSON and CSV have all."""


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print the words that these articles have more often, then those that they have more seldom; 1 for none.

    Raises `MaliTuiError` where a query has a fault or none is given, and where two forms are asked for.
    """
    query = " ".join(asked.query)
    if not query.strip():
        raise MaliTuiError(_("Say which articles: mali-tui keyness source:afp, or keyness date:2023"))
    if asked.csv and printer.as_json:
        raise MaliTuiError(_("Either --json or --csv: one output has one form."))
    view = answered(explorer, query)
    against = answered(explorer, asked.against) if asked.against else None
    found = keyness(explorer, view, against)
    if not (found.articles and found.others):
        printer.tell(_("There is nothing to compare: either no article answers, or no other one has their language."))
        return 1
    table = keyword_table(found.keywords)
    if printer.as_json:
        for record in table.records:
            printer.record(record)
    elif asked.csv:
        printer.document(table.csv)
    else:
        _print(found, printer)
    return 0 if found.keywords else 1


def _print(found: Keyness, printer: Printer) -> None:
    printer.tell(compared_words(found))
    more = [each for each in found.keywords if each.log_likelihood > 0]
    less = [each for each in found.keywords if each.log_likelihood < 0][::-1]
    for told, some in ((N_("More often here:"), more), (N_("More seldom here:"), less)):
        if some:
            printer.line(_(told))
            printer.table(
                (N_("word"), N_("here"), N_("elsewhere"), N_("ratio"), N_("log-likelihood")),
                list(map(_row, some[:_MOST])),
            )
            printer.line(keyword_sentence(some[0], found))
        if len(some) > _MOST:
            left = len(some) - _MOST
            printer.tell(_("{count:,} further words are left out; --json and --csv have all.").format(count=left))
    if not found.keywords:
        printer.tell(_("No word sets these articles apart from the others beyond chance."))


def _row(word: Keyword) -> tuple[str, ...]:
    ratio = f"{word.ratio:,.1f}" if word.there else "–"
    return word.word, f"{word.here:,}", f"{word.there:,}", ratio, f"{word.log_likelihood:,.1f}"
