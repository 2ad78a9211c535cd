"""The lines of a clipping: unwrapped, and annotated with what became of each while the rules go over them.

An editor or mailer broke a line where the next word would not have fitted; a line with room left ended because its
writer ended it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from tui.base.days import Precision, Span
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.clippings.boilerplate import Stray, stray_kind
from tui.importing.clippings.headline import is_headline
from tui.importing.clippings.outlet import is_person
from tui.importing.dating.address_and_name import one_of, told_apart
from tui.importing.dating.day_order import open_order
from tui.importing.dating.written_date import WrittenDate

_WIDEST = 100
"""A text with longer lines is not broken at a column."""

_NARROWEST = 40
_SLACK = 3
"""Characters by which a wrapped line may stay short: editors count tabs and spaces in their own ways."""

_RULE = re.compile(r"[\s*_=~#–—-]{3,}")
"""A line of strokes parts paragraphs as an empty one does."""

_SHARE = 0.6
"""The part of all pairs of lines that must look broken before any of them is joined."""


@dataclass(slots=True)
class Line:
    """One line of a text, or what was one before it was broken."""

    text: str
    apart: bool = False
    """Whether an empty line stands before it."""


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that are not empty, the broken ones joined."""
    lines: list[Line] = []
    apart = False
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if _RULE.fullmatch(line):
            line = ""
        if line:
            lines.append(Line(line, apart))
        apart = not line
    width = _wrapped_at(lines)
    return _joined(lines, width) if width else lines


def _wrapped_at(lines: list[Line]) -> int:
    """Return the column at which a text was broken, or 0 where it was not."""
    width = max((len(line.text) for line in lines), default=0)
    pairs = [(line.text, after.text) for line, after in pairwise(lines) if not after.apart]
    if not _NARROWEST <= width <= _WIDEST or len(pairs) < 2:
        return 0
    broken = sum(_was_broken(line, after, width) for line, after in pairs)
    return width if broken >= len(pairs) * _SHARE else 0


def _was_broken(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(" ", 1)[0]) > width - _SLACK


def _joined(lines: list[Line], width: int) -> list[Line]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.apart and _was_broken(groups[-1][-1].text, line.text, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Line(" ".join(line.text for line in group), group[0].apart) for group in groups]


_SENTENCE_WORDS = 6
_CLOSING = "\"'”’»)]"
_ENDS = (".", "!", "?", "…", "؟", "。")


@dataclass(slots=True)
class Sheet:
    """Lines in the order of the file; each is the title, a part of the text, or left out."""

    lines: list[Line]
    kinds: list[Stray | None] = field(init=False)
    """What each line is by itself alone, parallel to `lines`."""
    title: str = ""
    titled: int = -1
    """The place of the line that is the title; -1 where none is."""
    dates: list[PublishedDate] = field(default_factory=list)
    unsure: list[tuple[tuple[date, ...], Provenance]] = field(default_factory=list)
    """Dates that may mean several days, and where they stand."""
    sources: dict[int, str] = field(default_factory=dict)
    """The outlets that were named, by how far each way of naming one is trusted: 0 is the best."""
    author: str = ""
    address: str = ""
    """The page's own web address, where the clipping opens with it."""
    day_and_month: tuple[int, ...] = ()
    """Those of a dateline that names no year; else empty."""
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _cut: list[tuple[int, str]] = field(default_factory=list)
    """What was left out, with the place of its line: whole lines, and what stood at one end of others."""
    _out: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.kinds = [stray_kind(line.text) for line in self.lines]

    def leave_out(self, place: int) -> None:
        """Take a line out of the text."""
        if place not in self._out:
            self._cut.append((place, self.lines[place].text))
            self._out.add(place)

    def leave_out_part(self, place: int, start: int, end: int) -> None:
        """Take a part of a line out of the text: the characters from `start` up to `end`, not included."""
        line = self.lines[place]
        self._cut.append((place, line.text[start:end].strip()))
        line.text = (line.text[:start] + line.text[end:]).strip()
        self.kinds[place] = stray_kind(line.text)
        if not line.text:
            self._out.add(place)

    def is_person(self, line: str) -> bool:
        """Say whether a line could be a person's name, none of whose words the text knows as a common word."""
        if not is_person(line):
            return False
        common = " ".join(line.text for line in self.lines)
        return not any(re.search(rf"\b{re.escape(word.lower())}\b", common) for word in line.split() if len(word) > 2)

    def kept(self) -> list[int]:
        """Return the places of the lines that make the text."""
        return [place for place in range(len(self.lines)) if place not in self._out and place != self.titled]

    def left_out(self) -> list[str]:
        """Return what was left out, in the order of the file."""
        return [text for _, text in sorted(self._cut, key=lambda one: one[0])]

    def cut_off(self, place: int) -> list[str]:
        """Return what was taken off the ends of a line."""
        return [text for where, text in self._cut if where == place]

    def name_source(self, name: str, trust: int) -> None:
        """Note an outlet; the first of those that are trusted alike is kept."""
        if name:
            self.sources.setdefault(trust, name)

    def note_dates(self, written: list[WrittenDate], provenance: Provenance) -> None:
        """Note dates of publication, and of changes as such, which come after the others."""
        for one in sorted(written, key=lambda one: one.changed):
            if one.span is None:
                self.unsure.append((one.either, provenance))
            else:
                where = Provenance.CHANGE if one.changed else provenance
                self.dates.append(PublishedDate(one.span, one.precision, where))

    def dated(self) -> tuple[tuple[PublishedDate, ...], str, str, str]:
        """Return the dates, what speaks against them, the order of day and month that is open, and a note.

        A date that may mean two days counts for its year, and only where there is no other.
        """
        settled = self._settled()
        if settled is not None:
            return (settled, *self.dates), "", "", ""
        if self.dates or not self.unsure:
            note = "a date in figures could mean two days and was not used" if self.unsure else ""
            return tuple(self.dates), "", "", note
        days, provenance = self.unsure[0]
        named = " or ".join(day.isoformat() for day in days)
        doubt = f"its date in figures may be {named}: nothing beside it decides"
        return one_of(days, provenance), doubt, open_order(days[0]), ""

    def _settled(self) -> PublishedDate | None:
        """Return the first date in figures, where a dateline without a year tells which day it means."""
        if not self.unsure or not self.day_and_month:
            return None
        days, provenance = self.unsure[0]
        day = told_apart(days, self.day_and_month)
        return PublishedDate(Span.of_day(day), Precision.DAY, provenance) if day else None


def is_sentence(line: str) -> bool:
    """Say whether a line is a sentence of an article and no headline: six words or more, and an end mark."""
    return ends_sentence(line) and (not is_headline(line) or len(line) > 120) and len(line.split()) >= _SENTENCE_WORDS


def ends_sentence(line: str) -> bool:
    """Say whether a line ends as sentences do, closing quotes and brackets apart."""
    return line.rstrip(_CLOSING + " ").endswith(_ENDS)
