"""A quotation with its citation: what is copied from a text, in the quotation marks of its language."""

from __future__ import annotations

import re

from tui.base.printable import printable
from tui.citations.reference import Reference
from tui.citations.runs import as_text
from tui.citations.styles import cite

_OUTER = {"fr": ("«\u202f", "\u202f»"), "de": ("„", "“"), "ar": ("«", "»"), "es": ("«", "»"), "it": ("«", "»")}
_INNER = {"fr": ("“", "”"), "de": ("‚", "‘"), "ar": ("“", "”"), "es": ("“", "”"), "it": ("“", "”")}
_BULLET = re.compile(r"^[ \t]*(?:[-*•‣▪◦–—]|\d{1,2}[.)])[ \t]+(?=\S)", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
_PARAGRAPHS = re.compile(r"\n\s*\n")
_QUOTED = re.compile(r"“([^“”]*)”|«\s*([^«»]*?)\s*»|„([^„“]*)“|\"([^\"]*)\"")


def bare(text: str) -> str:
    """Return the words of a passage: no bullet, heading mark, soft hyphen or line end; paragraphs stay apart."""
    clean = _HEADING.sub("", _BULLET.sub("", printable(text)))
    paragraphs = (" ".join(paragraph.split()) for paragraph in _PARAGRAPHS.split(clean))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def quoted(text: str, reference: Reference, style: str = "plain") -> str:
    """Return a passage in quotation marks and its citation behind it: `“…” (AFP, “Title”, 20 August 2023)`.

    Of several paragraphs each one opens with a quotation mark and only the last one closes. A retold passage has none:
    its words are not those of the source that is named behind it. Raises `KeyError` for a style not in `STYLES`.
    """
    clean = bare(text)
    words = clean if reference.retold else in_quotation_marks(clean, reference.language)
    citation = as_text(cite(reference, style))
    return f"{words} ({citation})" if style == "plain" else f"{words}\n{citation}"


def in_quotation_marks(text: str, language: str = "") -> str:
    """Put a text between the quotation marks of its language; those within become the inner ones."""
    opening, closing = _OUTER.get(language, ("“", "”"))
    inner_opening, inner_closing = _INNER.get(language, ("‘", "’"))

    def inner(found: re.Match[str]) -> str:
        return f"{inner_opening}{next(group for group in found.groups() if group is not None)}{inner_closing}"

    paragraphs = [_QUOTED.sub(inner, paragraph) for paragraph in text.split("\n\n")]
    return f"{opening}" + f"\n\n{opening}".join(paragraphs) + closing
