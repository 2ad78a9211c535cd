"""Parses a page: bytes to text by its encoding, and text to a tree, stripped first of what no reader sees.

A byte order mark decides, then UTF-8 if the bytes are valid UTF-8, then what the page declares; only a page whose
declaration does not fit is guessed at. No byte is dropped. A tree is never deeper than `PAGE_DEPTH`.
"""

from __future__ import annotations

import codecs
import re
import sys
from functools import cache
from typing import TYPE_CHECKING

from tui.errors import FileProblem
from tui.importing.decoding import decode
from tui.importing.limits import PAGE_CHARACTERS, PAGE_DEPTH, PAGE_ELEMENTS
from tui.locale import N_

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement


_LARGE = 2**20
"""In a larger page, inlined pictures are removed before decoding."""

_MOST_BYTES = 4 * PAGE_CHARACTERS
_INLINED = re.compile(rb"(?<![\w-])data:[\w.+/-]{0,60}(?:;[\w=.-]{1,40}){0,4},[\w%+/=.~!*-]{64,}")

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LOOKED_AT = 4096
"""Bytes in which a declaration is looked for."""

_SAMPLE = 64 * 1024
"""Bytes of text used for a guess."""

_DECLARED = re.compile(
    rb"""(?:<meta\b[^>]{0,300}?\bcharset|<\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
_TAGS = re.compile(rb"<[^<>]{0,2000}>")
_NAMES = re.compile(
    r"utf-?8|utf-?16(?:le|be)?|(?:us-)?ascii|iso-?8859-\d+|latin-?\d|windows-\d{3,4}|cp\d{3,4}|koi8-[ru]|mac(?:roman|intosh)"
    r"|gbk|gb2312|gb18030|big5(?:-hkscs)?|euc-(?:jp|kr)|shift[_-]?jis|iso-2022-(?:jp|kr)|ks_c_5601-1987|tis-620|hz-gb-2312"
)
"""Encodings of the web; others of Python's are not for text, or slow."""

_WIDER = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs", "macintosh": "mac_roman", "macroman": "mac_roman", "hz-gb-2312": "hz",
}  # fmt: skip
"""What browsers decode instead of the declared encoding (WHATWG Encoding Standard): its superset."""

_OTHER_SCRIPTS = frozenset(
    "cp1251 koi8_r koi8_u cp866 iso8859_5 cp1253 iso8859_7 cp1255 iso8859_8 cp1256 iso8859_6 cp874 tis_620 gb18030 gbk"  # noqa: SIM905
    " gb2312 big5 big5hkscs cp932 shift_jis euc_jp euc_kr cp949 johab mac_cyrillic cp1258".split()
)
"""Guesses that are believed; Latin encodings are too similar, and Windows-1252 is the likeliest."""

_CENTRAL = frozenset(("cp1250", "iso8859_2"))
_LANGUAGE = re.compile(rb"<html\b[^<>]{0,500}?\blang\s*=\s*[\"']?(?:cs|pl|hu|sk|sl|hr|ro|bs|sq)\b", re.I)
"""Languages of Central European encodings."""

_ESCAPED = frozenset(("iso2022-jp", "iso2022-kr", "hz"))
"""Encodings made of ASCII bytes, which look like UTF-8."""

_FEW = 200
"""One invalid byte in so many is an error of the page; more mean another encoding."""


def text_of(content: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text of a page and, if its encoding was irregular, a note about it.

    `declared` is the encoding stated by the archive or mail; the page's own comes first. Raises `FileProblem` if the
    bytes are not text, or too many.
    """
    content = _INLINED.sub(b"data:,", content) if len(content) > _LARGE else content
    if len(content) > _MOST_BYTES:
        raise FileProblem(N_("a page of more than {most} million characters").format(most=PAGE_CHARACTERS // 1_000_000))
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
    """Return the encoding that a page declares near its top, in lower case, or ""."""
    found = _DECLARED.search(content[:_LOOKED_AT])
    return found.group(1).decode("ascii", "ignore").lower() if found else ""


def _with_nuls(content: bytes, declared: str) -> tuple[str, str]:
    """Decode UTF-16, with or without its mark, or a text with stray NUL bytes, which are dropped."""
    try:
        return decode(content)
    except FileProblem:
        if b"\0" not in content or content.count(0) * _FEW > len(content):
            raise
    text, note = text_of(content.replace(b"\0", b""), declared)
    return text, note or N_("NUL bytes in it were ignored")


def _known(name: str) -> str:
    """Return the codec for a declared encoding, or ""."""
    name = name.strip().lower()
    if not _NAMES.fullmatch(name):
        return ""
    if name.startswith(("utf-16", "utf16", "utf8")):
        return "utf-8"  # the declaration itself was readable as ASCII
    try:
        return codecs.lookup(_WIDER.get(name, name)).name.replace("_", "-")
    except LookupError:
        return ""


def _as_declared(content: bytes, encoding: str) -> tuple[str, str]:
    """Decode as declared, unless too many bytes are invalid."""
    try:
        return content.decode(encoding), ""
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
    if text.count("\ufffd") * _FEW > len(text):
        return _guessed(content)
    return text, N_("damaged {encoding}: unreadable characters are shown as �").format(encoding=encoding)


def _guessed(content: bytes) -> tuple[str, str]:
    """Guess the encoding of a page whose declaration does not fit; mixed ones are decoded byte by byte."""
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
            return content.decode(best.encoding), N_("its encoding is not declared; it was read as {encoding}").format(
                encoding=best.encoding
            )
        except UnicodeDecodeError:
            pass
    return decode(content)


_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_INLINED_TEXT = re.compile(r"(?<![\w-])data:[\w.+/-]{0,60}(?:;[\w=.-]{1,40}){0,4},[\w%+/=.~!*-]{64,}", re.ASCII)
_LONG_VALUE = re.compile(r"""=\s*(?:"[^"<>]{5000,}"|'[^'<>]{5000,}')""")
_LONG_TAG = re.compile(r"(<[a-z][a-z0-9]{0,20})\s[^<>]{16000,}>", re.I)
"""A tag that long has hundreds of attributes, and the parser compares each with all others."""

_CONTROL = re.compile(r"&#(?:x0*(?P<hex>[0-9a-f]{1,8})|0*(?P<decimal>\d{1,8}));?", re.I)
_RAW = re.compile(r"<(?:(?P<name>script|style|svg)\b|!--)", re.I)
"""Where a reader's eye leaves the text; a script may have the tags of the others in its strings."""

_ENDS = {name: re.compile(rf"</{name}\s{{0,20}}>", re.I) for name in ("script", "style", "svg")}
_COMMENT_END = re.compile("-->")
_NESTING = re.compile(
    r"</?(?:font|span|b|i|u|em|strong|small|big|center|tt|a|abbr|acronym|bdo|bdi|ins|del|s|strike|sub|sup|nobr|label)\b"
    r"[^<>]{0,2000}>",
    re.I,
)
_ALL_BUT_TEXT = re.compile(
    r"</?(?!(?:p|br|h[1-6]|title|meta|link|script|time|html|head|body|li|pre|!doctype)\b)[a-z][^<>]{0,2000}>", re.I
)
_DROPPED = ("style", "svg", "template", "object", "embed", "applet", "canvas", "map")


def lean(html: str) -> str:
    """Strip a page of what no reader sees: inlined images, styles, overlong values.

    Raises `FileProblem` when the page is still too large.
    """
    html = _INVALID.sub("", html)
    if "data:" in html:
        html = _INLINED_TEXT.sub("data:,", html)
    html = _without_drawings(html)
    html = _LONG_TAG.sub(r"\1>", _LONG_VALUE.sub('=""', html))
    if "&#" in html:
        html = _CONTROL.sub(_allowed, html)
    if len(html) > PAGE_CHARACTERS:
        raise FileProblem(N_("a page of more than {most} million characters").format(most=PAGE_CHARACTERS // 1_000_000))
    return html


def _allowed(reference: re.Match[str]) -> str:
    """Return a character reference, or "" if no text may contain it: parsers fail on it much later."""
    number = int(reference["hex"], 16) if reference["hex"] else int(reference["decimal"])
    return (
        "" if number > sys.maxunicode or (number not in (9, 10, 13) and _INVALID.match(chr(number))) else reference[0]
    )


def _without_drawings(html: str) -> str:
    """Cut out styles and drawings, not those in scripts and comments; an unclosed one stays, with all that follows."""
    kept, behind, at = [], 0, 0
    while (found := _RAW.search(html, at)) is not None:
        name = (found["name"] or "").lower()
        end = _ENDS.get(name, _COMMENT_END).search(html, found.end())
        if end is None:
            if name in ("style", "svg"):
                break
            at = found.end()
            continue
        at = end.end()
        if name in ("style", "svg"):
            kept += [html[behind : found.start()], " "]
            behind = at
    return "".join((*kept, html[behind:])) if kept else html


def parse(html: str) -> tuple[HtmlElement | None, str]:
    """Return the tree of a stripped page, and a note if it had to be parsed without some of its tags.

    None if the page is empty. Raises `FileProblem` if it has too many elements, or nests them too deeply.
    """
    tree = _parsed(html)
    note = ""
    for pattern in (_NESTING, _ALL_BUT_TEXT):
        if tree is None or not _too_deep(tree):
            break
        html = pattern.sub("" if pattern is _NESTING else " ", html)
        tree = _parsed(html)
        note = N_("its tags are nested too deeply; only paragraphs and headings were read")
    if tree is None:
        return None, note
    if _too_deep(tree):
        raise FileProblem(N_("a page whose tags are nested too deeply"))
    if sum(1 for _ in tree.iter()) > PAGE_ELEMENTS:
        raise FileProblem(
            N_("a page of more than {most:,} elements: too large to look for an article").format(most=PAGE_ELEMENTS)
        )
    for element in list(tree.iter(*_DROPPED)):
        element.drop_tree()
    return tree, note


def _parsed(html: str) -> HtmlElement | None:
    """Parse without comments and processing instructions, as trafilatura requires."""
    from lxml.etree import ElementDefaultClassLookup, HTMLParser, ParserError
    from lxml.html import HtmlElement, document_fromstring

    parser = HTMLParser(
        collect_ids=False, remove_comments=True, remove_pis=True, encoding="utf-8", no_network=True, huge_tree=True
    )
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))  # lxml.html's asks Python each time
    try:
        return document_fromstring(html.encode("utf-8", "ignore"), parser=parser)
    except ParserError:
        return None


def _too_deep(tree: HtmlElement) -> bool:
    """Say whether a tree is too deep; does not recurse."""
    return bool(_deepest()(tree))


@cache
def _deepest() -> XPath:
    """Return the path to elements below the deepest that are allowed."""
    from lxml.etree import XPath

    return XPath(f"boolean({'/*' * (PAGE_DEPTH + 1)})", smart_strings=False)
