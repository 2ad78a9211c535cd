"""What a form of a database is: how its articles are parted, and how the record of each is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.base.folding import fold
from tui.importing.press.line import Line
from tui.importing.press.record import Label, Record

Labels = Mapping[str, Label]
"""Labels by their folded names."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which a database gives away several articles in one file."""

    name: str
    described: str
    """Where the form is described: what its labels and seams were taken from."""
    mark: re.Pattern[str]
    """Found somewhere in every file of this form; other files are not looked at again."""
    seams: Callable[[Sequence[Line]], list[int]]
    """Return the places at which articles begin; what stands before the first is the cover."""
    read: Callable[[Sequence[Line]], Record]
    """Read the record of one article."""
    alone: bool = True
    """Whether its mark is telling enough for a file with one article."""
    prepare: Callable[[Sequence[Line], list[Record]], None] | None = None
    """Give the records what the cover says of them."""


def labels_of(table: Mapping[Label, str]) -> dict[str, Label]:
    """Turn a table of labels by their roles, parted with ` | `, into one of roles by folded labels."""
    return {fold(label): role for role, labels in table.items() for label in labels.split(" | ")}


def label_pattern(labels: Iterable[str]) -> re.Pattern[str]:
    """Return what matches a line that begins with one of these labels and a colon, folded."""
    names = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    return re.compile(rf"(?P<label>{names})\s?:\s*")


def opening(pattern: re.Pattern[str], back: int = 0) -> Callable[[Sequence[Line]], list[int]]:
    """Part articles before each line that a pattern matches whole, `back` lines earlier."""

    def seams(lines: Sequence[Line]) -> list[int]:
        return [place - back for place, line in enumerate(lines) if place >= back and pattern.fullmatch(line.text)]

    return seams


def closing(pattern: re.Pattern[str]) -> Callable[[Sequence[Line]], list[int]]:
    """Part articles behind each line that a pattern matches whole; the first begins with the file."""

    def seams(lines: Sequence[Line]) -> list[int]:
        ends = [place + 1 for place, line in enumerate(lines) if pattern.fullmatch(line.text)]
        return [0, *ends] if ends else []

    return seams


def read_label(line: Line, pattern: re.Pattern[str], labels: Labels) -> tuple[Label, str] | None:
    """Return the role of the label with which a line begins, and what stands behind it; None where there is none."""
    found = pattern.match(fold(line.text))
    return (labels[found["label"]], line.text[found.end() :]) if found else None
