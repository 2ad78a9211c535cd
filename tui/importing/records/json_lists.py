"""Finds the articles in a JSON text: a list, a list within a map, or a single one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from tui.base.plurals import in_english
from tui.errors import FileProblem
from tui.importing.columns import NAME_THEM, NO_COLUMNS, renamed
from tui.importing.limits import ARTICLES, ROW_BYTES
from tui.importing.markup.front_matter import Value
from tui.importing.metadata import FIELDS, TITLES, folded_name
from tui.importing.parsed import Draft
from tui.importing.records.column_guess import SAMPLE, columns_offer
from tui.importing.records.exports import as_record
from tui.importing.records.json_pieces import JsonValue, load, until_damage, values_in
from tui.importing.records.record import BODIES, Records, shown_names
from tui.locale import N_

_LISTS = (
    "articles", "items", "entries", "results", "docs", "documents", "posts", "stories", "news", "records", "hits",
    "data", "rows", "graph", "list", "item", "entry",
)  # fmt: skip
"""Names of lists of articles, best first."""

_WRAPPERS = ("_source", "fields", "attributes", "article", "document", "node", "metadata")
"""Maps within a record that hold its fields."""

_DEEPEST = 4
"""The nesting depth to which a list of articles is looked for."""

_BODIES = frozenset(map(folded_name, BODIES))
_TITLES = frozenset(map(folded_name, TITLES))

JsonValues = Callable[[], Iterator[JsonValue]]
"""Returns a fresh iterator of the values of a text."""


def articles_in(content: bytes, top: JsonValue) -> JsonValues | None:
    """Find the articles in a text's only value; None if there are none."""
    if content.startswith(b"[", top.start):
        return lambda: values_in(content, top)
    if not content.startswith(b"{", top.start):
        return None
    members = list(until_damage(values_in(content, top)))
    names = {folded_name(member.name) for member in members}
    if names & _BODIES and names & FIELDS and not _are_lists(content, members, _BODIES):
        return lambda: iter((top,))
    holder = _list_in(content, members, _DEEPEST)
    if holder is None and names & _TITLES and len(names & FIELDS) > 1:
        return lambda: iter((top,))
    if holder is None and _holds_articles(content, top):
        holder = top
    return None if holder is None else lambda: values_in(content, holder)


def drafts_of(
    content: bytes, pieces: JsonValues, what: str, damaged: int = 0, columns: Mapping[str, str] = NO_COLUMNS
) -> Iterator[Draft]:
    """Yield the articles among the values, and at last the notes on them; `what` names a value: `line`.

    Raises `FileProblem` at the end if the text is damaged from some point on.
    """
    records = Records()
    for fields in _records(content, islice(until_damage(pieces()), ARTICLES), columns):
        if fields is not None:
            records.see(fields)
    problem = ""
    names: dict[str, None] = {}
    first: list[Mapping[str, Value]] = []
    read = 0
    try:
        for number, fields in enumerate(_records(content, pieces(), columns)):
            if number > 2 * ARTICLES:
                raise FileProblem(N_("more than {most:,} {what}s").format(most=2 * ARTICLES, what=what))
            damaged += fields is None
            if fields is None:
                continue
            names.update(dict.fromkeys(fields) if not names else ())
            if not read and len(first) < SAMPLE:
                first.append(fields)
            draft = records.draft(fields)
            if draft is not None:
                read += 1
                yield draft
    except FileProblem as error:
        problem = str(error)
    notes = [*records.last(what).notes] if read else [_none(names), *([columns_offer(first)] if names else [])]
    if damaged:
        notes.append(
            N_("{items} not read: damaged, not an object, or larger than {most} MB").format(
                items=in_english(damaged, what), most=ROW_BYTES // 10**6
            )
        )
    yield Draft(notes=tuple(notes))
    if problem:
        raise FileProblem(N_("{problem}; what precedes it was read").format(problem=problem) if read else problem)


def no_articles(names: list[str]) -> Draft:
    """Return the note that a text has no articles, with its fields."""
    return Draft(notes=(_none(dict.fromkeys(names)), *((NAME_THEM,) if names else ())))


def _none(names: Mapping[str, None]) -> str:
    if not names:
        return N_("not a list of articles: no objects with fields")
    return N_("not a list of articles: its fields are {names}").format(names=shown_names(names))


def _records(
    content: bytes, pieces: Iterator[JsonValue], columns: Mapping[str, str]
) -> Iterator[Mapping[str, Value] | None]:
    """Yield the fields of each value, None if it has none."""
    for piece in pieces:
        value = load(content, piece)
        if not isinstance(value, dict):
            yield None
            continue
        fields = value
        for wrapper in _WRAPPERS:
            inner = fields.get(wrapper)
            if isinstance(inner, dict):
                fields = {**inner, **{name: one for name, one in fields.items() if one and name != wrapper}}
        if piece.name:
            fields = {"id": piece.name, **fields}
        if columns:
            fields = {renamed(name, columns): one for name, one in fields.items()}
        yield as_record(fields)


def _are_lists(content: bytes, members: list[JsonValue], names: frozenset[str]) -> bool:
    """Say whether all members with one of the names are lists of maps."""
    named = [member for member in members if folded_name(member.name) in names]
    return all(_starts_with_map(content, member) for member in named)


def _starts_with_map(content: bytes, piece: JsonValue) -> bool:
    return content.startswith(b"[", piece.start) and content[piece.start + 1 : piece.end].lstrip()[:1] == b"{"


def _list_in(content: bytes, members: list[JsonValue], depth: int) -> JsonValue | None:
    """Return the list of maps with a name for articles, or else the longest; nearest to the top."""
    lists = [member for member in members if _starts_with_map(content, member)]
    for name in _LISTS:
        for member in lists:
            if folded_name(member.name) == name:
                return member
    if lists:
        return max(lists, key=lambda member: member.end - member.start)
    if depth:
        for member in members:
            if content.startswith(b"{", member.start):
                found = _list_in(content, list(until_damage(values_in(content, member))), depth - 1)
                if found is not None:
                    return found
    return None


def _holds_articles(content: bytes, top: JsonValue) -> bool:
    """Say whether the values of a map are articles, by the first one."""
    first = next(until_damage(values_in(content, top)), None)
    value = load(content, first) if first else None
    names = set(map(folded_name, value)) if isinstance(value, dict) else set()
    return bool(names & (_BODIES | _TITLES)) and len(names & (FIELDS | _BODIES)) > 1
