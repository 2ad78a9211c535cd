"""`mali-tui read`: the text of articles, whole and unwrapped."""

from __future__ import annotations

import argparse

from tui.base.plurals import counted
from tui.commands.printer import Printer
from tui.commands.records import copies_of, date_record, head_record
from tui.core.explorer import Explorer
from tui.dossier.article import NO_SOURCE, Article
from tui.dossier.credit import credited
from tui.locale import _, stored


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print the articles in the order asked; raises `ArticleNotFound` before anything is printed."""
    numbers = [explorer.find(reference) for reference in asked.ids]
    for place, (number, head) in enumerate(zip(numbers, explorer.heads(numbers), strict=True)):
        article = explorer.article(number)
        if printer.as_json:
            dates = [date_record(date) for date in article.candidates]
            more = {"text": article.text, "date_candidates": dates, "left_out": list(article.left_out)}
            printer.record(head_record(head, copies_of(explorer, [number])[number]) | more)
            continue
        if place:
            printer.line("\n" + "─" * 40 + "\n")
        printer.line("\n".join((*_lines(article), *(_left_out_lines(article) if asked.left_out else []))))
    return 0


def _left_out_lines(article: Article) -> list[str]:
    """Return the lines of the file that were left out of the article, under a heading."""
    count = len(article.left_out)
    if not count:
        return ["", _("Nothing was left out.")]
    return [
        "",
        _("Left out, {lines}:").format(lines=counted(count, "line")),
        *(f"  {line}" for line in article.left_out),
    ]


def _lines(article: Article) -> list[str]:
    """Return the heading lines of an article, then its text."""
    published = article.published
    date = f"{published.iso} ({published.origin})" if published else _("undated: the file holds no date")
    others = [
        _("also {date} ({origin})").format(date=other.iso, origin=other.origin)
        for other in article.candidates
        if not published or other.span != published.span
    ]
    facts = [article.source or _(NO_SOURCE), date, *others, counted(article.words, "word")]
    by = [_("By {author}").format(author=credited(article.author))] if article.author else []
    doubt = [_("The date is doubtful: {reason}.").format(reason=stored(article.doubt))] if article.doubt else []
    captured = _("copy taken on {day}").format(day=article.captured.isoformat()) if article.captured else ""
    copied = [" · ".join(filter(None, (article.address, captured)))] if article.address or captured else []
    told = (
        _("Retold by mali-tui: these are not the words of {source}.")
        if article.source
        else _("Retold by mali-tui: these are not the words of the source.")
    )
    retold = [told.format(source=article.source)] if article.retold else []
    return [article.title, " · ".join(facts), *doubt, *by, *copied, *retold, "", article.text]
