"""The refresh: the catalogue is brought up to date with the folder, reading only what changed.

Whatever was written before it is stopped, or the program killed, stays; the next refresh goes on from there. A refresh
of an unchanged folder writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from tui.catalogue.catalogue import Catalogue
from tui.importing.folder import FileEntry, walk
from tui.importing.limits import BATCH_CHARACTERS, BATCH_FILES, BATCH_SECONDS
from tui.importing.registry import rules

if TYPE_CHECKING:
    from tui.importing.read_file import FileReading

Progress = Callable[[int, int], None]
"""Told how many of the changed files are done, and how many there are."""

Stop = Callable[[], bool]
"""Asked often; where it says yes, the refresh ends with what it has."""

_DROPPED_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh found and did; true where any article changed."""

    files: int = 0
    """Files and other things in the folder, read or not."""
    read: int = 0
    """Files that were read now, because they are new or changed."""
    dropped: int = 0
    """Files that are no longer there."""
    changed: bool = False
    """Whether any article came, went or changed."""
    stopped: bool = False
    """Whether it was stopped before it was through."""
    busy: bool = False
    """Whether another program is bringing the catalogue up to date, so that nothing was done here."""

    def __bool__(self) -> bool:
        return self.changed


@dataclass(frozen=True, slots=True)
class Survey:
    """What a look at a folder found, without reading a file."""

    files: int
    """Files and other things in the folder."""
    changed: list[FileEntry]
    """Those that are to be read."""
    vanished: list[str]
    """Those that are in the catalogue and no longer in the folder."""
    stopped: bool = False
    """Whether the look was stopped before it was through."""

    @property
    def effort(self) -> int:
        """What it takes to read what changed, in small files of our own formats."""
        if not self.changed:
            return 0
        from tui.importing.read_file import effort

        return effort(self.changed)


def survey(folder: Path, catalogue: Catalogue, stop: Stop | None = None) -> Survey:
    """Look for what changed in `folder`; raises as `refresh` does."""
    known = catalogue.known(rules())
    files, changed = 0, []
    for entry in walk(folder):
        files += 1
        if known.pop(entry.path, None) != (entry.size, entry.mtime_ns):
            changed.append(entry)
        if stop is not None and stop():
            return Survey(files, changed, [], stopped=True)
    return Survey(files, changed, list(known))


def refresh(
    folder: Path,
    catalogue: Catalogue,
    progress: Progress | None = None,
    stop: Stop | None = None,
    found: Survey | None = None,
) -> Refreshed:
    """Bring the catalogue up to date with `folder`, or with what a survey found there a moment ago.

    Raises `DossierError` where the folder cannot be read and `CacheError` where the catalogue cannot be written.
    """
    found = found or survey(folder, catalogue, stop)
    changed, vanished = found.changed, found.vanished
    if found.stopped or not (changed or vanished):
        return Refreshed(found.files, stopped=found.stopped)
    with catalogue.alone() as alone:
        if not alone:
            return Refreshed(found.files, busy=True)
        different = _drop(catalogue, vanished)
        done = 0
        for batch in _batches(_readings(folder, changed, progress, stop or (lambda: False))):
            different |= catalogue.record(batch, rules())
            done += len(batch)
        if different:
            catalogue.settle_orders()
    return Refreshed(found.files, done, len(vanished), different, stopped=done < len(changed))


def _drop(catalogue: Catalogue, paths: list[str]) -> bool:
    different = False
    for start in range(0, len(paths), _DROPPED_AT_ONCE):
        different |= catalogue.drop(paths[start : start + _DROPPED_AT_ONCE])
    return different


def _readings(
    folder: Path, entries: list[FileEntry], progress: Progress | None, stopped: Stop
) -> Iterator[FileReading]:
    """Read one file after another until there is none left, or until it is stopped."""
    if progress is not None:
        progress(0, len(entries))
    for done, reading in enumerate(_read(folder, entries, stopped), 1):
        yield reading
        if progress is not None:
            progress(done, len(entries))


def _read(folder: Path, entries: list[FileEntry], stopped: Stop) -> Iterator[FileReading]:
    """Read files here, or with the help of other processes where any of them is not light."""
    from tui.importing.read_file import is_light, read_entry

    if not all(map(is_light, entries)):
        from tui.importing.sandbox.pool import readings

        yield from readings(folder, entries, stopped)
        return
    for entry in entries:
        if stopped():
            return
        yield read_entry(folder, entry)


def _batches(readings: Iterable[FileReading]) -> Iterator[list[FileReading]]:
    """Gather readings until they are many, or large, or the first of them has waited long enough to be found."""
    batch: list[FileReading] = []
    characters, begun = 0, monotonic()
    for reading in readings:
        batch.append(reading)
        characters += sum(len(article.text) for article in reading.articles)
        if len(batch) >= BATCH_FILES or characters >= BATCH_CHARACTERS or monotonic() - begun >= BATCH_SECONDS:
            yield batch
            batch, characters, begun = [], 0, monotonic()
    if batch:
        yield batch
