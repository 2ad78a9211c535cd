"""Factiva's XML: an element for each field, and one for each paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from tui.importing.feeds import local
from tui.importing.parsed import Draft
from tui.importing.press.line import Line
from tui.importing.press.record import Label, Record
from tui.importing.tagged.scanning import TokenKind, scan

_FIELDS = {
    "accessionno": Label.NUMBER, "baselanguage": Label.LANGUAGE, "byline": Label.AUTHOR, "headline": Label.TITLE,
    "leadparagraph": Label.TEXT, "tailparagraphs": Label.TEXT, "pages": Label.PAGE, "publicationdate": Label.DATE,
    "sectionname": Label.SECTION, "sourcename": Label.OUTLET, "wordcount": Label.LENGTH, "edition": Label.EDITION,
}  # fmt: skip
_RECORD, _PARAGRAPH = "article", "paragraph"


def is_factiva(text: str) -> bool:
    """Say whether XML is Factiva's: it names the number and the outlet of articles as only Factiva does."""
    head = text[:20_000]
    return "<accessionNo" in head and ("<sourceName" in text or "global.factiva.com" in head)


def factiva_drafts(text: str) -> Iterator[Draft]:
    """Yield the articles of a file."""
    record: Record | None = None
    stack: list[str] = []
    field, parts = "", list[str]()
    for token in scan(text):
        name = local(token.name)
        if token.kind is TokenKind.TEXT:
            if record is not None:
                parts.append(token.text)
        elif token.kind is TokenKind.OPEN and not token.empty:
            if name == _RECORD:
                record, stack, field, parts = Record(), [], "", []
            elif record is not None and not stack:
                field, parts = name, []
                stack.append(name)
            elif record is not None:
                stack.append(name)
                parts += ["\0"] if name in (_PARAGRAPH, "name", "page") else []
        elif token.kind is TokenKind.CLOSE and record is not None:
            if name == _RECORD:
                yield record.draft(0)
                record = None
            elif name in stack:
                del stack[len(stack) - 1 - stack[::-1].index(name) :]
                if not stack:
                    _take(record, field, "".join(parts))
    if record is not None:
        yield record.draft(0)


def _take(record: Record, field: str, text: str) -> None:
    paragraphs = [line for part in text.split("\0") if (line := " ".join(part.split()))]
    role = _FIELDS.get(field)
    if role is Label.TEXT:
        record.body += map(Line, paragraphs)
    elif role is Label.TITLE and not record.title:
        record.title = " ".join(paragraphs)
    elif paragraphs:
        value = ", ".join(paragraphs)
        record.keep([f"{field}: {value}"])
        if role is Label.LANGUAGE:
            value = value.lower()
        if role is not None:
            record.set(role, value)
