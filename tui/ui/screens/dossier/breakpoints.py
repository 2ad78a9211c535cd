"""The classes of a terminal's size, before Textual gives them."""

from __future__ import annotations

from collections.abc import Sequence


def reached(edges: Sequence[tuple[int, str]], size: int) -> str:
    """Return the class of the last edge that a size reaches."""
    return next(name for edge, name in reversed(edges) if size >= edge)
