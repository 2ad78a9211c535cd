"""XMP: the description that newer PDF files carry in XML; what publishers write into it is for machines to read.

The names are those of Adobe's XMP specification, part 1 and 2, and of PRISM, the vocabulary of publishers.
"""

from __future__ import annotations

from tui.importing.documents.package import local, read_xml
from tui.importing.limits import XMP_BYTES

_NAMES = {
    "title": "/Title",
    "creator": "/Author",
    "CreateDate": "/CreationDate",
    "ModifyDate": "/ModDate",
    "publicationDate": "published",
    "coverDate": "published",
    "publicationName": "source",
    "publisher": "source",
}
"""What each element or attribute says, by the names that the older properties of PDF files have."""


def read_xmp(content: bytes) -> dict[str, str]:
    """Return what a description says, each thing as it is said first; raises `FileProblem` for XML that is none."""
    found: dict[str, str] = {}
    if len(content) > XMP_BYTES:
        return found
    for element in read_xml(content, "XMP").iter():
        written = [(local(name), value) for name, value in element.attrib.items()]
        if local(element.tag) in _NAMES:
            text = [" ".join(part.split()) for part in element.itertext()]
            written.append((local(element.tag), ", ".join(filter(None, text))))
        for name, value in written:
            if name in _NAMES and value:
                found.setdefault(_NAMES[name], value)
    return found
