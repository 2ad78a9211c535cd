"""The fields of a record or of front matter that are in no part of its article: kept as lines, `name: value`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from tui.base.folding import essence
from tui.importing.dating.written_date import bare_dates
from tui.importing.markup.front_matter import Value
from tui.importing.parsed import Draft, repeated_in

_MOST = 2_000
"""Values of one record that are looked at."""


def fields_left_out(fields: Mapping[str, Value], draft: Draft) -> Iterator[str]:
    """Yield a line for each value that neither a part of the article nor its text says."""
    said = {draft.title, draft.source, draft.author, draft.language, draft.key, draft.address, draft.section}
    said |= {draft.page, draft.edition, *draft.tags, *draft.paragraphs, *draft.left_out, *(d.iso for d in draft.dates)}
    parts = {essence(part) for part in (" ".join(draft.paragraphs), *draft.paragraphs, *draft.left_out, draft.title)}
    text = ""
    for name, value in islice(_flat(fields), _MOST):
        bare = value.strip()
        if not bare or bare in said or _is_said_day(bare, draft):
            continue
        if essence(_without_tags(bare)) in parts or repeated_in(_without_tags(bare), draft.paragraphs):
            continue
        if len(bare) > _LONG:
            text = text or f" {essence(' '.join((draft.title, *draft.paragraphs, *draft.left_out)))} "
            if f" {essence(_without_tags(bare))} " in text:
                continue
        yield f"{name}: {_without_tags(bare)}" if name else _without_tags(bare)


def _is_said_day(value: str, draft: Draft) -> bool:
    """Say whether a value is a day that dates the article, and no more: `3 August 2023`, perhaps at midnight."""
    day = _MIDNIGHT.sub("", value)
    days = bare_dates(day) if len(day) <= _SHORT and ":" not in day else []
    return len(days) == 1 and any(date.span == days[0].span for date in draft.dates)


_MIDNIGHT = re.compile(r"[ T]00:00(?::00)?$")
_SHORT = 20
"""Characters of a day without a time."""

_LONG = 30
"""Characters from which on a value may be part of the text, which is looked for in it."""


def _without_tags(value: str) -> str:
    from tui.importing.markup.fragment import looks_like_html, paragraphs_of

    return " ".join(paragraphs_of(value)) if looks_like_html(value) else value


def _flat(value: Value | Mapping[str, Value], name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the strings in a value with the names of their fields: `author.name`."""
    if isinstance(value, Mapping):
        for inner, one in value.items():
            yield from _flat(one, f"{name}.{inner}" if name else inner)
    elif isinstance(value, list):
        for one in value:
            yield from _flat(one, name)
    else:
        yield name, value
