"""The content of a server's answer as it was before it was cut into chunks and packed for the way.

Chunks and packings that a head names and that are not there are no fault: many archives keep the head and unpack the
rest.
"""

from __future__ import annotations

import re

from tui.errors import FileProblem
from tui.importing.archives.budget import Budget
from tui.importing.archives.unpacking import GZIP_MAGIC, UNPACKING_ERRORS, PackedStream, Packing, joined
from tui.importing.limits import PACKINGS

_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_UNREAD = {"br": "brotli", "zstd": "zstd", "compress": "compress"}


def body(content: bytes, transfer: str, encoding: str, budget: Budget) -> bytes:
    """Return what a server sent, of which its head said how it was cut up (`transfer`) and packed (`encoding`).

    Raises `FileProblem` where it cannot be had.
    """
    if "chunked" in transfer.lower():
        content = _joined(content)
    layers = [layer.strip() for layer in encoding.lower().split(",") if layer.strip() not in ("", "identity")]
    if len(layers) > PACKINGS:
        raise FileProblem(f"packed more than {PACKINGS} times over")
    for layer in reversed(layers):
        content = _unpacked(content, layer, budget)
    return content


def _joined(content: bytes) -> bytes:
    """Put chunks together (RFC 9112, 7.1); what is not cut into chunks comes back as it is."""
    view = memoryview(content)
    chunks: list[memoryview] = []
    place = 0
    while head := _CHUNK.match(content, place):
        size = int(head.group(1), 16)
        if not size:
            return b"".join(chunks)
        place = head.end() + size
        if place > len(content):
            break
        chunks.append(view[head.end() : place])
        place += 2 if content.startswith(b"\r\n", place) else content.startswith(b"\n", place)
    if not chunks:
        return content
    raise FileProblem("cut short: its last chunks are missing")


def _unpacked(content: bytes, layer: str, budget: Budget) -> bytes:
    if layer in ("gzip", "x-gzip"):
        return _inflated(content, Packing.GZIP, budget) if content.startswith(GZIP_MAGIC) else content
    if layer == "deflate":
        # Servers have always sent both forms under this name.
        for packing in (Packing.ZLIB, Packing.RAW):
            try:
                return _inflated(content, packing, budget)
            except UNPACKING_ERRORS:
                continue
        return content
    if content.lstrip()[:1] == b"<":
        return content
    raise FileProblem(f"packed in a way that is not read: {_UNREAD.get(layer, 'unknown')}")


def _inflated(content: bytes, packing: Packing, budget: Budget) -> bytes:
    stream = PackedStream(memoryview(content), budget, packing)
    try:
        inside = joined(stream)
    except UNPACKING_ERRORS as error:
        if packing is not Packing.GZIP:
            raise
        raise FileProblem("damaged: it could not be unpacked to its end") from error
    if not stream.whole:
        raise FileProblem("cut short: its end is missing")
    return inside
