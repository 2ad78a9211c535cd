"""Files of the suffix of old spreadsheets that are text: tables with tabs, or pages, as databases give them away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui.errors import FileProblem
from tui.importing.formats import separated
from tui.importing.markup.tags import TagKind, pieces_of
from tui.importing.parsed import Draft, RawFile
from tui.locale import N_

_WORKBOOKS = (b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"\x09\x08", b"\x09\x04", b"\x09\x02")
"""What begins the workbooks of programs, old and new."""


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the articles of a table that is text; raises `FileProblem` for the workbook of a program."""
    if file.content.startswith(_WORKBOOKS):
        raise FileProblem(N_("a spreadsheet: save it as .csv, with a row for each article"))
    if b"<table" in file.content[:20_000].lower():
        from tui.importing.html.parse import text_of

        text, _ = text_of(file.content, file.charset)
        yield from separated.read(replace(file, content=_as_table(text).encode(), suffix=".tsv"))
        return
    yield from separated.read(replace(file, suffix=".tsv"))


def _as_table(html: str) -> str:
    """Return the rows of a page's table, with tabs between the cells."""
    rows: list[list[str]] = []
    inside = False
    for kind, text in pieces_of(html):
        if kind is TagKind.TEXT:
            if inside and rows and rows[-1]:
                rows[-1][-1] += text
        elif text == "tr":
            rows += [[]] if kind is TagKind.START else []
        elif text in ("td", "th"):
            inside = kind is TagKind.START
            if inside and rows:
                rows[-1].append("")
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows if row)


def _quoted(cell: str) -> str:
    bare = " ".join(cell.split())
    return '"' + bare.replace('"', '""') + '"' if '"' in bare else bare
