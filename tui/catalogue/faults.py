"""Articles at which a stage after reading failed: which one, at what, and by which error.

The stages go on without such an article. What is noted here becomes part of the account of its file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from enum import StrEnum

from msgspec.structs import replace

from tui.catalogue.store import Store
from tui.dossier.account import FileAccount
from tui.locale import N_, _

_SHOWN = 3
"""Articles of a file that its account names; of further ones it tells the number."""


class Stage(StrEnum):
    """What is done to every article after it was read."""

    DATES = "dates"
    NAMES = "names"
    FIGURES = "figures"
    COPIES = "copies"
    INDEX = "index"


_WORDS = {
    Stage.DATES: N_("its dates could not be found"),
    Stage.NAMES: N_("its names could not be found"),
    Stage.FIGURES: N_("its figures could not be found"),
    Stage.COPIES: N_("it could not be compared with the others"),
    Stage.INDEX: N_("it cannot be searched"),
}


class Faults:
    """The faults of a catalogue; every method may be called from any thread, raising `CacheError` for the disk."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def note(self, stage: Stage, found: Mapping[int, str]) -> None:
        """Note articles by number, each with the name of the error; those that have gone meanwhile are passed over."""
        if not found:
            return
        with self._store.writing() as database:
            for number, error in found.items():
                database.execute(
                    "INSERT OR REPLACE INTO faults SELECT number, ?, ? FROM articles WHERE number = ?",
                    (stage.value, error, number),
                )

    def at(self, stage: Stage) -> dict[int, str]:
        """Return the articles at which a stage failed, by number, each with the name of the error."""
        with self._store.reading() as database:
            return dict(database.execute("SELECT number, error FROM faults WHERE stage = ?", (stage.value,)).fetchall())

    def by_file(self) -> dict[str, str]:
        """Return for each file with such articles a sentence that names them."""
        with self._store.reading() as database:
            rows = database.execute(
                "SELECT file, id, title, stage, error FROM faults JOIN articles USING (number) ORDER BY number, stage"
            ).fetchall()
        told: dict[str, list[str]] = {}
        for file, ident, title, stage, error in rows:
            words = _("“{title}” ({id}): {failed}, an error of the program ({error})").format(
                title=title, id=ident, failed=_(_WORDS[Stage(stage)]), error=error
            )
            told.setdefault(os.fsdecode(file), []).append(words)
        return {file: _joined(each) for file, each in told.items()}


def forget_faults(database: sqlite3.Connection, stage: Stage) -> None:
    """Forget every fault of a stage that is about to begin anew."""
    database.execute("DELETE FROM faults WHERE stage = ?", (stage.value,))


def _joined(told: list[str]) -> str:
    more = [_("and {count:,} more").format(count=len(told) - _SHOWN)] if len(told) > _SHOWN else []
    return "; ".join([*told[:_SHOWN], *more])


def with_fault(account: FileAccount, fault: str) -> FileAccount:
    """Return the account of a file that also tells of a fault at one of its articles."""
    return replace(account, reason=f"{account.reason}; {fault}" if account.reason else fault)
