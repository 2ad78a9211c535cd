"""The upkeep of an open dossier: its catalogue and what is made of it are brought up to date with its folder.

Files are read first; then every article that waits goes through the stages, in their order. What was done before it is
stopped stays done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tui.base.progress import Progress, RefreshResult, ReportDone, Step, Stop, reporting
from tui.catalogue.catalogue import Catalogue
from tui.core.date_column import Datebook
from tui.importing.limits import MANY

Stage = tuple[str, Callable[[], int], Callable[[ReportDone, Stop], bool]]
"""What is done to articles, in the words of `Step`; how many wait for it; what does it, saying whether any did."""


class Upkeep:
    """Keeps one dossier up to date; to be asked by one thread at a time."""

    def __init__(
        self, folder: Path, cache: Path | None, catalogue: Catalogue, datebook: Datebook, stages: Sequence[Stage]
    ) -> None:
        """Take the dossier and the folder of its cache; without one, everything is done in this process."""
        self._folder = folder
        self._cache = cache
        self._catalogue = catalogue
        self._datebook = datebook
        self._stages = stages
        self._left_to_another = False

    def refresh(self, progress: Progress, stop: Stop) -> RefreshResult:
        """Do what there is to do; what another program is at is left to it.

        Raises `DossierError` where the folder cannot be read and `CacheError` where the cache cannot be written.
        """
        from tui.core.read_folder import refresh, survey

        found, changed = survey(self._folder, self._catalogue, stop), False
        waiting = found.effort + sum(waiting_for() for _, waiting_for, _ in self._stages)
        if waiting >= MANY and not found.stopped:
            changed = self._crew_worked(progress, stop)
            found = survey(self._folder, self._catalogue, stop)
        read = refresh(self._folder, self._catalogue, reporting(progress, "reading"), stop, found)
        changed |= read.changed
        self._datebook.keep()
        left = 0
        for doing, waiting_for, update in self._stages:
            waiting = waiting_for()
            if waiting and not stop():
                progress(Step(doing, 0, waiting))
                changed |= update(reporting(progress, doing), stop)
                waiting = waiting_for()
            left += waiting
        busy = read.busy or (left > 0 and not stop())
        changed |= self._datebook.is_old() or (self._left_to_another and not busy)
        self._left_to_another = busy
        return RefreshResult(changed, busy)

    def _crew_worked(self, progress: Progress, stop: Stop) -> bool:
        """Let two processes do the work of a refresh; say whether they did anything."""
        from tui.core.sync_workers import Crew

        if self._cache is None:
            return False
        try:
            crew = Crew(self._folder, self._cache)
        except OSError:
            return False
        return crew.work(lambda doing, done, of: progress(Step(doing, done, of)), stop)
