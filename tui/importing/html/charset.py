"""From the bytes of a page to its text: what the page declares, what its bytes are, and what is left of both.

A byte order mark decides, then UTF-8 where the bytes are UTF-8 throughout, then what the page declares; only a page
that declares nothing that fits is guessed at. No byte is dropped: what no encoding explains is shown as a mark.
"""

from __future__ import annotations

import codecs
import re

from tui.errors import FileProblem
from tui.importing.decoding import decode
from tui.importing.limits import PAGE_CHARACTERS

_LARGE = 2**20
"""In a larger page pictures that are written out in it are looked for before anything is decoded."""

_MOST_BYTES = 4 * PAGE_CHARACTERS
_INLINED = re.compile(rb"(?<![\w-])data:[\w.+/-]{0,60}(?:;[\w=.-]{1,40}){0,4},[\w%+/=.~!*-]{64,}")

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LOOKED_AT = 4096
"""Bytes in which a declaration is looked for."""

_SAMPLE = 64 * 1024
"""Bytes of text that a guess is made from."""

_DECLARED = re.compile(
    rb"""(?:<meta\b[^>]{0,300}?\bcharset|<\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
_TAGS = re.compile(rb"<[^<>]{0,2000}>")
_NAMES = re.compile(
    r"utf-?8|utf-?16(?:le|be)?|(?:us-)?ascii|iso-?8859-\d+|latin-?\d|windows-\d{3,4}|cp\d{3,4}|koi8-[ru]|mac(?:roman|intosh)"
    r"|gbk|gb2312|gb18030|big5(?:-hkscs)?|euc-(?:jp|kr)|shift[_-]?jis|iso-2022-(?:jp|kr)|ks_c_5601-1987|tis-620|hz-gb-2312"
)
"""Encodings of the web; others that Python knows are no encodings of text, or cost much."""

_WIDER = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs", "macintosh": "mac_roman", "macroman": "mac_roman", "hz-gb-2312": "hz",
}  # fmt: skip
"""What browsers take a declaration for (the WHATWG's Encoding Standard): the wider set of the same family."""

_OTHER_SCRIPTS = frozenset(
    "cp1251 koi8_r koi8_u cp866 iso8859_5 cp1253 iso8859_7 cp1255 iso8859_8 cp1256 iso8859_6 cp874 tis_620 gb18030 gbk"  # noqa: SIM905
    " gb2312 big5 big5hkscs cp932 shift_jis euc_jp euc_kr cp949 johab mac_cyrillic cp1258".split()
)
"""Guesses that are believed; those of Latin letters are too like one another, and Windows-1252 is the likeliest."""

_CENTRAL = frozenset(("cp1250", "iso8859_2"))
_LANGUAGE = re.compile(rb"<html\b[^<>]{0,500}?\blang\s*=\s*[\"']?(?:cs|pl|hu|sk|sl|hr|ro|bs|sq)\b", re.I)
"""Languages whose pages are believed to be in the encodings of Central Europe."""

_ESCAPED = frozenset(("iso2022-jp", "iso2022-kr", "hz"))
"""Encodings whose bytes are ASCII, so that they pass for UTF-8."""

_FEW = 200
"""One wrong byte in so many is a flaw of the page; more say that the encoding is another."""


def text_of(content: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text of a page and, where its encoding was no plain matter, a sentence on it.

    `declared` is the encoding by the archive or the mail that carried the page; the page's own word comes first.
    Raises `FileProblem` where the bytes are no text, or more than a page may hold.
    """
    content = _INLINED.sub(b"data:,", content) if len(content) > _LARGE else content
    if len(content) > _MOST_BYTES:
        raise FileProblem(f"a page of more than {PAGE_CHARACTERS // 1_000_000} million characters")
    if b"\0" in content or content.startswith(_MARKS):
        return _with_nuls(content, declared)
    named = _known(declared_in(content)) or _known(declared)
    if named in _ESCAPED:
        return content.decode(named, "replace"), ""
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    if named == "utf-8":
        return decode(content)
    return _as_declared(content, named) if named else _guessed(content)


def declared_in(content: bytes) -> str:
    """Return the encoding that a page names near its top, in lower case; "" where it names none."""
    found = _DECLARED.search(content[:_LOOKED_AT])
    return found.group(1).decode("ascii", "ignore").lower() if found else ""


def _with_nuls(content: bytes, declared: str) -> tuple[str, str]:
    """Read UTF-16, with its mark or without it, or a text with stray NUL bytes, which are dropped."""
    try:
        return decode(content)
    except FileProblem:
        if b"\0" not in content or content.count(0) * _FEW > len(content):
            raise
    text, note = text_of(content.replace(b"\0", b""), declared)
    return text, note or "NUL bytes in it were passed over"


def _known(name: str) -> str:
    """Return the encoding to decode with, or "" where the name means none."""
    name = name.strip().lower()
    if not _NAMES.fullmatch(name):
        return ""
    if name.startswith(("utf-16", "utf16", "utf8")):
        return "utf-8"  # the declaration could be read as ASCII
    try:
        return codecs.lookup(_WIDER.get(name, name)).name.replace("_", "-")
    except LookupError:
        return ""


def _as_declared(content: bytes, encoding: str) -> tuple[str, str]:
    """Decode as the page says, unless too much speaks against it."""
    try:
        return content.decode(encoding), ""
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
    if text.count("\ufffd") * _FEW > len(text):
        return _guessed(content)
    return text, f"damaged {encoding}: what could not be read is shown as \ufffd"


def _guessed(content: bytes) -> tuple[str, str]:
    """Guess the encoding of a page that names none that fits; mixed ones are read byte by byte."""
    from charset_normalizer import from_bytes

    lenient = content.decode("utf-8", "replace")
    wrong = lenient.count("\ufffd")
    if sum(1 for character in lenient if character > "\x7f") > 2 * wrong:
        return decode(content)
    sample = _TAGS.sub(b" ", content[: 8 * _SAMPLE])[:_SAMPLE]
    best = from_bytes(sample, cp_exclusion=["utf_7"]).best() if not sample.isascii() else None
    central = _LANGUAGE.search(content[:_LOOKED_AT]) is not None
    if best is not None and (best.encoding in _OTHER_SCRIPTS or (central and best.encoding in _CENTRAL)):
        try:
            return content.decode(best.encoding), f"its encoding is not named; it was read as {best.encoding}"
        except UnicodeDecodeError:
            pass
    return decode(content)
