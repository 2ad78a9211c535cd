"""From bytes to text: the encoding is found, never asked for.

A byte order mark decides; else UTF-8; bytes that are no UTF-8 are read as Windows-1252, one by one, so that a file of
mixed encodings keeps what is right in it. What holds control bytes is no text and is refused.
"""

from __future__ import annotations

import codecs

from tui.errors import FileProblem
from tui.importing.limits import TEXT_BYTES

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))
_TOLERATED = 4
"""Stray control bytes that any text may hold; an escape sequence's own byte does not count."""

_SPARSE = 50
"""More of them are no text where there is more than one in as many bytes."""

_FEWEST_NULS = 4
"""Fewer of them are no ground for taking a file for UTF-16."""

_UNREADABLE = "\ufffd"

_MIXED = "not UTF-8 throughout: the other bytes were read as Windows-1252"

_PART = 2**20
"""Bytes that are turned into another encoding at once."""

_SAMPLE = 4096
"""Bytes that are enough to see UTF-16 without a mark."""


def decode(content: bytes) -> tuple[str, str]:
    """Return the text of a file and, where its encoding was no plain matter, a sentence on it.

    Raises `FileProblem` where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], encoding)
    if b"\x00" in content:
        encoding = _unmarked_utf16(content)
        if not encoding:
            raise FileProblem("not a text: it holds NUL bytes")
        return _lenient(content, encoding)
    _refuse_binary(content)
    return _lenient(content, "utf-8")


def _refuse_binary(content: bytes) -> None:
    controls = len(content) - len(content.translate(None, _CONTROLS))
    if content.startswith(b"%PDF-") or (controls > _TOLERATED and controls * _SPARSE > len(content)):
        raise FileProblem("not a text: it holds binary data")


def decode_article(content: bytes) -> tuple[str, str]:
    """Return the text of a file that is one article, as `decode` does; raises `FileProblem` where it is too long."""
    if len(content) > TEXT_BYTES:
        raise FileProblem(f"larger than {TEXT_BYTES // 1_000_000} MB: no article is so long")
    return decode(content)


def as_utf8(content: bytes) -> tuple[bytes, str]:
    """Return the content of a table or of records as bytes of UTF-8, without a mark, and a sentence where it was odd.

    Bytes that are no UTF-8 stay: `text_of` reads them one by one. Stray NUL bytes are taken out. Raises `FileProblem`
    where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark) and encoding != "utf-8":
            return _transcoded(content[len(mark) :], encoding), ""
    content = content.removeprefix(codecs.BOM_UTF8)
    encoding = _unmarked_utf16(content) if b"\x00" in content else ""
    if encoding:
        return _transcoded(content, encoding), ""
    _refuse_binary(content)
    if b"\x00" in content:
        return content.replace(b"\x00", b""), "NUL bytes in it were passed over"
    return content, "" if _is_utf8(content) else _MIXED


def text_of(part: bytes) -> str:
    """Return the text of a part of what `as_utf8` gave."""
    return part.decode("utf-8", _HANDLER)


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), _PART):
            decoder.decode(content[start : start + _PART], start + _PART >= len(content))
    except UnicodeDecodeError:
        return False
    return True


def _transcoded(content: bytes, encoding: str) -> bytes:
    """Turn bytes into UTF-8, some at a time."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    parts = (
        decoder.decode(content[start : start + _PART], start + _PART >= len(content))
        for start in range(0, len(content), _PART)
    )
    return b"".join(part.replace("\x00", "").encode("utf-8", "replace") for part in parts)


def _lenient(content: bytes, encoding: str) -> tuple[str, str]:
    try:
        return content.decode(encoding), ""
    except UnicodeDecodeError:
        pass
    if encoding != "utf-8":
        text = content.decode(encoding, "replace")
        return text, f"damaged {encoding.upper()}: what could not be read is shown as {_UNREADABLE}"
    text = content.decode("utf-8", _HANDLER)
    return text, _MIXED


def _unmarked_utf16(content: bytes) -> str:
    """Return the byte order of UTF-16 without a mark, or "" where it is none: half of Latin text are NUL bytes."""
    sample = content[:_SAMPLE]
    if len(content) % 2 or sample.count(0) < _FEWEST_NULS:
        return ""
    half = max(1, len(sample) // 2)
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if high > half * 0.4 and low < half * 0.05:
        return "utf-16-le"
    if low > half * 0.4 and high < half * 0.05:
        return "utf-16-be"
    return ""


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that a decoder stumbled over as Windows-1252, or Latin-1 where that has no character."""
    assert isinstance(error, UnicodeDecodeError)
    wrong = error.object[error.start : error.end]
    try:
        return wrong.decode("cp1252"), error.end
    except UnicodeDecodeError:
        return wrong.decode("latin-1"), error.end


_HANDLER = "tui-windows-1252"
codecs.register_error(_HANDLER, _as_windows_1252)
