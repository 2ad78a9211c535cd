from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.catalogue.catalogue import Catalogue
from tui.catalogue.date_order import order_of
from tui.core.read_folder import read_folder
from tui.importing.dating.day_order import Order

OPEN_DATE = "2017 doubtful [2017-04-03 2017-03-04]"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue.open(tmp_path / "cache")
    yield opened
    opened.close()


def write(folder: Path, name: str, date: str, source: str = "The Ferry Post", more: str = "") -> None:
    front = f"title: On {name}\ndate: {date}\nsource: {source}\n{more}"
    (folder / f"{name}.md").write_text(f"---\n{front}---\n\nThe ferry of {name} sailed late.\n", encoding="utf-8")


def dates(folder: Path, catalogue: Catalogue) -> dict[str, str]:
    """Bring the catalogue up to date and return how each article is dated, by its file."""
    read_folder(folder, catalogue)
    told = {}
    for head in catalogue.heads(catalogue.columns().numbers):
        assert head.published is not None
        doubt = " doubtful" if head.doubt else ""
        told[head.path] = f"{head.published.iso}{doubt} [{' '.join(date.iso for date in head.candidates)}]"
    return told


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ([], None),
        (["day first"], Order.DAY_FIRST),
        (["month first", "open 2017-04-03"], Order.MONTH_FIRST),
        (["day first", "month first"], None),
        (["open 2017-04-03", ""], None),
    ],
    ids=str,
)
def test_a_source_has_an_order_where_it_shows_one_alone(shown: list[str], expected: Order | None) -> None:
    assert order_of(iter(shown)) is expected


def test_a_source_that_shows_no_order_leaves_its_dates_open(folder: Path, catalogue: Catalogue) -> None:
    write(folder, "a", "03/04/2017")
    write(folder, "b", "2017-05-16")
    write(folder, "c", "25/04/2017", source="Another Paper")
    assert dates(folder, catalogue)["a.md"] == OPEN_DATE


@pytest.mark.parametrize(
    ("shown", "expected"), [("25/04/2017", "2017-04-03 [2017-03-04]"), ("04/25/2017", "2017-03-04 [2017-04-03]")]
)
def test_an_article_of_the_source_that_shows_the_order_settles_the_others(
    folder: Path, catalogue: Catalogue, shown: str, expected: str
) -> None:
    write(folder, "a", "03/04/2017")
    write(folder, "b", shown)
    found = dates(folder, catalogue)
    assert found["a.md"] == expected
    assert "doubtful" not in found["b.md"]


def test_what_comes_later_settles_and_what_goes_opens_again(folder: Path, catalogue: Catalogue) -> None:
    write(folder, "a", "03/04/2017")
    assert dates(folder, catalogue)["a.md"] == OPEN_DATE
    write(folder, "b", "25/04/2017")
    assert dates(folder, catalogue)["a.md"] == "2017-04-03 [2017-03-04]"
    write(folder, "c", "04/26/2017")
    assert dates(folder, catalogue)["a.md"] == OPEN_DATE
    (folder / "b.md").unlink()
    assert dates(folder, catalogue)["a.md"] == "2017-03-04 [2017-04-03]"


def test_a_refresh_of_an_unchanged_folder_changes_nothing(folder: Path, catalogue: Catalogue) -> None:
    write(folder, "a", "03/04/2017")
    write(folder, "b", "25/04/2017")
    read_folder(folder, catalogue)
    before = catalogue.revision, list(catalogue.columns().numbers)
    assert not read_folder(folder, catalogue)
    assert (catalogue.revision, list(catalogue.columns().numbers)) == before


def test_the_address_of_an_article_goes_before_the_habit_of_its_source(folder: Path, catalogue: Catalogue) -> None:
    write(folder, "a", "03/04/2017", more="url: https://ferry.example/2017/03/04/late\n")
    write(folder, "b", "25/04/2017")
    assert dates(folder, catalogue)["a.md"].startswith("2017-03-04 ")
