"""Notes of Zotero and highlights of Readwise, as annotations that are yet to be tied to an article.

Zotero writes them into its RDF, as notes of an item, or into the field `note` of CSL JSON; Readwise into a CSV file of
its own columns. Neither tells a position: the quote, and the address or the title of the item, say where it belongs.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from tui.desk.annotations import Annotation
from tui.errors import DeskError, FileProblem
from tui.importing.documents.package import local, read_xml
from tui.importing.markup.tags import TagKind, pieces_of
from tui.importing.references.zotero import NAMESPACE, addresses_of, text_of
from tui.locale import _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LONGEST = 500_000
"""Characters of one note of Zotero that are read."""
_BLOCKS = frozenset(("p", "li", "blockquote", "div", "br", "h1", "h2", "h3", "h4", "tr", "ul", "ol"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_QUOTED = re.compile(r"[“\"«„](?P<quote>.{2,}?)[”\"»“]\s*(?:\([^()]{0,200}\)\s*(?P<behind>.*))?", re.DOTALL)
"""A highlight as Zotero and Zotfile write it: the words in quotation marks, where they stand, then what one thinks."""
_HIGHLIGHT, _TITLE, _NOTE, _TAGS = "Highlight", "Book Title", "Note", "Tags"
"""The columns of Readwise's export."""


def is_zotero(content: str) -> bool:
    """Say whether a file is RDF of Zotero."""
    return content.lstrip("\ufeff \n\r\t").startswith("<") and NAMESPACE in content[:20_000]


def zotero_annotations(content: str) -> Iterator[Annotation]:
    """Yield the notes of the items in Zotero's RDF; raises `DeskError` where it is no XML."""
    try:
        root = read_xml(content.encode("utf-8", "replace"), "RDF")
    except FileProblem as problem:
        raise DeskError(_("The file of Zotero cannot be read: {problem}.").format(problem=problem)) from None
    named = {str(element.get(f"{_RDF}about")): element for element in root if element.get(f"{_RDF}about")}
    for item in root:
        title, address = text_of(item, "title"), next(addresses_of(item), "")
        for child in item:
            memo = named.get(str(child.get(f"{_RDF}resource"))) if local(child.tag) == "isReferencedBy" else None
            if memo is not None and local(memo.tag) == "Memo":
                yield from _of_memo(memo, title, address)


def _of_memo(memo: Element, title: str, address: str) -> Iterator[Annotation]:
    value = next((one.text for one in memo if local(one.tag) == "value" and one.text), "")
    tags = tuple(one.text.strip() for one in memo if local(one.tag) == "subject" and one.text and one.text.strip())
    about = str(memo.get(f"{_RDF}about"))
    texts = []
    for place, block in enumerate(_blocks(value[:_LONGEST])):
        quoted = _QUOTED.fullmatch(block)
        if quoted is None:
            texts.append(block)
        else:
            said = (quoted["behind"] or "").strip()
            quote = quoted["quote"].strip()
            yield _made("z", (about, title, str(place)), text=said, title=title, tags=tags, source=address, quote=quote)
    if texts:
        yield _made("z", (about, title), text="\n\n".join(texts), title=title, tags=tags, source=address)


def _blocks(html: str) -> Iterator[str]:
    """Yield the paragraphs of a note; its headings only say when it was made."""
    parts: list[str] = []
    heading = False
    for kind, piece in (*pieces_of(html), (TagKind.START, "p")):
        if kind is TagKind.TEXT:
            parts.append("" if heading else piece)
        elif piece in _BLOCKS:
            heading = kind is TagKind.START if piece in _HEADINGS else heading
            block = " ".join("".join(parts).split())
            parts = []
            if block:
                yield block


def csl_annotation(item: Mapping[str, object]) -> Annotation | None:
    """Return the note on an item of CSL JSON; None where there is none."""
    said = "\n\n".join(
        text.strip() for text in (item.get("annote"), item.get("note")) if isinstance(text, str) and text.strip()
    )
    title, address = item.get("title"), item.get("URL")
    if not said or not isinstance(title, str):
        return None
    return _made("c", (title, said), text=said, title=title, source=address if isinstance(address, str) else "")


def is_readwise(content: str) -> bool:
    """Say whether a file is Readwise's export of highlights."""
    head = content.lstrip("\ufeff").partition("\n")[0]
    return _HIGHLIGHT in head and _TITLE in head


def readwise_annotations(content: str) -> Iterator[Annotation]:
    """Yield the highlights of Readwise's export."""
    try:
        for row in csv.DictReader(io.StringIO(content.lstrip("\ufeff"), newline="")):
            quote, title = (row.get(_HIGHLIGHT) or "").strip(), (row.get(_TITLE) or "").strip()
            said = (row.get(_NOTE) or "").strip()
            if title and (quote or said):
                tags = tuple(dict.fromkeys(filter(None, (tag.strip() for tag in (row.get(_TAGS) or "").split(",")))))
                source = (row.get("URL") or "").strip()
                yield _made("r", (title, quote), text=said, title=title, tags=tags, source=source, quote=quote)
    except csv.Error as problem:
        raise DeskError(_("The file of Readwise cannot be read: {problem}.").format(problem=problem)) from None


def _made(
    kind: str,
    named: tuple[str, ...],
    *,
    text: str,
    title: str,
    tags: tuple[str, ...] = (),
    source: str = "",
    quote: str = "",
) -> Annotation:
    """Make an annotation; what it is `named` by gives it the same id at every import."""
    ident = sha256("\n".join(named).encode("utf-8", "replace")).hexdigest()[:15]
    return Annotation(f"{kind}{ident}", text, tags, source, title, quote, "", "", 0, 0)
