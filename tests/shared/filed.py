"""A dossier in memory of articles that were made, not read: each in a file of its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui.base.progress import never
from tui.catalogue.catalogue import Catalogue
from tui.core.explorer import Explorer
from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article
from tui.importing.folder import FileEntry
from tui.importing.read_file import FileReading


def explorer_of(articles: Iterable[Article], folder: Path) -> Explorer:
    """Return an explorer whose index, copies and dates are complete; its numbers are those of the order, from 1."""
    catalogue = Catalogue.open(None)
    for article in articles:
        account = FileAccount(article.path, Outcome.READ, articles=1)
        catalogue.record([FileReading(FileEntry(article.path, 1, 1), account, (article,))], "")
    explorer = Explorer(folder, catalogue, None)
    for service in (explorer.services.search, explorer.services.duplicates, explorer.services.mentions):
        service.update(lambda _done, _of: None, never)
    return explorer
