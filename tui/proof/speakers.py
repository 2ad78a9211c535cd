"""Who is said to have spoken in a sentence, by the surname."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.figures.languages import words_of
from tui.figures.speakers import speaker_of
from tui.figures.tokens import tokens_of
from tui.search.analysis import words

_NO_NAME = re.compile(
    r"(?<!\w)(?:that|in|on|at|who|which|from|than|for|with|que|qui|dans|pour|avec|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:lun|mar|mercre|jeu|vendre|same)di"
    r"|dimanche)(?!\w)"
)
"""Words that a name with its title does not have, but what is taken for one by mistake does."""


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
    """Return who speaks in a sentence; None where nobody with a name does. What is `hidden` is passed over.

    In Arabic it is whoever the sentence names, a minister without a name as well.
    """
    sentence = text[start:end]
    for quoted in hidden:
        low, high = max(0, quoted[0] - start), min(len(sentence), quoted[1] - start)
        if low < high:
            sentence = sentence[:low] + " " * (high - low) + sentence[high:]
    found = speaker_of(tokens_of(sentence), sentence, 0, words_of(language))
    last = found.split()[-1] if found else ""
    nameless = not last[:1].isupper() and language != "ar"  # which has no capitals
    if nameless or len(last) < 3 or not last[-1].isalnum() or _NO_NAME.search(found):
        return None
    folded = words(last)
    return Speaker(found, folded[-1]) if folded else None
