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
