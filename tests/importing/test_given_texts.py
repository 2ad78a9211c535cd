"""Texts that lie beside the repository, where they do: read whole, dated as they say, none lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.catalogue.catalogue import Catalogue
from tui.core.read_folder import read_folder
from tui.dossier.account import Outcome
from tui.dossier.article import Article

SHARED = Path(__file__).parents[3] / "shared"


def articles(folder: Path) -> dict[str, Article]:
    if not folder.is_dir():
        pytest.skip(f"{folder.name} is not here")
    catalogue = Catalogue.open(None)
    read_folder(folder, catalogue)
    assert {account.outcome for account in catalogue.accounts()} == {Outcome.READ}
    assert all(account.articles == 1 for account in catalogue.accounts())
    read = {article.path: article for _, article in catalogue.pending(10_000)}
    catalogue.close()
    return read


def test_clippings_as_they_came() -> None:
    read = articles(SHARED / "seeds")
    told = {
        path[:3]: (
            article.published and f"{article.published.iso} {article.published.provenance.value}",
            [f"{date.iso} {date.provenance.value}" for date in article.candidates],
            article.source,
            article.author,
            article.title_made,
        )
        for path, article in read.items()
    }
    assert told == {
        "000": ("2023-08-20 date line", [], "AFP", "", True),
        "001": ("2023-07-08 date line", ["2023-07-07 dateline"], "African Media Agency", "", True),
        "002": ("2024-11-07 byline", ["2024-11-12 page header"], "Al Mayadeen English", "", False),
        "003": (None, [], "", "", True),
        "004": ("2024-11-07 date line", ["2024-11-07 byline"], "TRTWorld and agencies", "Rabiul Islam", False),
    }
    assert all(article.language == "en" for article in read.values())


def test_every_word_of_a_clipping_is_in_its_title_its_text_or_among_what_was_left_out() -> None:
    for path, article in articles(SHARED / "seeds").items():
        title = "" if article.title_made else article.title
        raw = (SHARED / "seeds" / path).read_text(encoding="utf-8")
        assert sorted("".join((title + article.text + "".join(article.left_out)).split())) == sorted(
            "".join(raw.split())
        )


def test_a_site_kept_as_markdown() -> None:
    folder = SHARED / "data" / "markdown"
    read = articles(folder)
    assert len(read) == 487
    for path, article in read.items():
        written = re.search(r"^date: *(\d{4}-\d\d-\d\d)", (folder / path).read_text(encoding="utf-8"), re.M)
        assert written is not None
        assert article.published is not None
        assert (article.published.iso, article.published.provenance) == (written.group(1), "front matter")
        assert article.author
        assert not article.title_made
