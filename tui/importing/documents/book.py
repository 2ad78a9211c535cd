"""Books: the chapters of an EPUB file in reading order, and its metadata.

A part is unpacked only on demand, and no reference leads out of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.base.folding import fold
from tui.dossier.article import Provenance, PublishedDate
from tui.errors import FileProblem
from tui.importing.dating.written_date import read_date
from tui.importing.decoding import decode
from tui.importing.documents.package import Package, inner_path, local, texts_of
from tui.importing.markup.fragment import Block, blocks_of
from tui.importing.markup.tags import TagKind, pieces_of
from tui.importing.metadata import read_language
from tui.importing.parsed import RawFile
from tui.locale import N_

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FIELDS = frozenset(("title", "creator", "publisher", "language", "date"))
_APART = frozenset(("cover", "toc", "title-page", "titlepage", "copyright-page", "nav", "landmarks", "index"))
_LISTINGS = frozenset(("toc", "nav", "landmarks", "index"))
_PROGRAMS = frozenset(
    (
        "calibre",
        "wallabag",
        "pandoc",
        "unknown",
        "unknown author",
        "inconnu",
        "inconnu(e)",
        "sigil",
        "libreoffice",
        "epub",
    )
)
_ISSUE = re.compile(r"\s*[\[(](?P<day>[^\])]{6,40})[\])]\s*$")
_BODY = re.compile(r"<body[\s>]", re.IGNORECASE)
_HEAD_TITLE = re.compile(r"<title>([^<]{1,400})</title>", re.IGNORECASE)
_FIRST_YEAR = 1700
"""Earlier years are placeholders of programs."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter of a book."""

    name: str
    """The name of its part in the file."""
    blocks: list[Block] = field(default_factory=list)
    label: str = ""
    """Its name in the table of contents."""
    head: str = ""
    """The title of its page, which is not displayed."""
    linked: float = 0.0
    """The share of its letters that are links."""
    apart: bool = False
    """Whether the book marks it as a cover, a title page or contents."""
    contents: bool = False
    """Whether the book marks it as contents or an index."""
    goes_on: bool = False
    """Whether it continues the part before it: it has no heading and is not in the contents."""
    problem: str = ""
    """Why it could not be read."""


class Book:
    """An open EPUB file."""

    def __init__(self, package: Package, root: str, opf: Element) -> None:
        self._package = package
        fields: dict[str, list[str]] = {}
        for name, text in texts_of(opf, _FIELDS):
            fields.setdefault(name, []).append(text)
        self._items = _manifest(opf, root)
        self._apart = _set_apart(opf, root, self._items)
        self._listings = _called(_LISTINGS, opf, root, self._items)
        spine = [item.attrib.get("idref", "") for item in opf.iter() if local(item.tag) == "itemref"]
        once: dict[str, str] = {}
        for place in spine:
            once.setdefault(self._items.get(place, ("", ""))[0] or place, place)
        self._spine = list(once.values())
        self.repeated = len(spine) - len(once)
        """Entries of the reading order that repeat a part."""
        self._labels = self._contents()
        self.count = len(self._spine)
        """The number of distinct parts."""
        self.title = next(filter(None, fields.get("title", [])), "")
        self.language = next(filter(None, map(read_language, fields.get("language", []))), "")
        self.author = ", ".join(_people(fields.get("creator", [])))
        self.source = next(iter(_people(fields.get("publisher", []))), "")
        issue = _ISSUE.search(self.title)
        if "calibre" in map(fold, fields.get("publisher", []) + fields.get("creator", [])) and issue:
            self.source = self.title[: issue.start()]
        self.dates = tuple(_dates([*([issue["day"]] if issue else []), *fields.get("date", [])]))

    def names(self) -> list[str]:
        """Return the names of the parts in reading order."""
        return [self._items.get(place, ("", ""))[0] for place in self._spine]

    def chapters(self) -> Iterator[Chapter]:
        """Yield the chapters lazily; a damaged one has its `problem`."""
        for name in self.names():
            try:
                yield self._chapter(name)
            except FileProblem as problem:
                yield Chapter(name, problem=str(problem).removesuffix(f" ({name})"))

    def _chapter(self, name: str) -> Chapter:
        source, _ = decode(self._package.part(name))
        head = _HEAD_TITLE.search(source[:20_000])
        body = _BODY.search(source)
        source = source[body.start() :] if body else source
        blocks = blocks_of(source)
        heading = any(block.level for block in blocks[:4])
        return Chapter(
            name=name,
            blocks=blocks,
            label=self._labels.get(name, ""),
            head=" ".join(head[1].split()) if head else "",
            linked=_linked(source),
            apart=name in self._apart,
            contents=name in self._listings,
            goes_on=bool(self._labels) and name not in self._labels and not heading and name not in self._apart,
        )

    def _contents(self) -> dict[str, str]:
        """Return the labels in the table of contents by part."""
        kinds = ("application/x-dtbncx+xml", "nav")
        for name in [name for name, kind in self._items.values() if any(one in kind.split() for one in kinds)]:
            try:
                found = dict(_labels(self._package.xml(name), name))
            except FileProblem:
                continue
            if found:
                return found
        return {}


def open_book(file: RawFile) -> Book:
    """Open an EPUB file; raises `FileProblem` if it is not one, or its text is encrypted."""
    package = Package(file.content, "EPUB")
    root = _root(package)
    book = Book(package, root, package.xml(root))
    if package.has(_ENCRYPTION):
        locked = {
            element.attrib.get("URI", "") for element in package.xml(_ENCRYPTION).iter() if "CipherRef" in element.tag
        }
        if any(name in locked for name in book.names()):
            raise FileProblem(N_("its text is encrypted (DRM); only its own program can read it"))
    return book


def _root(package: Package) -> str:
    """Return the name of the part that describes the book."""
    names = [name for name in package.names() if name.lower().endswith(".opf")]
    if package.has(_CONTAINER):
        files = [
            one.attrib.get("full-path", "") for one in package.xml(_CONTAINER).iter() if local(one.tag) == "rootfile"
        ]
        names = [name for name in files if package.has(name)] + names
    if not names:
        raise FileProblem(N_("damaged EPUB: its package file is missing"))
    return names[0]


def _manifest(opf: Element, root: str) -> dict[str, tuple[str, str]]:
    """Return the parts by id: their names, and their types with properties."""
    return {
        item.attrib.get("id", ""): (
            inner_path(root, item.attrib.get("href", "")),
            f"{item.attrib.get('media-type', '')} {item.attrib.get('properties', '')}",
        )
        for item in opf.iter()
        if local(item.tag) == "item"
    }


def _set_apart(opf: Element, root: str, items: dict[str, tuple[str, str]]) -> set[str]:
    """Return the names of covers, contents and title pages, and of non-linear parts."""
    skipped = (one for one in opf.iter() if local(one.tag) == "itemref" and one.attrib.get("linear") == "no")
    outside = {items.get(one.attrib.get("idref", ""), ("", ""))[0] for one in skipped}
    return _called(_APART, opf, root, items) | outside


def _called(kinds: frozenset[str], opf: Element, root: str, items: dict[str, tuple[str, str]]) -> set[str]:
    """Return the names of the parts that the manifest or guide marks as one of `kinds`."""
    named = {name for name, kind in items.values() if not kinds.isdisjoint(kind.split())}
    guide = (one for one in opf.iter() if local(one.tag) == "reference")
    return named | {
        inner_path(root, one.attrib.get("href", "")) for one in guide if one.attrib.get("type", "").lower() in kinds
    }


def _labels(contents: Element, base: str) -> Iterator[tuple[str, str]]:
    """Yield the parts in a table of contents with their first label."""
    seen: set[str] = set()
    label = ""
    for element in contents.iter():
        name = local(element.tag)
        if name == "text":
            label = " ".join("".join(element.itertext()).split())
        target = element.attrib.get("src" if name == "content" else "href", "") if name in ("content", "a") else ""
        if name == "a":
            label = " ".join("".join(element.itertext()).split())
        part = inner_path(base, target) if target else ""
        if part and part not in seen:
            seen.add(part)
            yield part, label


def _people(names: list[str]) -> list[str]:
    return [name for name in names if name and fold(name) not in _PROGRAMS and not fold(name).startswith("calibre (")]


def _dates(written: list[str]) -> Iterator[PublishedDate]:
    for one in written:
        read = read_date(one)
        if read and read[0].first.year >= _FIRST_YEAR:
            yield PublishedDate(*read, Provenance.DOCUMENT)


def _linked(source: str) -> float:
    """Return the share of a page's letters that are links."""
    depth = inside = whole = 0
    for kind, text in pieces_of(source):
        if kind is TagKind.TEXT:
            whole += len(text.strip())
            inside += len(text.strip()) if depth else 0
        elif text == "a":
            depth = int(kind is TagKind.START)
    return inside / whole if whole else 0.0
