"""Lines among the paragraphs that are no part of the article are taken off, and none is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.html.tidy import cleaned

ONE = "The ferry at Tassara sails again, the port's office said on Monday."
TWO = "Three weeks of low water had kept it in the harbour."
CASES = [
    ("nothing to take off", [ONE, TWO], [ONE, TWO]),
    ("the title again", ["Ferry sails", ONE, TWO], [ONE, TWO]),
    ("byline and day", ["By Ada Rell", "3 February 2020", ONE, TWO], [ONE, TWO]),
    ("a link to another article", [ONE, "Read also: The lock is closed", TWO], [ONE, TWO]),
    ("what stands below", [ONE, TWO, "Share this article", "© 2020 River Post"], [ONE, TWO]),
    ("a door to the comments", ["14 comments", ONE, TWO], [ONE, TWO]),
    ("a dateline", [f"TASSARA, February 3, 2020 (AFP) - {ONE}", TWO], [ONE, TWO]),
    ("a heading within", [ONE, "Facebook", TWO], [ONE, "Facebook", TWO]),
    ("nothing but strays", ["Share this article"], ["Share this article"]),
    ("nothing", [], []),
]


@pytest.mark.parametrize(("lines", "kept"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_tidied(lines: list[str], kept: list[str]) -> None:
    assert cleaned(lines, "Ferry sails").paragraphs == kept


def test_what_the_lines_say_is_kept() -> None:
    found = cleaned(["By Ada Rell", "Updated 4 February 2020", f"TASSARA, February 3, 2020 (AFP) - {ONE}"], "")
    assert found.author == "Ada Rell"
    assert found.source == "AFP"
    dates = [(date.iso, date.provenance.value) for date in found.dates]
    assert dates == [("2020-02-04", "date of change"), ("2020-02-03", "dateline")]


@given(st.lists(st.sampled_from([ONE, TWO, "Ferry sails", "By Ada Rell", "Share this article", "3 May 2020", "x"])))
def test_no_line_is_lost(lines: list[str]) -> None:
    found = cleaned(lines, "Ferry sails")
    assert sorted(found.paragraphs + found.left_out) == sorted(lines)
