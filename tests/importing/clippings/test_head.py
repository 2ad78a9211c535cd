"""What stands around a title: the outlet's name, the page's address, names with a day, and boxes of facts."""

from __future__ import annotations

import pytest

from tui.importing.clippings.clipping import clip
from tui.importing.clippings.lines import lines_of
from tui.importing.parsed import Draft

TEXT = "The keepers of the lighthouse counted forty ships in one night, and said that they had never seen so many."


def clipped(head: str, foot: str = "") -> Draft:
    return clip(lines_of(f"{head}\n\n{TEXT}\n\n{foot}"))


HEADS = [
    ("a name and a day", "Forty ships\nHarbour Gazette · 7 May 2019", ("Forty ships", "Harbour Gazette", "2019-05-07")),
    ("above the title", "Harbour Gazette – 7 May 2019\nForty ships", ("Forty ships", "Harbour Gazette", "2019-05-07")),
    ("the outlet first", "Harbour Gazette\nForty ships in a night\n7 May 2019",
     ("Forty ships in a night", "Harbour Gazette", "2019-05-07")),
    ("a phrase", "Hard Times\nForty ships in a night\n7 May 2019", ("Hard Times", "", "2019-05-07")),
    ("a title with a day", "Morning Digest – 7 May 2019", ("Morning Digest – 7 May 2019", "", "")),
    ("posted and updated", "Forty ships\nPosted 7 May 2019 by Ada Rell\nUpdated 9 May 2019",
     ("Forty ships", "", "2019-05-07")),
    ("in brackets", "(Harbour Gazette) 7 mai 2019 — Quarante navires",
     ("Quarante navires", "Harbour Gazette", "2019-05-07")),
    ("a fact", "The Lighthouse\nFounded\tFebruary 28, 1898", ("The Lighthouse", "", "")),
    ("a fact and its name", "The Lighthouse\nFounded\nFebruary 28, 1898", ("The Lighthouse", "", "")),
    ("a fact behind a comma", "The Lighthouse\nFounded, February 28, 1898", ("The Lighthouse", "", "")),
    ("a life", "Ada Rell\nBorn 3 May 1950\nDied\n4 June 2001", ("Ada Rell", "", "")),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), [row[1:] for row in HEADS], ids=[row[0] for row in HEADS])
def test_head(head: str, expected: object) -> None:
    draft = clipped(head)
    assert (draft.title, draft.source, "".join(date.iso for date in draft.dates[:1])) == expected
    assert draft.paragraphs[-1] == TEXT


def test_a_name_that_the_copyright_tells_too() -> None:
    draft = clipped("Harbour Weekly Lamp\nForty ships passed the light in a night", "© 2019 Harbour Weekly Lamp")
    assert (draft.title, draft.source) == ("Forty ships passed the light in a night", "Harbour Weekly Lamp")


SPLIT = [
    ("the outlet behind it", f"Forty ships in a night | Harbour Gazette\n\n{TEXT}", "| Harbour Gazette"),
    ("a day before it", f"date 2019-05-07 Forty ships in a night\n\n{TEXT}", "date 2019-05-07"),
]


@pytest.mark.parametrize(("text", "off"), [row[1:] for row in SPLIT], ids=[row[0] for row in SPLIT])
def test_what_is_taken_off_a_title_is_kept(text: str, off: str) -> None:
    draft = clip(lines_of(text))
    assert (draft.title, draft.left_out) == ("Forty ships in a night", (off,))


def test_an_address_on_the_first_line() -> None:
    draft = clipped("https://harbour.example/2019/05/07/ships\n\nForty ships")
    assert (draft.title, draft.address) == ("Forty ships", "https://harbour.example/2019/05/07/ships")
    assert draft.left_out == (draft.address,)


FEET = [
    ("Harbour Gazette, 7 May 2019", "Harbour Gazette", ""),
    ("Harbour Gazette, 7 May 2019.", "Harbour Gazette", ""),
    ("Ada Rell · 7 May 2019", "", "Ada Rell"),
]


@pytest.mark.parametrize(("foot", "source", "author"), FEET)
def test_a_name_and_a_day_below_the_text(foot: str, source: str, author: str) -> None:
    draft = clipped("Forty ships", foot)
    assert (draft.source, draft.author, [date.iso for date in draft.dates]) == (source, author, ["2019-05-07"])
    assert draft.paragraphs == (TEXT,)


@pytest.mark.parametrize(
    "foot",
    [
        "The bridge is closed again until autumn\nHarbour Gazette · 7 May 2019",
        "References\nHarbour Gazette, 7 May 2019",
        "Reuters, 7 May 2019\nThe Herald, 8 May 2019",
    ],
)
def test_references_date_nothing(foot: str) -> None:
    assert clipped("Forty ships", foot).dates == ()


def test_a_change_is_told_apart() -> None:
    draft = clipped("Forty ships\nFirst published: 7 May 2019\nLast updated: 3 August 2019")
    assert [f"{date.iso} {date.provenance}" for date in draft.dates] == [
        "2019-05-07 byline",
        "2019-08-03 date of change",
    ]
    draft = clipped("Forty ships\nBy Ada Rell | 7 May 2019 | Updated 9 May 2019")
    assert draft.author == "Ada Rell"
    assert [date.provenance for date in draft.dates] == ["byline", "date of change"]


def test_a_dateline_without_a_year_settles_a_date_in_figures() -> None:
    draft = clip(lines_of(f"Forty ships\n07/05/2019\n\nTASSARA, May 7 (Reuters) - {TEXT}"))
    assert ([date.iso for date in draft.dates], draft.doubt) == (["2019-05-07"], "")
