"""Descriptions in PDF files."""

from __future__ import annotations

import pytest
from pdf_files import pages_of, stream

from tui.importing.pdf.xmp_packets import xmp_packets

FILE = b"<x>of the file<Producer/></x>"
PICTURE = b"<x>of a picture</x>"


def described(content: bytes, packed: bool = True) -> bytes:
    return stream(content, packed).replace(b"<<", b"<</Type /Metadata /Subtype /XML ", 1)


def file(catalog: bytes = b"", **described: bytes) -> bytes:
    more = {int(name[1:]): body for name, body in described.items()}
    return pages_of([b""], more=more, catalog=catalog)


NAMED = file(b"/Metadata 4 0 R", n4=described(FILE), n5=described(PICTURE))
FILES = [
    ("one that the catalog names", NAMED, [FILE]),
    ("one that is not packed", file(b"/Metadata 4 0 R", n4=described(FILE, packed=False)), [FILE + b"\n"]),
    ("a later version of it", NAMED + NAMED.replace(b"Type /Pages", b"Type /Other"), [FILE] * 4),
    ("none that the catalog names", file(n5=described(PICTURE)), []),
    ("a catalog that is packed away", NAMED.replace(b"/Catalog", b"/Missing"), [FILE]),
    ("one that is damaged", file(b"/Metadata 4 0 R", n4=described(FILE).replace(b"stream\nx", b"stream\ny")), []),
    ("one packed in another way", file(b"/Metadata 4 0 R", n4=described(FILE).replace(b"Flate", b"LZW")), []),
    ("one that is nowhere", file(b"/Metadata 77 0 R"), []),
    ("no file at all", b"/Type /Catalog /Metadata 4 0 R", []),
]


@pytest.mark.parametrize(("raw", "packets"), [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_descriptions(raw: bytes, packets: list[bytes]) -> None:
    assert list(xmp_packets(raw)) == packets
