"""Downloads that lie beside the repository, where they do: each article with its day, its outlet and its writer."""

from __future__ import annotations

from pathlib import Path

import pytest
from packed_files import read_as

from tui.dossier.article import Article

CASES = Path(__file__).parents[4] / "shared" / "cases"

DAYS = ("2023-03-04", "2023-05-12", "2023-06-30")
EARLIER = ("2013-03-04", "2013-05-12", "2013-06-30")
EXPECTED = [
    ("01", DAYS, ("The Harbour Times (Portham)", "Coast Courier", "The Harbour Times (Portham)")),
    ("02", DAYS, ("Harbour Times", "Le Courrier du Littoral", "Coast Courier")),
    ("04", DAYS, ("Le Phare de la Côte", "Le Littoral", "La Dépêche du Port")),
    ("08", EARLIER, ("Harbour Times (Portham)", "Coast Courier", "Coast Courier")),
]


def articles(number: str, name: str = "*") -> tuple[Article, ...]:
    found = sorted(CASES.glob(f"{number}-*/{name}"))
    if not found:
        pytest.skip("it is not here")
    return read_as(found[0].name, found[0].read_bytes()).articles


@pytest.mark.parametrize(("number", "days", "outlets"), EXPECTED)
def test_downloads(number: str, days: tuple[str, ...], outlets: tuple[str, ...]) -> None:
    read = articles(number)
    assert tuple(one.published.iso for one in read if one.published) == days
    assert tuple(one.source for one in read) == outlets
    assert all(one.author and one.text and not one.doubt and not one.candidates for one in read)


def test_lists_of_references() -> None:
    assert [one.published and one.published.iso for one in articles("06", "*.ris")] == ["2023-03-04", "2023-05-12"]
    for name in ("*.bib", "*.rdf"):
        assert [one.published and one.published.iso for one in articles("06", name)] == ["2023-03-04"]


def test_a_live_blog_is_one_article_with_the_time_of_each_post() -> None:
    (one,) = articles("28")
    assert one.published is not None
    assert one.published.iso == "2023-03-01"
    for time in ("1 March 2023, 1:10", "2 March 2023, 2:10", "3 March 2023, 3:10", "4 March 2023, 4:10"):
        assert time in one.text


@pytest.mark.parametrize("name", ["logseq.md", "notion.md", "obsidian.md"])
def test_clippings_of_notes(name: str) -> None:
    (one,) = articles("33", name)
    assert one.published is not None
    assert (one.title, one.published.iso) == ("Ferry to the islands halted", "2023-03-04")
    assert (one.captured is None) == (name == "logseq.md")
