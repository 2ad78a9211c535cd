"""A chronology as text that other programs read: rows, Markdown, CSV, JSON Lines, TimelineJS and iCalendar.

Every format names the source of each statement and when it appeared, and says if it is retold in other words, and if a
date is disputed or inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from tui.base.days import Precision, Span, precision_of, write_iso
from tui.base.printable import printable_json
from tui.chronology.chronology import Chronology, DatedStatement, Dating, Event
from tui.dates.explain import written, written_span
from tui.dates.values import Timex, span_of
from tui.export.csv_cells import csv_table
from tui.locale import _

Record = dict[str, str | int | bool | None]
_FINENESS = (
    ("week", re.compile(r"\d{4}-W\d\d(-WE)?")),
    ("season", re.compile(r"\d{4}-(SP|SU|FA|WI)")),
    ("quarter", re.compile(r"\d{4}-Q\d")),
    ("half-year", re.compile(r"\d{4}-H\d")),
)
COLUMNS = (
    *("date", "precision", "written", "first", "last", "inferred", "disputed", "event"),
    *("sentence", "id", "start", "end", "source", "published", "retold"),
)
"""The columns of a row, in their order; source and published are None if they are not known."""


def precision_name(timex: Timex) -> str:
    """Say how exactly an expression names its days: day, week, month, quarter, season, half-year or year."""
    for name, shape in _FINENESS:
        if shape.fullmatch(timex.value):
            return name
    span = span_of(timex.value)
    return "" if span is None else str(precision_of(span))


def rows(found: Chronology) -> Iterator[Record]:
    """Give one row for each dated statement, in the order of the events; `event` numbers them from 1."""
    for number, entry in enumerate(found.entries, 1):
        for told in entry.told:
            yield _row(number, entry, told)


def _row(number: int, entry: Event, told: DatedStatement) -> Record:
    timex = told.timex
    assert timex.span is not None
    return {
        "date": timex.value,
        "precision": precision_name(timex),
        "written": timex.text,
        "first": timex.span.first.isoformat(),
        "last": timex.span.last.isoformat(),
        "inferred": timex.inferred,
        "disputed": entry.disputed,
        "event": number,
        "sentence": _one_line(told.sentence),
        "id": told.id,
        "start": told.start,
        "end": told.end,
        "source": told.source or None,
        "published": None if told.published is None else _iso(told.published),
        "retold": told.retold,
    }


def _iso(span: Span) -> str:
    """Write `2023-07-08`, `2023-07` or `2023`; any other length as an ISO 8601 interval, `2023-07-01/2023-07-15`."""
    precision = precision_of(span)
    if len(span) == 1 or precision is not Precision.DAY:
        return write_iso(span, precision)
    return f"{span.first.isoformat()}/{span.last.isoformat()}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def as_json_lines(found: Chronology) -> str:
    """Write one JSON object a line."""
    return "".join(printable_json(row) + "\n" for row in rows(found))


def as_csv(found: Chronology) -> str:
    """Write a table with a heading; a cell that a spreadsheet would run as a formula begins with an apostrophe."""
    return csv_table(COLUMNS, ([row[column] for column in COLUMNS] for row in rows(found)))


def as_markdown(found: Chronology) -> str:
    """Write a heading for each date and a line for each statement, with its source.

    The heading of a disputed event names every date, with the statements for each date below.
    """
    lines: list[str] = []
    last = ""
    for entry in found.entries:
        heading = " or ".join(written(dating.timex) for dating in entry.datings)
        heading += " (disputed)" if entry.disputed else ""
        if heading != last:
            lines += [f"## {heading}", ""]
        last = heading
        lines += [*_markdown_lines(entry), ""]
    return "\n".join(lines)


def _markdown_lines(entry: Event) -> Iterator[str]:
    for dating in entry.datings:
        if entry.disputed:
            yield f"- {written(dating.timex)}:"
        indent = "  " if entry.disputed else ""
        for told in dating.told:
            yield f"{indent}- {_escaped(f'{_one_line(told.sentence)} ({_origin(told, dating)})')}"


def _origin(told: DatedStatement, dating: Dating, unknown: str = "") -> str:
    """Name source and publication, and the statement's own date if it differs from the one above."""
    published = _("undated") if told.published is None else written_span(told.published)
    parts = [told.credit(unknown or _("source unknown")), published]
    if told.timex.span != dating.span:
        parts.append(_("here: {date}").format(date=written(told.timex)))
    if told.timex.inferred:
        parts.append(_("date inferred"))
    return ", ".join(parts)


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)


def as_timelinejs(found: Chronology) -> str:
    """Write the JSON that TimelineJS reads: one event for each entry, its text the statements with their sources."""
    events = [_slide(entry, dating) for entry in found.entries for dating in entry.datings]
    return printable_json({"events": events}, indent=1) + "\n"


def _slide(entry: Event, dating: Dating) -> dict[str, object]:
    span = dating.span
    told = "".join(f"<p>{_html(line)}</p>" for line in _told_lines(dating))
    slide: dict[str, object] = {
        "start_date": {"year": span.first.year, "month": span.first.month, "day": span.first.day},
        "display_date": written(dating.timex) + (" (disputed)" if entry.disputed else ""),
        "text": {"headline": _html(_shortened(dating.told[0].sentence)), "text": told},
    }
    if len(span) > 1:
        slide["end_date"] = {"year": span.last.year, "month": span.last.month, "day": span.last.day}
    return slide


def _told_lines(dating: Dating) -> Iterator[str]:
    """Yield the statements with their origin; an unknown source is replaced by the article's id."""
    for told in dating.told:
        article = _("article {id}").format(id=told.id)
        yield f"{_one_line(told.sentence)} ({_origin(told, dating, article)})"


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _shortened(text: str) -> str:
    line = _one_line(text)
    return line if len(line) <= 80 else line[:80].rsplit(" ", 1)[0] + "…"


def as_icalendar(found: Chronology) -> str:
    """Write one all-day event for each dating (RFC 5545): lines of at most 75 octets, the end day exclusive."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mali-tui//chronology//EN"]
    for number, entry in enumerate(found.entries, 1):
        for place, dating in enumerate(entry.datings, 1):
            lines += _calendar_event(f"{number}-{place}", entry, dating)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _calendar_event(name: str, entry: Event, dating: Dating) -> list[str]:
    first = dating.told[0]
    told = "\n".join(_told_lines(dating))
    return [
        "BEGIN:VEVENT",
        f"UID:{first.id}-{first.start}-{name}@mali-tui",
        f"DTSTAMP:{_basic(dating.span)[0]}T000000Z",
        f"DTSTART;VALUE=DATE:{_basic(dating.span)[0]}",
        f"DTEND;VALUE=DATE:{_basic(dating.span)[1]}",
        f"SUMMARY:{_calendar_text(('Disputed: ' if entry.disputed else '') + _shortened(first.sentence))}",
        f"DESCRIPTION:{_calendar_text(told)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _basic(span: Span) -> tuple[str, str]:
    last = span.last if span.last.year == 9999 else span.last + timedelta(days=1)
    return span.first.isoformat().replace("-", ""), last.isoformat().replace("-", "")


def _calendar_text(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line before its 76th octet, never within a character; each next one begins with a space."""
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode("utf-8", "replace"))
        if size + width > 74:
            pieces.append(piece)
            piece, size = "", 0
        piece += char
        size += width
    return "\r\n ".join([*pieces, piece])
