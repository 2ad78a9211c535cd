"""What a format gives becomes articles within limits, and every piece of it ends in the account."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tui.dossier.account import FileAccount, Outcome
from tui.errors import FileProblem
from tui.importing import extract as taking_module
from tui.importing.extract import Extractor
from tui.importing.parsed import Draft, Piece, RawFile, Refused

TEXT = b"Ferry\n\nThe ferry sailed on Monday, and nobody knew why.\n"


def taken(*pieces: Piece | Exception, **options: object) -> tuple[Extractor, FileAccount]:
    def read(_: RawFile) -> Iterable[Piece]:
        for piece in pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    extractor = Extractor(**options)  # type: ignore[arg-type]
    return extractor, extractor.take(RawFile("all.zip", b"x"), read)


def draft(title: str, key: str = "", **fields: object) -> Draft:
    return Draft((f"{title} sailed.",), title, key=key, **fields)  # type: ignore[arg-type]


def test_articles_of_one_key_are_told_apart_and_keep_their_names_when_others_come() -> None:
    few, _ = taken(draft("Ferry", "a"), draft("Canoe", "a"))
    more, _ = taken(draft("Raft", "b"), draft("Ferry", "a"), draft("Canoe", "a"))
    assert [one.id for one in more.articles[1:]] == [one.id for one in few.articles]
    assert len({one.id for one in more.articles}) == 3


def test_a_note_is_told_once_whatever_gave_it() -> None:
    _, account = taken(draft("Ferry", notes=("its clock is odd",)), draft("Canoe", notes=("its clock is odd",)))
    assert (account.outcome, account.reason, account.articles) == (Outcome.READ, "its clock is odd", 2)


def test_the_articles_before_a_fault_stay() -> None:
    extractor, account = taken(draft("Ferry"), FileProblem("cut short"))
    assert [one.title for one in extractor.articles] == ["Ferry"]
    assert (account.outcome, account.reason) == (Outcome.READ, "cut short")


ENDS = [
    ("nothing at all", (), Outcome.SKIPPED, "it contains no text"),
    ("a note alone", (Draft(notes=("a feed without entries",)),), Outcome.SKIPPED, "a feed without entries"),
    ("a fault", (FileProblem("cut short"),), Outcome.FAILED, "cut short"),
    ("a fault of the parser", (KeyError("x"),), Outcome.FAILED, "damaged .zip file"),
    ("a text too long", (Draft(("x" * 60,)),), Outcome.FAILED, "was not read"),
    ("pictures alone", (RawFile("all.zip/a.jpg", b"x"),), Outcome.SKIPPED, "1 file in it: 1 skipped"),
    ("a member that failed", (Refused("all.zip/a.md", "needs a password"),), Outcome.FAILED, "1 file in it: 1 failed"),
    ("an empty member", (RawFile("all.zip/a.md", b""),), Outcome.SKIPPED, "1 file in it: 1 skipped"),
]


@pytest.mark.parametrize(("pieces", "outcome", "reason"), [row[1:] for row in ENDS], ids=[row[0] for row in ENDS])
def test_ends(
    pieces: tuple[Piece | Exception, ...], outcome: Outcome, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_module, "TEXT_CHARACTERS", 50)
    _, account = taken(*pieces)
    assert account.outcome is outcome
    assert reason in account.reason


def test_a_file_that_is_avoided_fails_with_its_reason_and_the_others_are_read() -> None:
    heard: list[str] = []
    pieces = [RawFile(f"all.zip/{name}.txt", TEXT) for name in "abc"]
    extractor, account = taken(*pieces, heartbeat=heard.append, avoided={"all.zip/b.txt": "it stalled"})
    assert [(one.outcome, one.reason) for one in account.members][1] == (Outcome.FAILED, "it stalled")
    assert [one.path for one in extractor.articles] == ["all.zip/a.txt", "all.zip/c.txt"]
    assert [name for name in heard if name] == ["all.zip/a.txt", "all.zip/c.txt"]


def test_what_the_archive_knows_of_a_page_goes_before_nothing() -> None:
    extractor = Extractor()
    file = RawFile("a.html", b"x", address="https://river.example/2023/08/20/ferry")
    extractor.take(file, lambda _: [draft("Ferry"), draft("Canoe", address="https://river.example/canoe")])
    assert [one.address.rpartition("/")[2] for one in extractor.articles] == ["ferry", "canoe"]
    assert [one.published.iso if one.published else "" for one in extractor.articles] == ["2023-08-20", ""]


def test_limits_hold_for_an_archive_with_all_that_lies_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_module, "ARCHIVE_FILES", 2)
    monkeypatch.setattr(taking_module, "ARTICLES", 2)
    extractor, account = taken(*[RawFile(f"all.zip/{name}.txt", TEXT) for name in "abc"])
    assert (len(extractor.articles), "more than 2 files in it" in account.reason) == (2, True)
    extractor, account = taken(*map(draft, ("Ferry", "Canoe", "Raft")))
    assert (len(extractor.articles), "more than 2 articles" in account.reason) == (2, True)


def test_a_file_of_exactly_as_many_articles_as_are_read_has_no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_module, "ARTICLES", 2)
    extractor, account = taken(*map(draft, ("Ferry", "Canoe")), Draft(notes=("one column was not read",)))
    assert (len(extractor.articles), account.reason) == (2, "one column was not read")
