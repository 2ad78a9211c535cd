"""Who is said to have spoken in a sentence, by the surname."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.figures.languages import words_of
from tui.figures.speakers import speaker_of
from tui.figures.tokens import tokens_of
from tui.search.analysis import words


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or a body that speaks."""

    text: str
    """As the sentence names it: `Foreign Minister Abdoulaye Diop`."""
    surname: str
    """The last word of the name, folded."""


def speaker_in(
    text: str, start: int, end: int, language: str, hidden: Sequence[tuple[int, int]] = ()
) -> Speaker | None:
    """Return who speaks in a sentence; None where nobody does who has a name. What is `hidden`, as quoted, tells nothing."""
    sentence = text[start:end]
    for first, last in hidden:
        first, last = max(0, first - start), min(len(sentence), last - start)
        if first < last:
            sentence = sentence[:first] + " " * (last - first) + sentence[last:]
    found = speaker_of(tokens_of(sentence), sentence, 0, words_of(language))
    capitals = [word for word in found.split() if word[:1].isupper() and len(word) > 1]
    if not capitals:
        return None
    folded = words(capitals[-1])
    return Speaker(found, folded[-1]) if folded else None
