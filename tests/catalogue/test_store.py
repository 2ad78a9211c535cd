"""The database is made anew where it cannot be used, is kept where it can, and is shared."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from tui.catalogue.store import FILE_NAME, SCHEMA_VERSION, Store, count_up, fact
from tui.errors import CacheError, DamagedCatalogue


def marked(store: Store) -> bool:
    """Say whether a database is the one that `mark` was called for."""
    with store.reading() as database:
        return fact(database, "revision") == "1"


def mark(folder: Path) -> None:
    store = Store.open(folder)
    with store.writing() as database:
        count_up(database, "revision")
    store.close()


def version(path: Path, number: int) -> None:
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {number}")


def without_a_table(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE sketches")


def interrupted(database: sqlite3.Connection) -> None:
    count_up(database, "revision")
    raise KeyError("x")


DAMAGES = [
    ("none", lambda path: None, True),
    ("of an older program", lambda path: version(path, SCHEMA_VERSION - 1), False),
    ("of a newer one", lambda path: version(path, SCHEMA_VERSION + 1), False),
    ("no database", lambda path: path.write_bytes(b"river " * 1000), False),
    ("cut short", lambda path: path.write_bytes(path.read_bytes()[:5000]), False),
    ("without one of its tables", without_a_table, False),
    ("deleted", lambda path: path.unlink(), False),
]


@pytest.mark.parametrize(("damage", "kept"), [row[1:] for row in DAMAGES], ids=[row[0] for row in DAMAGES])
def test_a_database_is_kept_where_it_can_be_used(tmp_path: Path, damage: object, kept: bool) -> None:
    mark(tmp_path)
    damage(tmp_path / FILE_NAME)  # type: ignore[operator]
    store = Store.open(tmp_path)
    assert marked(store) is kept
    with store.writing() as database:
        count_up(database, "copies")
        assert fact(database, "copies") == "1"
    store.close()


def test_what_raises_within_a_writing_leaves_nothing(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    with pytest.raises(KeyError), store.writing() as database:
        interrupted(database)
    assert not marked(store)
    with pytest.raises(CacheError, match="only a cache"), store.reading() as database:
        database.execute("SELECT nothing FROM nowhere")
    store.close()


@pytest.mark.parametrize("words", ["The hall was full.", "The gate was locked.", "The line was busy.", "readonly"])
def test_a_text_that_cannot_be_decoded_is_damage_whatever_it_says(tmp_path: Path, words: str) -> None:
    store = Store.open(tmp_path)
    with pytest.raises(DamagedCatalogue) as told, store.reading() as database:
        database.execute("SELECT CAST(? AS TEXT)", (words.encode() + b"\xff",)).fetchone()
    assert words not in str(told.value)
    assert store.damaged
    store.close()


def test_a_connection_that_is_closed_is_no_damage(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    with store.reading() as database:
        database.close()
    with pytest.raises(CacheError) as told, store.reading() as same:
        same.execute("SELECT 1")
    assert not isinstance(told.value, DamagedCatalogue)
    assert not store.damaged


def test_who_reads_does_not_wait_for_who_writes(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    seen: list[bool] = []
    with store.writing() as database:
        count_up(database, "revision")
        reader = threading.Thread(target=lambda: seen.append(marked(store)))
        reader.start()
        reader.join(20)
    assert (seen, marked(store)) == ([False], True)
    store.close()


def test_one_is_alone_at_a_work_and_another_at_another(tmp_path: Path) -> None:
    one, other = Store.open(tmp_path), Store.open(tmp_path)
    with one.exclusive("dating") as first, other.exclusive("dating") as second, other.exclusive("comparing") as third:
        assert (first, second, third) == (True, False, True)
    with other.exclusive("dating") as again:
        assert again
    one.close()
    other.close()


def test_a_copy_in_memory_goes_its_own_way(tmp_path: Path) -> None:
    mark(tmp_path)
    store = Store.open(tmp_path)
    copy = store.in_memory()
    with copy.writing() as database:
        count_up(database, "revision")
    assert (marked(store), marked(copy)) == (True, False)
    store.close()
    (tmp_path / FILE_NAME).unlink()
    with copy.reading() as database:
        assert fact(database, "revision") == "2"
