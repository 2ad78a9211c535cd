"""The lines of a clipping: unwrapped, then annotated by the rules.

An editor or mailer wrapped a line where the next word would not have fit; a shorter line was ended by its writer.
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
from tui.locale import N_

_WIDEST = 100
"""The longest line of a wrapped text."""

_NARROWEST = 40
_SLACK = 3
"""Characters by which a wrapped line may fall short: editors count tabs and spaces differently."""

_RULE = re.compile(r"[\s*_=~#–—-]{3,}")
"""A rule separates paragraphs like an empty line."""

_SHARE = 0.6
"""The share of line pairs that must look wrapped before any is joined."""


@dataclass(slots=True)
class Line:
    """One line of a text, unwrapped."""

    text: str
    apart: bool = False
    """Whether an empty line precedes it."""


def lines_of(text: str) -> list[Line]:
    """Return the non-empty lines of a text, unwrapped."""
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
    """Return the column at which a text was wrapped, or 0."""
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
    """The lines of a clipping in order; each is the title, part of the text, or left out."""

    lines: list[Line]
    kinds: list[Stray | None] = field(init=False)
    """The kind of each line by itself, parallel to `lines`."""
    title: str = ""
    titled: int = -1
    """The index of the title's line, or -1."""
    dates: list[PublishedDate] = field(default_factory=list)
    unsure: list[tuple[tuple[date, ...], Provenance]] = field(default_factory=list)
    """Ambiguous dates with their provenance."""
    sources: dict[int, str] = field(default_factory=dict)
    """The named outlets by trust: 0 is the best."""
    author: str = ""
    address: str = ""
    """The page's own web address, if the clipping begins with it."""
    day_and_month: tuple[int, ...] = ()
    """Day and month of a dateline without a year; else empty."""
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _cut: list[tuple[int, str]] = field(default_factory=list)
    """What was left out, whole lines and parts, with the index of the line."""
    _out: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.kinds = [stray_kind(line.text) for line in self.lines]

    def leave_out(self, place: int) -> None:
        """Leave a line out of the text."""
        if place not in self._out:
            self._cut.append((place, self.lines[place].text))
            self._out.add(place)

    def leave_out_part(self, place: int, start: int, end: int) -> None:
        """Leave a part of a line out of the text: the characters from `start` to `end`, exclusive."""
        line = self.lines[place]
        self._cut.append((place, line.text[start:end].strip()))
        line.text = (line.text[:start] + line.text[end:]).strip()
        self.kinds[place] = stray_kind(line.text)
        if not line.text:
            self._out.add(place)

    def is_person(self, line: str) -> bool:
        """Say whether a line may be a person's name whose words the text does not use in lower case."""
        if not is_person(line):
            return False
        common = " ".join(line.text for line in self.lines)
        return not any(re.search(rf"\b{re.escape(word.lower())}\b", common) for word in line.split() if len(word) > 2)

    def kept(self) -> list[int]:
        """Return the indices of the lines of the text."""
        return [place for place in range(len(self.lines)) if place not in self._out and place != self.titled]

    def left_out(self) -> list[str]:
        """Return what was left out, in order."""
        return [text for _, text in sorted(self._cut, key=lambda one: one[0])]

    def cut_off(self, place: int) -> list[str]:
        """Return what was cut off a line."""
        return [text for where, text in self._cut if where == place]

    def name_source(self, name: str, trust: int) -> None:
        """Note an outlet; of equally trusted ones the first is kept."""
        if name:
            self.sources.setdefault(trust, name)

    def note_dates(self, written: list[WrittenDate], provenance: Provenance) -> None:
        """Note publication dates, and after them those of changes."""
        for one in sorted(written, key=lambda one: one.changed):
            if one.span is None:
                self.unsure.append((one.either, provenance))
            else:
                where = Provenance.CHANGE if one.changed else provenance
                self.dates.append(PublishedDate(one.span, one.precision, where))

    def dated(self) -> tuple[tuple[PublishedDate, ...], str, str, str]:
        """Return the dates, their doubt, the open order of day and month, and a note.

        An ambiguous date counts as its year, and only if there is no other.
        """
        settled = self._settled()
        if settled is not None:
            return (settled, *self.dates), "", "", ""
        if self.dates or not self.unsure:
            note = N_("an ambiguous date in figures was not used") if self.unsure else ""
            return tuple(self.dates), "", "", note
        days, provenance = self.unsure[0]
        named = " or ".join(day.isoformat() for day in days)
        doubt = N_("its numeric date may be {named}: nothing else decides").format(named=named)
        return one_of(days, provenance), doubt, open_order(days[0]), ""

    def _settled(self) -> PublishedDate | None:
        """Return the first ambiguous date, if a dateline without a year resolves it."""
        if not self.unsure or not self.day_and_month:
            return None
        days, provenance = self.unsure[0]
        day = told_apart(days, self.day_and_month)
        return PublishedDate(Span.of_day(day), Precision.DAY, provenance) if day else None


def is_sentence(line: str) -> bool:
    """Say whether a line is a sentence and not a headline: at least six words and an end mark."""
    return ends_sentence(line) and (not is_headline(line) or len(line) > 120) and len(line.split()) >= _SENTENCE_WORDS


def ends_sentence(line: str) -> bool:
    """Say whether a line ends like a sentence, closing quotes and brackets apart."""
    return line.rstrip(_CLOSING + " ").endswith(_ENDS)
