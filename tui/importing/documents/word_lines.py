"""The paragraphs of a Word document in one pass over its main part: enough to know a download of a press database.

Such a file may hold five hundred articles; a tree of it, with all its styles, would take a minute and the memory of
a small machine. Notes, lists and tables are read as the paragraphs in them.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from tui.errors import FileProblem
from tui.importing.documents.package import check_entities
from tui.importing.documents.rich_text import SOFT_BREAK
from tui.importing.limits import DOCX_BREAKS
from tui.importing.markup.fragment import Block
from tui.importing.parser_errors import translated_errors
from tui.locale import N_

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
"""What older programs show in the place of something newer: the same words again."""

_HEADING = re.compile(r"(?:heading|titre|berschrift|überschrift|kop|título|titolo|ttulo)\s?(?P<level>[1-6])$", re.I)
_TITLES = frozenset(("Title", "Titre", "Titel", "Ttulo", "Titolo"))
_BETWEEN = {"tab": " ", "br": SOFT_BREAK, "cr": SOFT_BREAK, "noBreakHyphen": "\u2011"}
_NAMES = {
    f"{space} {local}": (space, local)
    for space in _WORD
    for local in ("t", "p", "pStyle", "outlineLvl", *_BETWEEN)
}  # fmt: skip
"""The elements that are looked at, by their whole names."""

_MOST = 4 * DOCX_BREAKS
"""Paragraphs and breaks of one document; each costs little here."""


def word_blocks(part: bytes) -> list[Block]:
    """Return the paragraphs of a document's main part; raises `FileProblem` where it is no XML or beyond the limits."""
    check_entities(part)
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    with translated_errors("DOCX", expat.ExpatError):
        parser.Parse(part, True)
    return reader.blocks


def level_of(style: str) -> int:
    """Return the level of a paragraph by the identifier of its style: 1 for a title, 2 for `Heading1`, else 0."""
    found = _HEADING.search(style)
    return int(found["level"]) + 1 if found else int(style in _TITLES)


class _Reader:
    """Takes in the elements of a document."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._level = 0
        self._heard = False
        self._passed = 0
        self._breaks = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the beginning of an element."""
        if self._passed or name == _FALLBACK:
            self._passed += 1
            return
        known = _NAMES.get(name)
        if known is None:
            return
        space, local = known
        if local == "t":
            self._heard = True
        elif local == "p":
            self._end_paragraph()
        elif local in _BETWEEN and not attributes.get(f"{space} pos"):
            self._count()
            self._parts.append(_BETWEEN[local])
        elif local == "pStyle":
            self._level = level_of(attributes.get(f"{space} val", ""))
        elif local == "outlineLvl" and attributes.get(f"{space} val", "").isdecimal():
            level = int(attributes[f"{space} val"])
            self._level = level + 2 if level < 5 else self._level

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        if self._passed:
            self._passed -= 1
            return
        known = _NAMES.get(name)
        if known is None:
            return
        if known[1] == "t":
            self._heard = False
        elif known[1] == "p":
            self._end_paragraph()

    def text(self, text: str) -> None:
        """Take in characters; only those of a text are heard."""
        if self._heard and not self._passed:
            self._parts.append(text)

    def _end_paragraph(self) -> None:
        self._count()
        text = SOFT_BREAK.join(" ".join(line.split()) for line in "".join(self._parts).split(SOFT_BREAK))
        if text.strip(f" {SOFT_BREAK}"):
            self.blocks.append(Block(text, self._level))
        self._parts, self._level = [], 0

    def _count(self) -> None:
        self._breaks += 1
        if self._breaks > _MOST:
            raise FileProblem(N_("more than {most:,} paragraphs and breaks in it").format(most=_MOST))
