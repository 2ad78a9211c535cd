"""What a server sent: its content, unchunked and unpacked, and what kind of thing it is.

Chunks and packings that a header names and that are absent are no error: many archives keep the header and unpack the
rest. Only what can be an article has a suffix, and so a format; everything else is counted by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from tui.errors import FileProblem
from tui.importing.archives.unpacking import (
    GZIP_MAGIC,
    TOO_LARGE,
    UNPACKING_ERRORS,
    Budget,
    PackedStream,
    Packing,
    joined,
)
from tui.importing.limits import FILE_BYTES, PACKINGS
from tui.importing.registry import needs
from tui.locale import N_

_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_UNREAD = {"zstd": "zstd", "compress": "compress"}


def body(content: bytes, transfer: str, encoding: str, budget: Budget) -> bytes:
    """Decode a response body by its `Transfer-Encoding` and `Content-Encoding`.

    Raises `FileProblem` if it cannot be decoded.
    """
    if "chunked" in transfer.lower():
        content = _joined(content)
    layers = [layer.strip() for layer in encoding.lower().split(",") if layer.strip() not in ("", "identity")]
    if len(layers) > PACKINGS:
        raise FileProblem(N_("compressed more than {most} times").format(most=PACKINGS))
    for layer in reversed(layers):
        content = _unpacked(content, layer, budget)
    return content


def _joined(content: bytes) -> bytes:
    """Join chunks (RFC 9112, 7.1); content that is not chunked is returned unchanged."""
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
    raise FileProblem(N_("cut short: its last chunks are missing"))


def _unpacked(content: bytes, layer: str, budget: Budget) -> bytes:
    if layer in ("gzip", "x-gzip"):
        return _inflated(content, Packing.GZIP, budget) if content.startswith(GZIP_MAGIC) else content
    if layer == "deflate":
        # Servers send both forms under this name.
        for packing in (Packing.ZLIB, Packing.RAW):
            try:
                return _inflated(content, packing, budget)
            except UNPACKING_ERRORS:
                continue
        return content
    if content.lstrip()[:1] == b"<":
        return content
    if layer == "br":
        return _of_brotli(content)
    raise FileProblem(N_("compressed in an unsupported way: {method}").format(method=_UNREAD.get(layer, "unknown")))


def _of_brotli(content: bytes) -> bytes:
    """Unpack brotli, within the limit of a file; raises `FileProblem` where its package is not installed."""
    try:
        import brotli
    except ImportError as error:
        raise FileProblem(needs("brotli", N_("what is compressed with brotli"))) from error
    unpacked = brotli.Decompressor()
    parts: list[bytes] = []
    size = 0
    try:
        for start in range(0, len(content), _BROTLI_STEP):
            parts.append(unpacked.process(content[start : start + _BROTLI_STEP]))
            size += len(parts[-1])
            if size > FILE_BYTES:
                raise FileProblem(TOO_LARGE)
    except brotli.error as error:
        raise FileProblem("damaged: it could not be unpacked to the end") from error
    if not unpacked.is_finished():
        raise FileProblem("cut short: its end is missing")
    return b"".join(parts)


_BROTLI_STEP = 256
"""Bytes unpacked at once: few, so that a bomb is met before it fills the memory."""


def _inflated(content: bytes, packing: Packing, budget: Budget) -> bytes:
    stream = PackedStream(memoryview(content), budget, packing)
    try:
        inside = joined(stream)
    except UNPACKING_ERRORS as error:
        if packing is not Packing.GZIP:
            raise
        raise FileProblem(N_("damaged: it could not be unpacked to the end")) from error
    if not stream.whole:
        raise FileProblem(N_("cut short: its end is missing"))
    return inside


@dataclass(frozen=True, slots=True)
class MediaKind:
    """A kind of content."""

    name: str
    """In the plural, as the account counts it."""
    suffix: str = ""
    """The suffix of the format that reads it; empty if it cannot be an article."""


PAGES = MediaKind("pages", ".html")
TEXTS = MediaKind("texts", ".txt")
DATA = MediaKind(N_("data for scripts"))
OTHERS = MediaKind("others")

_READ = {
    "text/html": PAGES,
    "application/xhtml+xml": PAGES,
    "application/pdf": MediaKind(N_("PDF files"), ".pdf"),
    "application/rss+xml": MediaKind("feeds", ".rss"),
    "application/atom+xml": MediaKind("feeds", ".atom"),
    "application/epub+zip": MediaKind("books", ".epub"),
    "application/rtf": MediaKind("documents", ".rtf"),
    "text/rtf": MediaKind("documents", ".rtf"),
    "text/markdown": MediaKind("texts", ".md"),
    "application/vnd.oasis.opendocument.text": MediaKind("documents", ".odt"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": MediaKind("documents", ".docx"),
    "message/rfc822": MediaKind("mails", ".eml"),
    "multipart/related": MediaKind("pages", ".mhtml"),
}
_COUNTED = (
    (re.compile(r"image/"), MediaKind("images")),
    (re.compile(r"video/|audio/|application/(?:vnd\.apple\.mpegurl|dash\+xml)"), MediaKind(N_("films and sounds"))),
    (re.compile(r"font/|application/(?:x-)?font|application/vnd\.ms-fontobject"), MediaKind("fonts")),
    (re.compile(r"text/css"), MediaKind(N_("style sheets"))),
    (re.compile(r".*(?:java|ecma)script|application/wasm"), MediaKind("scripts")),
    (re.compile(r".*json|text/csv|text/event-stream|.*form-urlencoded|.*protobuf"), DATA),
)
_DOUBTFUL = ("", "unk", "no-type", "text/plain", "text/xml", "application/xml", "application/octet-stream")
"""Media types that say nothing."""

_ROBOTS = frozenset(("/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/security.txt"))
_LOOKED_AT = 2048
_MARK = re.compile(
    rb"<(?:(?P<page>!doctype html|html|head|body)|(?P<rss>rss|rdf:rdf)|(?P<atom>feed))[\s>:]", re.IGNORECASE
)
_PICTURES = (b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"RIFF", b"\0\0\x01\0")


def kind_of(media_type: str, content: bytes, address: str) -> MediaKind:
    """Return the kind of some content, by its media type and its beginning."""
    named = media_type.partition(";")[0].strip().lower()
    head = content[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    if named in _DOUBTFUL:
        return _by_beginning(head, named, address)
    kind = _READ.get(named)
    if kind is PAGES and head[:1] in (b"{", b"["):
        return DATA
    if kind is not None:
        return kind
    return next((counted for form, counted in _COUNTED if form.match(named)), OTHERS)


def can_be_read(media_type: str) -> bool:
    """Say whether content of this media type must be unpacked to know its kind."""
    named = media_type.partition(";")[0].strip().lower()
    return named in _READ or named in _DOUBTFUL


def _by_beginning(head: bytes, named: str, address: str) -> MediaKind:
    if head.startswith(b"%PDF-"):
        return _READ["application/pdf"]
    found = _MARK.search(head) if head.startswith(b"<") else None
    if found is not None:
        if found.group("page"):
            return PAGES
        return _READ["application/rss+xml" if found.group("rss") else "application/atom+xml"]
    if head.startswith(_PICTURES) or head[:1] in (b"{", b"["):
        return DATA if head[:1] in (b"{", b"[") else MediaKind("images")
    if named != "text/plain" or b"\0" in head or _path(address) in _ROBOTS:
        return OTHERS
    return TEXTS


def _path(address: str) -> str:
    try:
        return urlsplit(address).path.lower()
    except ValueError:
        return ""
