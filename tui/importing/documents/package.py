"""Packages: the zip files that office documents and books are, opened without being believed.

Only the parts that are asked for are unpacked, in memory, each and all within limits; no part's name is ever used as a
path. XML in them is read without entities: a document type that declares one is refused.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tui.errors import FileProblem
from tui.importing.limits import PACKAGE_BYTES, PACKAGE_PARTS, PART_BYTES, XML_TAGS
from tui.importing.parser_errors import foreign

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ENCRYPTED = 0x1
"""The bit in a zip entry's flags."""

_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
"""What files of the old binary formats begin with, and office documents that are locked with a password."""


class Package:
    """An open package; raises `FileProblem` where it is none, or is made to fill the memory."""

    def __init__(self, content: bytes, what: str) -> None:
        self._what = what
        self._left = PACKAGE_BYTES
        if content.startswith(_OLD_OFFICE):
            raise FileProblem(f"it is locked with a password, or an older format and no {what}: save it anew")
        with foreign(what, zipfile.BadZipFile):
            self._zip = zipfile.ZipFile(BytesIO(content))
            entries = self._zip.infolist()
        if len(entries) > PACKAGE_PARTS:
            raise FileProblem(f"more than {PACKAGE_PARTS:,} parts in it")
        self._entries = {entry.filename: entry for entry in entries}

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._entries)

    def has(self, name: str) -> bool:
        """Say whether there is such a part."""
        return name in self._entries

    def part(self, name: str) -> bytes:
        """Unpack a part; raises `FileProblem` where it is missing, locked, damaged or beyond the limits."""
        entry = self._entries.get(name)
        if entry is None:
            raise FileProblem(f"damaged {self._what}: a part of it is missing ({name})")
        if entry.flag_bits & _ENCRYPTED:
            raise FileProblem("it is locked with a password: save a copy without one")
        allowed = min(PART_BYTES, self._left)
        with foreign(self._what, zipfile.BadZipFile, NotImplementedError), self._zip.open(entry) as opened:
            content = opened.read(allowed + 1)
        self._left -= min(len(content), allowed)
        if len(content) > PART_BYTES:
            raise FileProblem(f"larger than {PART_BYTES // 2**20} MB when it is unpacked ({name})")
        if len(content) > allowed:
            raise FileProblem(
                f"its parts come to more than {PACKAGE_BYTES // 2**20} MB when they are unpacked ({name})"
            )
        return content

    def xml(self, name: str) -> Element:
        """Return the root of a part of XML; raises `FileProblem` as `part`, and for XML that is none."""
        return read_xml(self.part(name), self._what)

    def properties(self, name: str, fields: frozenset[str]) -> tuple[dict[str, str], tuple[str, ...]]:
        """Return the texts of some elements of a part, and a note where it is damaged: no text is lost with it.

        What stands several times is put together with commas.
        """
        found: dict[str, str] = {}
        if not self.has(name):
            return found, ()
        try:
            for field, text in texts_of(self.xml(name), fields):
                found[field] = ", ".join(filter(None, (found.get(field, ""), text)))
        except FileProblem:
            return {}, ("its properties are damaged and were not read",)
        return found, ()


def read_xml(content: bytes, what: str) -> Element:
    """Read XML that declares no entities and has no more tags than the limit; raises `FileProblem`."""
    from xml.etree.ElementTree import ParseError, fromstring

    check_xml(content)
    with foreign(what, ParseError):
        return fromstring(content)  # noqa: S314 - what could grow in it has been refused


def check_xml(content: bytes) -> None:
    """Refuse XML that could grow beyond its own size: raises `FileProblem`.

    NUL bytes are passed over, so that UTF-16 is looked through as well.
    """
    if content.count(b"<") > XML_TAGS:
        raise FileProblem(f"more than {XML_TAGS:,} marks in one part of it")
    check_entities(content)


def check_entities(content: bytes) -> None:
    """Refuse XML that declares entities: raises `FileProblem`. NUL bytes are passed over, as in `check_xml`."""
    if b"<!ENTITY" in content.replace(b"\0", b""):
        raise FileProblem("it declares entities of its own, as no document does that is to be read")


def inner_path(base: str, reference: str) -> str:
    """Return the name of the part that a part refers to; "" where that leads out of the package.

    `base` is the name of the part that refers.
    """
    path = unquote(reference.partition("#")[0])
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else ""
    return "" if joined.startswith(("../", "/")) or joined in ("..", ".") else joined


def texts_of(root: Element, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the elements of these names, their namespaces apart, with the text in each."""
    for element in root.iter():
        name = local(element.tag)
        if name in names:
            yield name, " ".join("".join(element.itertext()).split())


def local(tag: str) -> str:
    """Return the name of an element or an attribute without its namespace."""
    return tag.rpartition("}")[2]
