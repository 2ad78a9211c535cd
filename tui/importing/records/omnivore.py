"""An export of Omnivore: a container of lists of articles, and of a page with the text of each.

The lists, `metadata_0_to_20.json` and so on, name each page by its `slug`: `content/SLUG.html`. Other files of the
container are read normally.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tui.base.plurals import in_english
from tui.errors import FileProblem
from tui.importing.archives.unpacking import BudgetExceeded
from tui.importing.decoding import as_utf8, text_of
from tui.importing.markup.front_matter import Value
from tui.importing.parsed import Draft
from tui.importing.records.exports import as_record
from tui.importing.records.json_pieces import JsonValue, load, until_damage, values_in
from tui.importing.records.record import Records
from tui.locale import N_

_LIST = re.compile(r"(?P<folder>(?:.*/)?)metadata_\d+_to_\d+\.json")
_NUMBER = re.compile(r"\d+")
_HIGHLIGHTS = "highlights/"


def export_files(names: Iterable[str]) -> frozenset[str]:
    """Return the files of a container that belong to an export, if any."""
    held = frozenset(names)
    folders = {found.group("folder") for name in held if (found := _LIST.fullmatch(name))}
    return frozenset(
        name for name in held if _LIST.fullmatch(name) or any(_is_part(name, folder) for folder in folders)
    )


def _is_part(name: str, folder: str) -> bool:
    return name.startswith((f"{folder}content/", f"{folder}{_HIGHLIGHTS}")) and not name.endswith("/")


def omnivore(names: Iterable[str], open_member: Callable[[str], bytes]) -> Iterator[Draft]:
    """Yield the articles of an export with their texts, and at last the notes on it.

    `names` are those of the container's files. If `open_member` raises `FileProblem` the article has no text;
    `BudgetExceeded` ends the reading.
    """
    held = export_files(names)
    records = Records()
    used: set[str] = set()
    notes: list[str] = []
    for name in sorted(filter(_LIST.fullmatch, held), key=_place):
        found = _LIST.fullmatch(name)
        folder = found.group("folder") if found else ""
        for fields in _records(name, open_member, notes):
            page = f"{folder}content/{fields.get('slug', '')}.html"
            text, problem = _page(page, open_member) if page in held else ("", "")
            used.add(page)
            draft = records.draft({**as_record(fields), "content": text})
            if draft is not None:
                yield replace(draft, notes=(problem,)) if problem else draft
    notes += records.last("article").notes
    left = [name for name in held if "/content/" in f"/{name}" and name not in used]
    highlights = [name for name in held if f"/{_HIGHLIGHTS}" in f"/{name}"]
    for names_left, what in ((left, N_("in no list")), (highlights, N_("of highlights"))):
        if names_left:
            notes.append(N_("{items} {what} not read").format(items=in_english(len(names_left), "file"), what=what))
    yield Draft(notes=tuple(notes))


def _place(name: str) -> tuple[int, ...]:
    return tuple(map(int, _NUMBER.findall(name)))


def _records(name: str, open_member: Callable[[str], bytes], notes: list[str]) -> Iterator[dict[str, Value]]:
    """Yield the fields of the articles of a list; damage is noted."""
    try:
        content, _ = as_utf8(open_member(name))
    except BudgetExceeded:
        raise
    except FileProblem as problem:
        notes.append(f"{name}: {problem}")
        return
    damaged = 0
    start = len(content) - len(content.lstrip())
    for piece in until_damage(values_in(content, JsonValue("", start, len(content)))):
        fields = load(content, piece)
        if isinstance(fields, dict):
            yield fields
        else:
            damaged += 1
    if damaged or not content.rstrip().endswith(b"]"):
        notes.append(N_("{name}: damaged, not all of it was read").format(name=name))


def _page(name: str, open_member: Callable[[str], bytes]) -> tuple[str, str]:
    try:
        return text_of(as_utf8(open_member(name))[0]), ""
    except BudgetExceeded:
        raise
    except FileProblem as problem:
        return "", f"{name}: {problem}"
