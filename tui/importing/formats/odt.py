"""ODT: documents of LibreOffice and similar programs, without tracked deletions and comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.errors import FileProblem
from tui.importing.documents.package import Package, local
from tui.importing.documents.properties import Properties, articles
from tui.importing.limits import ODT_DEPTH
from tui.importing.markup.fragment import Block
from tui.importing.parsed import Draft, RawFile
from tui.locale import N_

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FIELDS = frozenset(("title", "creator", "initial-creator", "creation-date", "date", "keyword"))
_SILENT_LIST = (
    "tracked-changes annotation annotation-end sequence-decls table-of-content illustration-index alphabetical-index"
    " bibliography user-index forms binary-data shapes ruby-text"
)
_SILENT = frozenset(_SILENT_LIST.split())
_PICTURE = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
"""Pictures: their titles and descriptions are not part of the text."""

_TITLES = ("Title", "Titre")
_SPACES = {"s": " ", "tab": " ", "line-break": " "}
_PARAGRAPHS = frozenset(("p", "h"))


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the article of a document."""
    package = Package(file.content, "ODT")
    fields, note = package.properties("meta.xml", _FIELDS)
    properties = Properties(
        title=fields.get("title", ""),
        author=fields.get("initial-creator", "") or fields.get("creator", ""),
        made=fields.get("creation-date", ""),
        changed=fields.get("date", ""),
        keywords=fields.get("keyword", ""),
    )
    if _locked(package):
        raise FileProblem(N_("it is locked with a password: save a copy without one"))
    content = package.xml("content.xml")
    reading = _Reading(_styles_of_titles(content))
    reading.walk(content)
    yield from articles([*reading.blocks, *reading.notes], properties, file.path, note)


def _locked(package: Package) -> bool:
    manifest = "META-INF/manifest.xml"
    return package.has(manifest) and b"encryption-data" in package.part(manifest)


class _Reading:
    """Collects the blocks of a document in reading order, and its notes."""

    def __init__(self, titles: frozenset[str]) -> None:
        self._titles = titles
        self.blocks: list[Block] = []
        self.notes: list[Block] = []

    def walk(self, element: Element, depth: int = 0) -> None:
        """Collect all paragraphs below an element; a table row is one if each cell has at most one."""
        if depth > ODT_DEPTH:
            raise FileProblem(N_("more than {most} nested elements").format(most=ODT_DEPTH))
        for child in element:
            name = local(child.tag)
            if name in _SILENT or child.tag.startswith(_PICTURE):
                continue
            if name in _PARAGRAPHS:
                self._paragraph(child, depth)
            elif name == "table-row":
                self._row(child, depth)
            else:
                self.walk(child, depth + 1)

    def _paragraph(self, element: Element, depth: int) -> None:
        place = len(self.blocks)
        text = " ".join(self._text(element, depth).split())
        if text:
            self.blocks.insert(place, Block(text, _level(element, self._titles)))

    def _row(self, row: Element, depth: int) -> None:
        before = len(self.blocks)
        self.walk(row, depth + 1)
        found = self.blocks[before:]
        if 1 < len(found) <= len(row) and not any(block.level for block in found):
            self.blocks[before:] = [Block(" ".join(block.text for block in found))]

    def _text(self, element: Element, depth: int) -> str:
        """Return the text of a paragraph; its notes and text boxes are collected separately."""
        if depth > ODT_DEPTH:
            raise FileProblem(N_("more than {most} nested elements").format(most=ODT_DEPTH))
        parts = [element.text or ""]
        for child in element:
            name = local(child.tag)
            if name == "note":
                parts.append(self._note(child, depth + 1))
            elif name in _SPACES:
                parts.append(_SPACES[name])
            elif name == "frame":
                self.walk(child, depth + 1)
            elif name not in _SILENT and not child.tag.startswith(_PICTURE):
                parts.append(self._text(child, depth + 1))
            parts.append(child.tail or "")
        return "".join(parts)

    def _note(self, note: Element, depth: int) -> str:
        """Collect a note and return its reference."""
        below = _Reading(self._titles)
        for child in note:
            if local(child.tag) == "note-body":
                below.walk(child, depth)
        number = len(self.notes) + 1
        self.notes.append(Block(f"[{number}] " + " ".join(block.text for block in below.blocks)))
        return f"[{number}]"


def _styles_of_titles(content: Element) -> frozenset[str]:
    """Return the names of the title styles: the program's own and those derived from it."""
    names = set(_TITLES)
    for style in content.iter():
        if local(style.tag) == "style":
            attributes = {local(name): value for name, value in style.attrib.items()}
            if attributes.get("parent-style-name") in _TITLES:
                names.add(attributes.get("name", ""))
    return frozenset(names)


def _level(element: Element, titles: frozenset[str]) -> int:
    """Return the level of a heading, 0 for a paragraph; a title is 1."""
    attributes = {local(name): value for name, value in element.attrib.items()}
    if attributes.get("style-name") in titles:
        return 1
    if local(element.tag) != "h":
        return 0
    written = attributes.get("outline-level", "1")
    return min(6, int(written) + 1) if written.isdecimal() and len(written) < 3 else 2
