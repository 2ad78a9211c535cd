"""What stands between two halves of a sentence on a page: captions, pull quotes, notes and boxes.

It is read behind the rest of the page, so that the sentence goes on.
"""

from __future__ import annotations

from dataclasses import replace

from tui.importing.clippings.lines import ends_sentence
from tui.importing.pdf.lines import PrintedLine

_OTHER_SIZE = 0.08
"""The relative difference in size from the text's lines."""

_LONGEST = 60
"""The most lines of an aside."""


def set_aside(page: list[PrintedLine], body: float) -> list[PrintedLine]:
    """Return the lines of a page with those that interrupt a sentence behind all others, marked as `aside`.

    `body` is the size of the text's letters.
    """
    kept: list[PrintedLine] = []
    asides: list[PrintedLine] = []
    place = 0
    while place < len(page):
        end = _end_of_other(page, place, body)
        interrupts = place < end < len(page) and kept and _runs_on(kept[-1], page[end], body)
        if interrupts:
            asides += page[place:end]
            kept.append(replace(page[end], resumes=True))
            place = end + 1
        else:
            kept += page[place : max(end, place + 1)]
            place = max(end, place + 1)
    return [*kept, *(replace(line, aside=True) for line in asides)]


def _end_of_other(page: list[PrintedLine], place: int, body: float) -> int:
    """Return the place after the lines of another size that begin at a place."""
    end = place
    while end < len(page) and end - place <= _LONGEST and not page[end].aside and not _is_body(page[end], body):
        end += 1
    return end if end - place <= _LONGEST else place


def _is_body(line: PrintedLine, body: float) -> bool:
    return abs(line.size - body) <= body * _OTHER_SIZE


def _runs_on(last: PrintedLine, line: PrintedLine, body: float) -> bool:
    """Say whether a sentence of the text goes on from one line to another."""
    return _is_body(last, body) and not ends_sentence(last.text) and line.text[:1].islower() and not line.aside
