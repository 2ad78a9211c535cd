"""Paragraphs of texts that were broken at a column."""

from __future__ import annotations

import pytest

from tui.importing.tagged.record import paragraphs_of_wire

WIRES = [
    (
        "an indent begins a paragraph",
        "    The bridge was opened by people who had waited for it,\nand who sang.\n    Nobody fell in.",
        ["The bridge was opened by people who had waited for it, and who sang.", "Nobody fell in."],
    ),
    ("an empty line parts", "It is open.\n \n\nAt last.", ["It is open.", "At last."]),
    (
        "rows of a table stay apart",
        "Landed on the quays of the town on that day:\n Cod..........644 vs....1,337\n Herring......680 vs......425",
        [
            "Landed on the quays of the town on that day:",
            "Cod..........644 vs....1,337",
            "Herring......680 vs......425",
        ],
    ),
    ("what is tagged is joined", "It\nis open.\0At\nlast.", ["It is open.", "At last."]),
    ("HTML put there whole", "<p>It is open.</p><p>At last.</p>", ["It is open.", "At last."]),
    ("words in angle brackets are no HTML", "The firm <B> has won.", ["The firm <B> has won."]),
    ("lines of strokes are no paragraphs", "It is open.\n\n******\n\nAt last.", ["It is open.", "At last."]),
    ("long lines are not broken", f"{'word ' * 30}\nIt is open.", [("word " * 30).strip(), "It is open."]),
    ("control characters", "\x02It is open.\x03", ["It is open."]),
    ("nothing", "\0 \n\0", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in WIRES], ids=[case[0] for case in WIRES])
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs_of_wire(text) == expected
