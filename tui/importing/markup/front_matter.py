"""Front matter: the block of fields at the head of a file, in YAML between `---` or in TOML between `+++`.

Its values are strings, lists and maps of strings, and nothing else: no tag is obeyed, no alias is expanded, and what is
nested too deep is refused, so that no front matter can grow in memory. Broken front matter never costs the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from tui.importing.limits import FRONT_MATTER_CHARACTERS, FRONT_MATTER_DEPTH

if TYPE_CHECKING:
    from yaml.events import Event

Value = str | list["Value"] | dict[str, "Value"]
"""What a field holds."""

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*\n")
_CLOSINGS = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.M),
}
_PLAIN_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:[ \t]+([^\s\[{&*|>].*)")
_BARE_FIELD = re.compile(r"[ \t]*([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ_-]{1,20}) ?:[ \t]+(.*)(?:\n|\Z)")
_FEWEST_BARE_FIELDS = 2
_SHORT_FIELD = 10
"""Words of a field that no name tells from a line of the text."""

_NOTHING = ("", "~", "null", "Null", "NULL")


class FrontMatterProblem(ValueError):
    """The block cannot be read; the sentence goes into the account."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a file and the text below them."""

    body: str
    """The file's text without the block."""
    fields: dict[str, Value] = field(default_factory=dict)
    note: str = ""
    """What the account should say of the block where it was no plain matter."""


def split_front_matter(text: str, names: frozenset[str] = frozenset()) -> FrontMatter:
    """Part the front matter from the text; a file without it is all text.

    Lines such as `Source: …` at the very top are front matter too where two of them or more bear one of `names`. What
    stands below the last of these is text from the first long line on: `The mayor: We had waited for it since March …`.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return _split_bare_fields(text, names)
    kind = opening.group(1)
    closing = _CLOSINGS[kind].search(text, opening.end(), opening.end() + FRONT_MATTER_CHARACTERS)
    if closing is None:
        note = "its front matter has no end and was read as text" if _PLAIN_FIELD.match(text, opening.end()) else ""
        return FrontMatter(text, note=note)
    block, body = text[opening.end() : closing.start()], text[closing.end() :]
    try:
        fields = _read_toml(block) if kind == "+++" else _read_yaml(block)
    except FrontMatterProblem as problem:
        plain = _read_plain_fields(block)
        if not plain:
            return FrontMatter(text, note=f"its front matter was read as text: {problem}")
        return FrontMatter(body, plain, f"its front matter was read line by line: {problem}")
    if fields is None:
        return FrontMatter(text)
    return FrontMatter(body, fields)


def _split_bare_fields(text: str, names: frozenset[str]) -> FrontMatter:
    fields: dict[str, Value] = {}
    waiting: dict[str, Value] = {}
    behind = end = 0
    while line := _BARE_FIELD.match(text, behind):
        name, value = line.group(1).strip(), line.group(2).strip()
        behind = line.end()
        short = not waiting and len(value.split()) <= _SHORT_FIELD
        waiting[name] = value
        if short or name.lower() in names:
            fields |= waiting
            waiting, end = {}, behind
    if sum(name.lower() in names for name in fields) < _FEWEST_BARE_FIELDS:
        return FrontMatter(text)
    return FrontMatter(text[end:], fields)


def _read_toml(block: str) -> dict[str, Value]:
    import tomllib

    if _brackets(block) > FRONT_MATTER_DEPTH * 100:
        raise FrontMatterProblem("too many brackets")
    if any(line.split("=", 1)[0].count(".") > FRONT_MATTER_DEPTH for line in block.splitlines()):
        raise FrontMatterProblem("nested too deep")
    try:
        return {key: _as_text(value, 1) for key, value in tomllib.loads(block).items()}
    except FrontMatterProblem:
        raise
    except (ValueError, RecursionError) as error:  # a number of more than 4,300 digits is a ValueError of its own
        raise FrontMatterProblem(f"no valid TOML ({_one_line(error)})") from error


def _brackets(block: str) -> int:
    return block.count("[") + block.count("{")


def _as_text(value: object, depth: int) -> Value:
    """Turn what TOML gives into strings, lists and maps."""
    if depth > FRONT_MATTER_DEPTH:
        raise FrontMatterProblem("nested too deep")
    if isinstance(value, dict):
        return {str(key): _as_text(below, depth + 1) for key, below in value.items()}
    if isinstance(value, list):
        return [_as_text(below, depth + 1) for below in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def _read_yaml(block: str) -> dict[str, Value] | None:
    """Read a block of YAML; None where it is a valid text but no map, as between two rules of a Markdown text.

    It is read from the parser's events: PyYAML's own composer, which recurses in C, dies on deep nesting.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        whole = _build(yaml.parse(block, Loader=loader))
    except yaml.YAMLError as error:
        raise FrontMatterProblem(f"no valid YAML ({_one_line(error)})") from error
    return whole if isinstance(whole, dict) else None


def _build(events: Iterable[Event]) -> Value | None:
    """Return the value of the first document in a YAML parser's events; refuse aliases and deep nesting."""
    from yaml import events as kinds

    stack: list[tuple[Value, list[str]]] = []
    for event in events:
        if isinstance(event, kinds.ScalarEvent):
            done: Value = "" if event.value in _NOTHING and event.implicit[0] else event.value
        elif isinstance(event, kinds.CollectionEndEvent):
            done = stack.pop()[0]
        elif isinstance(event, kinds.AliasEvent):
            raise FrontMatterProblem("it uses aliases")
        elif isinstance(event, kinds.CollectionStartEvent):
            if len(stack) >= FRONT_MATTER_DEPTH:
                raise FrontMatterProblem("nested too deep")
            stack.append(([] if isinstance(event, kinds.SequenceStartEvent) else {}, []))
            continue
        else:
            continue
        if not stack:
            return done
        _put(*stack[-1], done)
    return None


def _put(holder: Value, keys: list[str], value: Value) -> None:
    """Add a value to the list or the map that is being built; in a map every second value waits as a key."""
    if isinstance(holder, list):
        holder.append(value)
    elif isinstance(holder, dict):
        if keys:
            holder[keys.pop()] = value
        else:
            keys.append(value if isinstance(value, str) else "")


def _read_plain_fields(block: str) -> dict[str, Value]:
    """Read the lines `name: value` of a block that is no valid YAML, such as one whose title holds a colon."""
    fields: dict[str, Value] = {}
    for line in block.splitlines():
        found = _PLAIN_FIELD.fullmatch(line)
        if found:
            fields[found.group(1)] = found.group(2).strip().strip("\"'")
    return fields


def _one_line(error: Exception) -> str:
    problem = getattr(error, "problem", None)
    mark = getattr(error, "problem_mark", None)
    if problem and mark is not None:
        return f"line {mark.line + 2}: {problem}"
    return " ".join(str(error).split())[:120]
