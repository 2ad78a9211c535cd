"""What a page is made of: an article as a document, and what its places depend on."""

from __future__ import annotations

from tui.core.view import Reading
from tui.locale import N_, _
from tui.ui.drawing.article_header import article_sections
from tui.ui.drawing.document import Document, Section

_EMPTY = N_("Nothing to read.\nChoose an article in the list.")


def empty_document(waits: bool, measure: int) -> Document:
    """Say that nothing is read; where an article may come, keep its place without a word."""
    return Document((Section("empty", " " if waits else _(_EMPTY)),), measure)


def document_of(reading: Reading, left_out: bool | None, desk: str, opened: bool, measure: int) -> Document:
    """Lay an article out at a measure, in cells: its head `opened` or not, and the lines left out or without them.

    None shows them neither nor the key that would: no key reaches the page.
    """
    copies, total = reading.copies, reading.copies_total
    return Document(article_sections(reading.article, left_out, copies, total, desk, opened=opened), measure)


def matter_of(reading: Reading) -> tuple[object, ...]:
    """Return what the places on the page are places of."""
    return reading.article.id, reading.article.text, reading.marks, reading.article.left_out
