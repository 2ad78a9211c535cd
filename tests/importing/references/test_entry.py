"""Lists of references: an entry without a text is reported and counted."""

from __future__ import annotations

from tui.importing.parsed import Draft
from tui.importing.references.entry import entries


def test_entries_without_a_text_are_counted_at_last() -> None:
    found = [Draft(title="A"), Draft(), Draft(title="B", paragraphs=("It.",))]
    assert list(entries(found, "references")) == [
        *(Draft(title="A"), Draft(title="B", paragraphs=("It.",))),
        Draft(notes=("1 of its 2 references without a text",)),
    ]


def test_an_empty_list_says_so() -> None:
    assert list(entries([], "references")) == [Draft(notes=("no references in it",))]
