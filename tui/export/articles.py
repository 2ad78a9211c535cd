"""Articles as files that other programs open: tables, references, passages to read on.

Every form keeps the order in which the articles come, and says where one is retold and where its date is doubtful.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

from tui.base.printable import printable, printable_json, printable_line
from tui.catalogue.catalogue import Head
from tui.citations import Reference, as_html, as_markdown, cite
from tui.citations.exchange import as_biblatex, as_bibtex, as_csl, as_ris
from tui.dossier.article import NO_SOURCE, UNDATED
from tui.export.csv_cells import csv_table
from tui.locale import _, stored


@dataclass(frozen=True, slots=True)
class Exported:
    """One article as it leaves the program."""

    head: Head
    passages: tuple[str, ...] = ()
    """The best passages for the query, as they stand in the text; empty where nothing was asked."""
    score: float | None = None
    """BM25F of the hit; None where the query does not rank."""


COLUMNS = (
    *("id", "date", "date_precision", "date_source", "doubt", "title", "source", "author", "language", "words"),
    *("retold", "tags", "address", "path", "score", "passage", "citation"),
)
"""The columns of a table and the keys of a record, in their order."""

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#"})

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }}
article {{ margin: 0 0 1.5rem; break-inside: avoid; }}
h1 {{ font-size: 1.4rem; }} h2 {{ font-size: 1.1rem; margin: 0; }}
p {{ margin: .2rem 0; }} .about {{ color: #555; font-size: .9rem; }} blockquote {{ margin: .4rem 1rem; }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""


def record(exported: Exported, style: str) -> dict[str, object]:
    """Return an article as a record under `COLUMNS`; None stands for what is not known."""
    head = exported.head
    published = head.published
    return {
        "id": head.id,
        "date": published.iso if published else None,
        "date_precision": published.precision.value if published else None,
        "date_source": published.provenance.value if published else None,
        "doubt": head.doubt or None,
        "title": printable_line(head.title),
        "source": head.source or None,
        "author": head.author or None,
        "language": head.language or None,
        "words": head.words,
        "retold": head.retold,
        "tags": list(head.tags),
        "address": head.address or None,
        "path": head.path,
        "score": None if exported.score is None else round(exported.score, 4),
        "passage": printable_line(" … ".join(exported.passages)) or None,
        "citation": "".join(run.text for run in cite(Reference.of(head), style)),
    }


def as_csv(articles: Iterable[Exported], style: str, _: str = "") -> str:
    """Write a table with a heading; a cell that a spreadsheet would run as a formula begins with an apostrophe."""
    return csv_table(COLUMNS, (_cells(record(article, style)) for article in articles))


def as_json_lines(articles: Iterable[Exported], style: str, _: str = "") -> str:
    """Write one JSON object a line."""
    return "".join(printable_json(record(article, style)) + "\n" for article in articles)


def as_json(articles: Iterable[Exported], style: str, _: str = "") -> str:
    """Write one JSON array."""
    records = [record(article, style) for article in articles]
    return printable_json(records, indent=2) + "\n"


def as_markdown_list(articles: Iterable[Exported], style: str, title: str = "") -> str:
    """Write a heading for each article, its passages as quotations, and its citation."""
    lines = [f"# {_escaped(title)}", ""] if title else []
    for article in articles:
        lines += [f"## {_escaped(article.head.title)}", "", _escaped(_about(article.head)), ""]
        for passage in article.passages:
            lines += [f"> {_escaped(passage)}", ""]
        lines += [as_markdown(cite(Reference.of(article.head), style)), ""]
    return "\n".join(lines)


def as_html_page(articles: Iterable[Exported], style: str, title: str = "") -> str:
    """Write one page that needs no other file and can be printed."""
    parts = []
    for article in articles:
        quotations = (f"<blockquote>{escape(printable_line(passage))}</blockquote>\n" for passage in article.passages)
        parts.append(
            f"<article>\n<h2>{escape(printable_line(article.head.title))}</h2>\n"
            f'<p class="about">{escape(_about(article.head))}</p>\n{"".join(quotations)}'
            f"<p>{as_html(cite(Reference.of(article.head), style))}</p>\n</article>"
        )
    return _PAGE.format(title=escape(printable_line(title) or "Articles"), body="\n".join(parts))


def _references(write: Callable[[Iterable[Reference]], str]) -> Callable[[Iterable[Exported], str, str], str]:
    return lambda articles, _style, _title: write(Reference.of(article.head) for article in articles)


Writer = Callable[[Iterable[Exported], str, str], str]
"""Writes articles, given the citation style and a title."""

FORMATS: Mapping[str, tuple[str, Writer]] = MappingProxyType(
    {
        "csv": (".csv", as_csv),
        "json": (".json", as_json),
        "jsonl": (".jsonl", as_json_lines),
        "bibtex": (".bib", _references(as_bibtex)),
        "biblatex": (".bib", _references(as_biblatex)),
        "ris": (".ris", _references(as_ris)),
        "csl": (".json", _references(as_csl)),
        "markdown": (".md", as_markdown_list),
        "html": (".html", as_html_page),
    }
)
"""For each form the ending of its files and what writes it."""


def _cells(values: Mapping[str, object]) -> Sequence[object]:
    return [", ".join(map(str, cell)) if isinstance(cell, list) else cell for cell in (values[key] for key in COLUMNS)]


def _escaped(text: str) -> str:
    return printable_line(text).translate(_MARKS)


def _about(head: Head) -> str:
    """Say who published it and when, where that was read, and what speaks against it."""
    when = f"{head.published.iso} ({head.published.origin})" if head.published else _(UNDATED)
    source = printable_line(head.source)
    parts = [source or _(NO_SOURCE), when]
    if head.doubt:
        parts.append(_("doubtful: {reason}").format(reason=printable(stored(head.doubt))))
    if head.retold:
        told = _("retold: not the words of {source}") if source else _("retold: not the words of the source")
        parts.append(told.format(source=source))
    return " · ".join(parts)
