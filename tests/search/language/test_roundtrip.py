"""Properties of the whole language: no query raises, and every tree prints as a query that parses to it again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.days import Span
from tui.search.language import parse, understood, unparse
from tui.search.language.lexer import normalised, tokens
from tui.search.language.tree import ABSENT, And, Node, Not, Nothing, Or, Phrase, Word

EXTENT = Span(date(2019, 5, 2), date(2024, 11, 8))

PIECES = st.sampled_from(
    [
        *(
            "camp",
            "l'ONU",
            "=camps",
            "with*",
            "wom?n",
            "*ing",
            "lacroy~2",
            "x~",
            "/go|ber/",
            "11,600",
            "12:30",
            "*",
            "--",
        ),
        *(
            '"exit plan"',
            '"a b"~3',
            "« plan de sortie »",
            '="the camps"',
            '"',
            "“",
            "15\u00a0000",
            "http://un.int/x?y=1",
        ),
        *(" OR ", " AND ", " NOT ", " NEAR/3 ", " ADJ ", " -", " ", " ", " ( ", " ) ", "(", ")", "OU", " NEAR/0 "),
        *(
            "title:",
            "source:",
            "texte:",
            "tag:",
            "is:",
            "date:",
            "before:",
            "event:",
            "sort:",
            "sorce:",
            "undated",
            "-date",
            ",",
        ),
        *("2023", "2023-06..2024", "..end", "end-30d", "[2023 TO *]", ">2023-02", "june-2023", "afp,reuters", "é", "ß"),
    ]
)
QUERIES = st.lists(PIECES, max_size=12).map("".join)


def simplest(tree: Node) -> bool:
    """Say whether a tree is in its simplest form all through."""
    if isinstance(tree, (And, Or)):
        same = any(type(part) is type(tree) for part in tree.parts)
        return tree is not ABSENT and len(tree.parts) > 1 and not same and all(simplest(part) for part in tree.parts)
    return simplest(tree.part) and not isinstance(tree.part, Not) if isinstance(tree, Not) else tree is not ABSENT


@given(st.one_of(st.text(), QUERIES))
def test_no_query_raises_and_a_fault_lies_within_the_query(query):
    parsed = parse(query, EXTENT)
    if parsed.fault:
        assert parsed.tree == Nothing()
        assert 0 <= parsed.fault.column <= len(query)
        assert parsed.fault.length >= 1
        assert parsed.fault.message
    else:
        assert simplest(parsed.tree)


@given(st.one_of(st.text(), QUERIES))
def test_a_tree_prints_as_a_query_that_parses_to_it(query):
    parsed = parse(query, EXTENT)
    if parsed.fault is None:
        again = parse(unparse(parsed.tree, parsed.order), None)
        assert again.fault is None
        assert (again.tree, again.order) == (parsed.tree, parsed.order)
        assert (again.lack, again.untaken) == (None, ())


@given(st.one_of(st.text(), QUERIES))
def test_the_understood_line_is_one_line(query):
    parsed = parse(query, EXTENT)
    assert "\n" not in understood(parsed.tree, parsed.order)


@given(st.one_of(st.text(), QUERIES))
def test_normalising_keeps_every_column(query):
    assert len(normalised(query)) == len(query)


@given(st.one_of(st.text(), QUERIES))
def test_tokens_follow_one_another_and_cover_all_but_spaces(query):
    plain, end = normalised(query), 0
    for token in tokens(query):
        assert token.column >= end
        assert plain[end : token.column].strip(" ") == ""
        end = token.end
    assert end == len(plain) or plain[end:].strip(" ") == ""


@pytest.mark.parametrize("exact", [False, True])
def test_a_word_with_a_comma_stays_whole_in_a_field_of_several_values(exact):
    printed = unparse(Word("11,600", "source", exact))
    assert parse(printed).tree == Phrase("11,600", "source", exact)
    assert unparse(Word("11,600", "text", exact)) == ("text:=11,600" if exact else "text:11,600")


@pytest.mark.parametrize("query", ["~/ber/gao", "~^ber", "~-ber camp", "id: \\ber", "id: \\sort:gao", "tag: \\ber~1"])
def test_signs_before_a_word_are_no_part_of_it(query):
    parsed = parse(query)
    assert parsed.fault is None
    assert parse(unparse(parsed.tree)) == parsed
