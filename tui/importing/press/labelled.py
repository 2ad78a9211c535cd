"""Records that are labelled throughout: `Title: …`, `Publication date: …`, a line or a paragraph each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.base.folding import fold
from tui.importing.press.form import Labels, label_pattern, read_label
from tui.importing.press.line import Line, in_blocks, joined
from tui.importing.press.record import Label, Record

_AHEAD = 3
"""Labels that follow one another below the text."""

_WORDS = (Label.TEXT, Label.LEAD, Label.TITLE)
"""Roles whose words stand in the article; of the others the lines are kept as they stand."""


@dataclass(slots=True)
class _Field:
    """A label with what stands behind it."""

    role: Label
    label: str = ""
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class LabelledReader:
    """Reads records with the labels of one database."""

    labels: Labels
    within_text: frozenset[Label] = frozenset((Label.TITLE, Label.DATE))
    """Roles whose labels are words of the text where they stand in it, and end it nowhere."""
    pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pattern", label_pattern(self.labels))

    def __call__(self, lines: Sequence[Line]) -> Record:
        """Read a record; what stands before its first label is its title."""
        record = Record()
        for one in self._fields(lines):
            if one.role in _WORDS:
                record.keep(filter(None, (one.label,)))
            else:
                record.keep([f"{one.label} {one.lines[0].text}" if one.lines else one.label, *one.lines[1:]])
            self._take(record, one)
        if record.body:
            record.keep(record.lead)
            record.lead = []
        return record

    def _fields(self, lines: Sequence[Line]) -> list[_Field]:
        fields = [_Field(Label.TITLE)]
        for place, line in enumerate(lines):
            found = read_label(line, self.pattern, self.labels) or self._heading(line)
            within = fields[-1].role is Label.TEXT and found and found[0] in self.within_text
            if found is None or (within and not self._goes_on(lines[place + 1 : place + 1 + _AHEAD])):
                fields[-1].lines.append(line)
                continue
            role, rest = found
            label = line.text[: len(line.text) - len(rest)].rstrip()
            fields.append(_Field(role, label, [Line(rest, line.apart, line.level)] if rest else []))
        return fields

    def _heading(self, line: Line) -> tuple[Label, str] | None:
        """Return the role of a line that is the label of the text and nothing else, without a colon."""
        role = self.labels.get(fold(line.text))
        return (role, "") if role is Label.TEXT else None

    def _goes_on(self, lines: Sequence[Line]) -> bool:
        """Say whether labels follow, as below the text and nowhere in it."""
        return len(lines) == _AHEAD and all(read_label(line, self.pattern, self.labels) for line in lines)

    @staticmethod
    def _take(record: Record, one: _Field) -> None:
        if one.role is Label.TEXT:
            record.body += one.lines
        elif one.role is Label.LEAD:
            record.lead += one.lines
        elif one.lines:
            first, *others = in_blocks(one.lines)
            if one.role is Label.TITLE:
                record.keep(first if record.title else ())
                for block in others:
                    record.keep(block)
            record.set(one.role, joined(first))
