"""An entry of a list of references, and the article that becomes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tui.base.days import Precision, Span
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.clippings.outlet import outlet_of
from tui.importing.markup.fragment import paragraphs_of
from tui.importing.parsed import Draft
from tui.importing.press.days import Day, day_in
from tui.importing.press.line import Line
from tui.importing.press.record import Label, Record
from tui.locale import N_

Fields = Mapping[str, list[str]]
"""The values of an entry's fields, by the names that its format has for them."""

_YEAR = re.compile(r"(?<!\d)(?P<year>1[6-9]\d\d|20\d\d)(?!\d)")


def draft_of(fields: Fields, roles: Mapping[str, Label], dates: Iterable[str]) -> Draft:
    """Make the article of an entry: `roles` by the names of its fields, `dates` what is written of its day."""
    record = Record()
    authors: list[str] = []
    for name, values in fields.items():
        role = roles.get(name)
        for value in values:
            if role is Label.AUTHOR:
                authors.append(value)
            elif role is Label.TEXT:
                record.body += map(Line, paragraphs_of(value))
            elif role is Label.TITLE and not record.title:
                record.title = value
            elif role is not None:
                record.set(role, value)
            if role not in (Label.TEXT, Label.TITLE):
                record.keep([f"{name}: {' '.join(value.split())}"])
    record.outlet = record.outlet or outlet_of(record.address)
    record.author = ", ".join(dict.fromkeys(authors))
    record.day = _most_precise(dates)
    return replace(record.draft(0), key=record.number)


def entries(found: Iterable[Draft], what: str) -> Iterator[Draft]:
    """Yield the articles of entries, and at last a word on those without a text."""
    count = bare = 0
    for draft in found:
        if not draft.title and not draft.paragraphs:
            continue
        count += 1
        bare += not draft.paragraphs
        yield draft
    if bare:
        yield Draft(
            notes=(N_("{bare:,} of its {count:,} {what} without a text").format(bare=bare, count=count, what=what),)
        )
    if not count:
        yield Draft(notes=(N_("no {what} in it").format(what=what),))


def _most_precise(dates: Iterable[str]) -> Day | None:
    """Return the first day that is written; else the first month, else the first year."""
    found = [day for written in dates if (day := _day(written))]
    for precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        for day in found:
            if day.dates[0].precision is precision or (day.doubt and precision is Precision.DAY):
                return day
    return None


def _day(written: str) -> Day | None:
    day = day_in(written.strip().strip("/"))
    if day is not None:
        return day
    year = _YEAR.search(written)
    if year is None:
        return None
    return Day((PublishedDate(Span.of_year(int(year["year"])), Precision.YEAR, Provenance.RECORD),))
