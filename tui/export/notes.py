"""The notes of a desk as files: Markdown by article or by tag, a table, one JSON object a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from tui.base.printable import printable, printable_json, printable_line
from tui.desk.anchoring import AnchorState
from tui.desk.placed_note import PlacedNote
from tui.export.csv_cells import csv_table
from tui.locale import _

FORMATS = ("markdown", "csv", "jsonl", "annotations")
"""The forms that notes are exported in; `annotations` are those of the W3C."""

COLUMNS = (
    *("id", "article", "title", "source", "date", "path", "quote", "sentence", "state", "changes"),
    *("start", "end", "text", "tags", "at", "by", "retold"),
)
"""The fields of a note, in the order of the table's columns."""

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~]|^\s*(?:[-+]|\d+[.)])(?=\s))", re.MULTILINE)
_UNTAGGED = "Without a tag"


def note_record(placed: PlacedNote) -> dict[str, object]:
    """Return a note with the fields of `COLUMNS`; offsets are in characters of the present text, None for an orphan."""
    note, placement = placed.note, placed.placement
    orphaned = placement.state is AnchorState.ORPHANED
    return {
        "id": note.id,
        "article": note.anchor.article.id,
        "title": placed.title or None,
        "source": placed.source or None,
        "date": placed.date or None,
        "path": placed.path or None,
        "quote": note.anchor.quote or None,
        "sentence": note.anchor.sentence or None,
        "state": placement.state.value,
        "changes": [{"old": change.old, "new": change.new} for change in placement.changes],
        "start": None if orphaned else placement.start,
        "end": None if orphaned else placement.end,
        "text": note.text,
        "tags": list(note.tags),
        "at": note.at,
        "by": note.by,
        "retold": placed.retold,
    }


def as_json_lines(notes: Iterable[PlacedNote]) -> str:
    """Write one JSON object a line."""
    return "".join(printable_json(note_record(placed)) + "\n" for placed in notes)


def as_csv(notes: Iterable[PlacedNote]) -> str:
    """Write a table in which no cell is run as a formula."""
    return csv_table(COLUMNS, ([_cell(value) for value in note_record(placed).values()] for placed in notes))


def as_markdown(notes: Sequence[PlacedNote], by: str = "article") -> str:
    """Write notes under headings, by `article` or by `tag`; a note with several tags stands under each of them."""
    lines = ["# Notes", ""]
    for heading, group in (_by_tag(notes) if by == "tag" else _by_article(notes)).items():
        lines += [f"## {escaped(heading)}", ""]
        for placed in group:
            lines += [*_markdown_lines(placed, with_title=by == "tag"), ""]
    return "\n".join(lines).rstrip() + "\n"


def escaped(text: str) -> str:
    """Return one line of text in which nothing is Markdown or HTML."""
    return _MARKUP.sub(_backslashed, printable_line(text)).replace("&", "&amp;")


def _backslashed(found: re.Match[str]) -> str:
    mark = found.group()
    return f"{mark[:-1]}\\{mark[-1]}"


def _markdown_lines(placed: PlacedNote, *, with_title: bool) -> Iterable[str]:
    note, placement = placed.note, placed.placement
    if note.anchor.quote:
        yield from (f"> {escaped(line)}" for line in note.anchor.quote.splitlines() if line.strip())
        yield ""
    title = f"{escaped(placed.title)}, " if with_title and placed.title else ""
    origin = _("retold from {source}").format(source=placed.origin) if placed.retold else placed.origin
    path = f" · `{placed.path}`" if placed.path and "`" not in placed.path else ""
    yield f"— {title}{escaped(origin)} · {_(placement.state.value)}{path}"
    if placement.state is AnchorState.ORPHANED:
        told = (
            _("**Orphaned:** the article is not in the dossier. It read: {sentence}")
            if placed.missing
            else _("**Orphaned:** the sentence is no longer in the article. It read: {sentence}")
        )
        yield "\n" + told.format(sentence=escaped(note.anchor.sentence))
    elif placement.changes:
        changes = escaped(", ".join(change.words for change in placement.changes))
        yield "\n" + _("**Changed since:** {changes}").format(changes=changes)
    if note.text.strip():
        yield ""
        yield "  \n".join(escaped(line) for line in printable(note.text).strip().split("\n"))
    if note.tags:
        yield "\n" + _("Tags: {tags}").format(tags=escaped(", ".join(note.tags)))


def _by_article(notes: Sequence[PlacedNote]) -> Mapping[str, list[PlacedNote]]:
    groups: dict[str, list[PlacedNote]] = {}
    titles: dict[str, str] = {}
    for placed in notes:
        article = placed.note.anchor.article.id
        title = titles.get(article)
        if title is None:
            title = placed.title or article
            title = titles[article] = title if title not in groups else f"{title} ({article})"
        groups.setdefault(title, []).append(placed)
    return groups


def _by_tag(notes: Sequence[PlacedNote]) -> Mapping[str, list[PlacedNote]]:
    tags = sorted({tag for placed in notes for tag in placed.note.tags}, key=str.casefold)
    groups = {tag: [placed for placed in notes if tag in placed.note.tags] for tag in tags}
    untagged = [placed for placed in notes if not placed.note.tags]
    return groups | ({_UNTAGGED: untagged} if untagged else {})


def _cell(value: object) -> object:
    if not isinstance(value, list):
        return value
    return "; ".join(f"{one['old']} → {one['new']}" if isinstance(one, dict) else str(one) for one in value)
