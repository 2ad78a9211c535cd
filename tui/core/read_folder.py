"""Reads a folder into the catalogue: only the files that are new or changed.

What was written before a stop or a kill is kept, and the next call resumes there. If nothing in the folder changed,
nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from tui.base.progress import ReportDone, Stop, never
from tui.catalogue.catalogue import Catalogue
from tui.importing.columns import columns_of, columns_rule
from tui.importing.folder import FileEntry, walk
from tui.importing.limits import BATCH_CHARACTERS, BATCH_FILES, BATCH_SECONDS
from tui.importing.registry import rules

if TYPE_CHECKING:
    from tui.importing.read_file import FileReading

_DROPPED_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class FolderResult:
    """What was found and done; true if any article changed."""

    files: int = 0
    """Files and other things in the folder, read or not."""
    read: int = 0
    """Files that were read now because they are new or changed."""
    dropped: int = 0
    """Files that are no longer there."""
    changed: bool = False
    """Whether any article was added, removed or changed."""
    stopped: bool = False
    """Whether it was stopped before it was done."""
    busy: bool = False
    """Whether another program is updating the catalogue, so that nothing was done here."""

    def __bool__(self) -> bool:
        return self.changed


@dataclass(frozen=True, slots=True)
class Survey:
    """What changed in a folder, found without reading a file."""

    files: int
    """Files and other things in the folder."""
    changed: list[FileEntry]
    """Those to be read."""
    vanished: list[str]
    """Those that are in the catalogue but no longer in the folder."""
    stopped: bool = False
    """Whether it was stopped before it was done."""

    @property
    def effort(self) -> int:
        """What it costs to read what changed, measured in small text files."""
        if not self.changed:
            return 0
        from tui.importing.read_file import effort

        return effort(self.changed)


def survey(folder: Path, catalogue: Catalogue, stop: Stop = never) -> Survey:
    """Look for what changed in `folder`; raises as `read_folder` does."""
    known = catalogue.known(_rules(folder))
    files, changed = 0, []
    for entry in walk(folder):
        files += 1
        if known.pop(entry.path, None) != (entry.size, entry.mtime_ns):
            changed.append(entry)
        if stop():
            return Survey(files, changed, [], stopped=True)
    return Survey(files, changed, list(known))


def read_folder(
    folder: Path,
    catalogue: Catalogue,
    report: ReportDone | None = None,
    stop: Stop = never,
    found: Survey | None = None,
) -> FolderResult:
    """Update the catalogue from `folder`, or from the survey `found` that was just made of it.

    Raises `DossierError` if the folder cannot be read and `CacheError` if the catalogue cannot be written.
    """
    found = found or survey(folder, catalogue, stop)
    changed, vanished = found.changed, found.vanished
    if found.stopped or not (changed or vanished):
        return FolderResult(found.files, stopped=found.stopped)
    with catalogue.exclusive() as claimed:
        if not claimed:
            return FolderResult(found.files, busy=True)
        # What vanished is dropped last: it may be in one of the files that changed, after a stop in a later call.
        gone = catalogue.departed(vanished if changed else ())
        different = False
        done = 0
        for batch in _batches(_readings(folder, changed, report, stop)):
            different |= catalogue.record(batch, _rules(folder), gone)
            done += len(batch)
        if done == len(changed):
            different |= _drop(catalogue, vanished)
        if different:
            catalogue.resolve_open_dates()
    return FolderResult(found.files, done, len(vanished), different, stopped=done < len(changed))


def _rules(folder: Path) -> str:
    """Return the import rules of a folder, with what its reader says of its tables."""
    return rules() + columns_rule(columns_of(folder))


def _drop(catalogue: Catalogue, paths: list[str]) -> bool:
    different = False
    for start in range(0, len(paths), _DROPPED_AT_ONCE):
        different |= catalogue.drop(paths[start : start + _DROPPED_AT_ONCE])
    return different


def _readings(folder: Path, entries: list[FileEntry], report: ReportDone | None, stop: Stop) -> Iterator[FileReading]:
    """Read one file after another until there are none left or it is stopped."""
    if report is not None:
        report(0, len(entries))
    for done, reading in enumerate(_read(folder, entries, stop), 1):
        yield reading
        if report is not None:
            report(done, len(entries))


def _read(folder: Path, entries: list[FileEntry], stop: Stop) -> Iterator[FileReading]:
    """Read files in this process if all are cheap to read, otherwise in worker processes."""
    from tui.importing.read_file import is_light, read_entry

    if not all(map(is_light, entries)):
        from tui.importing.sandbox.pool import readings

        yield from readings(folder, entries, stop)
        return
    for entry in entries:
        if stop():
            return
        yield read_entry(folder, entry)


def _batches(readings: Iterable[FileReading]) -> Iterator[list[FileReading]]:
    """Group readings into batches, each limited in files, in characters and in the time that its first file waits."""
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
