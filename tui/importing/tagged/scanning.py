"""Scans SGML and XML for tags; robust against any damage.

It is not a parser: nothing needs to be well-formed, and no entity is declared or expanded. Each scan is linear. A `<`
that does not begin a tag stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from html import unescape
from typing import NamedTuple

from tui.errors import FileProblem
from tui.importing.decoding import decode
from tui.locale import N_

_MARK = re.compile(
    r"<(?:(?P<close>/?)(?P<name>[A-Za-z_][\w:.-]*+)"
    r"""(?P<rest>(?:[^<>"']|"[^"<]*"|'[^'<]*')*+|[^<>]*+)>"""
    r"|(?P<special>!--|!\[CDATA\[|[!?]))"
)
_ENDS = {"!--": "-->", "![CDATA[": "]]>", "?": "?>", "!": ">"}
_ATTRIBUTE = re.compile(r"""([A-Za-z_][\w:.-]*+)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++))""")
_ENTITY = re.compile(r"<!ENTITY\b", re.I)
_ROOT = re.compile(r"<[A-Za-z_]")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,31};")
_DECLARED = re.compile(
    rb"""\s*<\?xml[^<>]{0,200}?encoding\s*=\s*["'](?P<name>iso-?8859-\d{1,2}|latin-?1|windows-\d{3,4}|cp\d{3,4}|koi8-[ru]"""
    rb"""|gb2312|gbk|gb18030|big5|shift_jis|euc-(?:jp|kr))["']""",
    re.I,
)


class TokenKind(Enum):
    """The kinds of tokens."""

    OPEN = "open"
    CLOSE = "close"
    TEXT = "text"


class Token(NamedTuple):
    """A tag, or the text between two tags."""

    kind: TokenKind
    name: str
    """The tag's name in lower case; "" for text."""
    text: str
    """The text with entities resolved; of a tag, its attributes."""
    start: int
    """The offset of its first character."""
    end: int
    """The offset after its last character."""

    @property
    def empty(self) -> bool:
        """Whether the tag closes itself: `<br/>`."""
        return self.kind is TokenKind.OPEN and self.text.endswith("/")


def scan(text: str, start: int = 0) -> Iterator[Token]:
    """Yield the tags and texts from offset `start`; comments and declarations are skipped."""
    behind = start
    unended: set[str] = set()
    while mark := _MARK.search(text, behind):
        if mark.start() > behind:
            yield Token(TokenKind.TEXT, "", unescape(text[behind : mark.start()]), behind, mark.start())
        special = mark["special"]
        if special is None:
            kind = TokenKind.CLOSE if mark["close"] else TokenKind.OPEN
            behind = mark.end()
            yield Token(kind, mark["name"].lower(), mark["rest"].strip(), mark.start(), behind)
            continue
        end = -1 if special in unended else text.find(_ENDS[special], mark.end())
        if end < 0:
            unended.add(special)
            behind = mark.end()
            yield Token(TokenKind.TEXT, "", mark.group(), mark.start(), behind)
            continue
        behind = end + len(_ENDS[special])
        if special == "![CDATA[":
            yield Token(TokenKind.TEXT, "", text[mark.end() : end], mark.start(), behind)
    if behind < len(text):
        yield Token(TokenKind.TEXT, "", unescape(text[behind:]), behind, len(text))


def attributes(rest: str) -> dict[str, str]:
    """Return the attributes of a tag by lower-case name; `rest` is what follows the tag's name."""
    return {
        found.group(1).lower(): unescape(found.group(2) or found.group(3) or found.group(4) or "").strip()
        for found in _ATTRIBUTE.finditer(rest)
    }


def tagged_text(content: bytes) -> tuple[str, str]:
    """Return the text of a tagged file, and a note if its encoding was irregular.

    A declared encoding is used if the bytes are not UTF-8. Raises `FileProblem` if they are not text, or declare
    entities, which serve attacks only.
    """
    declared = _DECLARED.match(content)
    text, note = decode(content)
    if declared and note:
        try:
            text, note = content.decode(declared["name"].decode("ascii")), ""
        except (UnicodeDecodeError, LookupError):
            note = N_("not in the encoding that it declares; {note}").format(note=note)
    root = _ROOT.search(text)
    if _ENTITY.search(text, 0, root.start() if root else len(text)):
        raise FileProblem(N_("it declares XML entities, which may expand without limit, and was not read"))
    return text, note


def resolved(text: str) -> str:
    """Return XML with HTML's named entities as characters, so that it needs no declaration of them."""
    return _NAMED.sub(lambda entity: unescape(entity.group()), text)
