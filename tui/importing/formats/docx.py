"""DOCX: Word documents, without tracked deletions and comments."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import islice

from tui.errors import FileProblem
from tui.importing.documents.package import Package, check_xml
from tui.importing.documents.properties import Properties, document
from tui.importing.documents.rich_text import SOFT_BREAK
from tui.importing.documents.word_lines import level_of, word_blocks
from tui.importing.limits import DOCX_BREAKS
from tui.importing.markup.fragment import Block, blocks_of
from tui.importing.parsed import Draft, RawFile
from tui.importing.parser_errors import translated_errors
from tui.importing.press.detector import press_articles, with_suspicion
from tui.importing.press.line import lines_of_blocks
from tui.locale import N_

_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels"
    r"|[\w./-]*(?:document|styles|numbering|footnotes|endnotes)\d*\.xml(?:\.rels)?"
)
"""The parts that make up the text; pictures, comments and settings are not unpacked."""

_MAIN = re.compile(r"word/document\d*\.xml")

_BREAK = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:(?:p|br|cr)[\s/>]|tab\s*/>)")
"""A break in the text; a tab with attributes is a tab stop of the ruler."""

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='heading 1'] => h2:fresh
p[style-name='heading 2'] => h3:fresh
p[style-name='heading 3'] => h4:fresh
"""
_VERY_MANY = 5_000
"""Paragraphs from which on a document is read directly, if it is simple enough."""

_NOT_SIMPLE = re.compile(
    rb"<(?:[\w.-]{1,40}:)?(?:tbl|footnoteReference|endnoteReference|altChunk|txbxContent"
    rb"|sym|ruby|moveFrom|AlternateContent)[\s/>]"
)
_STYLED = re.compile(
    rb"""<(?:[\w.-]{1,40}:)?style\s[^>]*styleId=["']([\x20-\x7e]{1,80}?)["'][^>]*>\s*<(?:[\w.-]{1,40}:)?name\s[^>]*val=["']"""
    rb"""(heading [123]|Title)["']""",
    re.I,
)
_LEVELS = {b"title": 1, b"heading 1": 2, b"heading 2": 3, b"heading 3": 4}
"""The levels that `_STYLES` gives, by the names of styles."""

_APART = re.compile(rf"{SOFT_BREAK}\s*{SOFT_BREAK}")
"""Two breaks of a line, which part paragraphs."""

_CORE = "docProps/core.xml"
_FIELDS = frozenset(("title", "creator", "created", "modified", "keywords"))
_BACK = "\u2191"
"""What ends a note: the link back to its reference."""


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the article of a Word document, or those of a press database's download."""
    package = Package(file.content, "DOCX")
    plain = _plain_blocks(package)
    lines = lines_of_blocks(plain)
    found = press_articles(lines)
    if found:
        yield from found
        return
    fields, note = package.properties(_CORE, _FIELDS)
    properties = Properties(
        title=fields.get("title", ""),
        author=fields.get("creator", ""),
        made=fields.get("created", ""),
        changed=fields.get("modified", ""),
        keywords=fields.get("keywords", ""),
    )
    yield with_suspicion(document(_simple(package, plain) or _blocks(package), properties, file.path, note), lines)


def _plain_blocks(package: Package) -> list[Block]:
    """Return the paragraphs of the main part, by which a press database is known; none if it is damaged."""
    name = _main_part(package)
    with suppress(FileProblem):
        return word_blocks(package.part(name)) if name else []
    return []


def _main_part(package: Package) -> str:
    return next((name for name in package.names() if _MAIN.fullmatch(name)), "")


def _simple(package: Package, plain: list[Block]) -> list[Block]:
    """Return the paragraphs of a document of very many that has neither tables nor notes; none for any other one.

    mammoth would take a minute for it, and find the same.
    """
    if len(plain) < _VERY_MANY or _NOT_SIMPLE.search(package.part(_main_part(package))):
        return []
    styles = next((name for name in package.names() if name.endswith("/styles.xml")), "")
    if styles and any(
        level_of(one[1].decode()) != _LEVELS[one[2].lower()] for one in _STYLED.finditer(package.part(styles))
    ):
        return []
    parts = ((part, block.level) for block in plain for part in _APART.split(block.text))
    return [Block(" ".join(part.split()), level) for part, level in parts if part.strip()]


def _blocks(package: Package) -> list[Block]:
    """Return the paragraphs of a document, followed by its notes."""
    from xml.parsers.expat import ExpatError

    import mammoth

    with translated_errors("DOCX", zipfile.BadZipFile, ExpatError):
        converted = mammoth.convert_to_html(
            _slim(package), style_map=_STYLES, convert_image=_no_image, external_file_access=False
        )
    return list(_numbered(blocks_of(converted.value)))


def _slim(package: Package) -> BytesIO:
    """Return a document reduced to the parts that make up its text, each of them checked."""
    slim = BytesIO()
    with zipfile.ZipFile(slim, "w") as archive:
        for name in package.names():
            if _PARTS.fullmatch(name):
                part = package.part(name)
                check_xml(part)
                _check_breaks(part)
                archive.writestr(name, part)
    return slim


def _check_breaks(part: bytes) -> None:
    """Refuse a part that is mostly empty paragraphs, breaks or tabs: raises `FileProblem`.

    mammoth converts a document in one go, without a heartbeat. NUL bytes are ignored, for UTF-16.
    """
    found = _BREAK.finditer(part.replace(b"\0", b""))
    if next(islice(found, DOCX_BREAKS, None), None) is not None:
        raise FileProblem(
            N_("more than {most:,} paragraphs, breaks and tabs in one part of it").format(most=DOCX_BREAKS)
        )


def _no_image(image: object) -> list[object]:  # noqa: ARG001 - mammoth's signature
    return []


def _numbered(blocks: list[Block]) -> Iterator[Block]:
    """Give the notes below a text the numbers of their references."""
    number = 0
    for block in blocks:
        if block.text.endswith(_BACK):
            number += 1
            yield Block(f"[{number}] {block.text.removesuffix(_BACK).rstrip()}", block.level)
        else:
            yield block
