"""What a text speaks of around its figures: the names that it is about, and the day that it named last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tui.base.days import Span
from tui.dates import Timex
from tui.figures.languages import Words
from tui.figures.names import names_in
from tui.figures.tokens import tokens_of

_OFTEN = 3
"""How often a text has a name that it is about."""
_OFTEN_SHORT = 2
_CAPITALISED = re.compile(r"(?<=[\w,;)] )(?:[dl]['’])?[^\W\d_a-zà-ÿ][\w.-]+")


def topic_of(text: str, words: Words) -> frozenset[str]:
    """Return the names that a text has often."""
    often = Counter(name.rstrip(".-") for name in _CAPITALISED.findall(text))
    return names_in(tokens_of(" ".join(name for name, times in often.items() if times >= _least(name))), words)


def _least(name: str) -> int:
    """Return how often a text that is about a name has it: an abbreviation is explained once, then used."""
    return _OFTEN_SHORT if name.isupper() and len(name) > 2 else _OFTEN


class Days:
    """The days that a text names, as a reader remembers the last one."""

    def __init__(self, text: str, timexes: Sequence[Timex]) -> None:
        self._text = text
        self._timexes = [timex for timex in timexes if timex.span is not None and len(timex.span) == 1]
        self._next = 0

    def before(self, start: int) -> Span | None:
        """Return the last day that the paragraph names before a place; places have to ascend."""
        while self._next < len(self._timexes) and self._timexes[self._next].end <= start:
            self._next += 1
        last = self._timexes[self._next - 1] if self._next else None
        return last.span if last is not None and "\n\n" not in self._text[last.end : start] else None
