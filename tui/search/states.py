"""The states of an article that a query can ask for and its date alone does not tell: one number in the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.dossier.article import Article

BITS = {"retold": 1, "doubtful": 2}
"""What each state adds to the number."""


def state_of(article: Article) -> int:
    """Return the states of an article as one number, which the index keeps in its column `state`."""
    return BITS["retold"] * article.retold + BITS["doubtful"] * bool(article.doubt)
