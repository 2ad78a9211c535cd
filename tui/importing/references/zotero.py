"""Zotero's RDF: each item is an article; what is attached to it, and notes on it, are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.importing.documents.package import local, read_xml
from tui.importing.parsed import Draft
from tui.importing.press.record import Label
from tui.importing.references.entry import draft_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMESPACE = "http://www.zotero.org/namespaces/export#"
"""Stands in every file that Zotero writes as RDF."""

_NO_ITEMS = frozenset(("Attachment", "Memo", "Collection", "Journal", "Newspaper", "Periodical", "Series", "Website"))
_ROLES = {
    "title": Label.TITLE, "abstract": Label.TEXT, "pages": Label.PAGE, "language": Label.LANGUAGE,
    "section": Label.SECTION, "edition": Label.EDITION, "author": Label.AUTHOR, "outlet": Label.OUTLET,
    "address": Label.ADDRESS,
}  # fmt: skip
_SIMPLE = ("title", "abstract", "pages", "language", "section", "edition", "subject", "rights", "libraryCatalog")
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def zotero_drafts(content: bytes) -> Iterator[Draft]:
    """Yield the items of a file; raises `FileProblem` where it is no XML."""
    root = read_xml(content, "RDF")
    named = {str(element.get(f"{_RDF}about")): element for element in root if element.get(f"{_RDF}about")}
    for element in root:
        kind = next((one.text or "" for one in element if local(one.tag) == "itemType"), "")
        if local(element.tag) in _NO_ITEMS or kind in ("attachment", "note") or not text_of(element, "title"):
            continue
        fields = {name: [text] for name in _SIMPLE if (text := text_of(element, name))}
        fields["author"] = list(_people(element))
        outlet = _outlet(element, named)
        fields["outlet"] = [outlet] if outlet else []
        fields["address"] = list(addresses_of(element))
        yield draft_of(fields, _ROLES, [text_of(element, "date")])


def text_of(element: Element, name: str) -> str:
    """Return the text of a child that holds nothing but text."""
    for child in element:
        if local(child.tag) == name and len(child) == 0 and child.text:
            return " ".join(child.text.split()) if name != "abstract" else child.text.strip()
    return ""


def _people(element: Element) -> Iterator[str]:
    for authors in (child for child in element if local(child.tag) == "authors"):
        for person in (one for one in authors.iter() if local(one.tag) == "Person"):
            name = " ".join(
                filter(None, (text_of(person, "givenName") or text_of(person, "givenname"), text_of(person, "surname")))
            )
            if name:
                yield name


def _outlet(element: Element, named: dict[str, Element]) -> str:
    """Return the title of what an item is a part of, or its publisher's name."""
    for part in (child for child in element if local(child.tag) == "isPartOf"):
        whole = next(iter(part), None)
        if whole is None:
            whole = named.get(str(part.get(f"{_RDF}resource")))
        if whole is not None and text_of(whole, "title"):
            return text_of(whole, "title")
    return text_of(element, "publicationTitle")


def addresses_of(element: Element) -> Iterator[str]:
    """Yield the web addresses of an item."""
    about = str(element.get(f"{_RDF}about") or "")
    for identifier in (child for child in element if local(child.tag) == "identifier"):
        for value in (one for one in identifier.iter() if local(one.tag) == "value" and one.text):
            if str(value.text).startswith("http"):
                yield str(value.text).strip()
    if about.startswith("http"):
        yield about
