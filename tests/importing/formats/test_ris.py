"""Files of RIS and EndNote: each entry an article, and a word on those without a text."""

from __future__ import annotations

import pytest
from packed_files import read_as

from tui.dossier.account import Outcome
from tui.errors import FileProblem
from tui.importing.formats.ris import read
from tui.importing.parsed import RawFile

RIS = (
    b"TY  - NEWS\nTI  - A light\nDA  - 2023/03/04\nAB  - It.\nER  - \n"
    b"TY  - NEWS\nTI  - A vote\nDA  - 2023/05/12\nER  - \n"
)


def test_each_entry_becomes_an_article() -> None:
    reading = read_as("export.ris", RIS)
    assert reading.account.outcome is Outcome.READ
    assert reading.account.reason == "1 of its 2 references without a text"
    assert [(one.title, one.published and one.published.iso) for one in reading.articles] == [
        ("A light", "2023-03-04"),
        ("A vote", "2023-05-12"),
    ]


def test_the_file_s_name_dates_no_entry() -> None:
    reading = read_as("export_2024-02-02.ris", b"TY  - NEWS\nTI  - A light\nER  - \n")
    assert reading.articles[0].published is None


def test_endnote_is_known_by_its_first_line() -> None:
    assert [one.title for one in read_as("a.enw", b"%0 Newspaper Article\n%T A light\n%D 2023\n").articles] == [
        "A light"
    ]


def test_what_is_no_list_says_so() -> None:
    with pytest.raises(FileProblem, match="no reference"):
        list(read(RawFile("a.ris", b"nothing")))
