"""The heads that clipping programs put on top of a note: Notion's and Logseq's properties, Obsidian's front matter.

The day on which a page was clipped is kept as the day of the copy; it dates no article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from tui.importing.dating.written_date import first_day
from tui.importing.markup.front_matter import FrontMatter, Value, split_front_matter
from tui.importing.metadata import folded_name

_PROPERTY = re.compile(r"(?:- |[ \t]+)?(?P<name>[A-Za-z][\w/ -]{0,40})::[ \t]+(?P<value>.*)(?:\n|\Z)")
"""A property of a page in Logseq: `date-published:: [[Mar 4th, 2023]]`, in the first block of its outline perhaps."""

_JOPLIN = re.compile(r"\n\s*\n(?P<fields>id: [0-9a-f]{32}\n(?:[a-z_]{2,40}:[^\n]*\n){3,60}type_: 1)\s*\Z")
"""The fields below a note of Joplin; `type_: 1` is a note, others are its folders and labels."""

_TITLE = re.compile(r"(?:\ufeff)?(?P<title># [^\n]{1,300}\n)\s*\n?")
_CLIPPED = frozenset(
    "created createdtime usercreatedtime createdat clipped clippedon dateclipped saved savedat datesaved"  # noqa: SIM905
    " captured retrieved accessed dateadded added".split()
)
"""Folded names of the fields that hold the day of clipping."""


def split_head(text: str, names: frozenset[str]) -> FrontMatter:
    """Part the head of a note from its text, in whichever form a clipping program wrote it.

    Joplin writes its fields below the text.
    """
    joplin = _JOPLIN.search(text)
    if joplin:
        named = dict(line.split(":", 1) for line in joplin["fields"].strip().split("\n") if ":" in line)
        given: dict[str, Value] = {name: value.strip() for name, value in named.items() if value.strip()}
        given = {("url" if name == "source_url" else name): value for name, value in given.items() if name != "source"}
        heading, _, body = text[: joplin.start()].partition("\n")
        return FrontMatter(body.strip("\n"), {"title": heading.strip(), **given})
    fields: dict[str, Value] = {}
    behind = 0
    while found := _PROPERTY.match(text, behind):
        fields[found["name"].strip()] = found["value"].strip()
        behind = found.end()
    if fields:
        return FrontMatter(text[behind:], fields)
    title = _TITLE.match(text)
    if title:
        below = split_front_matter(text[title.end() :], names | _CLIPPED)
        if below.fields and not text.startswith("---", title.end()):
            return FrontMatter(f"{title['title']}\n{below.body}", below.fields, below.note)
    return split_front_matter(text, names)


def clipped_on(fields: Mapping[str, Value]) -> date | None:
    """Return the day on which a page was clipped, where a field names it."""
    for name, value in fields.items():
        if folded_name(name) in _CLIPPED and isinstance(value, str) and (day := first_day(value)):
            return day
    return None
