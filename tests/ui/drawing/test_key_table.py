from __future__ import annotations

import pytest

from tui.ui.drawing.key_table import Section, key_table, shown_keys


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("down,j", "↓ j"),
        ("question_mark,f1", "? F1"),
        ("shift+left", "shift+←"),
        ("ctrl+p", "ctrl+p"),
        ("G", "G"),
        ("number_sign", "#"),
    ],
)
def test_keys_are_shown_as_they_stand_on_a_keyboard(keys: str, shown: str):
    assert shown_keys(keys) == shown


def test_keys_and_what_they_do_stand_in_columns():
    pieces = key_table(
        [Section("Articles", (("↓ j", "next article"), ("date:2023-06..2023-12", "published then")))], 70
    )
    lines = "".join(text for text, _ in pieces).splitlines()
    assert lines[0] == "Articles"
    assert lines[1].index("next") == lines[2].index("published")
    assert lines[-1] == "esc closes"


def test_a_note_stands_below_the_keys_of_its_section():
    sections = [Section("Timeline", (("e", "next peak"),), "Solid bars are hits."), Section("Always", (("q", "quit"),))]
    lines = "".join(text for text, _ in key_table(sections, 70)).splitlines()
    assert lines[2:5] == ["", "Solid bars are hits.", ""]


def test_a_section_without_keys_is_left_away():
    assert "Empty" not in "".join(text for text, _ in key_table([Section("Empty", ())], 70))


def test_in_a_narrow_sheet_words_are_wrapped_in_their_column():
    section = Section(
        "Reader", (("space PgDn", "read on: a page, then the next article"), ("date:2023-06..2023-12", "then"))
    )
    lines = "".join(text for text, _ in key_table([section], 35)).splitlines()
    assert lines[:6] == [
        "Reader",
        "  space PgDn read on: a page, then",
        "             the next article",
        "  date:2023-06..2023-12",
        "             then",
        "",
    ]
