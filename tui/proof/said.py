"""Who says what in a text: its quotations, and the statements that it gives to somebody in its own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.base.sentences import sentences
from tui.names import find_names
from tui.proof.quotations import Quotation, quotations
from tui.proof.speakers import Speaker, speaker_in
from tui.proof.speech import Attribution, Speech
from tui.search.analysis import words

_MARK = 2
"""Characters of a mark with which a sentence that is a quotation begins."""


class Said(NamedTuple):
    """A quotation or a statement with its sentence, and who says it."""

    quotation: Quotation | None
    """None where the outlet retells what was said."""
    speaker: Speaker | None
    """By the full name; None where it cannot be told who speaks. A retold statement has a speaker."""
    named: str
    """The words by which the sentence names the speaker, such as “he”; empty without one."""
    start: int
    """The first character of the sentence."""
    end: int


def said(text: str, language: str) -> Iterator[Said]:
    """Yield the quotations and the retold statements of a text in their order; no sentence ends within a quotation.

    Pronouns and titles are resolved in English and French, and only where somebody was named shortly before.
    """
    found = list(quotations(text))
    spans = [(each.start, each.end) for each in found]
    speech = Speech(text, [name for name in find_names(text, language) if name.certain], language)
    place = 0
    announced: Said | None = None
    for start, end in sentences(text, spans):
        here = []
        while place < len(found) and found[place].start < end:
            here.append(found[place])
            place += 1
        hidden = [(each.start, each.end) for each in here]
        told = speech.attribution(start, max([end, *(each.end for each in here)]), hidden)
        speaker = speaker_in(text, start, end, language, hidden) if told is None and here else None
        named = speaker.text if speaker is not None else ""
        if told is not None:
            speaker, named = _speaker(told), text[told.start : told.end]
        elif speaker is None and announced is not None and here and here[0].start - start <= _MARK:
            speaker, named, announced = announced.speaker, announced.named, None
        if announced is not None:
            yield announced
        announced = None
        for each in here:
            yield Said(each, speaker, named, start, max(end, each.end))
        if not here and told is not None:
            announced = Said(None, speaker, named, start, end)
            if text[end - 1] != ":":
                yield announced
                announced = None
    if announced is not None:
        yield announced


def _speaker(told: Attribution) -> Speaker:
    last = words(told.name.whole)
    return Speaker(told.name.whole, last[-1] if last else "")
