"""The index: which words occur in which articles, kept by Whoosh in a folder or in memory.

It is a cache that can be deleted at any time. Commits are atomic: files are synced before the table of contents names
them, and the system releases the lock of a killed writer. Every file ends with checksums, and nothing is computed from
a byte that was not compared with them.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.dossier.article import Article
from tui.errors import EngineError, FullDisk, no_room
from tui.locale import _

if TYPE_CHECKING:
    from tui.search.commit import Commit
    from tui.search.segments import SegmentReader

VERSION = 8
"""Increment when the layout changes; an index of another version is left alone and a new one is built beside it."""

_FULL = 4_000_000
"""Words in memory at which a segment is written: some 60 MB."""
_ATTEMPTS = 10
"""Attempts at reading one generation of which files are missing, before it is taken for damaged."""


class IndexBusy(EngineError):
    """Another program is writing the index; what is already in it can be read."""


class Index:
    """An index that can be read and written; open it with `Index.open`."""

    def __init__(self, storage: Any, folder: Path | None) -> None:  # noqa: ANN401
        self._storage = storage
        self._folder = folder
        self._readers: dict[str, SegmentReader] = {}
        self.generation = -1
        """Grows with every commit that was read; -1 before the first."""
        self.segments: tuple[SegmentReader, ...] = ()
        """The segments as they were when the index was opened or refreshed last."""

    @classmethod
    def open(cls, folder: Path | None) -> Index:
        """Open the index in a folder, or create it there; without a folder, in memory.

        Raises `EngineError` if it is damaged or the folder cannot be used: `mend` it then, and open it again.
        """
        with translated(folder):
            index = cls._unread(folder)
            index.refresh()
            return index

    @classmethod
    def mend(cls, folder: Path) -> bool:
        """Empty the index in a folder if it is damaged; say whether it was.

        What other programs have open stays as it is. Raises `IndexBusy` while one of them writes, `EngineError` if the
        folder cannot be used.
        """
        with translated(folder):
            index = cls._unread(folder)
            with index._locked():
                try:
                    index.refresh()
                    index.check()
                except EngineError:
                    index._empty()
                    return True
                finally:
                    index.close()
        return False

    @classmethod
    def _unread(cls, folder: Path | None) -> Index:
        from whoosh.filedb.filestore import RamStorage

        from tui.search.storage import Files

        if folder is None:
            return cls(RamStorage(), None)
        folder = folder / f"index-{VERSION}"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(Files(str(folder)), folder)

    def refresh(self) -> bool:
        """Read what was committed since the last refresh; say whether there was anything.

        A commit of another program may remove what is about to be opened: then its own table of contents is read. Files
        that are missing while no commit comes are damage.
        """
        with self.translated():
            from tui.search.commit import latest_generation

            attempts, generation = 0, -1
            while True:
                try:
                    return self._refresh()
                except FileNotFoundError:
                    newest = latest_generation(self._storage)
                    attempts = attempts + 1 if newest == generation else 0
                    generation = newest
                    if attempts == _ATTEMPTS:
                        raise
                    time.sleep(0.01 * (attempts + 1))

    def _refresh(self) -> bool:
        from tui.search.commit import read_contents
        from tui.search.segments import SegmentReader

        contents = read_contents(self._storage)
        if contents is None or contents.generation == self.generation:
            return False
        kept: dict[str, SegmentReader] = {}
        try:
            for segment in contents.segments:
                name = str(segment.segment_id())
                known = self._readers.get(name)
                if known is not None and known.deleted == frozenset(segment.deleted_docs()):
                    kept[name] = known
                else:
                    kept[name] = SegmentReader(self._storage, segment)
        except BaseException:
            for name, reader in kept.items():
                if self._readers.get(name) is not reader:
                    reader.close()
            raise
        for name, reader in self._readers.items():
            if kept.get(name) is not reader:
                reader.close()
        self._readers, self.segments = kept, tuple(kept.values())
        self.generation = contents.generation
        return True

    def check(self) -> None:
        """Read all of the index; raises `EngineError` if anything of it is not as it was written."""
        with self.translated():
            for reader in self._readers.values():
                reader.check()

    def translated(self) -> AbstractContextManager[None]:
        """Turn every error of a block that reads or writes this index into `EngineError`."""
        return translated(self._folder)

    def close(self) -> None:
        """Close the files of the index."""
        for reader in self._readers.values():
            reader.close()
        self._readers, self.segments, self.generation = {}, (), -1

    def __len__(self) -> int:
        return sum(reader.count - len(reader.deleted) for reader in self.segments)

    def numbers(self) -> set[int]:
        """Return the numbers of all articles in the index."""
        return {
            number
            for reader in self.segments
            for place, number in enumerate(reader.columns["number"])
            if place not in reader.deleted
        }

    def add(
        self, articles: Iterable[tuple[int, Article]], progress: Callable[[int], bool | None] | None = None
    ) -> dict[int, str]:
        """Add articles under their numbers; an article replaces an older one with the same number.

        Returns the articles whose words cannot be read, each number with the name of its error; all others are added.

        `progress` is called after each article with the number added so far; if it returns true, the rest is not added.
        Raises `IndexBusy` if another program is writing, `EngineError` if the index cannot be written.
        """
        failed: dict[int, str] = {}
        with self._writing() as commit:
            from tui.search.segment_buffer import SegmentBuffer

            gathering = SegmentBuffer()
            for count, (number, article) in enumerate(articles, 1):
                try:
                    gathering.add(number, article)
                except Exception as error:  # noqa: BLE001 - nothing of it was taken in, and the others are no worse
                    failed[number] = type(error).__name__
                if gathering.words > _FULL:
                    commit.write(gathering)
                    gathering = SegmentBuffer()
                if progress is not None and progress(count):
                    break
            commit.write(gathering)
        return failed

    def remove(self, numbers: Iterable[int]) -> None:
        """Remove articles; unknown numbers are ignored. Raises as `add` does."""
        with self._writing() as commit:
            commit.delete(set(numbers))

    def empty_if(self, useless: Callable[[], bool]) -> bool:
        """Remove all articles if the newest commit turns out to be useless; say whether it did.

        `useless` is asked while no other program can commit. Raises as `add` does.
        """
        with self.translated(), self._locked():
            self.refresh()
            if not useless():
                return False
            self._empty()
            self.refresh()
        return True

    def _empty(self) -> None:
        from tui.search.commit import Commit

        Commit(self._storage, self._folder, anew=True).finish()

    @contextmanager
    def _writing(self) -> Iterator[Commit]:
        with self.translated():
            from tui.search.commit import Commit

            with self._locked():
                commit = Commit(self._storage, self._folder)
                yield commit
                commit.finish()
            self.refresh()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep other programs from writing for a block."""
        from tui.search.commit import LOCK

        lock = self._storage.lock(LOCK)
        if not lock.acquire():
            raise IndexBusy(_("Another program is updating this dossier's index; its articles appear when it is done"))
        try:
            yield
        finally:
            lock.release()


@contextmanager
def translated(folder: Path | None) -> Iterator[None]:
    """Turn every error that a damaged or unwritable index can raise into `EngineError`; load Whoosh without warnings.

    A full disk becomes `FullDisk`. The sentence names the folder of this index.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from tui.search.commit import DAMAGES
    try:
        yield
    except EngineError:
        raise
    except DAMAGES as found:
        if isinstance(found, OSError) and no_room(found):
            raise FullDisk from found
        why = found.strerror.lower() if isinstance(found, OSError) and found.strerror else _("it is damaged")
        told = _(
            "The index cannot be used: {problem}; delete the folder {folder}, it is only a cache and is built again."
        )
        raise EngineError(told.format(problem=why, folder=folder or _("of the cache"))) from found
