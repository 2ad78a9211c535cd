"""What a page says twice is said once, and nothing that is said once is lost."""

from __future__ import annotations

import pytest

from tui.importing.clippings.repeats import leave_out_repeats
from tui.importing.clippings.sheet import Sheet
from tui.importing.clippings.wrapping import Line

FIRST = "The keepers of the light counted forty ships in a single night of May, more than ever."
SECOND = "Nobody had asked them to, and nobody has paid them for it since."
LEAD = "Keepers of the light counted forty ships in a single night, more than ever"
QUOTE = "nobody has paid them for it since then, they say"
REFRAIN = "So sang the keepers."

SHEETS = [
    ("a title above its picture", "Forty ships", ["Forty ships", FIRST, SECOND], [FIRST, SECOND]),
    ("a standfirst that the text takes up", "", [LEAD, FIRST, SECOND], [FIRST, SECOND]),
    ("one with another figure", "", [LEAD.replace("forty", "41"), FIRST, SECOND],
     [LEAD.replace("forty", "41"), FIRST, SECOND]),
    ("a paragraph that comes again", "", [FIRST, SECOND, REFRAIN, SECOND], [FIRST, SECOND, REFRAIN]),
    ("a quote set apart", "", [FIRST, QUOTE, f"{SECOND} And {QUOTE}, nor will."],
     [FIRST, f"{SECOND} And {QUOTE}, nor will."]),
    ("a refrain", "", [FIRST, REFRAIN, SECOND, REFRAIN], [FIRST, REFRAIN, SECOND, REFRAIN]),
    ("nothing twice", "Forty ships", [FIRST, SECOND], [FIRST, SECOND]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "lines", "kept"), [row[1:] for row in SHEETS], ids=[row[0] for row in SHEETS])
def test_repeats(title: str, lines: list[str], kept: list[str]) -> None:
    sheet = Sheet([Line(line) for line in lines], title=title)
    leave_out_repeats(sheet, top=1)
    assert [sheet.lines[place].text for place in sheet.kept()] == kept
    assert len(kept) + len(sheet.left_out()) == len(lines)


def test_in_a_very_long_text_whole_lines_alone_are_compared() -> None:
    lines = [
        f"Ship {number} passed the light at some hour of that long night, and was counted." for number in range(500)
    ]
    sheet = Sheet([Line(line) for line in (*lines, lines[7])])
    leave_out_repeats(sheet, top=1)
    assert sheet.left_out() == [lines[7]]
