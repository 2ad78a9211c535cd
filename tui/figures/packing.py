"""The figures of an article as one line of text, so that they can be kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tui.base.days import Span
from tui.figures.figure import Bound, Direction, Figure, Scope, State

_FIELDS = Figure.__struct_fields__
_SETS = frozenset(name for name, kind in Figure.__annotations__.items() if "frozenset" in kind)
_SPANS = frozenset(name for name, kind in Figure.__annotations__.items() if "Span" in kind)
_ENUMERATIONS = {"bound": Bound, "state": State, "change": Direction, "scope": Scope}
_SETS_AT = [place for place, name in enumerate(_FIELDS) if name in _SETS]
_SPANS_AT = [place for place, name in enumerate(_FIELDS) if name in _SPANS]
_ENUMERATIONS_AT = [
    (_FIELDS.index(name), {member.value: member for member in kind}) for name, kind in _ENUMERATIONS.items()
]


def packed(figures: Sequence[Figure]) -> str:
    """Return figures as JSON: the sets of words that they share, each once, and for each figure its values."""
    sets: dict[frozenset[str], int] = {}

    def written(name: str, value: Any) -> object:  # noqa: ANN401 - whatever a figure holds
        if name in _SETS:
            return sets.setdefault(value, len(sets))
        if name in _SPANS:
            return [value.first.toordinal(), value.last.toordinal()] if value else None
        return value

    rows = [[written(name, getattr(figure, name)) for name in _FIELDS] for figure in figures]
    return json.dumps([[sorted(each) for each in sets], rows], separators=(",", ":"), ensure_ascii=False)


def unpacked(line: str) -> tuple[Figure, ...]:
    """Return the figures that `packed` wrote."""
    sets, rows = json.loads(line)  # no stricter reader: a number too large for a float is written as Infinity
    shared = list(map(frozenset, sets))
    found = []
    for row in rows:
        for place in _SETS_AT:
            row[place] = shared[row[place]]
        for place, members in _ENUMERATIONS_AT:
            row[place] = members[row[place]]
        for place in _SPANS_AT:
            if row[place] is not None:
                row[place] = Span.from_ordinals(*row[place])
        found.append(Figure(*row))
    return tuple(found)
