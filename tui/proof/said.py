"""Who says the quotations of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.base.sentences import sentences
from tui.proof.quotations import Quotation, quotations
from tui.proof.speakers import Speaker, speaker_in


class Said(NamedTuple):
    """A quotation with its sentence, and who says it."""

    quotation: Quotation
    speaker: Speaker | None
    """None where its sentence names nobody, such as where it says "he"."""
    start: int
    """The first character of the sentence."""
    end: int


def said(text: str, language: str) -> Iterator[Said]:
    """Yield the quotations of a text in their order; no sentence ends within one."""
    found = list(quotations(text))
    spans = [(each.start, each.end) for each in found]
    whole = list(sentences(text, spans))
    place = 0
    for each in found:
        while place + 1 < len(whole) and whole[place][1] <= each.start:
            place += 1
        start, end = whole[place] if whole else (each.start, each.end)
        end = max(end, each.end)
        hidden = [span for span in spans if span[0] < end and start < span[1]]
        yield Said(each, speaker_in(text, start, end, language, hidden), start, end)
