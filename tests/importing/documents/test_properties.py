"""What documents say of themselves, and what of it is believed."""

from __future__ import annotations

import pytest

from tui.importing.documents.properties import made_and_changed, real_author, real_title, stamped_day, title_between

TITLES = [
    ("A ferry sinks at Ouro", True),
    ("Microsoft Word - Ferry.doc", False),
    ("ferry_final.docx", False),
    ("Untitled", False),
    ("Sans titre 2", False),
    ("Document1", False),
    ("Présentation PowerPoint", False),
    ("about:blank", False),
    ("https://river.example/ferry", False),
    ("2023-03-14", False),
    ("\ufffd\ufffderry", False),
    ("ferry_at_ouro", False),
    ("Printing", True),
    ("", False),
]


@pytest.mark.parametrize(("written", "real"), TITLES)
def test_real_title(written: str, real: bool) -> None:
    assert real_title(written, "news/ferry-at-ouro.pdf") == (written if real else "")


BETWEEN = [
    ("its outlet is cut off", "A ferry sinks - River Post", ["Something else here"], "A ferry sinks"),
    ("the heading says more", "A ferry sinks", ["A ferry sinks at Ouro"], "A ferry sinks at Ouro"),
    (
        "the heading says less",
        "A ferry sinks at Ouro | 14 March",
        ["By X", "A ferry sinks at Ouro"],
        "A ferry sinks at Ouro",
    ),
    ("nothing to compare", "A ferry sinks", [], "A ferry sinks"),
    ("a part that is no outlet", "A ferry sinks - 40 saved", ["Another heading here"], "A ferry sinks - 40 saved"),
]


@pytest.mark.parametrize(
    ("written", "headings", "title"), [row[1:] for row in BETWEEN], ids=[row[0] for row in BETWEEN]
)
def test_title_between(written: str, headings: list[str], title: str) -> None:
    assert title_between(written, headings) == title


DAYS = [
    ("D:20230314231500-08'00'", "2023-03-14"),
    ("2023-03-14T23:15:00Z", "2023-03-14"),
    ("20230314", "2023-03-14"),
    ("D:20231399", None),
    ("1899-12-30T00:00:00", None),
    ("D:2023", None),
    ("", None),
]


@pytest.mark.parametrize(("stamp", "day"), DAYS)
def test_stamped_day(stamp: str, day: str | None) -> None:
    span = stamped_day(stamp)
    assert (span.first.isoformat() if span else None) == day


def test_a_change_on_the_day_of_making_is_none() -> None:
    assert len(made_and_changed("D:20230314", "D:20230314")) == 1
    assert [date.provenance.value for date in made_and_changed("", "D:20230314")] == ["date of change"]


@pytest.mark.parametrize(
    ("written", "author"), [("Ada Rell; Jonas Weir", "Ada Rell, Jonas Weir"), ("Ada Rell, admin", "")]
)
def test_real_author(written: str, author: str) -> None:
    assert real_author(written) == author
