"""`mali-tui check`: what became of each file of the dossier."""

from __future__ import annotations

import argparse

from tui.dossier.account import FileAccount, Outcome
from tui.explorer import Explorer
from tui.verbs.printer import Printer
from tui.view import Query


def run(explorer: Explorer, _: argparse.Namespace, printer: Printer) -> int:
    """Print a line for each file, then the sums; 1 where the folder holds no file at all."""
    accounts = list(explorer.accounts())
    heads = explorer.heads(explorer.explore(Query()).hits)
    undated = [head for head in heads if head.published is None]
    sums = {
        "files": len(accounts),
        **{outcome.value: sum(account.outcome is outcome for account in accounts) for outcome in Outcome},
        "articles": sum(account.articles for account in accounts),
        "undated": len(undated),
        "left_out": sum(account.left_out for account in accounts),
    }
    if printer.as_json:
        for account in accounts:
            printer.record(_record(account))
        printer.record(sums)
        return 0 if accounts else 1
    rows = (
        (account.outcome.value, f"{account.articles:,}", f"{account.left_out:,}", account.path, account.reason)
        for account in accounts
    )
    printer.table(("outcome", "articles", "left out", "file", "reason"), rows)
    printer.line("\n" + _sum_words(sums))
    if undated:
        printer.line("\nUndated, because the file names no date of publication:")
        printer.table(("id", "title", "file"), ((head.id, head.title, head.path) for head in undated))
    return 0 if accounts else 1


def _record(account: FileAccount) -> dict[str, object]:
    return {
        "path": account.path,
        "status": account.outcome.value,
        "reason": account.reason or None,
        "articles": account.articles,
        "left_out": account.left_out,
    }


def _sum_words(sums: dict[str, int]) -> str:
    return (
        f"{sums['files']:,} files: {sums['read']:,} read, {sums['skipped']:,} skipped, {sums['failed']:,} failed. "
        f"{sums['articles']:,} articles, {sums['undated']:,} of them undated; {sums['left_out']:,} lines left out."
    )
