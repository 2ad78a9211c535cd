"""Pieces of JSON: each begins and ends where its value does, and damage costs only what follows it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FileProblem
from tui.importing.limits import RECORD_DEPTH
from tui.importing.records.json_pieces import JsonValue, load, top_values, until_damage, values_in

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


def as_text(value: object) -> object:
    """The value as the records have it: strings, lists and maps."""
    if isinstance(value, dict):
        return {name: as_text(one) for name, one in value.items()}
    if isinstance(value, list):
        return [as_text(one) for one in value]
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


@given(st.lists(VALUES, max_size=4), st.sampled_from([None, 1]))
def test_the_values_of_a_list_come_one_by_one(values: list[object], indent: int | None) -> None:
    content = json.dumps(values, indent=indent).encode()
    (top,) = top_values(content)
    assert [load(content, piece) for piece in values_in(content, top)] == [as_text(value) for value in values]


@given(st.dictionaries(st.text(max_size=4), VALUES, max_size=4))
def test_the_values_of_a_map_bear_their_names(values: dict[str, object]) -> None:
    content = json.dumps(values).encode()
    (top,) = top_values(content)
    assert {piece.name: load(content, piece) for piece in values_in(content, top)} == as_text(values)


SEVERAL = [
    ("lines", b'{"a": 1}\n{"a": 2}', 2),
    ("with marks between them", b'\x1e{"a": 1}\n\x1e{"a": 2}\n', 2),
    ("with commas between them", b'{"a": 1},{"a": 2},', 2),
    ("bare", b"1 true null", 3),
    ("nothing", b" \n", 0),
]


@pytest.mark.parametrize(("content", "count"), [case[1:] for case in SEVERAL], ids=[case[0] for case in SEVERAL])
def test_values_one_after_another(content: bytes, count: int) -> None:
    assert len(list(top_values(content))) == count


DAMAGED = [
    ("truncated", b'[{"a": 1}, {"a": 2', "truncated", 2),
    ("cut off between two", b'[{"a": 1},', "truncated", 1),
    ("a bare word", b'[{"a": 1}, heron]', "invalid JSON from byte 11 on", 1),
    ("a name without quotes", b"{a: 1}", "invalid JSON from byte 1 on", 0),
]


@pytest.mark.parametrize(
    ("content", "why", "before"), [case[1:] for case in DAMAGED], ids=[case[0] for case in DAMAGED]
)
def test_what_stands_before_the_damage_stays(content: bytes, why: str, before: int) -> None:
    whole = JsonValue("", 0, len(content))
    assert len(list(until_damage(values_in(content, whole)))) == before
    with pytest.raises(FileProblem, match=why):
        list(values_in(content, whole))


def test_what_is_nested_too_deep_is_no_value() -> None:
    deep = b"[" * (RECORD_DEPTH + 1) + b"]" * (RECORD_DEPTH + 1)
    assert load(deep, JsonValue("", 0, len(deep))) is None
