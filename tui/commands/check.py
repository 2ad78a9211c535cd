"""`mali-tui check`: what became of each file of the dossier, and which articles to look at for their date."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import structs

from tui.base.plurals import counted
from tui.base.printable import printable_line
from tui.catalogue.catalogue import Head
from tui.commands.printer import Cut, Printer
from tui.commands.records import date_account, date_record, date_words
from tui.core.advice import advice
from tui.core.explorer import Explorer
from tui.dossier.account import FileAccount, Outcome, Sums, members_with
from tui.dossier.article import UNDATED
from tui.errors import MaliTuiError
from tui.importing.dating.measured import MEASURED
from tui.locale import N_, _, stored

_OUTCOMES = {"failed": Outcome.FAILED, "skipped": Outcome.SKIPPED}

FAILED = 3
"""The exit status of `--strict` where a file failed."""

COLUMNS = (
    *("kind", "path", "status", "reason", "articles"),
    *("id", "title", "date", "date_source", "doubt", "candidates", "captured"),
)
"""The columns of the table: those of a file, then those of an article."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What is listed of an account; the totals are always those of the whole dossier."""

    files: list[FileAccount]
    undated: list[Head]
    doubtful: list[Head]
    """Articles of doubtful date; a few of them may have no date."""
    sums: Sums

    @property
    def articles(self) -> list[Head]:
        """The articles to look at, each once."""
        return [*self.undated, *(head for head in self.doubtful if head.published or not self.undated)]

    @property
    def empty(self) -> bool:
        """Whether nothing is listed."""
        return not (self.files or self.undated or self.doubtful)


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print a line for each file, then the articles to look at, then the sums.

    Returns 1 if nothing is listed, and 3 with `--strict` where a file of the dossier failed, listed or not.

    Raises `MaliTuiError` if the table cannot be written to the file that was named.
    """
    checked = _checked(explorer, asked.only)
    if asked.csv and printer.as_json:
        raise MaliTuiError(_("Either --json or --csv: one output has one form."))
    if asked.csv == "-":
        printer.document(_csv(checked))
    elif asked.csv:
        _write(asked.csv, checked, explorer, printer, over=asked.force)
    elif printer.as_json:
        for record in _records(checked):
            printer.record(record)
    else:
        _print(checked, printer)
    told = advice(explorer)
    if told and not printer.as_json:
        printer.tell(told)
    if asked.strict and (checked.sums.failed or checked.sums.failed_within):
        return FAILED
    return 1 if checked.empty else 0


def _checked(explorer: Explorer, only: str | None) -> Checked:
    """Collect what is to be listed: everything, or `only` one outcome."""
    files = list(explorer.accounts()) if only is None or only in _OUTCOMES else []
    if only in _OUTCOMES:
        files = members_with(files, _OUTCOMES[only])
    undated = explorer.undated() if only in (None, "undated") else []
    doubtful = explorer.doubtful() if only in (None, "doubtful") else []
    return Checked(files, undated, doubtful, explorer.sums())


def _records(checked: Checked) -> Iterator[dict[str, object]]:
    """Yield a record for each file, including its articles to look at, and finally the totals.

    Where no file is listed, the articles have records of their own.
    """
    paths = {account.path for account in checked.files}
    held: dict[str, list[dict[str, object]]] = {}
    for head in checked.articles:
        held.setdefault(_file_of(head.path, paths), []).append(_article_record(head))
    for account in checked.files:
        yield _record(account) | {"to_check": held.get(account.path, [])}
    if not checked.files:
        yield from map(_article_record, checked.articles)
    yield structs.asdict(checked.sums)


def _file_of(path: str, paths: set[str]) -> str:
    """Return the file that holds an article: its path, or the archive at the start of its path."""
    while path not in paths and path:
        path = path.rpartition("/")[0]
    return path


def _article_record(head: Head) -> dict[str, object]:
    return {
        "id": head.id,
        "path": head.path,
        "title": head.title,
        **date_record(head.published),
        **date_account(head),
    }


def _record(account: FileAccount) -> dict[str, object]:
    return {
        "path": account.path,
        "status": account.outcome.value,
        "reason": account.reason or None,
        "articles": account.articles,
        "left_out": account.left_out,
        "members": [_record(member) for member in account.members],
    }


def _csv(checked: Checked) -> str:
    """Write files, members and articles as one table, in UTF-8 without a byte order mark."""
    from tui.export.csv_cells import csv_table

    return csv_table(COLUMNS, _cells(checked))


def _cells(checked: Checked) -> Iterator[tuple[object, ...]]:
    for account, depth in _unfolded(checked.files):
        kind = "member" if depth else "file"
        about = (kind, account.path, account.outcome.value, account.reason, account.articles)
        yield (*about, *[None] * (len(COLUMNS) - len(about)))
    for head in checked.articles:
        published = head.published
        yield (
            *("article", head.path, "doubtful" if published else "undated", None, None, head.id, head.title),
            *((published.iso, published.provenance) if published else (None, None)),
            *(head.doubt, _others(head), head.captured),
        )


def _write(named: str, checked: Checked, explorer: Explorer, printer: Printer, *, over: bool) -> None:
    """Write the table to a file, replacing an existing one only with `over`, and say so."""
    from tui.export.files import FileExists, named_file, write_whole

    path = named_file(named, {".csv": ("table", lambda: "")}, explorer.folder)
    try:
        write_whole(path, _csv(checked), over=over)
    except FileExists:
        raise MaliTuiError(
            _("{path} is there already: name another file, or write over it with --force.").format(path=path)
        ) from None
    printer.line(_sum_words(checked.sums) + "\n" + _("Written to {path}").format(path=path))


def _print(checked: Checked, printer: Printer) -> None:
    if checked.files or not checked.articles:
        rows = (
            (
                _(each.outcome.value),
                f"{each.articles:,}",
                f"{each.left_out:,}",
                _place(each, depth),
                stored(each.reason),
            )
            for each, depth in _unfolded(checked.files)
        )
        heads = (N_("outcome"), N_("articles"), N_("left out"), N_("file"), N_("reason"))
        printer.table(heads, rows, cuts={"file": Cut.MIDDLE})
        printer.line()
    printer.line(_sum_words(checked.sums))
    if checked.undated:
        printer.line("\n" + _("Undated: {reason}:").format(reason=_(UNDATED)))
        _print_articles(checked.undated, printer)
    if checked.doubtful:
        printer.line("\n" + _("Doubtful, each with what speaks against its date and what else the file offers:"))
        _print_articles(checked.doubtful, printer)
        for line in _measured(checked.doubtful):
            printer.line(line)


def _measured(heads: list[Head]) -> Iterator[str]:
    """Say of each place where these articles' dates were read how often such dates were right where it is known."""
    places = {head.published.provenance for head in heads if head.published}
    for place, (right, count) in MEASURED.items():
        if place in places:
            share = f"{right / count:.0%}"
            yield _("On {count} pages of known days, {share} of those from the {place} were right.").format(
                count=count, share=share, place=_(place.value)
            )


def _print_articles(heads: list[Head], printer: Printer) -> None:
    """Print each article in a few lines: id, date and title; doubt; other dates; file."""
    for head in heads:
        origin = f" ({head.published.origin})" if head.published else ""
        others = _others(head)
        captured = _("copy taken on {day}").format(day=head.captured.isoformat()) if head.captured else ""
        printer.line(f"{head.id}  {date_words(head.published)}{origin}  {printable_line(head.title)}")
        also = _("also {dates}").format(dates=others) if others else ""
        for line in (stored(head.doubt), also, captured, head.path):
            if line:
                printer.line(f"            {printable_line(line)}")


def _others(head: Head) -> str:
    """Name every other date that the file offers, and where each was read."""
    return "; ".join(f"{other.iso} ({other.origin})" for other in head.candidates)


def _unfolded(
    accounts: list[FileAccount] | tuple[FileAccount, ...], depth: int = 0
) -> Iterator[tuple[FileAccount, int]]:
    """Yield each file, followed by the files within it, with their depth."""
    for account in accounts:
        yield account, depth
        yield from _unfolded(account.members, depth + 1)


def _place(account: FileAccount, depth: int) -> str:
    return "└ " * depth + account.path


def _sum_words(sums: Sums) -> str:
    outcomes = (
        _("{count:,} read").format(count=sums.read),
        _within(
            _("{count:,} skipped"),
            _("{count:,} skipped and {within:,} within archives"),
            sums.skipped,
            sums.skipped_within,
        ),
        _within(
            _("{count:,} failed"), _("{count:,} failed and {within:,} within archives"), sums.failed, sums.failed_within
        ),
    )
    files = _("{files}: {outcomes}.").format(files=counted(sums.files, "file"), outcomes=", ".join(outcomes))
    articles = _("{articles}, {undated:,} of them undated, {doubtful:,} of doubtful date; {lines} left out.")
    counts = {"articles": counted(sums.articles, "article"), "lines": counted(sums.left_out, "line")}
    return f"{files}\n{articles.format(undated=sums.undated, doubtful=sums.doubtful, **counts)}"


def _within(alone: str, both: str, count: int, within: int) -> str:
    return (both if within else alone).format(count=count, within=within)
