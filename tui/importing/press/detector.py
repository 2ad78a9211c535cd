"""The detector of seams: which form a file has, where its articles begin, and what each of them says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.importing.dating.written_date import bare_dates
from tui.importing.parsed import Draft
from tui.importing.press import (
    apa,
    cited,
    ebsco,
    ebsco_tagged,
    europresse,
    factiva,
    mediargus,
    newsbank,
    nexis,
    proquest,
)
from tui.importing.press.form import Form
from tui.importing.press.line import Line, each_apart, wrapped_at
from tui.importing.press.record import Record
from tui.locale import N_

FORMS = (
    nexis.COUNTED,
    nexis.ENDED,
    factiva.CODED,
    factiva.PLAIN,
    europresse.EUROPRESSE,
    proquest.PROQUEST,
    ebsco.EBSCO,
    ebsco_tagged.TAGGED,
    apa.APA,
    mediargus.MEDIARGUS,
    newsbank.NEWSBANK,
    newsbank.RETRIEVER,
    cited.GOPRESS_TITLED,
    cited.GOPRESS,
    cited.GOPRESS_ALONE,
    cited.PRESSREADER,
    cited.PRESSREADER_ALONE,
    cited.PRESSREADER_TABLE,
    nexis.SINGLE,
)
"""Every form that is known; of two that fit a file the one that finds more articles is taken, or the earlier one."""

SEVERAL = N_("this file seems to hold several articles")
"""The note on a file that is kept as one article though it may be more."""

_SHARE = 0.5
"""The part of the articles of a file that must have an outlet and a day before its form is believed."""

_REPEATED = 3
_HEADING = 120
_TEXT = 150


def press_articles(lines: Sequence[Line]) -> list[Draft]:
    """Return the articles of a download of a press database; none where the lines are of no form that is known."""
    joined = "\n".join(line.text for line in lines)
    lines = each_apart(lines)
    width = wrapped_at(lines)
    best: list[Record] = []
    cover: Sequence[Line] = ()
    for form in FORMS:
        if not form.mark.search(joined):
            continue
        found, above = _read(form, lines)
        if sum(record.sure for record in found) > sum(record.sure for record in best):
            best, cover = found, above
    return _drafts(best, cover, width)


def _read(form: Form, lines: Sequence[Line]) -> tuple[list[Record], Sequence[Line]]:
    """Read a file as one of this form; none where that does not fit."""
    starts = form.seams(lines)
    if not starts:
        return [], ()
    ends = [*starts[1:], len(lines)]
    parts = [lines[start:end] for start, end in zip(starts, ends, strict=True) if start < end]
    records = [form.read(part) for part in parts]
    if form.prepare:
        form.prepare(lines[: starts[0]], records)
    whole = [record for record in records if record.whole]
    sure = sum(record.sure for record in whole)
    if sure < max(1, len(whole) * _SHARE) or (sure == 1 and not form.alone):
        return [], ()
    return records, lines[: starts[0]]


def _drafts(records: list[Record], cover: Sequence[Line], width: int) -> list[Draft]:
    """Make drafts of records; what is no article goes to what was left out of the one before it."""
    whole: list[Record] = []
    above = [line.text for line in cover]
    for record in records:
        if record.whole:
            record.left_out[:0] = above
            above = []
            whole.append(record)
        else:
            (whole[-1].left_out if whole else above).extend(_all_of(record))
    return [record.draft(width) for record in whole]


def _all_of(record: Record) -> list[str]:
    lines = [*record.lead, *record.body]
    return [*filter(None, (record.title,)), *record.left_out, *(line.text for line in lines)]


def suspected(lines: Sequence[Line]) -> str:
    """Say that a file seems to hold several articles, where headings with a day below them repeat; else nothing."""
    heads = list(_heads(lines))
    return SEVERAL if len(heads) >= _REPEATED else ""


def _heads(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places at which a short line stands above a bare day, and a text below it."""
    for place in range(1, len(lines) - 1):
        above, line = lines[place - 1 : place + 1]
        if len(line.text) < 60 and len(above.text) < _HEADING and not re.search(r"[.!?:]$", above.text):
            dated = any(one.span for one in bare_dates(line.text))
            if dated and any(len(one.text) > _TEXT for one in lines[place + 1 : place + 4]):
                yield place


def with_suspicion(draft: Draft, lines: Sequence[Line]) -> Draft:
    """Return the one article of a file, with a word where the file seems to hold several."""
    word = suspected(lines)
    if not word:
        return draft
    return replace(draft, notes=(*draft.notes, word), doubt=draft.doubt or word)
