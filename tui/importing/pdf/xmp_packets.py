"""The XMP descriptions in a PDF file, which PDFium does not give out.

They are streams of their own even where other objects are packed, so that programs find them without reading the file.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from tui.importing.limits import XMP_BYTES

_CATALOG = re.compile(rb"/Type\s*/Catalog\b")
_REFERENCE = re.compile(rb"/Metadata\s+(\d{1,10})\s+\d+\s+R")
_METADATA = re.compile(rb"/Type\s*/Metadata\b")
_STREAM = re.compile(rb"\bstream\r?\n")
_HEAD_BYTES = 2000
"""The longest dictionary of an object that is looked at."""

_LOOKED_AT = 32
"""The most descriptions that are looked at."""


def xmp_packets(content: bytes) -> Iterator[bytes]:
    """Yield the description that the catalog names; without a catalog, those that name a producer, unlike pictures."""
    catalogs = list(_CATALOG.finditer(content))
    for catalog in catalogs[:-_LOOKED_AT:-1]:
        begin = max(content.rfind(b"obj", max(0, catalog.start() - _HEAD_BYTES), catalog.start()), 0)
        end = content.find(b"endobj", catalog.end(), catalog.end() + _HEAD_BYTES)
        named = _REFERENCE.search(content, begin, end if end > 0 else catalog.end() + _HEAD_BYTES)
        if named:
            objects = list(re.finditer(rb"(?<!\d)" + named[1] + rb"\s+\d+\s+obj\b", content))
            yield from filter(None, (_stream(content, found.end()) for found in objects[:-_LOOKED_AT:-1]))
    if catalogs:
        return
    for found in list(_METADATA.finditer(content))[:-_LOOKED_AT:-1]:
        packet = _stream(content, max(content.rfind(b"obj", max(0, found.start() - _HEAD_BYTES), found.start()), 0))
        if b"Producer" in packet:
            yield packet


def _stream(content: bytes, begin: int) -> bytes:
    """Return the stream of the object whose dictionary begins at an offset; empty if there is none that can be read."""
    start = _STREAM.search(content, begin, begin + _HEAD_BYTES)
    end = content.find(b"endstream", start.end(), start.end() + 2 * XMP_BYTES) if start else -1
    if start is None or end < 0:
        return b""
    data, head = content[start.end() : end], content[begin : start.start()]
    if b"/Filter" not in head:
        return data
    if b"/FlateDecode" not in head:
        return b""
    try:
        return zlib.decompressobj().decompress(data, XMP_BYTES + 1)
    except zlib.error:
        return b""
