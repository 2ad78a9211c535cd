"""What documents say of themselves, and what of it is believed."""

from __future__ import annotations

import pytest

from tui.errors import FileProblem
from tui.importing.documents import properties
from tui.importing.documents.properties import (
    Properties,
    document,
    made_and_changed,
    read_xmp,
    real_author,
    real_title,
    stamped_day,
    title_between,
)
from tui.importing.markup.fragment import Block

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


TOLD = b"""<x:xmpmeta xmlns:x="a" xmlns:r="b" xmlns:d="c" xmlns:p="e" xmlns:m="f">
<r:Description m:CreateDate="2023-07-04T10:00:00Z" p:publicationName="River Gazette">
<d:title><r:Alt><r:li>The
 heron</r:li></r:Alt></d:title>
<d:creator><r:Seq><r:li>Ada Rell</r:li><r:li>Bo Li</r:li></r:Seq></d:creator>
<p:coverDate>2023-07</p:coverDate><p:publicationDate>2023-08</p:publicationDate><d:odd>x</d:odd>
</r:Description></x:xmpmeta>"""


def test_each_thing_is_taken_as_it_is_said_first() -> None:
    assert read_xmp(TOLD) == {
        "/CreationDate": "2023-07-04T10:00:00Z",
        "source": "River Gazette",
        "/Title": "The heron",
        "/Author": "Ada Rell, Bo Li",
        "published": "2023-07",
    }


def test_a_description_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(properties, "XMP_BYTES", 100)
    assert read_xmp(TOLD) == {}


def test_a_damaged_one_is_told() -> None:
    with pytest.raises(FileProblem, match="damaged XMP"):
        read_xmp(TOLD[:200])


BACK = Block("The heron came back to the weir on Monday, and nobody knew why.")


def test_a_heading_above_the_text_is_the_title() -> None:
    draft = document([Block("News", 2), Block("A heron at the weir", 1), BACK], Properties(), "a.docx")
    assert draft.title == "A heron at the weir"
    assert BACK.text in draft.paragraphs


def test_the_title_of_the_properties_is_believed_where_it_is_one() -> None:
    said = document([BACK], Properties(title="A heron at the old weir"), "a.docx")
    program = document([BACK], Properties(title="Microsoft Word - heron.doc"), "a.docx")
    assert (said.title, program.title) == ("A heron at the old weir", "")


def test_a_document_with_a_title_alone_is_told() -> None:
    draft = document([], Properties(title="A ferry without its engine"), "a.odt")
    assert (draft.title, draft.paragraphs, draft.notes) == ("A ferry without its engine", (), ("a title and no text",))


def test_what_the_properties_say_besides() -> None:
    told = Properties(
        author="Ada Rell", made="2023-03-14T09:15:00Z", changed="D:20230320", keywords="birds; weirs,", title=""
    )
    draft = document([BACK], told, "a.odt", ("a note",))
    assert (draft.author, draft.tags, draft.notes[0]) == ("Ada Rell", ("birds", "weirs"), "a note")
    assert [f"{one.iso} {one.provenance}" for one in draft.dates] == [
        "2023-03-14 document properties",
        "2023-03-20 date of change",
    ]
