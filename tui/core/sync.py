"""Sync: brings the catalogue, the index, the duplicates and the mentioned dates up to date with the folder.

Files are read first; then every waiting article goes through the stages in order. Work that was done before a stop is
kept.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tui.base.progress import Progress, RefreshResult, ReportDone, Step, Stop, reporting
from tui.core.services import Services
from tui.importing.limits import MANY
from tui.locale import N_

Stage = tuple[str, Callable[[], int], Callable[[ReportDone, Stop], bool]]
"""What is done, as `Step` words it; how many articles wait for it; what does it and says whether anything was done."""


class Sync:
    """Keeps one dossier up to date; call it from one thread at a time."""

    def __init__(self, folder: Path, services: Services) -> None:
        """Take the dossier and its services; without a cache all work is done in this process."""
        self._folder = folder
        self._services = services
        self._catalogue = services.catalogue
        self._stages: tuple[Stage, ...] = (
            (N_("indexing"), services.catalogue.waiting, self._index),
            (N_("comparing"), services.duplicates.waiting, services.duplicates.update),
            (N_("finding dates in"), services.mentions.waiting, services.mentions.update),
        )
        self._left_to_another = False

    def refresh(self, progress: Progress, stop: Stop) -> RefreshResult:
        """Do all waiting work except what another program is doing already.

        Raises `DossierError` if the folder cannot be read and `CacheError` if the cache cannot be written.
        """
        from tui.core.read_folder import read_folder, survey

        found, changed = survey(self._folder, self._catalogue, stop), False
        waiting = found.effort + sum(waiting_for() for _, waiting_for, _ in self._stages)
        if waiting >= MANY and not found.stopped:
            changed = self._run_workers(progress, stop)
            found = survey(self._folder, self._catalogue, stop)
        read = read_folder(self._folder, self._catalogue, reporting(progress, "reading"), stop, found)
        changed |= read.changed
        self._services.dates.keep()
        left = 0
        for doing, waiting_for, update in self._stages:
            waiting = waiting_for()
            if waiting and not stop():
                progress(Step(doing, 0, waiting))
                changed |= update(reporting(progress, doing), stop)
                waiting = waiting_for()
            left += waiting
        busy = read.busy or (left > 0 and not stop())
        changed |= self._services.dates.is_old() or (self._left_to_another and not busy)
        self._left_to_another = busy
        return RefreshResult(changed, busy)

    def _index(self, report: ReportDone, stop: Stop) -> bool:
        return self._services.search.update(report, stop)  # loads the search only when something waits

    def _run_workers(self, progress: Progress, stop: Stop) -> bool:
        """Let two processes do the work; say whether they did anything."""
        from tui.core.sync_workers import SyncWorkers

        if self._services.cache is None:
            return False
        try:
            workers = SyncWorkers(self._folder, self._services.cache)
        except OSError:
            return False
        return workers.work(progress, stop)
