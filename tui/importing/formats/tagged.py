"""SGML and TREC-like files: articles between `<DOC>` and `</DOC>`, or `<REUTERS …>` and `</REUTERS>`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tui.errors import FileProblem
from tui.importing.parsed import Draft, RawFile
from tui.importing.tagged.fields import day_order
from tui.importing.tagged.record import read_record
from tui.importing.tagged.scanning import tagged_text
from tui.locale import N_

RECORDS = {"doc": "", "reuters": "Reuters", "article": "", "story": "", "newsitem": "", "nitf": ""}
"""The tags around an article, and the outlet that they imply."""

_FIRST = re.compile(rf"<({'|'.join(RECORDS)})(?=[\s/>])", re.I)


_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^<>]{0,300}>\s*){0,3}<(?:DOC|REUTERS)[\s>]", re.I)
"""The beginning of a collection of tagged articles, whatever the file is called."""


def begins_tagged(content: bytes) -> bool:
    """Say whether a file begins as collections of tagged articles do: `<DOC>`, as those of TREC and ANT."""
    return _BEGINS.match(content[:2000]) is not None


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the articles of a tagged file."""
    text, note = tagged_text(file.content)
    first = _FIRST.search(text)
    if first is None:
        raise FileProblem(N_("no articles in tags such as <DOC> or <REUTERS>"))
    yield from read_records(text, first.group(1).lower(), RECORDS[first.group(1).lower()], note)


def read_records(text: str, name: str, source_name: str = "", note: str = "") -> Iterator[Draft]:
    """Yield a draft of each record with this tag, and at last the notes on those without an article."""
    found: Counter[str] = Counter()
    order = day_order(text)
    for rest, inside in _between(text, name):
        draft = read_record(inside, name, rest, source_name, order)
        kind = "" if draft.paragraphs else "titles" if draft.title else "dated" if draft.dates else "empty"
        if kind == "dated":
            draft = replace(
                draft, title=N_("Without title or text: {number}").format(number=draft.key or sum(found.values()) + 1)
            )
        if kind != "empty":
            yield draft
        found[kind] += 1
    notes = [note] if note else []
    if found["titles"]:
        notes.append(N_("{count:,} with a title and no text").format(count=found["titles"]))
    if found["dated"]:
        notes.append(N_("{count:,} with only a date, neither title nor text").format(count=found["dated"]))
    if found["empty"]:
        notes.append(N_("{count:,} with neither title nor text left out").format(count=found["empty"]))
    if notes:
        yield Draft(notes=tuple(notes))


def _between(text: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield the attributes of each record's tag, and its content up to its closing tag or the next opening one."""
    marks = re.compile(rf"<(?:(?P<closing>/{re.escape(name)}\s*+>)|{re.escape(name)}(?P<rest>[\s/][^<>]*+)?>)", re.I)
    rest: str | None = None
    behind = 0
    for mark in marks.finditer(text):
        if rest is not None:
            yield rest, text[behind : mark.start()]
        rest = None if mark["closing"] else (mark["rest"] or "")
        behind = mark.end()
        if rest is not None and rest.endswith("/"):
            yield rest, ""
            rest = None
    if rest is not None:
        yield rest, text[behind:]
