"""Rich Text Format: turns groups, control words and bytes into paragraphs and properties in one pass.

The memory needed is proportional to the file. Control words follow Microsoft's RTF Specification 1.9.1; destinations
are read only if they hold text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from tui.errors import FileProblem
from tui.importing.limits import RTF_GROUPS, RTF_WORDS, TEXT_CHARACTERS
from tui.importing.markup.fragment import Block
from tui.locale import N_

SOFT_BREAK = "\u2028"
"""Stands in a block where the file breaks a line within a paragraph."""

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_CHARACTERS = {
    "tab": " ", "emdash": "\u2014", "endash": "\u2013", "emspace": " ", "enspace": " ", "qmspace": " ", "line": " ",
    "bullet": "\u2022", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d",
    "~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip
_BREAKS = frozenset(("par", "sect", "page", "column", "\n", "\r"))
_SILENT_LIST = (
    "fonttbl colortbl stylesheet pict header headerl headerr headerf footer footerl footerr footerf fldinst tc xe rxe"
    " txe bkmkstart bkmkend private pn sp sn sv background ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn shprslt objdata"
    " nonesttables nesttableprops datafield annotation comment upr filetbl do fldtype themedata colorschememapping"
)
_SILENT = frozenset(_SILENT_LIST.split())
_HEARD = frozenset(("shpinst", "ud", "shptxt"))
"""Ignorable destinations that hold text all the same."""

_FIELDS = frozenset(("title", "author", "keywords", "creatim", "revtim"))
_CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""The code page of each font character set."""

_WINDOWS = "cp1252"
_SHEETS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": _WINDOWS}
_HEADING = re.compile(r"(?:title|titre|titel)(?:;|$)|(?:heading|titre|überschrift) ([1-5])(?:;|$)", re.IGNORECASE)
_TEXT, _NOTE, _FONTS, _STYLES, _SILENCE = "text", "note", "fonts", "styles", "silence"


@dataclass(frozen=True, slots=True)
class _Group:
    """The state of a group."""

    target: str = _TEXT
    """Where its text goes: one of the targets above, or a property."""
    code_page: str = ""
    """Its font's; empty for the file's."""
    spare: int = 1
    """Fallback characters after each Unicode character."""
    hidden: bool = False
    starred: bool = False
    """Whether it is marked as ignorable."""
    noted: int = 0
    """The index of the block at which a note began."""


class RichText:
    """A parsed RTF file."""

    def __init__(self, content: bytes) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Block] = []
        self.properties: dict[str, str] = {}
        self._code_page = _WINDOWS
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._levels: dict[int, int] = {}
        self._style = 0
        self._level = 0
        self._group = _Group()
        self._stack: list[_Group] = []
        self._parts: list[str] = []
        self._bytes = bytearray()
        self._kept: list[list[str]] = []
        self._row = self._cells = 0
        self._skip = self._length = 0
        self._style_name = ""
        self._read(content)
        while self._kept:
            self._end_note()
        self._group = _Group()
        self._end_paragraph()

    def _read(self, content: bytes) -> None:
        place, end, words = 0, len(content), 0
        while place < end and (token := _TOKEN.match(content, place)):
            place = token.end()
            words += 1
            if words > RTF_WORDS:
                raise FileProblem(N_("more than {most} million control words").format(most=RTF_WORDS // 1_000_000))
            kind = token.lastgroup
            if kind == "hex":
                self._take_bytes(bytes((int(token["hex"], 16),)))
            elif kind == "text":
                self._take_bytes(token["text"])
            elif kind == "brace":
                self._flush()
                self._skip = 0
                self._open() if token["brace"] == b"{" else self._close()
                if not self._stack and token["brace"] == b"}":
                    return
            elif kind == "sign":
                self._flush()
                self._take_word(token["sign"].decode("latin-1"), None)
            elif kind is not None:
                self._flush()
                number = int(token["number"]) if token["number"] else None
                word = token["word"].decode("ascii")
                if word == "bin":
                    place += max(0, number or 0)
                else:
                    self._take_word(word, number)
        self._flush()

    def _open(self) -> None:
        if len(self._stack) >= RTF_GROUPS:
            raise FileProblem(N_("more than {most:,} nested groups").format(most=RTF_GROUPS))
        self._stack.append(self._group)
        self._group = replace(self._group, starred=False)

    def _close(self) -> None:
        if not self._stack:
            return
        outer = self._stack.pop()
        if self._group.target == _NOTE != outer.target:
            self._end_note()
        elif self._group.target == _STYLES:
            found = _HEADING.match(self._style_name.strip())
            if found:
                self._levels[self._style] = 1 + int(found[1] or 0)
            self._style_name = ""
        self._group = outer

    def _take_bytes(self, raw: bytes) -> None:
        """Handle bytes of text, skipping fallbacks of Unicode characters."""
        if self._skip:
            skipped = min(self._skip, len(raw))
            self._skip -= skipped
            raw = raw[skipped:]
        if self._group.target != _SILENCE and not self._group.hidden:
            self._bytes += raw

    def _flush(self) -> None:
        """Decode the collected bytes; a character may take several."""
        if self._bytes:
            self._put(self._bytes.decode(self._group.code_page or self._code_page, "replace"))
            self._bytes.clear()

    def _put(self, text: str) -> None:
        target = self._group.target
        if self._group.hidden or target == _SILENCE:
            return
        if target in (_TEXT, _NOTE):
            self._parts.append(text)
            self._length += len(text)
            if self._length > TEXT_CHARACTERS:
                raise FileProblem(
                    N_("a text of more than {most} million characters").format(most=TEXT_CHARACTERS // 1_000_000)
                )
        elif target == _STYLES:
            self._style_name += text
        elif target in _FIELDS:
            self.properties[target] = self.properties.get(target, "") + text

    def _take_word(self, word: str, number: int | None) -> None:
        """Handle a control word or symbol."""
        if self._skip and word not in ("u", "*"):
            self._skip -= 1
            return
        if word == "*":
            self._group = replace(self._group, starred=True)
        elif word in _CHARACTERS:
            self._put(_CHARACTERS[word])
        elif word in _BREAKS:
            self._end_paragraph()
        elif word == "u" and number is not None:
            self._put(chr(number % 0x10000))
            self._skip = self._group.spare
        elif word in ("cell", "nestcell", "row", "nestrow", "trowd"):
            self._take_table(word)
        elif not self._take_destination(word):
            self._take_format(word, number)

    def _take_destination(self, word: str) -> bool:
        """Set the target of a group by its destination word; return False for other words."""
        if self._group.target == _SILENCE and word != "ud":
            return True
        if word == "footnote":
            self._begin_note()
        elif word in ("fonttbl", "stylesheet"):
            self._turn(_FONTS if word == "fonttbl" else _STYLES)
        elif word in _FIELDS or word in ("info", "ud"):
            self._turn({"info": "info", "ud": _TEXT}.get(word, word))
        elif word in _SILENT or self._group.starred:
            self._turn(self._group.target if word in _HEARD else _SILENCE)
        else:
            return False
        return True

    def _turn(self, target: str) -> None:
        self._group = replace(self._group, target=target, starred=False)

    def _take_format(self, word: str, number: int | None) -> None:
        """Handle a formatting word."""
        target = self._group.target
        if word in _SHEETS:
            self._code_page = _SHEETS[word]
        elif word == "ansicpg":
            self._code_page = _known(f"cp{number}")
        elif word == "uc":
            self._group = replace(self._group, spare=min(max(number or 0, 0), 16))
        elif word == "f":
            self._font = number or 0
            self._group = replace(self._group, code_page=self._fonts.get(self._font, ""))
        elif word == "fcharset" and target == _FONTS:
            self._fonts[self._font] = _CODE_PAGES.get(number or 0, "") if number else ""
        elif word in ("v", "deleted"):
            self._group = replace(self._group, hidden=number != 0)
        elif word == "plain":
            self._group = replace(self._group, hidden=False, code_page="")
        elif word in ("yr", "mo", "dy") and target in ("creatim", "revtim"):
            self._put(f"{number or 0:04}" if word == "yr" else f"-{number or 0:02}")
        else:
            self._take_style(word, number or 0, target)

    def _take_style(self, word: str, number: int, target: str) -> None:
        """Handle words that make a paragraph a heading."""
        if word == "pard":
            self._level = self._style = 0
        elif word == "s":
            self._style = number
            self._level = self._levels.get(number, 0) if target != _STYLES else 0
        elif word == "outlinelevel" and number < 6:
            if target == _STYLES:
                self._levels[self._style] = number + 1
            else:
                self._level = number + 1

    def _take_table(self, word: str) -> None:
        """End a cell or a row; a row is one paragraph if each cell has at most one."""
        if self._group.target != _TEXT:
            return
        self._end_paragraph()
        if word == "trowd":
            self._row = self._row if self._cells else len(self.blocks)
        elif word in ("cell", "nestcell"):
            self._cells += 1
        else:
            found = self.blocks[self._row :]
            if 1 < len(found) <= self._cells:
                self.blocks[self._row :] = [Block(" ".join(block.text for block in found))]
            self._cells, self._row = 0, len(self.blocks)

    def _begin_note(self) -> None:
        self._parts.append(f"[{len(self.notes) + len(self._kept) + 1}]")
        self._kept.append(self._parts)
        self._parts = []
        self._turn(_NOTE)

    def _end_note(self) -> None:
        text = _whole(self._parts)
        self.notes.append(Block(f"[{len(self.notes) + 1}] {text}"))
        self._parts = self._kept.pop() if self._kept else []

    def _end_paragraph(self) -> None:
        if self._group.target == _NOTE:
            self._parts.append(" ")
        elif self._group.target == _TEXT:
            text = _whole(self._parts)
            if text:
                self.blocks.append(Block(text, self._level))
            self._parts = []


def _whole(parts: list[str]) -> str:
    """Join the parts of a paragraph, and surrogate pairs in it."""
    text = "".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return SOFT_BREAK.join(" ".join(line.split()) for line in text.split(SOFT_BREAK)).strip()


def _known(code_page: str) -> str:
    try:
        return codecs.lookup({"cp65001": "utf-8", "cp10000": "mac_roman"}.get(code_page, code_page)).name
    except LookupError:
        return _WINDOWS
