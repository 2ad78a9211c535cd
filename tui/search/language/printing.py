"""Printing: from a tree back to a query that parses to the same tree."""

from __future__ import annotations

from datetime import date

from tui.search.language.fields import FIELDS, LISTS
from tui.search.language.tree import (
    And,
    Everything,
    Fuzzy,
    Leaf,
    Mentioned,
    Near,
    Node,
    Not,
    Nothing,
    Number,
    Or,
    Phrase,
    Prefix,
    Published,
    Regex,
    State,
    Wildcard,
    Word,
)

_LOOSE, _EITHER, _CLOSE, _TIGHT = range(4)
_DATE_NAMES = {field.node: field.name for field in FIELDS.values() if field.node and not field.side}


def unparse(tree: Node, order: str = "") -> str:
    """Return a query that parses to `tree`; `order` is what `sort:` asks for, empty for nothing.

    `Nothing` prints as the empty query.
    """
    written = "" if isinstance(tree, (Nothing, Everything)) and order else _print(tree, _LOOSE)
    return f"{written} sort:{order}".strip() if order else written


def _print(node: Node, place: int) -> str:
    """Print a node, in brackets unless it binds tighter than `place`."""
    match node:
        case And():
            written = _grouped(" ".join(_print(part, _EITHER) for part in node.parts), place > _LOOSE)
        case Or():
            written = _grouped(" OR ".join(_print(part, _CLOSE) for part in node.parts), place > _EITHER)
        case Near():
            sign = f" {'ADJ' if node.ordered else 'NEAR'}/{node.distance} "
            written = _grouped(sign.join(_print(part, _TIGHT) for part in node.parts), place > _CLOSE)
        case Not():
            written = f"-{_print(node.part, _TIGHT)}"
        case Published() | Mentioned():
            written = f"{_DATE_NAMES[type(node)]}:{_range(node.first, node.last)}"
        case State():
            written = f"is:{node.name}"
        case Everything():
            written = "*"
        case Nothing():
            written = ""
        case _:
            written = f"{node.field}:{leaf_text(_kept_whole(node))}" if node.field else leaf_text(node)
    return written


def _kept_whole(leaf: Leaf) -> Leaf:
    """Quote a word with a comma if the field takes values separated by commas."""
    if isinstance(leaf, Word) and leaf.field in LISTS and "," in leaf.text:
        return Phrase(leaf.text, leaf.field, leaf.exact)
    return leaf


def _grouped(written: str, needed: bool) -> str:
    return f"({written})" if needed else written


def leaf_text(leaf: Leaf) -> str:
    """Print a term without its field."""
    match leaf:
        case Word():
            written = f"={leaf.text}" if leaf.exact else leaf.text
        case Phrase():
            written = f'{"=" if leaf.exact else ""}"{leaf.text}"{f"~{leaf.slop}" if leaf.slop else ""}'
        case Prefix():
            written = f"{leaf.text}*"
        case Wildcard():
            written = leaf.pattern
        case Fuzzy():
            written = f"{leaf.text}~{leaf.distance}"
        case Regex():
            written = "/" + leaf.pattern.replace("/", "\\/") + "/"
        case Number():
            low, high = ("" if end is None else f"{end:f}" for end in (leaf.low, leaf.high))
            written = f"figures:{low if low == high else f'{low}..{high}'}"
    return written


def _range(first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return "*"
    begins, ends = (f"{day:%Y-%m-%d}".rjust(10, "0") if day else "" for day in (first, last))
    return begins if begins == ends else f"{begins}..{ends}"
