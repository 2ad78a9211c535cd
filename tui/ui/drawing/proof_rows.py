"""How a proof looks: the manuscript with a sign beside each statement, and the evidence for one of them.

Pure functions from a text and findings to rows of cells; only printable text leaves this module.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from tui.base.printable import printable, printable_line
from tui.locale import _, stored
from tui.ui.drawing.lazy_wrap import LazyWrap, Line
from tui.ui.drawing.line_breaks import line_starts
from tui.ui.drawing.proof_words import KINDS, VERDICTS, also_words, change_words, is_good, origin_words, verdict_words
from tui.ui.drawing.spans import drawn
from tui.ui.drawing.styled_runs import filled

if TYPE_CHECKING:
    from tui.proof.values import Evidence, Finding


class Role(StrEnum):
    """What a piece of a row is; the widgets give each a style."""

    EDGE = "edge"
    TEXT = "text"
    GOOD = "good"
    """A statement that the dossier has."""
    OPEN = "open"
    """One that it does not have, or has shortened or of another day."""
    SERIOUS = "serious"
    """One that somebody has to look at before it is printed."""
    PASSAGE = "passage"
    """The words of an article that bear on the statement."""
    CHANGE = "change"
    SOURCE = "source"
    CHOSEN = "chosen"
    """The statement under the cursor, in the manuscript."""


Runs = tuple[tuple[str, Role], ...]

MARGIN = 3
"""Cells left of the manuscript: the cursor, the sign of the verdict, a space."""
_QUOTES = '“”«»"\u202f\xa0 '
_WIDEST = 80
"""Cells of the manuscript's lines at most."""


class Row(NamedTuple):
    """A row of the evidence."""

    runs: Runs
    place: int | None = None
    """Which evidence it is of, from 0; None for the lines about the statement."""


def role_of(finding: Finding) -> Role:
    """Return the role of a statement."""
    if is_good(finding):
        return Role.GOOD
    return Role.SERIOUS if finding.serious else Role.OPEN


class ManuscriptRows:
    """A manuscript wrapped for a width, with its statements."""

    def __init__(self, text: str, findings: Sequence[Finding], width: int) -> None:
        """Take the findings in the order of the text."""
        self.text = text
        self.width = max(MARGIN + 1, width)
        self._findings = findings
        self._starts = [finding.statement.start for finding in findings]
        longest = max((finding.statement.end - finding.statement.start for finding in findings), default=0)
        self._reach = longest
        self.wrap = LazyWrap(text, min(_WIDEST, self.width - MARGIN - 1))

    @property
    def height(self) -> int:
        """The number of rows; partly estimated for a long text."""
        return self.wrap.height

    def rows_of(self, place: int) -> tuple[int, int]:
        """Return the first and the last row of a statement."""
        statement = self._findings[place].statement
        return self.wrap.row_of(statement.start), self.wrap.row_of(max(statement.start, statement.end - 1))

    def draw(self, row: int, chosen: int | None) -> Runs:
        """Draw a row in exactly the width; `chosen` is the place of the statement under the cursor."""
        line = self.wrap.line(row)
        inside = self._within(line)
        began = [place for place in inside if line.start <= self._starts[place] < max(line.after, line.start + 1)]
        worst = min(began, key=lambda place: (place != chosen, _weight(self._findings[place])), default=None)
        edge = "▌" if chosen in inside else " "
        sign = " " if worst is None else VERDICTS[self._findings[worst].verdict.value][0]
        role = Role.TEXT if worst is None else role_of(self._findings[worst])
        runs = [(edge, Role.EDGE), (sign, role), (" ", Role.TEXT), *self._runs(line, inside, chosen)]
        return filled(runs, self.width, Role.TEXT)

    def place_at(self, row: int, column: int) -> int | None:
        """Return the place of the statement drawn at a cell; at the margin, that of the first in the row."""
        if not 0 <= row < self.height:
            return None
        line = self.wrap.line(row)
        inside = self._within(line)
        if column < MARGIN:
            return inside[0] if inside else None
        offset, taken = line.start, MARGIN
        while offset < line.end and taken + cell_len(self.text[offset]) <= column:
            taken += cell_len(self.text[offset])
            offset += 1
        here = [place for place in inside if self._covers(place, offset)]
        return min(here, key=self._length, default=None)

    def _within(self, line: Line) -> list[int]:
        """Return the places of the statements that have a character in a line, in their order."""
        first = bisect_left(self._starts, line.start - self._reach)
        last = bisect_right(self._starts, max(line.start, line.end - 1))
        return [place for place in range(first, last) if self._findings[place].statement.end > line.start]

    def _covers(self, place: int, offset: int) -> bool:
        return self._starts[place] <= offset < self._findings[place].statement.end

    def _length(self, place: int) -> int:
        return self._findings[place].statement.end - self._starts[place]

    def _runs(self, line: Line, inside: Sequence[int], chosen: int | None) -> Iterator[tuple[str, Role]]:
        edges = (edge for place in inside for edge in (self._starts[place], self._findings[place].statement.end))
        cuts = sorted({line.start, line.end, *(min(max(edge, line.start), line.end) for edge in edges)})
        for first, last in pairwise(cuts):
            here = [place for place in inside if self._covers(place, first)]
            if chosen in here:
                role = Role.CHOSEN
            elif here:
                role = role_of(self._findings[min(here, key=lambda place: _weight(self._findings[place]))])
            else:
                role = Role.TEXT
            yield drawn(self.text[first:last]), role


def _weight(finding: Finding) -> int:
    return (Role.SERIOUS, Role.OPEN, Role.GOOD).index(role_of(finding))


def evidence_rows(finding: Finding, width: int, chosen: int = 0) -> tuple[Row, ...]:
    """Draw what the dossier holds of a statement, as rows of exactly `width` cells; `chosen` is an evidence's place."""
    verdict, kind = verdict_words(finding.verdict.value), _(KINDS[finding.statement.kind.value])
    rows = [Row(((verdict, role_of(finding)), (f" · {kind}", Role.SOURCE)))]
    told = "; ".join(part for part in (change_words(finding.changes), printable_line(stored(finding.reason))) if part)
    rows += _wrapped(told, width - 1, Role.CHANGE)
    rows += _wrapped(f"“{printable_line(finding.statement.text).strip(_QUOTES)}”", width - 1, Role.TEXT)
    if not finding.evidence:
        rows += [Row(()), *_wrapped(_("No article has a sentence that bears on it."), width - 1, Role.SOURCE)]
    for place, evidence in enumerate(finding.evidence):
        rows += [Row(()), *_evidence(evidence, place, width - 2)]
    edged = (_edged(row, chosen) for row in rows)
    return tuple(Row(filled(runs, width, Role.TEXT), row.place) for row, runs in zip(rows, edged, strict=True))


def _edged(row: Row, chosen: int) -> Runs:
    if row.place is None:
        return ((" ", Role.EDGE), *row.runs)
    return (("▌ " if row.place == chosen else "  ", Role.EDGE), *row.runs)


def _evidence(evidence: Evidence, place: int, width: int) -> Iterator[Row]:
    """Draw a sentence with its outlet, its day and its title; the words that bear on the statement stand out."""
    for row in _wrapped(origin_words(evidence), width, Role.SOURCE):
        yield Row(row.runs, place)
    for row in _wrapped(printable_line(evidence.title), width, Role.SOURCE):
        yield Row(row.runs, place)
    sentence = printable(evidence.sentence).replace("\n", " ")
    passage = printable(evidence.text).replace("\n", " ")
    first = sentence.find(passage)
    span = (first, first + len(passage)) if first >= 0 else (0, 0)
    for start, end in _lines(sentence, width):
        cuts = sorted({start, end, *(min(max(edge, start), end) for edge in span)})
        runs = (
            (sentence[here:there], Role.PASSAGE if span[0] <= here < span[1] else Role.TEXT)
            for here, there in pairwise(cuts)
        )
        yield Row(tuple(runs), place)
    for row in _wrapped(also_words(evidence), width, Role.SOURCE):
        yield Row(row.runs, place)
    if evidence.changes:
        for row in _wrapped(change_words(evidence.changes), width, Role.CHANGE):
            yield Row(row.runs, place)


def _wrapped(text: str, width: int, role: Role) -> list[Row]:
    return [Row(((text[start:end], role),)) for start, end in _lines(text, width)]


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    starts = line_starts(text, 0, len(text), max(1, width)) if text else []
    for start, after in pairwise([*starts, len(text)]):
        yield start, start + len(text[start:after].rstrip())
