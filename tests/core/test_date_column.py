"""The datebook gives the dates that the catalogue holds, whatever it kept and whatever came or went since."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tui.core.date_column
from tui.catalogue.catalogue import Catalogue
from tui.core.date_column import Datebook
from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article, Provenance, PublishedDate
from tui.importing.folder import FileEntry
from tui.importing.normalise import article_id
from tui.importing.read_file import FileReading

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


def held(datebook: Datebook) -> tuple[object, ...]:
    """Return all that a datebook says."""
    dates = datebook.now()
    return list(dates.numbers), list(dates.intervals(dates.numbers)), dates.whole, list(dates.by_date)


@pytest.fixture(params=[2, 10_000], ids=["of a large dossier", "of a small dossier"])
def wide(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(tui.core.date_column, "WIDE", request.param)
    return request.param


def test_dates_that_were_kept_grow(wide: int, tmp_path: Path):
    catalogue, paths = Catalogue.open(tmp_path), count()
    add(catalogue, paths, *DATES)
    Datebook(catalogue, tmp_path).keep()
    later = Datebook(catalogue, tmp_path)
    assert held(later) == held(Datebook(catalogue, None))
    add(catalogue, paths, "2023-07-01")
    assert later.is_old()
    assert held(later) == held(Datebook(catalogue, None))
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
        datebook = Datebook(catalogue, folder)
        for step, date in steps:
            if step == "add":
                names += add(catalogue, paths, date)
            elif step == "drop" and names:
                catalogue.drop([names.pop(0)])
            elif step == "keep":
                datebook.keep()
                datebook = Datebook(catalogue, folder)
            assert held(datebook) == held(Datebook(catalogue, None))
    catalogue.close()
