"""The column gives the dates that the catalogue holds, whatever it kept and whatever came or went since."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tui.core.date_column
from tui.catalogue.catalogue import Catalogue
from tui.core.date_column import FILE_NAME, DateColumn, read_columns, write_columns
from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.errors import CacheError
from tui.importing.folder import FileEntry
from tui.importing.normalise import article_id
from tui.importing.read_file import FileReading

ARRAYS = [array("q", [1, 2, 1 << 60]), array("q"), array("q", [-5])]
DATES = ("", "2023", "2023-06", "2023-06-30", "2024-01-01")


def reading(path: str, written: str) -> FileReading:
    day = PublishedDate.from_iso(written, Provenance.FRONT_MATTER) if written else None
    article = Article(id=article_id(path, 0), path=path, title=path, text="It rained.", published=day)
    return FileReading(FileEntry(path, 10, 20), FileAccount(path, Outcome.READ, "", 1, 0), (article,))


def add(catalogue: Catalogue, paths: Iterator[int], *dates: str) -> list[str]:
    """Put one article of each date into a catalogue; return their paths."""
    names = [f"{next(paths):05}.md" for _ in dates]
    catalogue.record([reading(name, date) for name, date in zip(names, dates, strict=True)], "1")
    return names


def held(column: DateColumn) -> tuple[object, ...]:
    """Return all that a column says."""
    dates = column.now()
    return list(dates.numbers), list(dates.intervals(dates.numbers)), dates.whole, list(dates.by_date)


@pytest.fixture(params=[2, 10_000], ids=["of a large dossier", "of a small dossier"])
def wide(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(tui.core.date_column, "WIDE", request.param)
    return request.param


def test_dates_that_were_kept_grow(wide: int, tmp_path: Path):
    catalogue, paths = Catalogue.open(tmp_path), count()
    add(catalogue, paths, *DATES)
    DateColumn(catalogue, tmp_path).keep()
    later = DateColumn(catalogue, tmp_path)
    assert held(later) == held(DateColumn(catalogue, None))
    add(catalogue, paths, "2023-07-01")
    assert later.is_old()
    assert held(later) == held(DateColumn(catalogue, None))
    assert len(later.now()) == len(DATES) + 1
    catalogue.close()


@given(steps=st.lists(st.tuples(st.sampled_from(["add", "drop", "keep"]), st.sampled_from(DATES)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_whatever_came_went_or_was_kept_the_dates_are_those_of_the_catalogue(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str]]
):
    folder = tmp_path_factory.mktemp("cache")
    catalogue, paths, names = Catalogue.open(folder), count(), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tui.core.date_column, "WIDE", 2)
        column = DateColumn(catalogue, folder)
        for step, date in steps:
            if step == "add":
                names += add(catalogue, paths, date)
            elif step == "drop" and names:
                catalogue.drop([names.pop(0)])
            elif step == "keep":
                column.keep()
                column = DateColumn(catalogue, folder)
            assert held(column) == held(DateColumn(catalogue, None))
    catalogue.close()


def test_arrays_come_back_under_their_stamp_alone(tmp_path: Path):
    write_columns(tmp_path, "one 7", ARRAYS)
    assert read_columns(tmp_path, "one 7") == ARRAYS
    assert read_columns(tmp_path, "one 8") is None
    assert read_columns(tmp_path, "one 77") is None
    assert [file.name for file in tmp_path.iterdir()] == [FILE_NAME]


def test_numbers_of_another_width_come_back_as_they_were(tmp_path: Path):
    write_columns(tmp_path, "one", [array("i", [3, 4])])
    assert read_columns(tmp_path, "one") == [array("q", [3, 4])]


def test_a_file_that_was_cut_off_anywhere_is_ignored(tmp_path: Path):
    write_columns(tmp_path, "one", ARRAYS)
    whole = (tmp_path / FILE_NAME).read_bytes()
    for length in range(len(whole)):
        (tmp_path / FILE_NAME).write_bytes(whole[:length])
        assert read_columns(tmp_path, "one") is None


def test_nothing_is_kept_without_a_folder():
    write_columns(None, "one", ARRAYS)
    assert read_columns(None, "one") is None


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path):
    with pytest.raises(CacheError, match="cannot be written"):
        write_columns(tmp_path / "missing", "one", ARRAYS)
