from __future__ import annotations

import pytest

from tui.dossier.account import FileAccount, Outcome
from tui.dossier.serialization import Head
from tui.ui.drawing.account_entries import AccountListing, AccountSection, counts, entries, opened_first

READ, SKIPPED, FAILED = Outcome

INNER = FileAccount(
    "a.zip/in.zip",
    READ,
    "2 files in it",
    1,
    members=(FileAccount("a.zip/in.zip/x.md", READ, "", 1), FileAccount("a.zip/in.zip/y.md", FAILED, "not a text")),
)
FILES = (
    FileAccount("0.md", READ, "", 1),
    FileAccount("a.zip", READ, "2 files in it", 1, members=(INNER, FileAccount("a.zip/p.jpeg", SKIPPED, "no format"))),
    FileAccount("b.md", FAILED, "Not a TEXT"),
    FileAccount("c.md", SKIPPED, "an empty file"),
)


def head(ident: str, title: str, doubt: str = "") -> Head:
    return Head(1, ident, f"{ident}.md", title, False, None, "Coast Post", "", "", (), False, 3, doubt=doubt)


ACCOUNT = AccountListing(FILES, (head("lost", "Lost at sea"),), (head("torn", "Torn", "the text says 2021"),))


def names(kind: AccountSection, opened: tuple[str, ...] = (), words: str = "") -> list[str]:
    return [entry.name for entry in entries(ACCOUNT, kind, opened, words)]


LISTED = [
    ("what went wrong stands first", AccountSection.ALL, (), "", ["b.md", "a.zip", "0.md", "c.md"]),
    (
        "an open archive",
        AccountSection.ALL,
        ("a.zip",),
        "",
        ["b.md", "a.zip", "a.zip/in.zip", "a.zip/p.jpeg", "0.md", "c.md"],
    ),
    ("what failed, in archives too", AccountSection.FAILED, (), "", ["a.zip", "b.md"]),
    (
        "archives opened for what failed in them",
        AccountSection.FAILED,
        ("a.zip", "a.zip/in.zip"),
        "",
        ["a.zip", "a.zip/in.zip", "a.zip/in.zip/y.md", "b.md"],
    ),
    ("what was skipped", AccountSection.SKIPPED, ("a.zip",), "", ["a.zip", "a.zip/p.jpeg", "c.md"]),
    ("undated articles", AccountSection.UNDATED, (), "", ["lost"]),
    ("doubtful articles", AccountSection.DOUBTFUL, (), "", ["torn"]),
    ("words of the reason, in any case", AccountSection.ALL, (), "NOT text", ["b.md"]),
    ("words of the path and the outcome", AccountSection.ALL, (), ".md read", ["0.md"]),
    ("words of a title", AccountSection.UNDATED, (), "sea coast", ["lost"]),
    ("words that nothing has", AccountSection.ALL, (), "volcano", []),
]


@pytest.mark.parametrize(
    ("kind", "opened", "words", "expected"), [case[1:] for case in LISTED], ids=[case[0] for case in LISTED]
)
def test_what_is_listed(kind: AccountSection, opened: tuple[str, ...], words: str, expected: list[str]):
    assert names(kind, opened, words) == expected


def test_members_know_where_they_lie():
    found = entries(ACCOUNT, AccountSection.ALL, {"a.zip", "a.zip/in.zip"})
    assert [(entry.depth, entry.within, entry.opened) for entry in found[1:4]] == [
        (0, "", True),
        (1, "a.zip", True),
        (2, "a.zip/in.zip", False),
    ]


def test_each_kind_is_counted():
    assert list(counts(ACCOUNT).values()) == [4, 2, 2, 1, 1]  # what failed and was skipped in archives too


def test_archives_open_for_what_failed_in_them():
    assert opened_first(ACCOUNT, AccountSection.FAILED) == {"a.zip", "a.zip/in.zip"}
    assert opened_first(ACCOUNT, AccountSection.SKIPPED) == frozenset()
