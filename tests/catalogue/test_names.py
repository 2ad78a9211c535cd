"""Names come back as they went in, and a changed or missing row is found out."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tui.catalogue.catalogue import Catalogue
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
    for path in ("a.md", "b.md"):
        article = Article(id=f"{path[0]}aaaaaaaaa", path=path, title=path, text="It rained.")
        account = FileAccount(path, Outcome.READ, "", 1, 0)
        catalogue.record([FileReading(FileEntry(path, 10, 1), account, (article,))], "1")
    catalogue.mentions.begin("1")
    one, other = catalogue.mentions.pending(10)
    assert catalogue.mentions.record([Findings(one, (), names="3Ada Holm\tHolm"), Findings(other, ())], "1")
    yield catalogue, one, other
    catalogue.close()


def test_names_come_back_as_they_went_in_and_go_with_their_article(kept):
    catalogue, one, other = kept
    assert catalogue.mentions.names.rows() == [(one, "3Ada Holm\tHolm"), (other, "")]
    catalogue.drop(["a.md"])
    assert catalogue.mentions.names.rows() == [(other, "")]


@pytest.mark.parametrize(
    "damage", ["UPDATE names SET found = '3Uwe Holm' WHERE number = ?", "DELETE FROM names WHERE number = ?"]
)
def test_another_row_than_was_written_is_damage(kept, tmp_path: Path, damage: str):
    catalogue, one, _ = kept
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        if damage.startswith("DELETE"):
            database.execute("DROP TRIGGER names_delete")
        database.execute(damage, (one,))
    database.close()
    with pytest.raises(DamagedCatalogue):
        catalogue.mentions.names.rows()
