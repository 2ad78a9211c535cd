"""Makes text safe to show: the one place where hostile characters are removed.

Nothing that passes can move the cursor, change the terminal's state or reorder the text around it.
"""

from __future__ import annotations

import re
import unicodedata

_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u00ad"  # a soft hyphen breaks words for the search and has no width that terminals agree on
    "\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\u202a-\u202e\u2066-\u206f\ufeff"  # bidi controls, invisibles
    "\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # anchors, shorthand, tags
    "\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"  # lone surrogates, private use: glyphs of one font
    "\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff"  # no characters at all
    "]"
)
_LINE_ENDS = re.compile("\r\n?|\x85|[\u2028\u2029\x0b\x0c]")
_LINE_ENDS_IN_JSON = re.compile("[\x85\u2028\u2029]")
_TAB = "    "


def printable(text: str) -> str:
    """Return `text` in NFC without anything but printable characters and newlines.

    Every kind of line end becomes a newline, a tab four spaces. Escape sequences lose their first byte and so their
    effect; the rest stays visible. Joiners stay: Persian and Hindi need them. Offsets differ from the argument's.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", _TAB)
    text = _UNWANTED.sub("", text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def printable_line(text: str) -> str:
    """Return `text` as one printable line: white space is collapsed and trimmed."""
    return " ".join(printable(text).split())


def printable_json(value: object, indent: int | None = None, *, ascii_only: bool = False) -> str:
    r"""Return `value` as JSON in which whatever `printable` takes out, and every odd line end, is an escape.

    Nothing is lost: a reader of JSON gets the very text back, and a terminal shows `\u202e` in its place. With
    `ascii_only` everything outside of ASCII is an escape.
    """
    import json

    written = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    if written.isascii() and "\x7f" not in written:
        return written
    return _LINE_ENDS_IN_JSON.sub(_escape, _UNWANTED.sub(_escape, written))


def _escape(found: re.Match[str]) -> str:
    """Write a character as JSON does, one above U+FFFF as two surrogates."""
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
