"""Tables of articles: CSV, TSV and similar, with a row that names the columns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tui.base.plurals import in_english
from tui.errors import FileProblem
from tui.importing.decoding import as_utf8, text_of
from tui.importing.limits import ARTICLES, ROW_BYTES
from tui.importing.metadata import DATED
from tui.importing.parsed import Draft, RawFile
from tui.importing.records.column_guess import columns_offer
from tui.importing.records.exports import (
    HIGHLIGHTS,
    LIST_OF_LINKS,
    Fields,
    as_record,
    gathered_highlights,
    holds_only_links,
)
from tui.importing.records.record import Records, shown_names
from tui.importing.records.table_head import Head, head_of
from tui.locale import N_


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the articles of a table, one a row, and at last the notes on it.

    Raises `FileProblem` if no row names the columns.
    """
    content, note = as_utf8(file.content)
    if b"\n" not in content:
        content = content.replace(b"\r", b"\n")
    tab_first = (file.suffix or file.path).lower().endswith((".tsv", ".tab"))
    head = head_of(content, tab_first, file.columns)
    if not head.holds_articles:
        if any(head.names):
            yield _no_articles(head)
        return
    if holds_only_links(frozenset(head.folded)):
        yield Draft(notes=(LIST_OF_LINKS,))
        return
    records = Records()
    if HIGHLIGHTS.issubset(head.folded):
        rows = gathered_highlights(_rows(head))
    else:
        dated = [column for column, name in enumerate(head.folded) if name in DATED]
        for row in islice(_rows(head, dated), ARTICLES):
            records.see(as_record(row))
        rows = _rows(head)
    for number, row in enumerate(rows):
        if number > 2 * ARTICLES:
            raise FileProblem(N_("more than {most:,} rows: the rest was not read").format(most=2 * ARTICLES))
        draft = records.draft(as_record(row))
        if draft is not None:
            yield draft
    above = N_("{items} above the column names skipped").format(items=in_english(head.above, "row"))
    notes = (note, above if head.above else "", *_damage(head), *records.last("row").notes)
    yield Draft(notes=tuple(filter(None, notes)))


def _rows(head: Head, columns: list[int] | None = None) -> Iterator[Fields]:
    """Yield the rows as fields; if `columns` are given, the others are left empty and not decoded."""
    chosen = set(range(len(head.names)) if columns is None else columns)
    if columns == []:
        return
    names: dict[str, None] = {}
    for column, name in enumerate(head.names):
        names[name if name and name not in names else f"{name or 'column'} {column}"] = None
    for cells in head.table.rows(head.rows_at):
        yield {
            name: text_of(cell) if column in chosen else ""
            for column, (name, cell) in enumerate(zip(names, cells, strict=True))
        }


def _no_articles(head: Head) -> Draft:
    """Return the note on a table without articles; raises `FileProblem` if it may have some but lacks column names."""
    if not head.named and any(name and not name.replace("_", " ").replace(" ", "").isalpha() for name in head.names):
        raise FileProblem(N_("no row names the columns: a first row such as title, date, source, text is needed"))
    names = shown_names(head.names)
    note = N_("not a list of articles: its columns are {names}, none of them a title or a text").format(names=names)
    rows = islice(_rows(head), 0 if head.named else 1, None)  # names that are not known are a row like any other
    return Draft(notes=(note, columns_offer(rows)))


def _damage(head: Head) -> Iterator[str]:
    damage = head.table.damage
    for count, what in (
        (damage.quotes, N_("with damaged quotes, read as well as possible")),
        (damage.ragged, N_("with more or fewer cells than columns")),
        (damage.too_long, N_("longer than {most} MB, not read").format(most=ROW_BYTES // 10**6)),
    ):
        if count:
            yield f"{in_english(count, 'row')} {what}"
