"""Markdown as plain blocks of text: headings, paragraphs and list items without markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from tui.importing.limits import MARKDOWN_BLOCK_CHARACTERS, MARKDOWN_LINES
from tui.importing.markup.fragment import Block
from tui.importing.markup.tags import is_break, is_tag, strip_markup
from tui.locale import N_

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

BULLET = "• "
"""The prefix of an unordered list item."""

_SHORTCODE = re.compile(r"\{\{[<%][^{}]*[%>]\}\}|\{%[^{}]*%\}")
_LEFT_MARKS = re.compile(r"\*\*+|(?<!_)__(?!_)")
"""Emphasis that CommonMark does not recognise as such."""

_LEFT_LINK = re.compile(r"!?\[([^\[\]]+)\]\((?:https?://|/)[^()]*(?:\([^()]*\)[^()]*)*\)")
_RULE = re.compile(r"[\s*_=~–—-]+")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(slots=True)
class MarkedText:
    """The content of a Markdown text."""

    blocks: list[Block] = field(default_factory=list)
    """Headings and paragraphs; an item, a table row and a line of code are one each."""
    left_out: list[str] = field(default_factory=list)
    """Images, embedded elements, comments and shortcodes, verbatim."""
    note: str = ""
    """A note for the account; mostly empty."""


def read_markdown(text: str) -> MarkedText:
    """Read a text as CommonMark with tables; indented text is not code."""
    read = MarkedText()
    if "{%" in text or "{{" in text:
        read.left_out += _SHORTCODE.findall(text)
        text = _SHORTCODE.sub("", text)
    if _too_dense(text):
        read.note = N_("it is too long to be read as Markdown and was read as plain text")
        read.blocks += [Block(" ".join(one.split())) for one in _EMPTY_LINE.split(text) if one.strip()]
        return read
    definitions: dict[str, dict[str, dict[str, str]]] = {}
    tokens = _parser().parse(text, definitions)
    read.left_out += [f"[{name.lower()}]: {one['href']}" for name, one in definitions.get("references", {}).items()]
    _Walk(read).over(tokens)
    return read


def _too_dense(text: str) -> bool:
    """Say whether parsing a text could take minutes: a long run without an empty line, or too many lines."""
    if text.count("\n") > MARKDOWN_LINES:
        return True
    if len(text) <= MARKDOWN_BLOCK_CHARACTERS:
        return False
    behind = 0
    for gap in _EMPTY_LINE.finditer(text):
        if gap.start() - behind > MARKDOWN_BLOCK_CHARACTERS:
            return True
        behind = gap.end()
    return len(text) - behind > MARKDOWN_BLOCK_CHARACTERS


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).disable("code")


class _Walk:
    """Walks the tokens of a text once, tracking open lists, items, headings and rows."""

    def __init__(self, read: MarkedText) -> None:
        self._read = read
        self._numbers: list[int | None] = []
        """The next number of each open list; None for an unordered one."""
        self._mark = ""
        """The prefix of the next paragraph: that of the item just opened."""
        self._level = 0
        self._cells: list[str] | None = None

    def over(self, tokens: Sequence[Token]) -> None:
        """Walk the tokens of a whole text."""
        for token in tokens:
            kind = token.type
            if kind == "inline":
                self._inline(token)
            elif kind == "heading_open":
                self._level = int(token.tag[1:])
            elif kind == "heading_close":
                self._level = 0
            elif kind in ("fence", "code_block"):
                self._add(token.content.splitlines())
            elif kind == "html_block":
                paragraphs, left_out = strip_markup(token.content)
                self._read.left_out += left_out
                self._add(paragraphs)
            else:
                self._structure(token)

    def _structure(self, token: Token) -> None:
        """Handle the start and end of lists, items and rows."""
        match token.type:
            case "bullet_list_open":
                self._numbers.append(None)
            case "ordered_list_open":
                self._numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self._numbers.pop()
            case "list_item_open":
                self._mark = self._item_mark()
            case "list_item_close":
                self._mark = ""
            case "tr_open":
                self._cells = []
            case "tr_close":
                row, self._cells = self._cells or [], None
                self._add([" | ".join(row)] if any(row) else [])

    def _item_mark(self) -> str:
        number = self._numbers[-1]
        if number is None:
            return BULLET
        self._numbers[-1] = number + 1
        return f"{number}. "

    def _inline(self, token: Token) -> None:
        lines = list(_lines(token.children or [], token.content.lower(), self._read.left_out))
        if self._cells is not None:
            self._cells.append(" ".join(" ".join(lines).split()))
        else:
            self._add(lines)

    def _add(self, lines: Sequence[str]) -> None:
        for line in lines:
            text = " ".join(line.split())
            if text and not _RULE.fullmatch(text):
                self._read.blocks.append(Block(self._mark + text, self._level))
                self._mark = ""


def _lines(children: Sequence[Token], source: str, left_out: list[str]) -> Iterator[str]:
    """Yield the lines of a paragraph, split at hard breaks only; `source` is its Markdown in lower case."""
    parts: list[str] = []
    for child in children:
        kind = child.type
        if kind in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif kind == "softbreak":
            parts.append(" ")
        elif kind == "hardbreak" or (kind == "html_inline" and is_break(child.content)):
            yield _unmarked("".join(parts))
            parts = []
        elif kind == "html_inline":
            if not _is_markup(child.content, source):
                parts.append(child.content)
        elif kind == "image":
            left_out.append(f"![{child.content}]({child.attrs.get('src', '')})")
    yield _unmarked("".join(parts))


def _unmarked(line: str) -> str:
    """Remove emphasis and links that CommonMark did not recognise."""
    if "](" in line:
        line = _LEFT_LINK.sub(r"\1", line)
    return _LEFT_MARKS.sub("", line) if "**" in line or "__" in line else line


def _is_markup(tag: str, source: str) -> bool:
    """Say whether `<…>` within a paragraph is a tag: an unclosed `<I>` may be a company."""
    if not is_tag(tag):
        return False
    name = tag[1:-1].lower()
    return not name.isalpha() or f"</{name}>" in source
