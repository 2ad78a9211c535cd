"""Milestones of a chronology: what several sources report or disagree on, worded for the timeline."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len

from tui.base.printable import printable_line
from tui.chronology.chronology import Chronology, Dating, Event
from tui.locale import _
from tui.timeline.milestones import Milestone
from tui.ui.drawing.date_labels import date_label

_TWO = 2


def milestones_of(found: Chronology) -> tuple[Milestone, ...]:
    """Return the events that are disputed or that several witnesses report, one milestone for each of their dates."""
    return tuple(milestone for entry in found.entries for milestone in _milestones(entry))


def _milestones(entry: Event) -> Iterator[Milestone]:
    if not entry.disputed and len({told.witness for told in entry.told}) < _TWO:
        return
    when, words = _when(entry.datings), _single_cells(entry.told[0].sentence)
    for dating in entry.datings:
        yield Milestone(dating.span.first.toordinal(), dating.span.last.toordinal(), when, words, entry.disputed)


def _when(datings: tuple[Dating, ...]) -> str:
    """Name the dates: the only one, both, or the first and how many others."""
    first = date_label(datings[0].timex)
    if len(datings) == 1:
        return first
    if len(datings) == _TWO:
        return _("{first} or {second}").format(first=first, second=date_label(datings[1].timex))
    return _("{first} or {count} other dates").format(first=first, count=len(datings) - 1)


def _single_cells(sentence: str) -> str:
    """Return a sentence as the timeline can draw it; nothing where a character is wider or narrower than a cell."""
    text = unicodedata.normalize("NFC", printable_line(sentence))
    return text if all(cell_len(character) == 1 for character in text) else ""
