from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.explorer import Explorer
from tui.search.completion import completed, offered, opened

VALUES = {"source": ["Coast Post", "Inland", 'A "b"'], "tag": ["ferries"]}

CASES = [
    ("the name of a field", "ferry sou", "ferry source:"),
    ("too little of a field", "so", ""),
    ("a value in quotes", 'source:"coa', 'source:"coast Post"'),
    ("a name of several words", "source:Coa", 'source:Coast Post"'),
    ("more of a name than one word", "ferry -source:coast p", 'ferry -source:coast post"'),
    ("a name that no value begins with", "source:coast brid", "source:coast bridge"),
    ("a name within a phrase", '"a source:coa', ""),
    ("a value after a minus sign", "ferry -source:in", "ferry -source:inland"),
    ("a value within brackets", "(tag:fe", "(tag:ferries"),
    ("a value that is there already", "tag:ferries", ""),
    ("a value that nothing has", "tag:x", ""),
    ("a value with a quotation mark in it", 'source:"A', ""),
    ("a frequent word", "new brid", "new bridge"),
    ("too little of a word", "bri", ""),
    ("an operator", "ferry NOT", ""),
    ("the same letters as a word", "ferry not", "ferry notes:"),
    ("nothing", "", ""),
    ("a word that is done", "bridge ", ""),
    ("words of a phrase", '"new brid', ""),
    ("a word after a phrase", '"new ferry" brid', '"new ferry" bridge'),
]


def go_on(text: str) -> str:
    frequent = {"brid": "bridge"}
    return completed(
        text, ["source", "tag", "notes"], lambda name: VALUES.get(name, []), lambda typed: frequent.get(typed, "")
    )


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_query_goes_on(text: str, expected: str):
    assert go_on(text) == expected


OPENED = [
    ("a name that was completed", 'ferry source:coast Post"', 'ferry source:"coast Post"'),
    ("a name in brackets", '(-source:coast Post"', '(-source:"coast Post"'),
    ("a name in quotes", 'source:"coast Post"', 'source:"coast Post"'),
    ("one word", "source:inland", "source:inland"),
    ("a phrase before it", '"a b" source:coast Post"', '"a b" source:"coast Post"'),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in OPENED], ids=[case[0] for case in OPENED])
def test_a_completed_name_stands_in_quotation_marks(text: str, expected: str):
    assert opened(text) == expected


@given(st.text('sourcetag:"() -brid', max_size=20))
def test_what_was_typed_stays_as_it_was(text: str):
    longer = go_on(text)
    assert not longer or (longer.startswith(text) and len(longer) > len(text))


def test_a_dossier_completes_from_its_own_words(dossier, cache):
    explorer = Explorer.open(dossier, cache)
    assert explorer.completed("harb") == ""
    explorer.refresh()
    assert explorer.completed("harb") == "harbour"
    assert explorer.completed("HARB") == "HARBour"
    assert explorer.completed('source:"inl') == 'source:"inland Times"'
    assert explorer.completed("ferry not") == "ferry note:"
    assert explorer.completed("titre:harb") == explorer.completed("nothing:harb") == ""
    explorer.close()


def test_a_field_and_its_colon_are_offered_what_may_follow():
    def values(field: str) -> list[str]:
        return [f"{field} {number}" for number in range(20)]

    assert offered("camp source:", values)[:2] == ("source 0", "source 1")
    assert len(offered("source:", values)) == 9
    assert "undated" in offered("is:", values)
    assert "date" in offered("sort:", values)
    assert "2023-06..2023-12" in offered("(date:", values)
    assert {"title:", "source:", "date:"} <= set(offered("foo:", values))
    assert offered('"quoted source:', values) == ()
    assert offered("source:a", values) == offered("camp", values) == offered("12:30", values) == ()
