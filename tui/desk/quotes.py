"""Finding the words that somebody quotes in a text, whatever the typography."""

from __future__ import annotations

from tui.desk.alignment import encoded, exact_candidates
from tui.desk.words import Words


def find_quote(text: str, quote: str) -> list[tuple[int, int]]:
    """Return every place where a quote stands, as spans of characters; letter for letter where it does so anywhere."""
    quote = quote.strip()
    if not quote:
        return []
    found: list[tuple[int, int]] = []
    at = text.find(quote)
    while at >= 0:
        found.append((at, at + len(quote)))
        at = text.find(quote, at + len(quote))
    return found or _by_words(text, quote)


def _by_words(text: str, quote: str) -> list[tuple[int, int]]:
    words, wanted = Words(text), Words(quote)
    passage, coded = encoded((), wanted.folded, (), words.folded)
    places = exact_candidates(passage, coded)
    return [(words.spans[each.first][0], words.spans[each.last - 1][1]) for each in places]
