"""`mali-tui read`: the text of articles, whole and unwrapped."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from tui.base.plurals import counted
from tui.commands.printer import Printer
from tui.commands.records import copies_of, date_record, head_record
from tui.core.explorer import Explorer
from tui.dossier.account import FileAccount
from tui.dossier.article import NO_SOURCE, UNDATED, Article
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
        printer.line("\n".join((*_lines(article), *(_left_out_lines(article, explorer) if asked.left_out else []))))
    return 0


def _left_out_lines(article: Article, explorer: Explorer) -> list[str]:
    """Return the lines of the file that were left out of the article, under a heading.

    Where the account has more to say of the file, such as pages that could not be read, nothing is assured.
    """
    count = len(article.left_out)
    if not count:
        said = _reason(article.path, explorer.accounts())
        if said:
            return ["", _("No line was left out, but of the file: {reason}.").format(reason=stored(said))]
        return ["", _("Nothing was left out.")]
    return [
        "",
        _("Left out, {lines}:").format(lines=counted(count, "line")),
        *(f"  {line}" for line in article.left_out),
    ]


def _reason(path: str, accounts: Iterable[FileAccount]) -> str:
    """Return what the account says of a file, or of a file within an archive."""
    for account in accounts:
        if account.path == path:
            return account.reason
        if account.members and path.startswith(account.path):
            return _reason(path, account.members) or account.reason
    return ""


def _lines(article: Article) -> list[str]:
    """Return the heading lines of an article, then its text."""
    published = article.published
    undated = _("undated: {why}").format(why=_(UNDATED))
    date = f"{published.iso} ({published.origin})" if published else undated
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
