"""Drafts of texts of which the file itself says what they are."""

from __future__ import annotations

from tui.importing.parsed import draft_of_text


def test_a_text_that_says_what_it_is_loses_nothing_but_its_title() -> None:
    draft = draft_of_text(["The Heron!", "Share this", "It left at noon."], "The heron")
    assert draft.paragraphs == ("Share this", "It left at noon.")
    assert draft.left_out == ("The Heron!",)
