"""Citations of newspaper articles: an article as a reference in print or in a reference manager; pure.

A `Reference` is the one value that every style and every exchange format is written from.
"""

from __future__ import annotations

from tui.citations.quotation import quoted
from tui.citations.reference import Name, Reference
from tui.citations.runs import Run, as_html, as_markdown, as_text
from tui.citations.styles import STYLES, cite

__all__ = ["STYLES", "Name", "Reference", "Run", "as_html", "as_markdown", "as_text", "cite", "quoted"]
