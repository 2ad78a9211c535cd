"""Evernote's export: notes with their HTML, clipped from pages whose address each names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tui.dossier.article import Provenance
from tui.errors import FileProblem
from tui.importing.clippings.clipping import clip, draft_with_dates
from tui.importing.clippings.lines import Line
from tui.importing.dating.field_date import compact_date
from tui.importing.fields_left_out import fields_left_out
from tui.importing.markup.clipper_head import split_head
from tui.importing.markup.fragment import blocks_of
from tui.importing.markup.front_matter import Value
from tui.importing.metadata import KNOWN, complete, understand
from tui.importing.parsed import Draft, RawFile, noting_missing_text
from tui.importing.tagged.scanning import TokenKind, scan, tagged_text
from tui.locale import N_

_EXPORT = re.compile(r"<en-export\b", re.I)
_NOTE = re.compile(r"<note>(.*?)(?:</note>|\Z)", re.S | re.I)
_KEPT = frozenset(("title", "created", "updated", "tag", "author", "source", "source-url", "source-application"))
_CONTENT = "content"
_BINARY = re.compile(r"<(resource|recognition|data)\b.*?</\1>", re.S | re.I)


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the notes of an export, each as an article.

    Its `created` is the day of clipping, kept as that of the copy. Raises `FileProblem` for other files.
    """
    text, note = tagged_text(file.content)
    if not _EXPORT.search(text[:4000]):
        raise FileProblem(N_("not an export of Evernote, whatever its name says"))
    if note:
        yield Draft(notes=(note,))
    for found in _NOTE.finditer(text):
        yield _draft(_BINARY.sub(" ", found[1]))


def _draft(note: str) -> Draft:
    fields: dict[str, list[Value]] = {}
    content: list[str] = []
    name = ""
    for token in scan(note):
        if token.kind is TokenKind.OPEN and (token.name in _KEPT or token.name == _CONTENT):
            name = token.name
        elif token.kind is TokenKind.CLOSE and token.name == name:
            name = ""
        elif token.kind is TokenKind.TEXT and name == _CONTENT:
            content.append(token.text)
        elif token.kind is TokenKind.TEXT and name and token.text.strip():
            fields.setdefault(name, []).append(token.text.strip())
    blocks = blocks_of("".join(content))
    head = split_head("\n".join(block.text for block in blocks), KNOWN)
    used = sum(1 for line in head.body.split("\n") if line.strip())
    body = blocks[len(blocks) - used :] if head.fields else blocks
    said: dict[str, Value] = {name: values if len(values) > 1 else values[0] for name, values in fields.items()}
    metadata = understand(_as_metadata(said) | head.fields, Provenance.RECORD)
    lines = [Line(block.text, apart=True) for block in body]
    draft = draft_with_dates(lines, metadata.title, metadata.dates) if metadata.dates else clip(lines, metadata.title)
    clipped = compact_date(str(said.get("created", "")))
    draft = complete(draft, metadata)
    draft = replace(draft, captured=clipped[0].first if clipped else None, dated_by_name=False)
    return noting_missing_text(replace(draft, left_out=(*draft.left_out, *fields_left_out(said | head.fields, draft))))


def _as_metadata(said: dict[str, Value]) -> dict[str, Value]:
    """Return the fields of a note by the names that they have elsewhere; days of clipping are none of them."""
    names = {"title": "title", "tag": "tags", "author": "author", "source-url": "url"}
    return {names[name]: value for name, value in said.items() if name in names}
