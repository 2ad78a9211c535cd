"""What the columns of a table hold by the look of their values, where no name of a column is known.

A guess is only ever offered: the account writes it into the command that takes it, and the application asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from statistics import fmean

from tui.importing.columns import NAME_THEM, columns_note
from tui.importing.dating.day_order import read_alone
from tui.importing.markup.front_matter import Value
from tui.importing.metadata import folded_name

SAMPLE = 50
"""Rows that are looked at."""

_CELL = 400
"""Characters of a value that are looked at."""
_MOST = 0.8
"""The share of a column's values that must look like what it holds."""
_TEXT_LENGTH, _TEXT_WORDS = 40, 6
"""Characters and words that the values of a text have in the mean, at least."""
_TITLE_LENGTH = range(12, 160)
_TITLE_WORDS = 3
_LONGEST_NAME = 60
_LONGEST_DATE = 40
_OUTLETS = ("source", "outlet", "paper", "journal", "publisher", "media", "zeitung", "quelle", "titre_presse")
"""What stands in the name of a column of outlets: their values look like any other name."""

Columns = Mapping[str, Sequence[str]]
"""The values of each column that are not empty."""


def columns_offer(rows: Iterable[Mapping[str, Value]]) -> str:
    """Return the note that offers a guess; without one, the note that asks for names."""
    guess = guessed_columns(rows)
    return columns_note(guess) if guess else NAME_THEM


def guessed_columns(rows: Iterable[Mapping[str, Value]]) -> dict[str, str]:
    """Return the name of the column for each role that was recognised; empty where none looks like a text.

    `rows` hold values by the names of their columns; only the first `SAMPLE` are looked at.
    """
    columns: dict[str, list[str]] = {}
    for row in islice(rows, SAMPLE):
        for name, value in row.items():
            if isinstance(value, str) and value.strip():
                columns.setdefault(name, []).append(value.strip()[:_CELL])
    columns = {name: values for name, values in columns.items() if _can_be_named(name)}
    roles: dict[str, str] = {}
    for role, finds in _ROLES:
        found = finds({name: values for name, values in columns.items() if name not in roles.values()})
        if found:
            roles[role] = found
    order = ("title", "text", "date", "source", "address")
    return {role: roles[role] for role in order if role in roles} if "text" in roles else {}


def _can_be_named(name: str) -> bool:
    """Say whether a name can stand in the list that names columns: `text=notes,date=day`."""
    return 0 < len(name) <= _LONGEST_NAME and name == name.strip() and not set(name) & set(",;=")


def _share(values: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, values)) / len(values)


def _is_address(value: str) -> bool:
    return value.startswith(("http://", "https://"))


def _is_date(value: str) -> bool:
    return len(value) <= _LONGEST_DATE and not value.isdigit() and read_alone(value) is not None


def _words(values: Sequence[str]) -> float:
    return fmean(len(value.split()) for value in values)


def _length(values: Sequence[str]) -> float:
    return fmean(map(len, values))


def _address(columns: Columns) -> str | None:
    return next((name for name, values in columns.items() if _share(values, _is_address) >= _MOST), None)


def _date(columns: Columns) -> str | None:
    shares = {name: _share(values, _is_date) for name, values in columns.items()}
    best = max(shares, key=lambda name: shares[name], default=None)
    return best if best is not None and shares[best] >= _MOST else None


def _text(columns: Columns) -> str | None:
    best = max(columns, key=lambda name: _length(columns[name]), default=None)
    if best is None or _length(columns[best]) < _TEXT_LENGTH or _words(columns[best]) < _TEXT_WORDS:
        return None
    return best


def _source(columns: Columns) -> str | None:
    return next((name for name in columns if any(part in folded_name(name) for part in _OUTLETS)), None)


def _title(columns: Columns) -> str | None:
    for name, values in columns.items():
        differ = len(set(values)) >= _MOST * len(values)
        if differ and int(_length(values)) in _TITLE_LENGTH and _words(values) >= _TITLE_WORDS:
            return name
    return None


_ROLES: tuple[tuple[str, Callable[[Columns], str | None]], ...] = (
    ("address", _address),
    ("date", _date),
    ("text", _text),
    ("source", _source),
    ("title", _title),
)
"""How the column of each role is found among those that are left, in this order."""
