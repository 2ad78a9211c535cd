"""The errors of the program, each of which ends as one sentence that says what to do.

    MaliTuiError                what a user can be told
    ├── DossierError            the folder cannot be opened as a dossier
    ├── CacheError              the cache folder cannot be written or read
    │   ├── FullDisk            there is no room on its disk
    │   └── DamagedCatalogue    what it holds is not what was written; it is made again from the dossier
    ├── DeskError               the desk cannot be read or written
    ├── FileProblem             one file of a dossier cannot be read; ends as a line of the account
    ├── ArticleNotFound         no article has the id that was asked for, or several do
    └── EngineError             the index is damaged or cannot be written; it is a cache and can be deleted
        └── DamagedIndex        what it holds is not what was written; it is made again from the catalogue

`Cancelled` stands apart: it tells nobody anything, for nobody waits for the answer any more.

A query never raises: a faulty one is an answer with a column (`tui.search.language.Fault`).
"""

from __future__ import annotations

import errno

from tui.locale import _


class MaliTuiError(Exception):
    """Anything that went wrong in a way that a user can be told; `str()` is the sentence to print."""


class DossierError(MaliTuiError):
    """The folder is missing, is not a folder, or may not be read."""


class CacheError(MaliTuiError):
    """The cache folder cannot be written or read."""


class FullDisk(CacheError):
    """There is no room on the disk that holds the cache."""

    def __init__(self, where: object = "") -> None:
        """Name the folder of the cache, where it is known."""
        told = (
            _("The disk that holds the cache {where} is full; make room on it, or name another folder with {variable}.")
            if str(where)
            else _("The disk that holds the cache is full; make room on it, or name another folder with {variable}.")
        )
        super().__init__(told.format(where=where, variable="MALI_TUI_CACHE"))


def no_room(error: OSError) -> bool:
    """Say whether an error tells that a disk is full, or that what somebody may put on it is used up."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


class DamagedCatalogue(CacheError):
    """What the catalogue holds is not what was written."""


class SettingsError(MaliTuiError):
    """The settings file has a fault; the sentence names the line."""


class DeskError(MaliTuiError):
    """The desk cannot be read or written."""


class FileProblem(MaliTuiError):
    """One file of a dossier cannot be read; the sentence is the reason in the account."""


class ArticleNotFound(MaliTuiError):
    """No article has the id that was asked for, or several begin with it."""


class EngineError(MaliTuiError):
    """The index is damaged or cannot be written."""


class DamagedIndex(EngineError):
    """What the index holds is not what was written."""


class Cancelled(Exception):
    """The work was stopped because its answer is not wanted any more."""
