from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from tui.dossier.account import FileAccount, Outcome, Sums
from tui.dossier.article import UNDATED, Provenance, PublishedDate
from tui.dossier.serialization import Head
from tui.ui.drawing.account_entries import AccountLine, AccountSection
from tui.ui.drawing.account_rows import (
    detail_lines,
    detail_pages,
    draw_entry,
    entry_height,
    kind_words,
    name_cells,
    sums_words,
)

READ, SKIPPED, FAILED = Outcome


def dated(iso: str, provenance: Provenance) -> PublishedDate:
    return PublishedDate.from_iso(iso, provenance)


TORN = Head(
    *(1, "abcdefghij", "2021-03-02.md", "Ferry sinks", False, dated("2021-08-20", Provenance.FRONT_MATTER)),
    *("Coast Post", "", "en", (), False, 3),
    doubt="the front matter says 2021-08-20, the file name 2021-03-02",
    address="https://coast.example/ferry",
    candidates=(dated("2021-08-20", Provenance.ADDRESS), dated("2021-03-02", Provenance.FILE_NAME)),
    captured=date(2021, 9, 1),
)
LOST = Head(2, "bcdefghijk", "lost.md", "Lost", False, None, "", "", "", (), False, 3)
PAGE = Head(
    *(3, "cdefghijkl", "page.md", "Page", False, None, "", "", "", (), False, 3),
    candidates=(dated("2021-03", Provenance.PAGE_HEADER),),
)
FILE = AccountLine(file=FileAccount("a/ferry.md", READ, "the end was cut off", 2, 3))
NOISE = AccountLine(file=FileAccount("noise.md", FAILED, "not text: it contains NUL bytes"))
ARCHIVE = AccountLine(
    file=FileAccount("a.zip", READ, "1 file in it: 1 read", 1, members=(FileAccount("a.zip/x.md", READ),))
)
OPENED = AccountLine(file=ARCHIVE.file, opened=True)
MEMBER = AccountLine(file=FileAccount("a.zip/old/x.md", READ, "", 1), depth=1, within="a.zip")


def rows(entry: AccountLine, width: int, chosen: bool = False) -> list[str]:
    names = name_cells([entry], width)
    return ["".join(text for text, _ in line) for line in draw_entry(entry, width, names, chosen)]


WIDE = [
    ("a file", FILE, "  read        a/ferry.md   2 articles · the end was cut off"),
    ("a failed file", NOISE, "  failed      noise.md     not text: it contains NUL bytes"),
    ("an archive", ARCHIVE, "  read        ▸ a.zip      1 article · 1 file in it: 1 read"),
    ("an opened archive", OPENED, "  read        ▾ a.zip      1 article · 1 file in it: 1 read"),
    ("a file within it", MEMBER, "  read          old/x.md   1 article"),
    (
        "an undated article",
        AccountLine(head=LOST),
        "  undated     Lost         no publication date could be found",
    ),
    (
        "one with a date that is not its own",
        AccountLine(head=PAGE),
        "  undated     Page         only 2021-03 in the page header",
    ),
    (
        "a doubtful article",
        AccountLine(head=TORN),
        "  2021-08-20? Ferry sinks  the front matter says 2021-08-20, the file name 2021…",
    ),
]


@pytest.mark.parametrize(("entry", "expected"), [case[1:] for case in WIDE], ids=[case[0] for case in WIDE])
def test_an_entry_at_80_columns_among_others(entry: AccountLine, expected: str):
    names = name_cells([each for _, each, _ in WIDE], 80)
    (line,) = draw_entry(entry, 80, names)
    assert "".join(text for text, _ in line).rstrip() == expected


def named(name: int, told: int) -> AccountLine:
    return AccountLine(file=FileAccount("n" * name, FAILED, "t" * told))


NAMES = [
    ("both fit", [named(20, 30)], 20),
    ("each fits in another row", [named(30, 10), named(10, 30)], 30),
    ("what is told is short", [named(70, 10)], 54),
    ("what is told is long", [named(20, 90)], 19),
    ("both are long", [named(90, 90)], 19),
    ("what is told is rarely long", [named(40, 10)] * 19 + [named(40, 90)], 40),
    ("nothing is listed", [], 1),
]


@pytest.mark.parametrize(("entries", "cells"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_names_take_what_they_need_and_no_more(entries: list[AccountLine], cells: int):
    assert name_cells(entries, 80) == cells


def test_an_entry_at_40_columns():
    assert rows(NOISE, 40, chosen=True) == [
        "▌ failed · noise.md                     ",
        "    not text: it contains NUL bytes     ",
    ]
    assert [row.rstrip() for row in rows(MEMBER, 40)] == ["  read ·   old/x.md", "      1 article"]


def test_of_a_long_path_the_end_is_shown():
    entry = AccountLine(file=FileAccount("clippings/of/a/whole/year/and/more/the-last-ferry.md", READ, "", 1))
    shown = "".join(text for text, _ in draw_entry(entry, 80, 30)[0])
    assert "the-last-ferry.md" in shown
    assert "…" in shown
    assert "clippings" not in shown


@pytest.mark.parametrize("width", [1, 2, 3, 12, 30, 59, 75, 76, 80, 200])
@pytest.mark.parametrize(
    "entry",
    [
        FILE,
        ARCHIVE,
        MEMBER,
        AccountLine(head=TORN),
        AccountLine(file=FileAccount("漢字\x1b[31m/" * 20, FAILED, "字" * 90), depth=3),
    ],
)
def test_every_row_has_the_width_and_every_entry_the_height(entry: AccountLine, width: int):
    drawn = draw_entry(entry, width, name_cells([entry], width), chosen=True)
    assert len(drawn) == entry_height(width)
    assert {sum(cell_len(text) for text, _ in line) for line in drawn} == {width}
    assert "\x1b" not in "".join(text for line in drawn for text, _ in line)


def test_of_a_doubtful_article_every_date_is_told():
    assert detail_lines(AccountLine(head=TORN), 80, 6) == [
        "Ferry sinks · Coast Post · 2021-03-02.md",
        "doubtful: the front matter says 2021-08-20, the file name 2021-03-02",
        "coast.example/ferry · copy taken on 1 Sep 2021",
        "20 Aug 2021 from the front matter (taken)",
        "20 Aug 2021 from the address",
        "2 Mar 2021 from the file name",
    ]


def test_where_there_is_little_room_the_dates_share_a_line():
    assert detail_lines(AccountLine(head=TORN), 40, 3) == [
        "Ferry sinks · Coast Post · 2021-03-02.md",
        "doubtful: the front matter says 2021-08…",
        "2021-08-20 front matter, address · 2021…",
    ]


def test_of_a_file_path_outcome_and_reason_are_told():
    assert detail_lines(FILE, 80, 6) == ["a/ferry.md", "read · 2 articles · 3 lines left out", "the end was cut off"]
    assert detail_lines(AccountLine(head=LOST), 80, 6) == ["Lost · lost.md", f"undated: {UNDATED}"]
    assert detail_lines(None, 80, 6) == []


@pytest.mark.parametrize("rows_there", [1, 2, 3, 6])
@pytest.mark.parametrize("width", [1, 10, 40])
@pytest.mark.parametrize("entry", [FILE, NOISE, AccountLine(head=TORN), AccountLine(head=LOST)])
def test_no_more_is_told_than_there_is_room_for(entry: AccountLine, width: int, rows_there: int):
    lines = detail_lines(entry, width, rows_there)
    assert 0 < len(lines) <= rows_there
    assert max(map(cell_len, lines)) <= width


def test_what_does_not_fit_is_told_whole_on_further_pages():
    assert detail_pages(FILE, 80, 6) == [detail_lines(FILE, 80, 6)]
    first, *further = detail_pages(AccountLine(head=TORN), 40, 3)
    assert first == detail_lines(AccountLine(head=TORN), 40, 3)
    assert max(map(len, further)) == 3
    told = " ".join(line for page in further for line in page)
    assert "the file name 2021-03-02" in told
    assert "2 Mar 2021 from the file name" in told
    assert "…" not in told


def test_an_archive_that_is_listed_for_files_in_it_says_so():
    members = (FileAccount("a.zip/x.png", Outcome.SKIPPED, "a picture"),)
    entry = AccountLine(
        file=FileAccount("a.zip", Outcome.READ, "9 files in it", 8, members=members), only=Outcome.SKIPPED
    )
    (row,) = draw_entry(entry, 80, 20)
    text = "".join(piece for piece, _ in row)
    assert text.split() == ["archive", "▸", "a.zip", "1", "skipped", "in", "it"]
    assert detail_lines(entry, 80, 6)[1] == "read · 8 articles · listed for 1 skipped in it"


def said(words: tuple[tuple[str, str], ...]) -> str:
    return "".join(text for text, _ in words)


def test_the_sums_stand_above():
    assert said(sums_words(Sums(9, 5, 3, 1, 12))) == "Account · 9 files: 5 read, 3 skipped, 1 failed · 12 articles"
    told = said(sums_words(Sums(9, 5, 3, 1, 12, skipped_within=4)))
    assert told == "Account · 9 files: 5 read, 3 skipped, 1 failed · 12 articles · in archives: 4 skipped"
    assert said(sums_words(Sums(9, 5, 3, 1, 12, failed_within=2, skipped_within=4))).endswith(
        " · in archives: 4 skipped, 2 failed"
    )
    assert said(sums_words(Sums(1, 1, 0, 0, 1), busy=True)).endswith("1 article · still reading")


def test_the_kind_that_is_listed_stands_in_brackets():
    counts = {
        AccountSection.ALL: 9,
        AccountSection.FAILED: 1,
        AccountSection.SKIPPED: 3,
        AccountSection.UNDATED: 1200,
        AccountSection.DOUBTFUL: 2,
    }
    assert (
        said(kind_words(counts, AccountSection.FAILED, 80))
        == " all files 9  [failed 1]  skipped 3   undated 1,200   doubtful 2 "
    )
    assert said(kind_words(counts, AccountSection.DOUBTFUL, 40)).startswith("[doubtful 2]  all files 9 ")
