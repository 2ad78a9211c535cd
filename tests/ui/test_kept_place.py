"""A place is written down and read again as it was, with articles by their ids."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.base.days import Clock, Span
from tui.core.view import Query
from tui.ui.kept_place import KeptPlace, PlaceFiles, TypedNote
from tui.ui.trail import Pane, Place, Trail

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
SPANS = st.none() | st.tuples(DAYS, DAYS).map(lambda days: Span(min(days), max(days)))
QUERIES = st.builds(Query, st.text(), SPANS, st.sampled_from(Clock), st.booleans(), st.booleans())
NUMBERS = st.none() | st.integers(0, 10**9)
PANES = st.sampled_from([Pane.LIST, Pane.READER, Pane.TIMELINE, Pane.SEARCH])
PLACES = st.builds(Place, QUERIES, PANES, st.none() | st.integers(1, 9), NUMBERS, NUMBERS, NUMBERS)
KEPT = st.builds(
    KeptPlace,
    PLACES,
    st.lists(PLACES, max_size=30).map(lambda places: Trail(tuple(places))),
    st.none() | st.sampled_from([Pane.CHRONOLOGY, Pane.DESK, Pane.PROOF]),
    st.integers(0, 70),
    st.integers(0, 120),
    st.text(),
)


def ids(numbers):
    return {number: f"id{number}" for number in numbers}


NUMBERED = {f"id{number}": number for number in range(10)}


@given(KEPT)
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, kept: KeptPlace) -> None:
    files = PlaceFiles(tmp_path_factory.mktemp("place"))
    files.keep_place(kept, ids)
    read = files.place()
    assert read is not None
    found = replace(read.found(NUMBERED), articles=("",))
    assert found == replace(kept, trail=Trail(kept.trail.places[-20:]))


@given(
    st.builds(
        TypedNote, st.text(), st.text(), st.text(min_size=1), st.integers(0), st.integers(0), st.text(), st.text()
    )
)
def test_a_typed_note_is_read_again_until_it_is_dropped(
    tmp_path_factory: pytest.TempPathFactory, note: TypedNote
) -> None:
    files = PlaceFiles(tmp_path_factory.mktemp("note"))
    assert files.note() is None
    files.keep_note(note, lambda: False)
    assert files.note() == note
    files.drop_note()
    assert files.note() is None
    files.drop_note()


def test_a_note_that_was_dropped_meanwhile_is_not_written(tmp_path: Path) -> None:
    files = PlaceFiles(tmp_path)
    files.keep_note(TypedNote("a", "b", "c"), lambda: True)
    assert files.note() is None


def test_the_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    files = PlaceFiles(tmp_path / "places" / "one")
    files.keep_place(KeptPlace(), ids)
    files.keep_note(TypedNote("a", "b", "c"), lambda: False)
    assert (tmp_path / "places" / "one").stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "places" / "one").iterdir())


def test_an_article_that_is_gone_leaves_its_place_without_one() -> None:
    kept = KeptPlace(Place(article=3), articles=("gone",))
    assert kept.found({}).here.article is None
