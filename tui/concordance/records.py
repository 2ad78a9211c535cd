"""What a concordance shows as records and tables that other programs read; their columns are English everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import isfinite
from typing import NamedTuple

from tui.base.printable import printable_json
from tui.concordance.collocates import Collocate
from tui.concordance.dispersion import Dispersion
from tui.concordance.keyness import Keyword
from tui.concordance.lines import ContextLine
from tui.export.csv_cells import csv_table

Row = Sequence[object]


class Table(NamedTuple):
    """Rows under the names of their columns."""

    columns: Sequence[str]
    rows: Sequence[Row]

    @property
    def csv(self) -> str:
        """The table for spreadsheets."""
        return csv_table(self.columns, self.rows)

    @property
    def records(self) -> Iterator[dict[str, object]]:
        """Yield each row with the names of its columns."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    @property
    def json(self) -> str:
        """A JSON array of the records."""
        return printable_json(list(self.records), indent=2) + "\n"


def line_table(lines: Iterable[ContextLine]) -> Table:
    """Return the lines; `start` and `end` are character offsets into the text that `read` prints, the end exclusive."""
    return Table(
        ("id", "date", "source", "start", "end", "left", "match", "right"),
        [
            (
                *(line.document.id, line.document.day or None, line.document.source or None),
                *(line.start, line.end, line.left, line.match, line.right),
            )
            for line in lines
        ],
    )


def collocate_table(collocates: Iterable[Collocate]) -> Table:
    """Return the words beside the matches."""
    rows = [(*each[:3], round(each.log_likelihood, 3), round(each.log_dice, 3)) for each in collocates]
    return Table(("word", "beside", "everywhere", "log_likelihood", "log_dice"), rows)


def dispersion_table(dispersions: Iterable[Dispersion]) -> Table:
    """Return where the matches of each article stand: a bar, and their character offsets."""
    rows = [
        (
            *(each.document.id, each.document.day or None, each.document.source or None, len(each.starts), each.bar()),
            each.starts,
        )
        for each in dispersions
    ]
    return Table(("id", "date", "source", "matches", "bar", "starts"), rows)


def keyword_table(keywords: Iterable[Keyword]) -> Table:
    """Return the key words; `ratio` is empty where the other articles never have the word."""
    rows = [
        (
            *each[:5],
            *(round(each.per_thousand, 4), round(each.others_per_thousand, 4)),
            round(each.ratio, 3) if isfinite(each.ratio) else None,
            round(each.log_likelihood, 3),
        )
        for each in keywords
    ]
    columns = ("word", "here", "there", "articles", "others", "per_thousand", "others_per_thousand")
    return Table((*columns, "ratio", "log_likelihood"), rows)
