"""Names in archives: labels within the dossier, none of them used twice, none leading out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.importing.archives.members import Members
from tui.importing.limits import MEMBER_NAME_CHARACTERS
from tui.importing.parsed import Refused


def told(piece: str | Refused | None) -> str:
    return f"{piece.path}: {piece.reason}" if isinstance(piece, Refused) else str(piece)


NAMES = [
    ("plain", "news/heron.txt", "a.zip/news/heron.txt"),
    ("steps that lead nowhere", "./news//heron.txt", "a.zip/news/heron.txt"),
    ("a drive", "D:\\news\\heron.txt", "a.zip/news/heron.txt"),
    ("a way out", "news/../../heron.txt", "a.zip/news/../../heron.txt: its name leads out of the archive"),
    ("nothing but steps", "./", "a.zip/./: its name leads out of the archive"),
    ("a NUL byte", "her\0on.txt", "a.zip/her on.txt: its name contains a NUL byte"),
    ("hidden", "news/.heron", "a.zip/news/.heron: a hidden file"),
    ("a README", "news/README.md", "a.zip/news/README.md: a README, not an article"),
    ("in a hidden folder", ".git/heron.txt", "a.zip/.git/: a hidden folder"),
    ("what a Mac adds", "__MACOSX/heron.txt", "a.zip/__MACOSX/: a hidden folder"),
    (
        "too long",
        "h" * (MEMBER_NAME_CHARACTERS + 1),
        f"a.zip/{'h' * 60}…: a name of more than {MEMBER_NAME_CHARACTERS:,} characters",
    ),
]


@pytest.mark.parametrize(("name", "expected"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_a_name_is_admitted_or_refused(name: str, expected: str) -> None:
    assert told(Members("a.zip").admit(name)) == expected


def test_a_hidden_folder_is_told_of_once() -> None:
    members = Members("a.zip")
    assert [told(members.admit(f".git/{name}")) for name in "ab"] == ["a.zip/.git/: a hidden folder", "None"]


def test_parts_of_a_saved_page_are_known_even_before_the_page() -> None:
    members = Members("a.zip")
    members.expect(["pages/heron.html", "pages/heron_files/ad.html"])
    assert told(members.admit("pages/heron_files/ad.html")).endswith("a part of the saved page heron.html")
    assert members.admit("pages/heron.html") == "a.zip/pages/heron.html"


def test_the_same_name_gets_a_number_before_its_suffix() -> None:
    members = Members("a.zip")
    assert [members.distinct("heron.html") for _ in range(3)] == [
        "a.zip/heron.html",
        "a.zip/heron (2).html",
        "a.zip/heron (3).html",
    ]
    assert [members.distinct("example.org", "") for _ in range(2)] == ["a.zip/example.org", "a.zip/example.org (2)"]


@given(st.lists(st.sampled_from(["a", "a (2)", "a.txt", "a (2).txt", "b/a.txt"]), max_size=12))
def test_no_two_names_are_the_same(names: list[str]) -> None:
    members = Members("a.zip")
    paths = [members.distinct(name) for name in names]
    assert len(set(paths)) == len(paths)


def test_what_no_format_reads_is_refused_without_unpacking() -> None:
    members = Members("a.zip")
    assert members.unread("a.zip/heron.txt") is None
    refused = members.unread("a.zip/heron.jpg")
    assert refused is not None
    assert (refused.failed, refused.reason) == (False, "a picture: not searched for text")
