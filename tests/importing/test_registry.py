"""The table of formats: each line leads to a module that reads."""

from __future__ import annotations

import pytest

from tui.importing.parsed import RawFile
from tui.importing.read_file import read_content
from tui.importing.registry import FORMATS, UNREAD, is_ours, reader_of, rules, suffix_of, why_unread

SUFFIXES = [
    ("a.md", ".md"),
    ("a.b/A.MD", ".md"),
    ("a", ""),
    ("notes v1.2", ""),
    ("a.b/c", ""),
    (".hidden", ""),
    ("a.tar.gz", ".tar.gz"),
    ("a.md.gz", ".gz"),
    ("a.b.TAR.GZ", ".tar.gz"),
    ("a.", ""),
    ("a.b c", ""),
    ("caf\udce9.txt", ".txt"),
    ("", ""),
]


@pytest.mark.parametrize(("path", "suffix"), SUFFIXES, ids=[repr(path) for path, _ in SUFFIXES])
def test_suffix(path: str, suffix: str) -> None:
    assert suffix_of(path) == suffix


@pytest.mark.parametrize("suffix", sorted(FORMATS), ids=lambda suffix: suffix or "none")
def test_each_suffix_leads_to_a_module_that_reads(suffix: str) -> None:
    assert callable(reader_of(f"a{suffix}"))


@pytest.mark.parametrize("suffix", sorted(FORMATS), ids=lambda suffix: suffix or "none")
def test_each_format_reads_a_line_of_text_or_says_why_not(suffix: str) -> None:
    reader = reader_of(f"a{suffix}")
    assert reader is not None
    reading = read_content(RawFile(f"a{suffix}", b"The bridge is open."), reader)
    if is_ours(f"a{suffix}"):
        assert [article.text for article in reading.articles] == ["The bridge is open."]
    assert reading.articles or reading.account.reason


def test_the_rules_are_named_so_that_a_new_format_reads_everything_again() -> None:
    assert all(suffix in rules().split() for suffix in FORMATS if suffix)


def test_what_is_not_in_the_table_has_no_reader() -> None:
    assert reader_of("a.jpeg") is None


def test_what_is_known_and_not_read_comes_with_advice() -> None:
    assert why_unread("a/Report.DOC") == "an old Word file: save it as .docx"
    assert why_unread("a.xyz") == "not a supported format: .xyz"
    assert not UNREAD.keys() & FORMATS.keys()
