"""Front matter: the fields at the top of a file, in YAML between `---` or in TOML between `+++`.

Values are strings, lists and maps of strings only: tags are ignored, aliases and deep nesting refused, so that front
matter cannot grow in memory. Broken front matter never costs the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from tui.importing.limits import FRONT_MATTER_CHARACTERS, FRONT_MATTER_DEPTH
from tui.locale import N_

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
_BARE_FIELD = re.compile(r"[ \t]*([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ_-]{1,20}(?: [A-Za-zÀ-ÿ_-]{2,15}){0,2}) ?:[ \t]+(.*)(?:\n|\Z)")
_FEWEST_BARE_FIELDS = 2
_SHORT_FIELD = 10
"""The most words of a field with an unknown name."""

_NOTHING = ("", "~", "null", "Null", "NULL")


class FrontMatterProblem(ValueError):
    """The block cannot be read; the message goes into the account."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a file and the text below them."""

    body: str
    """The file's text without the block."""
    fields: dict[str, Value] = field(default_factory=dict)
    note: str = ""
    """A note for the account if the block was irregular."""


def split_front_matter(text: str, names: frozenset[str] = frozenset()) -> FrontMatter:
    """Split the front matter from the text.

    Lines such as `Source: …` at the very top are front matter too if at least two have one of `names`. After the last
    of these, the text begins at the first long line: `The mayor: We had waited for it since March …`.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return _split_bare_fields(text, names)
    kind = opening.group(1)
    closing = _CLOSINGS[kind].search(text, opening.end(), opening.end() + FRONT_MATTER_CHARACTERS)
    if closing is None:
        note = N_("its front matter has no end and was read as text") if _PLAIN_FIELD.match(text, opening.end()) else ""
        return FrontMatter(text, note=note)
    block, body = text[opening.end() : closing.start()], text[closing.end() :]
    try:
        fields = _read_toml(block) if kind == "+++" else _read_yaml(block)
    except FrontMatterProblem as problem:
        plain = _read_plain_fields(block)
        if not plain:
            return FrontMatter(text, note=N_("its front matter was read as text: {problem}").format(problem=problem))
        return FrontMatter(body, plain, N_("its front matter was read line by line: {problem}").format(problem=problem))
    if fields is None:
        return FrontMatter(text)
    return FrontMatter(body, fields)


def _split_bare_fields(text: str, names: frozenset[str]) -> FrontMatter:
    fields: dict[str, Value] = {}
    waiting: dict[str, Value] = {}
    known = {_joined(name) for name in names}
    behind = end = 0
    while line := _BARE_FIELD.match(text, behind):
        name, value = line.group(1).strip(), line.group(2).strip()
        if " " in name and _joined(name) not in known:
            break
        behind = line.end()
        short = not waiting and len(value.split()) <= _SHORT_FIELD
        waiting[name] = value
        if short or _joined(name) in known:
            fields |= waiting
            waiting, end = {}, behind
    if sum(_joined(name) in known for name in fields) < _FEWEST_BARE_FIELDS:
        return FrontMatter(text)
    return FrontMatter(text[end:], fields)


def _joined(name: str) -> str:
    """Return a field's name in small letters as one word: `datepublished` of `Date Published`."""
    return re.sub(r"[\W_]+", "", name.lower())


def _read_toml(block: str) -> dict[str, Value]:
    import tomllib

    if _brackets(block) > FRONT_MATTER_DEPTH * 100:
        raise FrontMatterProblem(N_("too many brackets"))
    if any(line.split("=", 1)[0].count(".") > FRONT_MATTER_DEPTH for line in block.splitlines()):
        raise FrontMatterProblem(N_("nested too deep"))
    try:
        return {key: _as_text(value, 1) for key, value in tomllib.loads(block).items()}
    except FrontMatterProblem:
        raise
    except (ValueError, RecursionError) as error:  # a number of more than 4,300 digits raises a plain ValueError
        raise FrontMatterProblem(N_("invalid TOML ({error})").format(error=_one_line(error))) from error


def _brackets(block: str) -> int:
    return block.count("[") + block.count("{")


def _as_text(value: object, depth: int) -> Value:
    """Convert a TOML value to strings, lists and maps."""
    if depth > FRONT_MATTER_DEPTH:
        raise FrontMatterProblem(N_("nested too deep"))
    if isinstance(value, dict):
        return {str(key): _as_text(below, depth + 1) for key, below in value.items()}
    if isinstance(value, list):
        return [_as_text(below, depth + 1) for below in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def _read_yaml(block: str) -> dict[str, Value] | None:
    """Read a block of YAML; None if it is valid but not a map, as between two rules of a Markdown text.

    It is built from the parser's events: PyYAML's own composer recurses in C and crashes on deep nesting.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        whole = _build(yaml.parse(block, Loader=loader))
    except yaml.YAMLError as error:
        raise FrontMatterProblem(N_("invalid YAML ({error})").format(error=_one_line(error))) from error
    return whole if isinstance(whole, dict) else None


def _build(events: Iterable[Event]) -> Value | None:
    """Return the first document in a YAML parser's events; refuse aliases and deep nesting."""
    from yaml import events as kinds

    stack: list[tuple[Value, list[str]]] = []
    for event in events:
        if isinstance(event, kinds.ScalarEvent):
            done: Value = "" if event.value in _NOTHING and event.implicit[0] else event.value
        elif isinstance(event, kinds.CollectionEndEvent):
            done = stack.pop()[0]
        elif isinstance(event, kinds.AliasEvent):
            raise FrontMatterProblem(N_("it uses aliases"))
        elif isinstance(event, kinds.CollectionStartEvent):
            if len(stack) >= FRONT_MATTER_DEPTH:
                raise FrontMatterProblem(N_("nested too deep"))
            stack.append(([] if isinstance(event, kinds.SequenceStartEvent) else {}, []))
            continue
        else:
            continue
        if not stack:
            return done
        _put(*stack[-1], done)
    return None


def _put(holder: Value, keys: list[str], value: Value) -> None:
    """Add a value to the list or map being built; in a map every other value is a key."""
    if isinstance(holder, list):
        holder.append(value)
    elif isinstance(holder, dict):
        if keys:
            holder[keys.pop()] = value
        else:
            keys.append(value if isinstance(value, str) else "")


def _read_plain_fields(block: str) -> dict[str, Value]:
    """Read the lines `name: value` of invalid YAML, such as a title with a colon."""
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
        return N_("line {line}: {problem}").format(line=mark.line + 2, problem=problem)
    return " ".join(str(error).split())[:120]
