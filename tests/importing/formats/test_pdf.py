"""PDF files: text at places becomes an article, and no file does more than fail with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import Text, column, content, locked, pages_of, stream, written

from tui.dossier.account import Outcome
from tui.errors import FileProblem
from tui.importing.folder import walk
from tui.importing.formats import pdf
from tui.importing.formats.pdf import read
from tui.importing.parsed import Draft, Part, RawFile
from tui.importing.pdf import words
from tui.importing.read_file import read_content
from tui.importing.sandbox import pool

BODY = [
    "The ferry at Ouro was tied up on Monday after its only engine gave out in midstream,",
    "and some two hundred travellers had to wait for the canoes of the fishermen.",
    "",
    "Nobody was hurt. The harbour master said that a new engine had been asked for in",
    "March and that he did not know when it would come.",
]
PARAGRAPHS = (
    "The ferry at Ouro was tied up on Monday after its only engine gave out in midstream, and some two hundred"
    " travellers had to wait for the canoes of the fishermen.",
    "Nobody was hurt. The harbour master said that a new engine had been asked for in March and that he did not know"
    " when it would come.",
)
HEAD = [Text(72, 790, 22, "Ferry stands still for the third time"), Text(72, 760, 11, "By Ada Rell, 14 March 2023")]


def article(raw: bytes, path: str = "a.pdf") -> Draft:
    (one,) = [draft for draft in read(RawFile(path, raw)) if isinstance(draft, Draft)]
    return one


def test_a_page_is_read_as_a_reader_sees_it() -> None:
    one = article(pages_of([content(HEAD + column(BODY))]))
    assert (one.title, one.author, one.paragraphs) == ("Ferry stands still for the third time", "Ada Rell", PARAGRAPHS)
    assert [(date.iso, date.provenance.value) for date in one.dates] == [("2023-03-14", "byline")]


def test_the_days_of_the_file_are_only_offered() -> None:
    info = {"CreationDate": "D:20240502101500+02'00'", "ModDate": "D:20240503"}
    one = article(pages_of([content(HEAD + column(BODY))], info))
    assert [(date.iso, date.provenance.value) for date in one.dates] == [
        ("2023-03-14", "byline"),
        ("2024-05-02", "document properties"),
        ("2024-05-03", "date of change"),
    ]


TITLES = [
    ("a real one", "Ouro without its ferry", "Ouro without its ferry"),
    ("a program's", "Microsoft Word - ferry_v2.doc", "Ferry stands still for the third time"),
    ("a file's", "ferry.indd", "Ferry stands still for the third time"),
    ("one with the outlet behind it", "Ferry stands still for the third... - River Post", None),
    ("the heading, and the outlet", "Ferry stands still for the third time | River Post", None),
    ("none", "", "Ferry stands still for the third time"),
]


@pytest.mark.parametrize(("written_title", "title"), [row[1:] for row in TITLES], ids=[row[0] for row in TITLES])
def test_title(written_title: str, title: str | None) -> None:
    one = article(pages_of([content(HEAD + column(BODY))], {"Title": written_title}))
    assert one.title == (title or "Ferry stands still for the third time")


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        content(
            [
                Text(72, 820, 9, "The River Post"),
                *column([f"{word} " + BODY[0], f"{word} " + BODY[1]]),
                Text(290, 30, 9, str(number)),
            ]
        )
        for number, word in enumerate(["First,", "Second,", "Third,"], 4)
    ]
    one = article(pages_of(pages))
    assert one.left_out == ("The River Post", "4")
    assert len(one.paragraphs) == 3
    assert not any("Post" in text or text.isdigit() for text in one.paragraphs)


def test_a_sentence_goes_on_over_the_foot_of_a_page() -> None:
    first = content([*column([BODY[0], "and some two hundred travellers"], top=90), Text(290, 30, 9, "1")])
    second = content([*column(["had to wait for the canoes of the fishermen."]), Text(290, 30, 9, "2")])
    one = article(pages_of([first, second]))
    assert one.paragraphs == (PARAGRAPHS[0],)


PRINTS = [
    ("Chrome", "3/8/23, 4:02 PM", "https://river.example/news/ferry 1/1", "20230308", "2023-03-08"),
    ("day first", "08/03/2023 16:02", "https://river.example/news/ferry 1/1", "20230308", "2023-03-08"),
    ("no day of the file", "25/03/2023 16:02", "https://river.example/news/ferry 1/1", "", "2023-03-25"),
    ("nothing that decides", "08/03/2023 16:02", "https://river.example/news/ferry 1/1", "", None),
]


@pytest.mark.parametrize(("stamp", "foot", "made", "day"), [row[1:] for row in PRINTS], ids=[row[0] for row in PRINTS])
def test_what_a_browser_prints_around_a_page_says_where_it_is_from(
    stamp: str, foot: str, made: str, day: str | None
) -> None:
    page = content([Text(20, 830, 8, f"{stamp} Ferry stands still"), *HEAD[:1], *column(BODY), Text(20, 12, 8, foot)])
    one = article(pages_of([page], {"CreationDate": f"D:{made}"} if made else None))
    assert (one.address, one.source) == ("https://river.example/news/ferry", "river.example")
    assert [date.iso for date in one.dates if date.provenance.value == "page header"] == ([day] if day else [])
    assert one.paragraphs == PARAGRAPHS


def test_a_picture_of_a_page_is_told_from_a_text() -> None:
    reading = read_content(RawFile("a.pdf", pages_of([b"0 0 595 842 re f"] * 2)), read)
    assert (reading.account.outcome, "run it through OCR" in reading.account.reason) == (Outcome.FAILED, True)


def test_some_pages_without_a_text_are_counted() -> None:
    one = article(pages_of([content(column(BODY)), b"0 0 9 9 re f"]))
    assert one.notes == ("1 of its 2 pages have no text",)


def test_a_page_that_breaks_off_hides_none_without_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pdf._PageReader._lines

    def breaking(work: pdf._PageReader, pdfium: object, number: int) -> list[object]:
        if number == 1:
            raise FileProblem("damaged")
        return whole(work, pdfium, number)  # type: ignore[arg-type,return-value]

    monkeypatch.setattr(pdf._PageReader, "_lines", breaking)
    last = content(column(["A canoe takes them over the river now."]))
    one = article(pages_of([content(column(BODY)), content(column(BODY)), b"0 0 9 9 re f", last]))
    assert one.notes == ("1 of its 4 pages could not be read", "1 of its 4 pages have no text")
    assert one.paragraphs[-1] == "A canoe takes them over the river now."


def test_a_password_is_told_and_an_empty_one_is_none() -> None:
    page = content(column(BODY))
    assert article(locked(page, "")).paragraphs == PARAGRAPHS
    with pytest.raises(FileProblem, match="password"):
        list(read(RawFile("a.pdf", locked(page, "secret"))))


def test_a_file_of_page_numbers_alone_holds_no_text() -> None:
    one = article(pages_of([content([Text(290, 30, 9, str(number))]) for number in range(1, 4)]))
    assert (one.title, one.paragraphs, one.left_out) == ("", (), ("1",))


def test_a_title_that_stands_elsewhere_in_the_file_is_found() -> None:
    raw = pages_of([content(column(BODY))], {"Author": "Ada Rell"}, more={5: b"(Ouro without its ferry)"})
    one = article(raw.replace(b"/Author (Ada Rell)", b"/Title  5 0 R     "))
    assert one.title == "Ouro without its ferry"


XMP = (
    '<x:xmpmeta xmlns:x="x" xmlns:r="r" xmlns:d="d" xmlns:p="p"><r:RDF>'
    '<r:Description p:CreateDate="2023-03-20T10:00:00">'
    "<d:title><r:Alt><r:li>Ouro without its ferry</r:li></r:Alt></d:title>"
    "<p:publicationDate>2023-03-15</p:publicationDate><p:publicationName>River Post</p:publicationName>"
    "</r:Description></r:RDF></x:xmpmeta>"
)


@pytest.mark.parametrize("described", [True, False], ids=["a description", "a damaged one"])
def test_what_the_publisher_tells_machines(described: bool) -> None:
    objects = {4: stream(XMP.encode() if described else b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")}
    raw = pages_of([content(HEAD + column(BODY))], more=objects, catalog=b"/Metadata 4 0 R")
    one = article(raw)
    assert (one.title, one.source) == (
        ("Ouro without its ferry", "River Post") if described else ("Ferry stands still for the third time", "")
    )
    assert [date.iso for date in one.dates] == (
        ["2023-03-15", "2023-03-14", "2023-03-20"] if described else ["2023-03-14"]
    )


def loop_of_pages() -> bytes:
    return written(
        {
            1: b"<</Type /Catalog /Pages 2 0 R>>",
            2: b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
            3: b"<</Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R>>",
        }
    )


def form_in_itself(first: bytes) -> bytes:
    """Write a file whose second page shows a form that shows itself fifty times."""
    form = b"q /X Do Q " * 50
    raw = pages_of([first, form], more={5: b"<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources"
        b" <</XObject <</X 5 0 R>>>> /Length %d>>\nstream\n%s\nendstream" % (len(form), form)})  # fmt: skip
    return raw.replace(b"<</Font <</F1 3 0 R>>>>", b"<</Font <</F1 3 0 R>> /XObject <</X 5 0 R>>>>")


HOSTILE = [
    ("no PDF at all", b"<html>no such page</html>"),
    ("a head alone", b"%PDF-1.7\n"),
    ("a cut file", pages_of([content(column(BODY))])[:400]),
    ("a loop of pages", loop_of_pages()),
    ("arrays within arrays", pages_of([b"[" * 200_000])),
    ("dictionaries within one another", b"%PDF-1.4\n1 0 obj\n" + b"<</A " * 50_000),
    ("a font of no sense", pages_of([b"BT /F9 1e308 Tf 1e308 1e308 Td (a) Tj ET"])),
    ("a count of no sense", pages_of([b""]).replace(b"/Count 1", b"/Count 99999999")),
]


@pytest.mark.parametrize("raw", [row[1] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_file_ends_as_a_sentence(raw: bytes, caplog: pytest.LogCaptureFixture) -> None:
    reading = read_content(RawFile("a.pdf", raw), read)
    assert reading.account.outcome in (Outcome.FAILED, Outcome.READ)
    assert reading.account.reason
    assert not caplog.records


def test_a_page_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PDF_PAGE_SECONDS", -1.0)
    with pytest.raises(FileProblem, match="2 of its 2 pages could not be read"):
        list(read(RawFile("a.pdf", pages_of([content(column(BODY))] * 2))))


def test_too_many_pages_and_too_much_text_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = pages_of([content(column(BODY))] * 4)
    monkeypatch.setattr(pdf, "PDF_PAGES", 2)
    assert article(raw).notes == ("only 2 of its 4 pages were read",)
    monkeypatch.setattr(pdf, "PDF_PAGES", 9)
    monkeypatch.setattr(pdf, "TEXT_CHARACTERS", 500)
    assert article(raw).notes == ("only 2 of its 4 pages were read",)
    monkeypatch.setattr(pdf, "TEXT_CHARACTERS", 999)
    assert article(raw).notes == ("its last page was not read to the end: there is too much on it",)
    monkeypatch.setattr(pdf, "PDF_SECONDS", -1.0)
    with pytest.raises(FileProblem, match="only 1 of its 4 pages"):
        article(raw)


def test_too_much_text_on_a_page_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "PDF_PAGE_CHARACTERS", 100)
    one = article(pages_of([content(column(BODY)), content(column(BODY[:1]))]))
    assert (one.paragraphs, one.notes) == ((BODY[0],), ("1 of its 2 pages could not be read",))


def test_a_long_file_says_which_page_it_reads() -> None:
    *parts, draft = read(RawFile("a.pdf", pages_of([content(column(BODY))] * 3)))
    assert parts == [Part("page 1"), Part("page 2"), Part("page 3")]
    assert isinstance(draft, Draft)


STALLING = [
    ("forms without end", lambda: form_in_itself(content(column(BODY)))),
    ("a content of 200 MB", lambda: pages_of([content(column(BODY)), b"q " * 100_000_000])),
]


@pytest.mark.parametrize("file", [row[1] for row in STALLING], ids=[row[0] for row in STALLING])
def test_a_page_that_never_ends_costs_nothing_else(
    file: Callable[[], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "STALL_SECONDS", 2.0)
    (tmp_path / "a.pdf").write_bytes(file())
    (reading,) = pool.readings(tmp_path, list(walk(tmp_path)), lambda: False)
    assert [article.text for article in reading.articles] == ["\n\n".join(PARAGRAPHS)]
    assert reading.account.reason == "1 of its 2 pages could not be read"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_never_raise_anything_else(data: st.DataObject) -> None:
    raw = bytearray(pages_of([content(HEAD + column(BODY))], {"Title": "A", "CreationDate": "D:2023"}))
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        list(read(RawFile("a.pdf", bytes(raw))))
    except FileProblem as problem:
        assert str(problem)  # noqa: PT017 - any other error fails the test


COLUMNS = [
    "The ferry at Ouro was tied up on Monday after",
    "its only engine gave out in midstream, and some",
    "two hundred travellers had to wait for the har-",
    "bour council, which met until nightfall. Nobody",
    "was hurt. The harbour master said that a new",
    "engine had been asked for in March.",
]
ONE_TEXT = " ".join(COLUMNS).replace("har- bour", "harbour")
LEFT, RIGHT = column(COLUMNS[:3]), column(COLUMNS[3:], x=320)
ORDERS = [
    ("column by column", [*LEFT, *RIGHT]),
    ("row by row", [text for row in zip(LEFT, RIGHT, strict=True) for text in row]),
    ("the last column first", [*RIGHT, *LEFT]),
]


@pytest.mark.parametrize("texts", [row[1] for row in ORDERS], ids=[row[0] for row in ORDERS])
def test_columns_are_read_one_after_another_however_they_are_drawn(texts: list[Text]) -> None:
    head = [Text(72, 810, 8, "HARBOUR NEWS"), Text(430, 810, 8, "Tuesday, 14 March 2023  5")]
    foot = [Text(72, 30, 8, "Printed on 20 March 2023")]
    one = article(pages_of([content([*head, Text(72, 760, 22, "Ferry stands still"), *texts, *foot])]))
    assert (one.title, one.source, one.paragraphs) == ("Ferry stands still", "HARBOUR NEWS", (ONE_TEXT,))
    assert [(date.iso, date.provenance.value) for date in one.dates] == [
        ("2023-03-14", "byline"),
        ("2023-03-20", "page header"),
    ]


def test_a_printed_download_gives_its_articles() -> None:
    pages = []
    for number in (1, 2):
        head = [Text(60, 815, 8, f"Page {number} of 2"), Text(60, 780, 14, f"Crane {number} stands")]
        record = ["Harbour Times", "", f"March {number}, 2023", "", "Length: 9 words", "", "Body", "", *BODY]
        foot = [Text(72, 300, 11, "Load-Date: July 4, 2025"), Text(72, 280, 11, "End of Document")]
        pages.append(content([*head, *column(record), *foot]))
    drafts = [draft for draft in read(RawFile("a.pdf", pages_of(pages))) if isinstance(draft, Draft)]
    assert [(draft.title, draft.source, draft.dates[0].iso, draft.paragraphs) for draft in drafts] == [
        ("Crane 1 stands", "Harbour Times", "2023-03-01", PARAGRAPHS),
        ("Crane 2 stands", "Harbour Times", "2023-03-02", PARAGRAPHS),
    ]
