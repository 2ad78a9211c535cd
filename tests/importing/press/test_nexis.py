"""Nexis: records whose parts stand in other places than usual."""

from __future__ import annotations

import pytest

from tui.importing.press.line import lines_of_text
from tui.importing.press.nexis import read_counted, read_ended, read_single
from tui.importing.press.record import Record

LONG = "The second crane of the harbour stopped on Sunday, and its master said that nobody knew why. " * 4


def counted(text: str) -> Record:
    return read_counted(lines_of_text(f"1 of 9 DOCUMENTS\n\n{text}"))


def summary(record: Record) -> tuple[str, str, str, str, list[str]]:
    day = record.day.dates[0].iso if record.day else ""
    return record.title, record.outlet, day, record.author, [line.text for line in [*record.lead, *record.body]]


RECORDS = [
    (
        "the title above the day, the labels below the text",
        "Hafen-Agentur\n\nLEADALL: Two cranes stand still\n\nApril 20, 2003, Sunday\n23:22 Central European Time\n\n"
        f"{LONG}\n\nSECTION: Politics\n\nLENGTH: 76 words\n\nLOAD-DATE: May 8, 2003",
        ("LEADALL: Two cranes stand still", "Hafen-Agentur", "2003-04-20", "", [LONG.strip()]),
    ),
    (
        "a writer between day and labels",
        "Hafenblatt\n\nKRAN WAERE MOEGLICH\n\n15. April 2003\n\nBerta Kahn\n\nORTSZEILE: Wien\n\nDer Kran.\n\n"
        "RUBRIK: WIRTSCHAFT; Pg. 3\n\nLÄNGE: 38 Woerter\n\nUPDATE: 14. April 2003",
        ("KRAN WAERE MOEGLICH", "Hafenblatt", "2003-04-15", "Berta Kahn", ["Der Kran."]),
    ),
    (
        "a notice between outlet and day, and no title",
        "Quay Service\n\nNo Quay Service material may be republished without permission.\n\nJanuary 14, 2009\n\n"
        "LENGTH: 7 words\n\nDATELINE: PORTHAM\n\nThe crane stands still.\n\nLOAD-DATE: January 15, 2009",
        ("", "Quay Service", "2009-01-14", "", ["The crane stands still."]),
    ),
    (
        "a show, with guests",
        "HNN\n\nJanuary 11, 2009 Sunday\n\nSHOW: ADA QUILL 7:00 PM EST\n\nCouncil Appeals\n\nBYLINE: Ada Quill\n\n"
        "GUESTS: Cleo Tarn\n\nLENGTH: 12 words\n\nHIGHLIGHT: The harbour struggles.\n\nADA QUILL, HOST: Tonight.\n\n"
        "LOAD-DATE: January 12, 2009",
        ("Council Appeals", "HNN", "2009-01-11", "Ada Quill", ["The harbour struggles.", "ADA QUILL, HOST: Tonight."]),
    ),
    (
        "rights first, and the day in the outlet's paragraph",
        "Copyright 2009 Monitor Ltd.\n\nMonitor Reports\nCranes Report Q1\nJanuary 2009\n\nTITLE: Crane - Q1\n\n"
        "The crane.\n\nLOAD-DATE: January 28, 2011",
        ("Crane - Q1", "Monitor Reports", "2009-01", "", ["The crane."]),
    ),
    (
        "the day twice, Dutch labels",
        "Copyright 2002 De Havenbode\n\nDe Havenbode\n\n24. September 2002\n\nSeptember 24, 2002\n\nLENGTE: 9 words\n\n"
        "KOP: Kraan staat stil\n\nAUTEUR: KAAN, BERTA\n\nTEKST:\n\nDe kraan.\n\nPUB-TYPE: Paper\n\n"
        "LOAD-DATE: September 26, 2002",
        ("Kraan staat stil", "De Havenbode", "2002-09-24", "KAAN, BERTA", ["De kraan."]),
    ),
    (
        "a text alone",
        "Quay Wire\n\nJanuary 16, 2009\n\nSECTION: WORLD\n\nLENGTH: 3 words\n\nFLASH: Crane moves\n\n"
        "LOAD-DATE: May 1, 2009",
        ("", "Quay Wire", "2009-01-16", "", ["FLASH: Crane moves"]),
    ),
    ("nothing but rights", "Copyright 2009 Harbour Publishing", ("", "", "", "", [])),
]


@pytest.mark.parametrize(("name", "text", "expected"), RECORDS)
def test_odd_records_of_the_older_form(name: str, text: str, expected: tuple[object, ...]) -> None:
    assert summary(counted(text)) == expected, name


def test_edition_section_page_length_and_language_are_kept() -> None:
    record = counted(
        "The Quay (Portham)\n\nJanuary 11, 2010 Monday\nEdition 1;\nIreland\n\nCrane\n\nSECTION: FEATURES; Pg. 6\n\n"
        "LENGTH: 1,677 words\n\nThe crane.\n\nLOAD-DATE: May 1, 2010\n\nLANGUAGE: ENGLISH\n\nACC-NO: A123"
    )
    assert (record.edition, record.section, record.page, record.length, record.language, record.number) == (
        "Edition 1, Ireland",
        "FEATURES",
        "6",
        1677,
        "en",
        "A123",
    )


UNI = (
    "{title}\n\nCoast Courier\n\n12 May 2023 Friday{more}\n\nLength: 9 words\n\nBody\n\nThe shed.\n\n"
    "Load-Date: May 13, 2023\n\nEnd of Document"
)


def test_who_delivers_an_outlet_is_no_part_of_the_title() -> None:
    record = read_ended(
        lines_of_text(UNI.replace("Coast Courier", "Newstex Blogs\n\nCoast Courier").format(title="A", more=""))
    )
    assert (record.title, record.outlet) == ("A", "Coast Courier")
    assert "Newstex Blogs" in record.left_out


def test_the_newer_form_names_the_title_first() -> None:
    record = read_ended(lines_of_text(UNI.format(title="After Covid-19, part 1", more="")))
    assert summary(record) == ("After Covid-19, part 1", "Coast Courier", "2023-05-12", "", ["The shed."])


def test_an_edition_below_the_day_is_kept() -> None:
    record = read_ended(lines_of_text(UNI.format(title="The shed", more="\n\nFinal Edition")))
    assert record.edition == "Final Edition"


def test_a_label_in_running_text_ends_nothing() -> None:
    record = read_ended(
        lines_of_text(UNI.format(title="The shed", more="").replace("The shed.", "The shed.\n\nnotes: it is red."))
    )
    assert [line.text for line in record.body] == ["The shed.", "notes: it is red."]


def test_an_article_without_a_day_keeps_title_and_outlet() -> None:
    record = read_ended(lines_of_text("The shed\n\nCoast Courier\n\nBody\n\nThe shed.\n\nEnd of Document"))
    assert summary(record) == ("The shed", "Coast Courier", "", "", ["The shed."])


def test_an_article_alone_is_read_in_its_own_order() -> None:
    old = "Copyright 2002\n\nDe Havenbode\n\n24. September 2002\n\nKOP: Kraan\n\nTEKST:\n\nDe kraan.\n\nLOAD-DATE: x"
    assert summary(read_single(lines_of_text(old)))[:3] == ("Kraan", "De Havenbode", "2002-09-24")
    new = UNI.format(title="The shed", more="").removesuffix("End of Document")
    assert summary(read_single(lines_of_text(new)))[:3] == ("The shed", "Coast Courier", "2023-05-12")
