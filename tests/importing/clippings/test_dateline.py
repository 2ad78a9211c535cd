"""Datelines are taken off with their agency and day; a place alone stays in the text."""

from __future__ import annotations

import pytest

from tui.importing.clippings.dateline import dates_at_place, read_dateline

DATELINES = [
    ("agency in brackets", "TASSARA, July 7 (Reuters) - The UN", ("The UN", "Reuters", "")),
    (
        "agency between strokes",
        "Sarrel, Kenara, July 07, 2023-/Coastal Press Agency(CPA)/The UN",
        ("The UN", "Coastal Press Agency", "2023-07-07"),
    ),
    (
        "a distributor",
        "NEW YORK, United States of America, July 3, 2023/APO Group/ -- The UN",
        ("The UN", "APO Group", "2023-07-03"),
    ),
    ("country and agency", "DAKAR, Senegal (AP) — The UN", ("The UN", "AP", "")),
    ("agency alone", "(AFP) – The UN", ("The UN", "AFP", "")),
    ("french with a day", "TASSARA, 7 juillet 2023 (AFP) – L’armée", ("L’armée", "AFP", "2023-07-07")),
    ("the day behind the agency", "Ouagadougou (AFP), 3 août 2023 – Le roi", ("Le roi", "AFP", "2023-08-03")),
    ("place and day", "Tassara, le 7 juillet 2023 - Le roi", ("Le roi", "", "2023-07-07")),
    ("two places", "Paris/Tassara (AFP) - Les rois", ("Les rois", "AFP", "")),
    ("the day in brackets", "GENEVA/TASSARA (7 July 2023) – The UN", ("The UN", "", "2023-07-07")),
    ("a place with an apostrophe", "N'DJAMENA, 3 août (AFP) – L'armée", ("L'armée", "AFP", "")),
    ("a place alone", "Tassara – Le roi a parlé.", None),
    ("an acronym that is explained", "The World Food Programme (WFP) - an agency - said", None),
    ("a sentence with a year", "In 2023 (AFP) - he said", None),
    ("a sentence", "The UN met on July 7, 2023 - it rained.", None),
    ("nothing behind it", "TASSARA, July 7 (Reuters) -", None),
    ("empty", "", None),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in DATELINES], ids=[case[0] for case in DATELINES])
def test_dateline(text: str, expected: object) -> None:
    read = read_dateline(text)
    day = str(read.date.span.first) if read and read.date and read.date.span else ""
    assert (read and (text[read.length :], read.source, day)) == expected


PLACES = [
    ("a French release", "Ouro, le 20 août 2023", "2023-08-20"),
    ("an English one", "Port Ouro, 20 August 2023", "2023-08-20"),
    ("with the country", "Tassara (Mali), March 4, 2023", "2023-03-04"),
    ("the end of a letter", "Fait à Ouro, le 3 mai 2023", "2023-05-03"),
    ("a report", "Situation Report, 20 August 2023", None),
    ("a month alone", "Ouro, August 2023", None),
    ("a sentence", "Ouro, 20 August 2023 was a day like all others", None),
    ("two days", "Ouro, 3 May 2023 to 5 May 2023", None),
    ("no place", "the river, 20 August 2023", None),
]


@pytest.mark.parametrize(("line", "day"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_a_place_and_a_day_alone(line: str, day: str | None) -> None:
    found = dates_at_place(line)
    assert [date.span.first.isoformat() for date in found if date.span] == ([day] if day else [])
