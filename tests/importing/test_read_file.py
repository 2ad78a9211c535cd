"""Whatever a file is, its reading ends as one line of the account."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.printable import printable
from tui.dossier.account import Outcome
from tui.errors import FileProblem
from tui.importing.folder import FileEntry, walk
from tui.importing.formats import markdown, plain
from tui.importing.limits import ARTICLE_BYTES, HEAVY, OWN_BYTES, TITLE_CHARACTERS
from tui.importing.parsed import Draft, RawFile
from tui.importing.read_file import UNSETTLED, FileReading, effort, is_light, read_content, read_entry


def read(folder: Path, name: str, content: bytes) -> FileReading:
    (folder / name).write_bytes(content)
    (entry,) = walk(folder)
    return read_entry(folder, entry)


ODD = [
    ("nothing", "a.md", b"", "skipped: an empty file"),
    ("white space alone", "a.md", b" \n\t\n", "skipped: it contains no text"),
    ("another kind of file", "a.jpeg", b"\xff\xd8", "skipped: a picture: not searched for text"),
    ("nul bytes in a text", "a.txt", b"ab\x00\x01cd ef", "failed: not text: it contains NUL bytes"),
    ("nul bytes in a file without a suffix", "core", b"\x7fELF\x00\x01", "skipped: not text: it contains NUL bytes"),
    ("a text without a suffix", "NOTES", b"The bridge is open.", "read: "),
    ("a point that begins no suffix", "Report v1.2", b"The bridge is open.", "read: "),
    ("capitals in the suffix", "A.MD", b"The bridge is open.", "read: "),
    ("a title without a text", "a.md", b"---\ntitle: A\n---\n", "read: a title and no text"),
    ("the same of a plain text", "a.txt", b"---\ntitle: A\n---\n", "read: a title and no text"),
    ("a heading alone", "a.md", b"# Ferry\n", "read: a title and no text"),
    ("broken utf-8", "a.md", b"The bridge \xe9t open.", "read: not UTF-8 throughout"),
    (
        "broken front matter",
        "a.md",
        b"---\ntitle: a: b\n---\nThe bridge.",
        "read: its front matter was read line by line",
    ),
]


@pytest.mark.parametrize(("name", "content", "expected"), [case[1:] for case in ODD], ids=[case[0] for case in ODD])
def test_each_ends_in_a_line(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    account = read(tmp_path, name, content).account
    assert f"{account.outcome}: {account.reason}".startswith(expected)
    assert account.articles == (account.outcome is Outcome.READ)


def test_a_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    with open(tmp_path / "a.txt", "wb") as file:
        file.truncate(3 * 2**30)
    (entry,) = walk(tmp_path)
    result = read_entry(tmp_path, entry)
    assert (result.account.outcome, result.account.reason) == (Outcome.FAILED, "larger than 256 MB")
    assert result.entry == entry


def test_a_file_that_is_gone_fails_and_is_looked_at_again(tmp_path: Path) -> None:
    read_again = read_entry(tmp_path, FileEntry("a.md", 10, 10))
    assert read_again.account.outcome is Outcome.FAILED
    assert "no such file" in read_again.account.reason
    assert read_again.entry.mtime_ns == UNSETTLED


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs links and pipes")
def test_what_took_the_place_of_a_file_is_neither_waited_for_nor_followed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "b.md").symlink_to(tmp_path / "secret")
    for name in ("a.md", "b.md"):
        result = read_entry(tmp_path, FileEntry(name, 10, 10))
        assert result.account.outcome is Outcome.FAILED
        assert result.articles == ()


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The bridge is open.")
    (entry,) = walk(tmp_path)
    (tmp_path / "a.md").write_text("The bridge is open again.")
    result = read_entry(tmp_path, entry)
    assert result.account.outcome is Outcome.READ
    assert result.entry.mtime_ns == UNSETTLED


def test_one_file_can_hold_many_articles_and_those_before_a_fault_stay() -> None:
    def two_and_a_fault(file: RawFile) -> Iterator[Draft]:
        yield Draft(("One.",), "A", notes=("half of it",))
        yield Draft(("Two.",), "B", left_out=("x", "y"))
        raise FileProblem("the rest is damaged")

    result = read_content(RawFile("a.box", b""), two_and_a_fault)
    assert [article.title for article in result.articles] == ["A", "B"]
    assert len({article.id for article in result.articles}) == 2
    assert (result.account.outcome, result.account.articles, result.account.left_out) == (Outcome.READ, 2, 2)
    assert result.account.reason == "the rest is damaged; half of it"


HOSTILE = st.text(
    st.sampled_from("ab .\n-#*_[]()<>!`|~:\"'\\&;{}%+=\x00\x1b\x9b\u202e\u2066\u200b\ue000\u2028\U000e0041é—•\t\r0123"),
    max_size=300,
)  # fmt: skip


@given(HOSTILE, st.sampled_from([plain.read, markdown.read]))
def test_whatever_a_text_holds_what_comes_out_is_printable_lines(text: str, reader: object) -> None:
    for article in read_content(RawFile("a.md", text.encode()), reader).articles:  # type: ignore[arg-type]
        shown = (
            article.title,
            article.source,
            article.author,
            *article.tags,
            *article.left_out,
            *article.text.split("\n\n"),
        )
        assert all(line == printable(line) and "\n" not in line for line in shown)
        assert all(article.text.split("\n\n")) or not article.text
        assert len(article.title) <= TITLE_CHARACTERS + 1


def test_words_of_ten_thousand_letters_and_a_title_of_them_are_cut(tmp_path: Path) -> None:
    word = "a" * 10_000
    (article,) = read(tmp_path, "a.md", f"---\ntitle: {word}\n---\n{word} {word}".encode()).articles
    assert len(article.title) == TITLE_CHARACTERS + 1
    assert article.text == f"{word} {word}"


def test_whatever_a_format_stumbles_over_is_a_line_of_the_account() -> None:
    def stumbling(file: RawFile) -> Iterator[Draft]:
        yield Draft(paragraphs=("The ferry sailed.",))
        raise ValueError(file.path)

    result = read_content(RawFile("a.md", b"x"), stumbling)
    assert result.account.outcome is Outcome.READ
    assert result.account.reason == "damaged .md file: it could not be read to the end (ValueError)"


ENTRIES = [
    ("a small text", FileEntry("a.md", 10), True),
    ("a large text", FileEntry("a.md", OWN_BYTES + 1), False),
    ("a page", FileEntry("a.html", 10), False),
    ("a kind that is not read", FileEntry("a.jpg", 10), True),
    ("a link that is not followed", FileEntry("a.html", 10, outcome=Outcome.SKIPPED), True),
    ("a mailbox without a suffix", FileEntry("Inbox", 10), False),
]


@pytest.mark.parametrize(("entry", "light"), [case[1:] for case in ENTRIES], ids=[case[0] for case in ENTRIES])
def test_weight(entry: FileEntry, light: bool) -> None:
    assert is_light(entry) is light
    assert effort([entry, entry]) == (2 if light else 2 * max(HEAVY, entry.size // ARTICLE_BYTES))


def test_a_large_table_or_archive_takes_as_long_as_the_articles_it_may_hold() -> None:
    assert effort([FileEntry("a.csv", 5_000 * ARTICLE_BYTES)]) == 5_000
    assert effort([FileEntry("a.csv", HEAVY * ARTICLE_BYTES - 1)]) == HEAVY
