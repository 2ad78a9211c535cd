"""`mali-tui search`: the articles that match a query, best first."""

from __future__ import annotations

import argparse

from tui.catalogue.catalogue import Head
from tui.commands.printer import Printer
from tui.commands.query import answered
from tui.commands.records import copies_of, date_words
from tui.core.explorer import Explorer
from tui.core.view import Row
from tui.errors import MaliTuiError
from tui.locale import N_, _


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print the hits; 1 if there are none.

    Raises `MaliTuiError` if the query is empty or has a fault.
    """
    query, own, typed = " ".join(asked.query), None, 0
    if asked.related is not None:
        own = explorer.find(asked.related)
        shared = explorer.related(own)
        if not shared:
            printer.tell(_("This article shares no rare word with another one."))
            return 1
        query, typed = f"({shared}) {query}".strip(), len(shared) + 3
    elif not query.strip():
        raise MaliTuiError(_("Say what to look for: mali-tui search WORDS, or mali-tui search --related ID"))
    view = answered(explorer, query, folded=asked.grouped, typed=typed)
    most = len(view.listed) if asked.limit is None else asked.limit
    rows = tuple(row for row in explorer.rows(view, 0, most + (own is not None)) if row.number != own)[:most]
    if printer.as_json:
        numbers = [row.number for row in rows]
        copies = copies_of(explorer, numbers)
        for row, head in zip(rows, explorer.heads(numbers), strict=True):
            group: dict[str, object] = {"hits": row.copies + 1} if asked.grouped else {}
            printer.record(_record(explorer, row, head, query) | {"copies": copies[row.number]} | group)
    elif printer.on_terminal:
        for row in rows:
            printer.hit((row.id, date_words(row.published, row.doubtful), row.title, _source(row)), row.snippet)
    elif rows:
        table = (
            (row.id, date_words(row.published, row.doubtful), row.title, _source(row), _snippet(row)) for row in rows
        )
        printer.table((N_("id"), N_("date"), N_("title"), N_("source"), N_("passage")), table)
    if not rows:
        printer.tell(_("No article matches {query}.").format(query=view.understood or query))
    return 0 if rows else 1


def _source(row: Row) -> str:
    """Return the source, followed by the number of hits with the same text if there are several."""
    return f"{row.source} ×{row.copies + 1}".strip() if row.copies else row.source


def _record(explorer: Explorer, row: Row, head: Head, query: str) -> dict[str, object]:
    """Return a hit with the places that matched: character offsets into the text that `read` prints, end exclusive."""
    reading = explorer.read(row.number, query)
    text = reading.article.text
    return {
        "id": row.id,
        "path": head.path,
        "title": row.title,
        "date": row.published.iso if row.published else None,
        "source": row.source or None,
        "score": round(row.score, 4),
        "snippet": row.snippet.text if row.snippet else None,
        "matches": [{"start": start, "end": end, "text": text[start:end]} for start, end in reading.marks],
        "retold": row.retold,
    }


def _snippet(row: Row) -> str:
    """Return the best passage with its marks between « and », and an ellipsis where it was cut."""
    if row.snippet is None:
        return ""
    text, here, pieces = row.snippet.text, 0, []
    for start, end in row.snippet.marks:
        pieces += [text[here:start], "«", text[start:end], "»"]
        here = end
    before, after = ("… " if row.snippet.cut_before else ""), (" …" if row.snippet.cut_after else "")
    return before + "".join(pieces) + text[here:] + after
