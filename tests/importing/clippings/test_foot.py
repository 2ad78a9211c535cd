"""Below a text stand its source, its writer and its tags, and then what is no part of it."""

from __future__ import annotations

import pytest

from tui.importing.clippings.foot import read_foot
from tui.importing.clippings.lines import Line, Sheet

TEXT = "The keepers of the light counted forty ships in a single night of May, more than ever."
AGAIN = "Nobody had asked them to, and nobody has paid them for it since."

FEET = [
    ("a source", ["Source: River Post"], [TEXT, AGAIN], ("River Post", "")),
    ("a signature", ["Ada Rell"], [TEXT, AGAIN], ("", "Ada Rell")),
    ("a name with a text behind it", ["Ada Rell", "An engraver of the last century"],
     [TEXT, AGAIN, "Ada Rell", "An engraver of the last century"], ("", "")),
    ("thanks", ["(Reporting by Ada Rell; editing by Bo Lind)"], [TEXT, AGAIN], ("", "Ada Rell")),
    ("headlines of others", ["Related stories", "The bridge of Ouro stands again after a year", "Rain"],
     [TEXT, AGAIN], ("", "")),
    ("a copyright, and what stands below", ["© 2019 River Post. All rights reserved.", "Weather today"],
     [TEXT, AGAIN], ("", "")),
    ("a poem", ["Forty ships in the night", "Forty lamps on the sea"],
     [TEXT, AGAIN, "Forty ships in the night", "Forty lamps on the sea"], ("", "")),
]  # fmt: skip


def footed(*lines: str) -> Sheet:
    sheet = Sheet([Line(line) for line in lines])
    read_foot(sheet, 0)
    return sheet


@pytest.mark.parametrize(("foot", "kept", "named"), [row[1:] for row in FEET], ids=[row[0] for row in FEET])
def test_feet(foot: list[str], kept: list[str], named: tuple[str, str]) -> None:
    sheet = footed(TEXT, AGAIN, *foot)
    assert [sheet.lines[place].text for place in sheet.kept()] == kept
    assert (sheet.sources[min(sheet.sources)] if sheet.sources else "", sheet.author) == named


def test_tags_and_an_agency_at_the_end_are_taken_in() -> None:
    sheet = footed(TEXT, f"{AGAIN} (AFP)", "Tags: ships, light")
    assert (sheet.tags, list(sheet.sources.values())) == (["ships", "light"], ["AFP"])
    assert (sheet.lines[1].text, sheet.left_out()) == (AGAIN, ["(AFP)", "Tags: ships, light"])


def test_a_day_below_another_headline_is_not_the_articles() -> None:
    sheet = footed(TEXT, AGAIN, "Recommended", "The bridge of Ouro stands again after a year", "3 May 2019")
    assert sheet.dates == []
    assert sheet.kept() == [0, 1]


def test_a_list_of_headlines_within_a_text_is_left_out() -> None:
    others = ["The bridge of Ouro stands again after a year", "Rain has come to the hills behind Ouro"]
    sheet = footed(TEXT, "Related stories", *others, AGAIN)
    assert [sheet.lines[place].text for place in sheet.kept()] == [TEXT, AGAIN]
