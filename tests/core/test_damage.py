"""Damage in any file of the cache, at any moment, is told and mended: no answer is another one than without it."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from tui.catalogue.catalogue import Catalogue
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.dossier.account import FileAccount
from tui.errors import DamagedCatalogue, MaliTuiError
from tui.search.index import Index

ASKED = ("", "ferry", "harb*", "title:bridge", "source:coast", "event:2021", "ferry sort:length", '"the harbour"')


@pytest.fixture
def dossier(dossier: Path) -> Path:
    """Return the small dossier with a text in which days are named."""
    text = "On 3 May 2019 the mayor opened the market. The council closed it on 5 June 2019."
    (dossier / "market.md").write_text(f"---\ntitle: Market\ndate: 2019-06-07\n---\n\n{text}\n", encoding="utf-8")
    return dossier


@pytest.fixture
def kept(dossier: Path, tmp_path: Path) -> Path:
    """Return the cache of the small dossier, whole."""
    explorer = Explorer.open(dossier, tmp_path / "sound")
    explorer.refresh()
    explorer.close()
    return tmp_path / "sound"


def answers(explorer: Explorer) -> object:
    """Return what a dossier says of itself, without the numbers of its articles."""

    def asked(text: str) -> list[tuple[str, ...]]:
        view = explorer.explore(Query(text))
        return [(row.id, row.title, str(row.published)) for row in view.rows]

    articles = [explorer.article(number) for number in explorer.explore(Query("")).hits]
    accounts: list[FileAccount] = list(explorer.accounts())
    dates = [explorer.dates(number) for number in explorer.explore(Query("")).hits]
    told = [(each.id, each.sentence, each.timex) for entry in explorer.chronology().entries for each in entry.told]
    return [asked(text) for text in ASKED], articles, accounts, explorer.sums(), dates, told


def mended(dossier: Path, cache: Path) -> tuple[object, str]:
    """Open a damaged cache as a command does, and return what it says and what was told."""
    explorer = Explorer.open(dossier, cache)
    try:
        explorer.refresh()
        try:
            return answers(explorer), explorer.notice
        except DamagedCatalogue:
            assert explorer.mend()
            explorer.refresh()
            return answers(explorer), explorer.notice
    finally:
        explorer.close()


KINDS = {
    "zeros": lambda chance, piece: bytes(len(piece)),
    "noise": lambda chance, piece: chance.randbytes(len(piece)),
    "one bit": lambda chance, piece: bytes([piece[0] ^ 1 << chance.randrange(8)]) + piece[1:],
    "cut": lambda chance, piece: None,
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_cache_answers_as_a_sound_one(dossier, kept, tmp_path, kind, seed):
    chance = random.Random(f"{kind} {seed}")
    whole, _ = mended(dossier, kept)
    damaged = tmp_path / "damaged"
    shutil.copytree(kept, damaged)
    path = chance.choice(sorted(file for file in damaged.rglob("*") if file.is_file() and file.stat().st_size))
    content = path.read_bytes()
    at = chance.randrange(len(content))
    size = chance.choice((1, 60, 4096))
    piece = KINDS[kind](chance, content[at : at + size])
    path.write_bytes(content[:at] + (b"" if piece is None else piece + content[at + size :]))
    assert mended(dossier, damaged)[0] == whole
    found, told = mended(dossier, damaged)
    assert (found, told) == (whole, "")  # once mended, it stays so


SPOILT = {
    "a title": "UPDATE articles SET title = 'Ferry sings' WHERE title = 'Ferry sinks'",
    "no path": "PRAGMA writable_schema = ON; UPDATE articles SET path = x'' WHERE number = 2",
    "a text": "UPDATE texts SET text = replace(text, 'harbour', 'hArbour') WHERE number = 1",
    "a day": "UPDATE articles SET first = first + 1 WHERE number = 1",
    "a source": "UPDATE articles SET source = 'Toast Post' WHERE number = 1",
    "no article": "DELETE FROM articles WHERE number = 3",
    "no text": "DELETE FROM texts WHERE number = 3",
    "an outcome": "UPDATE files SET outcome = 'failed' WHERE path = x'612e6d64'",
    "no file": "DELETE FROM files WHERE path = x'612e6d64'",
    "the days of mentions": "UPDATE mention_days SET days = zeroblob(length(days))",
    "the mentions": "UPDATE mentions SET found = '[]'",
    "no statements": "DELETE FROM statements WHERE number = (SELECT max(number) FROM statements)",
    "the words of a statement": "UPDATE statements SET packed = zeroblob(length(packed))",
    "the day of a statement": "UPDATE statements SET last = last + 400",
    "no fact": "DELETE FROM facts WHERE name = 'revision'",
    "a fact": "UPDATE facts SET value = 'many' WHERE name = 'copies'",
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_row_that_is_not_as_it_was_written_is_never_shown(dossier, kept, what):
    whole, _ = mended(dossier, kept)
    database = sqlite3.connect(kept / "catalogue.sqlite")
    triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    with database:
        for (name,) in triggers:  # damage keeps no totals
            database.execute(f"DROP TRIGGER {name}")
    database.executescript(SPOILT[what])
    database.close()
    found, told = mended(dossier, kept)
    assert found == whole
    assert "made again" in told or what in ("no file", "a file")  # a file that is not known is read


def test_an_index_that_lacks_articles_is_built_again(dossier, kept):
    whole, _ = mended(dossier, kept)
    for file in kept.rglob("*.toc"):
        file.unlink()
    assert mended(dossier, kept)[0] == whole


def test_an_index_that_seems_to_lack_what_another_program_has_just_removed_stays(dossier, kept, monkeypatch):
    whole, _ = mended(dossier, kept)
    before = {file.name for file in kept.rglob("*.toc")}
    counted = Catalogue.searchable
    late = iter([1])  # counted before the other program removed an article, compared after it
    monkeypatch.setattr(Catalogue, "searchable", lambda catalogue: counted(catalogue) + next(late, 0))
    monkeypatch.setattr(Catalogue, "forget_index", lambda _catalogue: pytest.fail("it lacks nothing"))
    assert mended(dossier, kept) == (whole, "")
    assert next(late, None) is None
    assert {file.name for file in kept.rglob("*.toc")} == before


def test_an_index_that_lacks_articles_while_another_program_writes_is_asked_as_it_is(dossier, kept, monkeypatch):
    whole, _ = mended(dossier, kept)
    [folder] = {file.parent.parent for file in kept.rglob("*.toc")}
    writer = Index.open(folder)
    with writer._locked(), monkeypatch.context() as patched:
        patched.setattr(Catalogue, "searchable", lambda _catalogue: 1000)
        assert mended(dossier, kept) == (whole, "")
    writer.close()


def test_an_index_that_is_damaged_while_it_is_open_is_built_again(dossier, kept):
    explorer = Explorer.open(dossier, kept)
    explorer.refresh()
    assert explorer.explore(Query("bridge")).total == 2
    for file in kept.rglob("*.pst"):
        file.write_bytes(bytes(file.stat().st_size))
    assert explorer.explore(Query("ferry")).total == 5  # out of the memory, or built again
    explorer.close()
    again = Explorer.open(dossier, kept)
    again.refresh()
    assert again.explore(Query("ferry")).total == 5
    assert "The index was damaged and has been built again" in explorer.notice + again.notice
    again.close()


def test_an_error_of_the_program_is_not_taken_for_damage(dossier, kept, monkeypatch):
    explorer = Explorer.open(dossier, kept)
    explorer.refresh()
    files = {file: file.stat().st_mtime_ns for file in kept.rglob("*.pst")}

    def wrong(*_):
        raise LookupError("a mistake of ours")

    monkeypatch.setattr("tui.search.walk.Walk.hits", wrong)
    with pytest.raises(MaliTuiError):
        explorer.explore(Query("ferry"))
    assert {file: file.stat().st_mtime_ns for file in kept.rglob("*.pst")} == files
    explorer.close()


def test_articles_of_a_mended_catalogue_are_taken_for_no_others(dossier, kept):
    explorer = Explorer.open(dossier, kept)
    explorer.refresh()
    before = set(explorer.explore(Query("")).hits)
    explorer.services.catalogue._store.damaged = True
    assert explorer.mend()
    explorer.refresh()
    assert before.isdisjoint(explorer.explore(Query("")).hits)
    assert not explorer.mend()
    explorer.close()
