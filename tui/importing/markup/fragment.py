"""HTML that is all text: a feed's entry, a chapter, a note.

Saved pages, most of which is not text, are read by `tui.importing.formats.page`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.importing.markup.tags import TagKind, pieces_of

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"  # noqa: SIM905
    " form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead"
    " title tr ul".split()
)
_SILENT = frozenset("script style template noscript svg math object iframe select textarea button".split())  # noqa: SIM905
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = frozenset(("td", "th"))
_DEEPEST = 200
"""The deepest nesting of silent elements that is tracked; deeper nesting is malicious."""

_LOOKS_LIKE = re.compile(r"</?(?:p|br|div|span|a|em|strong|b|i|ul|ol|li|h[1-6]|img|table|blockquote)\b[^<>]*>", re.I)
_SPACES = re.compile(r"\s+")
_MANY_BREAKS = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading."""

    text: str
    """Without line breaks or spaces at its ends."""
    level: int = 0
    """1 to 6 for a heading, 0 for a paragraph."""


def blocks_of(html: str) -> list[Block]:
    """Return the paragraphs and headings of HTML in order; a table row is one paragraph."""
    blocks = _Blocks()
    for kind, text in pieces_of(html):
        if kind is TagKind.TEXT:
            blocks.add_text(text)
        elif kind is TagKind.START:
            blocks.open_tag(text)
        else:
            blocks.close_tag(text)
    blocks.end_block()
    return blocks.blocks


def paragraphs_of(html: str) -> tuple[str, ...]:
    """Return the paragraphs of HTML, or of plain text split at empty lines."""
    if looks_like_html(html):
        return tuple(block.text for block in blocks_of(html))
    parts = (_SPACES.sub(" ", part).strip() for part in re.split(r"\n\s*\n", html))
    return tuple(part for part in parts if part)


def looks_like_html(text: str) -> bool:
    """Say whether a text contains HTML tags rather than a lone `<`."""
    return _LOOKS_LIKE.search(text) is not None


@dataclass(slots=True)
class _Row:
    """An open row of a table."""

    begins: int
    """The index of its first block."""
    cells: int = 0


class _Blocks:
    """Collects the text between block tags."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._level = 0
        self._rows: list[_Row | None] = []
        """The open tables, each None, and the open row of each."""
        self._silent: list[str] = []
        self._breaks = 0

    def open_tag(self, tag: str) -> None:
        """Handle a start tag."""
        if self._silent or tag in _SILENT:
            if tag in _SILENT and len(self._silent) < _DEEPEST:
                self._silent.append(tag)
        elif tag == "br":
            self._breaks += 1
            if self._breaks == _MANY_BREAKS:
                self.end_block()
            self._parts.append("\n")
        elif tag in _BLOCKS:
            self.end_block()
            self._level = _HEADINGS.get(tag, 0)
            self._open_in_table(tag)

    def close_tag(self, tag: str) -> None:
        """Handle an end tag."""
        if self._silent:
            if tag in self._silent:
                del self._silent[self._silent.index(tag) :]
        elif tag in _BLOCKS:
            self.end_block()
            self._level = 0
            if tag in ("tr", "table"):
                self._close_row()
            if tag == "table" and self._rows:
                self._rows.pop()

    def _open_in_table(self, tag: str) -> None:
        row = self._rows[-1] if self._rows else None
        if tag == "table":
            self._rows.append(None)
        elif tag == "tr":
            self._close_row()
            self._rows.append(_Row(len(self.blocks)))
        elif tag in _CELLS and row is not None:
            row.cells += 1

    def _close_row(self) -> None:
        """Join a row to one paragraph, unless its cells have several each and are columns of text."""
        row = self._rows.pop() if self._rows and self._rows[-1] is not None else None
        if row is None:
            return
        found = self.blocks[row.begins :]
        if 1 < len(found) <= row.cells and not any(block.level for block in found):
            self.blocks[row.begins :] = [Block(" ".join(block.text for block in found))]

    def add_text(self, text: str) -> None:
        """Handle the text between two tags."""
        if not self._silent:
            self._parts.append(text)
            if not text.isspace():
                self._breaks = 0

    def end_block(self) -> None:
        """End the open paragraph."""
        text = _SPACES.sub(" ", "".join(self._parts)).strip()
        if text:
            self.blocks.append(Block(text, self._level))
        self._parts = []
        self._breaks = 0
