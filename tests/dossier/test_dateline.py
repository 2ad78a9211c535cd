"""Datelines are taken off with their agency and day; a place alone stays in the text."""

from __future__ import annotations

import pytest

from tui.dossier.dateline import read_dateline

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
