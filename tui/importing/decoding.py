"""Decodes bytes to text and detects the encoding.

A byte order mark decides; otherwise UTF-8. Of bytes that are not UTF-8, whole words beyond ASCII are in the encoding of
another script, if one is plausible; all else is decoded one by one as Windows-1252, so that a file of mixed encodings
keeps what is right in it. Anything with control bytes is not text and is refused.
"""

from __future__ import annotations

import codecs

from tui.errors import FileProblem
from tui.importing.legacy_encoding import is_other_script, legacy_encoding
from tui.importing.limits import TEXT_BYTES
from tui.locale import N_

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))
_TOLERATED = 4
"""Stray control bytes that any text may hold; escape bytes do not count."""

_SPARSE = 50
"""More of them make a file binary if there is more than one in so many bytes."""

_FEWEST_NULS = 4
"""The fewest NUL bytes that suggest UTF-16."""

_UNREADABLE = "\ufffd"

_MIXED = N_("not UTF-8 throughout: the other bytes were read as Windows-1252")

_DOUBTFUL = N_("its letters are doubtful: not UTF-8, and no other encoding is plausible; save it as UTF-8")

_UTF8_SAMPLE = 64 * 1024
"""Bytes of which the share that is UTF-8 is counted."""

_PART = 2**20
"""Bytes transcoded at once."""

_SAMPLE = 4096
"""Bytes examined for UTF-16 without a byte order mark."""


def decode(content: bytes) -> tuple[str, str]:
    """Return the text of a file and, if its encoding was irregular, a note about it.

    Raises `FileProblem` if the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], encoding)
    if b"\x00" in content:
        encoding = _unmarked_utf16(content)
        if not encoding:
            raise FileProblem(N_("not text: it contains NUL bytes"))
        return _lenient(content, encoding)
    _refuse_binary(content)
    return _lenient(content, "utf-8")


def _refuse_binary(content: bytes) -> None:
    controls = len(content) - len(content.translate(None, _CONTROLS))
    if content.startswith(b"%PDF-") or (controls > _TOLERATED and controls * _SPARSE > len(content)):
        raise FileProblem(N_("not text: it contains binary data"))


def decode_article(content: bytes) -> tuple[str, str]:
    """Return the text of a file that is one article, as `decode` does; raises `FileProblem` if it is too long."""
    if len(content) > TEXT_BYTES:
        raise FileProblem(N_("larger than {most} MB: too long for an article").format(most=TEXT_BYTES // 1_000_000))
    return decode(content)


def as_utf8(content: bytes) -> tuple[bytes, str]:
    """Return the content of a table or of records as UTF-8 bytes without a mark, and a note if it was irregular.

    Invalid bytes stay for `text_of` to decode; stray NUL bytes are removed. Raises `FileProblem` if it is not text.
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
        return content.replace(b"\x00", b""), N_("NUL bytes in it were ignored")
    return content, "" if _is_utf8(content) else _MIXED


def text_of(part: bytes) -> str:
    """Decode a part of what `as_utf8` returned."""
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
    """Transcode bytes to UTF-8 in chunks."""
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
        return text, N_("damaged {encoding}: unreadable characters are shown as {unreadable}").format(
            encoding=encoding.upper(), unreadable=_UNREADABLE
        )
    if is_other_script(content) and not _has_utf8(content):
        legacy = legacy_encoding(content)
        if legacy:
            return content.decode(legacy, "replace"), N_("not UTF-8: it was read as {legacy}").format(legacy=legacy)
        return content.decode("utf-8", _HANDLER), _DOUBTFUL
    return content.decode("utf-8", _HANDLER), _MIXED


def _has_utf8(content: bytes) -> bool:
    """Say whether a good part of the bytes beyond ASCII is valid UTF-8, as in a file of mixed encodings."""
    sample = content[:_UTF8_SAMPLE].decode("utf-8", "replace")
    wrong = sample.count(_UNREADABLE)
    return sum(character > "\x7f" for character in sample) - wrong >= wrong


def _unmarked_utf16(content: bytes) -> str:
    """Return the byte order of UTF-16 without a mark, or "": half the bytes of Latin text in it are NUL."""
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
    """Decode the invalid bytes as Windows-1252, or as Latin-1 where that has no character."""
    assert isinstance(error, UnicodeDecodeError)
    wrong = error.object[error.start : error.end]
    try:
        return wrong.decode("cp1252"), error.end
    except UnicodeDecodeError:
        return wrong.decode("latin-1"), error.end


_HANDLER = "tui-windows-1252"
codecs.register_error(_HANDLER, _as_windows_1252)
