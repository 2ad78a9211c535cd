"""The columns of a folder's tables, as the reader names them: which one holds the text, the date and so on.

They are kept in a small `mali-tui.toml` in the reader's own configuration, never in the folder, which is not written:

    [columns]
    text = "notes"
    date = "event_date"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from tui.base.atomic_write import atomic_write
from tui.base.locations import columns_file
from tui.errors import MaliTuiError
from tui.importing.metadata import folded_name
from tui.locale import N_, _

ROLES = ("title", "text", "date", "source", "author", "address", "language", "tags", "id", "abstract")
"""What a column may be named to hold: names that every table's columns are understood by."""

TAKES = N_("--columns takes what a column holds and its name, such as text=notes,date=event_date")
NAME_THEM = N_("where one holds the text, say so: mali-tui FOLDER --columns text=NAME,date=NAME")
"""The note on a table or list of which no column is known to hold an article."""

_OFFER = N_("by their values they look like this; if so: mali-tui FOLDER --columns {columns}")
_OFFERED = re.compile(re.escape(_OFFER).replace(re.escape("{columns}"), "([^;]+)"))
"""What a note offers of the columns, written as `--columns` takes it."""

NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


def columns_note(guess: Mapping[str, str]) -> str:
    """Return the note on a table that offers to take its columns for what they look like."""
    return _OFFER.format(columns=",".join(f"{role}={name}" for role, name in guess.items()))


def offered_columns(reasons: Iterable[str]) -> dict[str, str]:
    """Return what the notes on a folder's files offer: the name of the column by role; of two, the first."""
    columns: dict[str, str] = {}
    for reason in reasons:
        for offer in _OFFERED.findall(reason):
            for role, name in parse_columns(offer).items():
                if name not in columns.values():
                    columns.setdefault(role, name)
    return columns


def are_named(folder: Path) -> bool:
    """Say whether the columns of a folder's tables were named, or nothing of them is wanted."""
    return columns_file(folder).exists()


def parse_columns(written: str) -> dict[str, str]:
    """Read `text=notes,date=event_date`; raises `MaliTuiError` for anything else."""
    columns: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in written.split(","))):
        role, sign, column = (piece.strip() for piece in part.partition("="))
        if not sign or not column or role not in ROLES:
            holds = _("it may hold {roles}").format(roles=", ".join(ROLES))
            raise MaliTuiError("; ".join((_(TAKES), holds)))
        columns[role] = column
    if not columns:
        raise MaliTuiError(_(TAKES))
    return columns


def keep_columns(folder: Path, columns: Mapping[str, str]) -> Path:
    """Write the columns of a folder and return the file; without any, nothing is offered again.

    Raises `MaliTuiError` if it cannot be written.
    """
    path = columns_file(folder)
    quoted = (f"{role} = {_quoted(column)}\n" for role, column in columns.items())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, ("[columns]\n" + "".join(quoted)).encode())
    except OSError as error:
        raise MaliTuiError(_("{path} cannot be written: {why}").format(path=path, why=error.strerror)) from error
    return path


def columns_of(folder: Path) -> Mapping[str, str]:
    """Return what each column of a folder's tables holds, by its folded name; none if its file cannot be read."""
    try:
        said = tomllib.loads(columns_file(folder).read_text("utf-8")).get("columns")
    except (OSError, ValueError):
        return NO_COLUMNS
    if not isinstance(said, dict):
        return NO_COLUMNS
    return {folded_name(name): role for role, name in said.items() if role in ROLES and isinstance(name, str)}


def columns_rule(columns: Mapping[str, str]) -> str:
    """Return what import rules have to say of columns: files are read again where it changes; "" for none."""
    written = " ".join(f"{name}={role}" for name, role in sorted(columns.items()))
    return f" {sha256(written.encode()).hexdigest()[:12]}" if columns else ""


def renamed(name: str, columns: Mapping[str, str]) -> str:
    """Return the name by which a column is understood; another one of that name steps back."""
    if not columns:
        return name
    role = columns.get(folded_name(name))
    return role or (f"{name}-not-taken" if folded_name(name) in columns.values() else name)


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)
