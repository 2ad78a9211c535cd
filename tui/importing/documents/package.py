"""Packages: office documents and books as untrusted zip files.

Only requested parts are unpacked, in memory and within limits; names are never used as paths. XML that declares an
entity is refused.
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
from tui.importing.parser_errors import translated_errors
from tui.locale import N_

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ENCRYPTED = 0x1
"""The encryption bit of a zip entry's flags."""

_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
"""The magic number of the old binary formats, and of encrypted office documents."""


class Package:
    """An open package; raises `FileProblem` if it is not one, or has too many parts."""

    def __init__(self, content: bytes, what: str) -> None:
        self._what = what
        self._left = PACKAGE_BYTES
        if content.startswith(_OLD_OFFICE):
            raise FileProblem(
                N_("it is locked with a password, or in an older format than {what}: save it again").format(what=what)
            )
        with translated_errors(what, zipfile.BadZipFile):
            self._zip = zipfile.ZipFile(BytesIO(content))
            entries = self._zip.infolist()
        if len(entries) > PACKAGE_PARTS:
            raise FileProblem(N_("more than {most:,} parts in it").format(most=PACKAGE_PARTS))
        self._entries = {entry.filename: entry for entry in entries}

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._entries)

    def has(self, name: str) -> bool:
        """Say whether a part exists."""
        return name in self._entries

    def part(self, name: str) -> bytes:
        """Unpack a part; raises `FileProblem` if it is missing, encrypted, damaged or beyond the limits."""
        entry = self._entries.get(name)
        if entry is None:
            raise FileProblem(N_("damaged {what}: a part of it is missing ({name})").format(what=self._what, name=name))
        if entry.flag_bits & _ENCRYPTED:
            raise FileProblem(N_("it is locked with a password: save a copy without one"))
        allowed = min(PART_BYTES, self._left)
        with translated_errors(self._what, zipfile.BadZipFile, NotImplementedError), self._zip.open(entry) as opened:
            content = opened.read(allowed + 1)
        self._left -= min(len(content), allowed)
        if len(content) > PART_BYTES:
            raise FileProblem(
                N_("larger than {most} MB when unpacked ({name})").format(most=PART_BYTES // 2**20, name=name)
            )
        if len(content) > allowed:
            raise FileProblem(
                N_("its parts come to more than {most} MB when unpacked ({name})").format(
                    most=PACKAGE_BYTES // 2**20, name=name
                )
            )
        return content

    def xml(self, name: str) -> Element:
        """Return the root of an XML part; raises `FileProblem` as `part` does, or if it is invalid."""
        return read_xml(self.part(name), self._what)

    def properties(self, name: str, fields: frozenset[str]) -> tuple[dict[str, str], tuple[str, ...]]:
        """Return the texts of some elements of a part, and a note if it is damaged.

        Repeated elements are joined with commas.
        """
        found: dict[str, str] = {}
        if not self.has(name):
            return found, ()
        try:
            for field, text in texts_of(self.xml(name), fields):
                found[field] = ", ".join(filter(None, (found.get(field, ""), text)))
        except FileProblem:
            return {}, (N_("its properties are damaged and were not read"),)
        return found, ()


def read_xml(content: bytes, what: str) -> Element:
    """Parse XML without entities and within the limit of tags; raises `FileProblem`."""
    from xml.etree.ElementTree import ParseError, fromstring

    check_xml(content)
    with translated_errors(what, ParseError):
        return fromstring(content)  # noqa: S314 - expanding entities have been refused


def check_xml(content: bytes) -> None:
    """Refuse XML that could expand: raises `FileProblem`.

    NUL bytes are ignored, so that UTF-16 is checked as well.
    """
    if content.count(b"<") > XML_TAGS:
        raise FileProblem(N_("more than {most:,} tags in one part of it").format(most=XML_TAGS))
    check_entities(content)


def check_entities(content: bytes) -> None:
    """Refuse XML that declares entities: raises `FileProblem`. NUL bytes are ignored, as in `check_xml`."""
    if b"<!ENTITY" in content.replace(b"\0", b""):
        raise FileProblem(N_("it declares XML entities, which are not allowed"))


def inner_path(base: str, reference: str) -> str:
    """Resolve a reference of the part `base`; "" if it leads out of the package."""
    path = unquote(reference.partition("#")[0])
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else ""
    return "" if joined.startswith(("../", "/")) or joined in ("..", ".") else joined


def texts_of(root: Element, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the elements with these names, namespaces apart, and their texts."""
    for element in root.iter():
        name = local(element.tag)
        if name in names:
            yield name, " ".join("".join(element.itertext()).split())


def local(tag: str) -> str:
    """Return the name of an element or an attribute without its namespace."""
    return tag.rpartition("}")[2]
