"""Figures come back as they went in, those that answer nothing apart, and a changed row is found out."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tui.catalogue.catalogue import Catalogue
from tui.catalogue.faults import Stage
from tui.catalogue.mentions import Findings
from tui.catalogue.store import FILE_NAME
from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article
from tui.errors import DamagedCatalogue
from tui.importing.folder import FileEntry
from tui.importing.read_file import FileReading


@pytest.fixture
def kept(tmp_path: Path):
    catalogue = Catalogue.open(tmp_path)
    for path in ("a.md", "b.md", "c.md"):
        article = Article(id=f"{path[0]}aaaaaaaaa", path=path, title=path, text="It rained.")
        account = FileAccount(path, Outcome.READ, "", 1, 0)
        catalogue.record([FileReading(FileEntry(path, 10, 1), account, (article,))], "1")
    catalogue.mentions.begin("1")
    one, other, failed = catalogue.mentions.pending(10)
    found = [Findings(one, (), figures="[1]", answering=True), Findings(other, (), figures="[]"), Findings(failed, ())]
    assert catalogue.mentions.record(found, "1")
    catalogue.faults.note(Stage.FIGURES, {failed: "ValueError"})
    yield catalogue, one, other, failed
    catalogue.close()


def test_figures_come_back_as_they_went_in(kept):
    catalogue, one, other, failed = kept
    figures = catalogue.mentions.figures
    assert dict(figures.among([one, other, failed])) == {one: "[1]", other: "[]"}
    assert figures.of(one) == "[1]"
    assert figures.of(failed) is None
    assert figures.silent() == {other}
    assert catalogue.faults.at(Stage.FIGURES) == {failed: "ValueError"}


def test_figures_go_with_their_article(kept):
    catalogue, one, *_ = kept
    catalogue.drop(["a.md"])
    assert catalogue.mentions.figures.of(one) is None


def test_a_changed_row_is_damage(kept, tmp_path: Path):
    catalogue, one, *_ = kept
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        database.execute("UPDATE figures SET found = '[2]' WHERE number = ?", (one,))
    database.close()
    with pytest.raises(DamagedCatalogue):
        catalogue.mentions.figures.of(one)
