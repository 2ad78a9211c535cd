"""Rewording: the same question in narrower or wider words, each change a visible part of the query."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tui.base.progress import Stop

if TYPE_CHECKING:
    from tui.core.services import Services


class QueryChange(StrEnum):
    """What is changed in the words of a query."""

    FORMS = "forms"
    """Words as written only, or in all their forms again."""
    GLOSSARY = "glossary"
    """What the glossary has beside them."""
    WIDEN = "widen"
    """The words of the best hits, as `widen:`, or without them again."""


def reworded(services: Services, text: str, change: QueryChange, stop: Stop) -> str:
    """Return the text of a query with one change; unchanged where there is nothing to change.

    Raises `Cancelled` soon after `stop` returns true.
    """
    from tui.search.language.exactness import toggled_exactness, without_widening

    if change is QueryChange.FORMS:
        return toggled_exactness(text)
    if change is QueryChange.GLOSSARY:
        return services.search.with_glossary(text)
    parsed = services.search.parse(text, services.dates.now().extent)
    if parsed.fault is not None or not text.strip():
        return text
    if parsed.widening:
        return without_widening(text)
    added = services.search.feedback(parsed.tree, stop)
    return " ".join((text.rstrip(), "widen:" + ",".join(added))) if added else text
