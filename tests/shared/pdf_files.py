"""Writes small PDF files, one with a password among them."""

from __future__ import annotations

import hashlib
import zlib
from typing import NamedTuple


class Text(NamedTuple):
    """A piece of text on a page."""

    x: float
    y: float
    size: float
    text: str


def written(objects: dict[int, bytes], root: int = 1, extra: bytes = b"") -> bytes:
    """Write objects as a PDF file."""
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (max(objects) + 1)
    for number in range(1, max(objects) + 1):
        out += b"%010d 00000 n \n" % places.get(number, 0)
    out += b"trailer\n<</Size %d /Root %d 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (max(objects) + 1, root, extra, start)
    return bytes(out)


def stream(content: bytes, packed: bool = True) -> bytes:
    """Write a stream object."""
    data = zlib.compress(content) if packed else content
    kind = b"/Filter /FlateDecode " if packed else b""
    return b"<<%s/Length %d>>\nstream\n" % (kind, len(data)) + data + b"\nendstream"


def pages_of(
    contents: list[bytes],
    info: dict[str, str] | None = None,
    more: dict[int, bytes] | None = None,
    catalog: bytes = b"",
) -> bytes:
    """Write a file whose pages have these content streams."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * place) for place in range(len(contents)))
    objects = {
        1: b"<</Type /Catalog /Pages 2 0 R %s>>" % catalog,
        2: b"<</Type /Pages /Kids [%s] /Count %d>>" % (kids, len(contents)),
        3: b"<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding>>",
    }
    objects |= more or {}
    for place, content in enumerate(contents):
        number = 10 + 2 * place
        objects[number] = (
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 3 0 R>>>>"
            b" /Contents %d 0 R>>" % (number + 1)
        )
        objects[number + 1] = stream(content)
    if info is None:
        return written(objects)
    fields = b" ".join(b"/%s (%s)" % (name.encode(), value.encode("latin-1")) for name, value in info.items())
    objects[4] = b"<<%s>>" % fields
    return written(objects, extra=b"/Info 4 0 R")


def content(texts: list[Text]) -> bytes:
    """Write pieces of text as a page's content."""
    parts = []
    for piece in texts:
        shown = piece.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        parts.append(b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (piece.size, piece.x, piece.y, shown))
    return b"\n".join(parts)


def column(lines: list[str], top: float = 700, x: float = 72, size: float = 11) -> list[Text]:
    """Set lines below one another; an empty one is a space between paragraphs."""
    return [Text(x, top - 13.5 * place, size, line) for place, line in enumerate(lines) if line]


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def locked(page: bytes, password: str) -> bytes:
    """Write a file of one page, encrypted with RC4 and 128 bits, the third revision of the standard handler."""
    first = hashlib.md5((b"owner" + _PADDING)[:32]).digest()
    for _ in range(50):
        first = hashlib.md5(first).digest()
    owner = _rc4_rounds(first, (password.encode() + _PADDING)[:32])
    ident, permissions = b"0123456789abcdef", -4
    allowed = permissions.to_bytes(4, "little", signed=True)
    secret = hashlib.md5((password.encode() + _PADDING)[:32] + owner + allowed + ident).digest()
    for _ in range(50):
        secret = hashlib.md5(secret).digest()
    user = _rc4_rounds(secret, hashlib.md5(_PADDING + ident).digest()) + bytes(16)
    data = _rc4(hashlib.md5(secret + (5).to_bytes(3, "little") + bytes(2)).digest(), page)
    objects = {
        1: b"<</Type /Catalog /Pages 2 0 R>>",
        2: b"<</Type /Pages /Kids [4 0 R] /Count 1>>",
        3: b"<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding>>",
        4: b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 3 0 R>>>> /Contents 5 0 R>>",
        5: stream(data, packed=False),
        6: b"<</Filter /Standard /V 2 /R 3 /Length 128 /P %d /O <%s> /U <%s>>>"
        % (permissions, owner.hex().encode(), user.hex().encode()),
    }
    return written(objects, extra=b"/Encrypt 6 0 R /ID [<%s><%s>]" % (ident.hex().encode(), ident.hex().encode()))


def _rc4_rounds(key: bytes, data: bytes) -> bytes:
    for turn in range(20):
        data = _rc4(bytes(byte ^ turn for byte in key), data)
    return data


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    at = 0
    for place in range(256):
        at = (at + state[place] + key[place % len(key)]) % 256
        state[place], state[at] = state[at], state[place]
    done = bytearray()
    one = two = 0
    for byte in data:
        one = (one + 1) % 256
        two = (two + state[one]) % 256
        state[one], state[two] = state[two], state[one]
        done.append(byte ^ state[(state[one] + state[two]) % 256])
    return bytes(done)
