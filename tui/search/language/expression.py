"""Regular expressions: what can be said of one before any text is searched for it.

Only its shape is looked at, as the interpreter's own parser tells it.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

_MANY = 10
"""What may repeat more often than this is taken for what repeats for ever."""


class Shape(NamedTuple):
    """What is known of a regular expression."""

    least: int
    """The fewest characters of a match."""
    reach: int
    """So many characters from where it begins decide at most whether and where a match ends; huge for `.*`."""
    repeats: int
    """How many of its parts repeat, without an end that is worth the name, across words and the spaces between them."""
    endless: bool
    """Whether one such part lies within another, so that a search can take exponential time."""


@lru_cache(64)
def compiled(written: str) -> re.Pattern[str]:
    """Compile a regular expression that ignores capitals; raises `ValueError` with a sentence where it is faulty."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # advice to those who write programs, for later versions of Python
            return re.compile(written, re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as found:
        raise ValueError(f"this regular expression cannot be read: {found}") from None


@lru_cache(64)
def shape_of(written: str) -> Shape:
    """Return the shape of a regular expression that `compiled` takes."""
    from re import _parser  # type: ignore[attr-defined]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = _parser.parse(written, re.IGNORECASE)
    least, most = parsed.getwidth()
    steps = list(_steps(parsed, 0))
    ahead = sum(operand[1].getwidth()[1] for name, operand, _ in steps if name in ("ASSERT", "ASSERT_NOT"))
    repeats = [name for name, operand, _ in steps if _is_long(name, operand) and not _is_run(operand[2])]
    endless = any(depth for name, operand, depth in steps if _goes_back(name, operand))
    return Shape(least, most + ahead + 1, len(repeats), endless)


def _is_long(name: str, operand: Any) -> bool:  # noqa: ANN401
    return name.endswith("_REPEAT") and int(operand[1]) > _MANY


def _is_run(repeated: Any) -> bool:  # noqa: ANN401
    """Say whether what repeats is one sign, of those within words or of those between them: it ends with either."""
    if len(repeated) != 1:
        return False
    name, operand = str(repeated[0][0]), repeated[0][1]
    members = operand if name == "IN" else [repeated[0]]
    return {_side(str(kind), value) for kind, value in members} in ({"word"}, {"space"})


def _side(kind: str, value: Any) -> str:  # noqa: ANN401
    """Say where a member of a set of signs stands: `word`, `space`, or `both` where it can be either."""
    if kind == "CATEGORY":
        return {"CATEGORY_WORD": "word", "CATEGORY_DIGIT": "word", "CATEGORY_SPACE": "space"}.get(str(value), "both")
    if kind == "LITERAL":
        return "space" if chr(value).isspace() else "word"
    return "word" if kind == "RANGE" and value[0] > ord(" ") else "both"


def _goes_back(name: str, operand: Any) -> bool:  # noqa: ANN401
    return _is_long(name, operand) and name != "POSSESSIVE_REPEAT"


def _steps(parsed: Any, depth: int) -> Iterator[tuple[str, Any, int]]:  # noqa: ANN401
    """Yield name and operand of every step, and in how many long repetitions that can go back it lies."""
    from re import _parser  # type: ignore[attr-defined]

    if isinstance(parsed, tuple) and len(parsed) == 2 and isinstance(parsed[0], type(_parser.BRANCH)):
        name, operand = str(parsed[0]), parsed[1]
        yield name, operand, depth
        yield from _steps(operand, depth + _goes_back(name, operand))
    elif isinstance(parsed, (tuple, list, _parser.SubPattern)):
        for part in parsed:
            yield from _steps(part, depth)
