"""The account of a file adds up, whatever archives lie within one another."""

from __future__ import annotations

from tui.dossier.account import FileAccount, Outcome, failed_members, inner, members_ending, members_with

READ, SKIPPED, FAILED = Outcome.READ, Outcome.SKIPPED, Outcome.FAILED
NEST = FileAccount(
    "all.zip",
    READ,
    members=(
        FileAccount("all.zip/a.md", READ),
        FileAccount("all.zip/b.pdf", FAILED, "damaged"),
        FileAccount(
            "all.zip/in.zip",
            READ,
            members=(FileAccount("all.zip/in.zip/c.jpg", SKIPPED), FileAccount("all.zip/in.zip/d.pdf", FAILED)),
        ),
    ),
)


def test_the_files_of_an_archive_are_counted_and_not_the_archives_in_it() -> None:
    assert [one.path.rpartition("/")[2] for one in inner(NEST)] == ["a.md", "b.pdf", "c.jpg", "d.pdf"]
    assert {outcome: members_ending(NEST, outcome) for outcome in Outcome} == {READ: 1, SKIPPED: 1, FAILED: 2}
    assert failed_members(NEST) == 2


def test_an_archive_is_listed_with_those_members_alone_that_ended_so() -> None:
    accounts = [FileAccount("x.md", READ), NEST, FileAccount("y.pdf", FAILED)]
    kept = members_with(accounts, FAILED)
    assert [one.path for one in kept] == ["all.zip", "y.pdf"]
    assert [one.path for one in inner(kept[0])] == ["all.zip/b.pdf", "all.zip/in.zip/d.pdf"]
    assert members_with([FileAccount("x.md", READ)], FAILED) == []
