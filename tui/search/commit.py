"""A commit: new segments and deletions that become visible all at once, when the table of contents names them.

Import this module only through `tui.search.index`: it imports whoosh.
"""

from __future__ import annotations

import os
import pickle
import re
import struct
from collections.abc import Iterable, Iterator
from math import ceil, log
from pathlib import Path

from whoosh import fields, index, reading
from whoosh.codec.base import OutOfOrderError
from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import StorageError
from whoosh.filedb.filetables import FileFormatError
from whoosh.matching.mcore import NoQualityAvailable, ReadTooFar

from tui.errors import DamagedIndex
from tui.search.codec import PackedCodec, Whooshed, read_columns, schema
from tui.search.segment_buffer import SegmentBuffer, Term, languages_stemmed, merged
from tui.search.segments import SegmentReader, write_segment
from tui.search.storage import closed_on_failure

LOCK = "MAIN_WRITELOCK"
_NAME = "MAIN"
_TIER = 6
"""This many segments of about the same size are merged; a tier holds segments up to this many times its smallest."""
_LEAST = 300
"""The most articles of a segment in the lowest tier."""
_GREATEST = 40_000
"""A segment with more articles is never merged."""

_SIZES, _ORDER = [index._INT_SIZE, index._LONG_SIZE, index._FLOAT_SIZE], -12345
"""What a table of contents begins with: the sizes of numbers and their order of bytes."""

_SEGMENT = re.compile("[0-9a-z]{1,32}")

DAMAGES: tuple[type[Exception], ...] = (
    *(index.LockError, index.IndexError, fields.FieldConfigurationError, fields.UnknownFieldError),
    *(reading.TermNotFound, reading.ReaderClosed, StorageError, FileFormatError, OutOfOrderError),
    *(NoQualityAvailable, ReadTooFar, pickle.UnpicklingError, struct.error, EOFError, OSError),
    *(ValueError, LookupError, AttributeError, ImportError, AssertionError, TypeError, OverflowError),
)
"""What Whoosh and its pickles raise if files of the index are damaged, missing or cannot be written."""


def latest_generation(storage: Whooshed) -> int:
    """Return the number of the newest table of contents, or -1 if there is none yet."""
    return int(index.TOC._latest_generation(storage, _NAME))


def read_contents(storage: Whooshed) -> Whooshed:
    """Read the newest table of contents, or return None if there is none yet.

    Whoosh's own way of reading one unpickles whatever it finds; here nothing but segments is made. Raises
    `DamagedIndex` if it is not as Whoosh writes it.
    """
    generation = latest_generation(storage)
    if generation < 0:
        return None
    with closed_on_failure(storage):
        stream = storage.open_file(index.TOC._filename(_NAME, generation))
        sizes = [stream.read_varint() for _ in range(3)]
        order, version, *_ = stream.read_int(), stream.read_int(), *(stream.read_varint() for _ in range(3))
        if sizes != _SIZES or order != _ORDER or version != index._CURRENT_TOC_VERSION:
            raise DamagedIndex("The table of contents of the index is of another machine or program")
        stream.skip_string()  # the schema, which is always the same
        if stream.read_int() != generation:
            raise DamagedIndex("The table of contents of the index has another number than its name")
        stream.read_int()  # unused by Whoosh
        segments = [_segment(each) for each in stream.read_pickle()]
        stream.close()
    return index.TOC(schema(), segments, generation)


def _segment(found: Whooshed) -> W3Segment:
    """Return a segment of a table of contents, made anew from what can be believed of it."""
    name, count, deleted = found.segid, found._doccount, found._deleted
    if not (isinstance(found, W3Segment) and isinstance(name, str) and _SEGMENT.fullmatch(name)):
        raise DamagedIndex("The table of contents of the index names what no segment is named")
    gone = set() if deleted is None else deleted
    if not (isinstance(count, int) and isinstance(gone, set) and gone.issubset(range(count))):
        raise DamagedIndex("The table of contents of the index tells of articles that no segment holds")
    return W3Segment(PackedCodec(), _NAME, count, name, deleted)


class Commit:
    """A commit in progress, made by whoever holds the lock; nobody sees it before `finish`."""

    def __init__(self, storage: Whooshed, folder: Path | None, *, anew: bool = False) -> None:
        """Begin with the segments of the last commit or, `anew`, with none, whatever the files hold."""
        self._storage = storage
        self._folder = folder
        self._codec = PackedCodec()
        contents = None if anew else read_contents(storage)
        self._segments = list(contents.segments) if contents else []
        self._generation = contents.generation if contents else max(0, latest_generation(storage))
        self._changed = contents is None

    def write(self, gathering: SegmentBuffer) -> None:
        """Write the buffered articles as a segment; they replace older articles with the same numbers."""
        if not len(gathering):
            return
        numbers = gathering.columns["number"]
        self.delete(set(numbers))
        segment = self._new(gathering.columns, gathering.terms(), gathering.languages)
        newest = {number: place for place, number in enumerate(numbers)}
        for place, number in enumerate(numbers):
            if newest[number] != place:
                segment.delete_document(place)

    def delete(self, numbers: set[int]) -> None:
        """Mark articles as deleted in the segments that hold them."""
        for segment in self._segments:
            column = read_columns(self._storage, segment)["number"]
            if numbers.isdisjoint(column):
                continue
            for place, number in enumerate(column):
                if number in numbers and not segment.is_deleted(place):
                    segment.delete_document(place)
                    self._changed = True

    def finish(self) -> None:
        """Make the commit visible, if anything changed."""
        if not self._changed:
            return
        self._merge()
        self._sync(self._files())
        contents = index.TOC(schema(), self._segments, self._generation + 1)
        contents.write(self._storage, _NAME)
        self._sync([])
        index.clean_files(self._storage, _NAME, contents.generation, self._segments)

    def _new(self, columns: Whooshed, terms: Iterator[Term], languages: Iterable[str]) -> Whooshed:
        segment = self._codec.new_segment(self._storage, _NAME)
        write_segment(self._storage, segment, columns, terms, languages)
        self._segments.append(segment)
        self._changed = True
        return segment

    def _merge(self) -> None:
        """Merge segments of about the same size if there are many, and those of which most is deleted."""
        self._segments = [each for each in self._segments if _living(each)]
        tiers: dict[int, list[Whooshed]] = {}
        for each in self._segments:
            tiers.setdefault(_tier(_living(each)), []).append(each)
        chosen: list[Whooshed] = []
        for tier in sorted(tiers):
            if tier < _tier(_GREATEST) and len(tiers[tier]) + bool(chosen) > _TIER:
                chosen += tiers[tier]
        chosen += [each for each in self._segments if each not in chosen and _living(each) * 2 < each.doc_count_all()]
        if not chosen:
            return
        readers = [SegmentReader(self._storage, each) for each in chosen]
        try:
            languages = languages_stemmed(code for reader in readers for code in reader.codes)
            self._new(*merged(readers), languages)
        finally:
            for reader in readers:
                reader.close()
        self._segments = [each for each in self._segments if each not in chosen]

    def _files(self) -> list[str]:
        names = tuple(f"{segment.segment_id()}." for segment in self._segments)
        return [file for file in self._storage.list() if file.startswith(names)]

    def _sync(self, names: Iterable[str]) -> None:
        """Sync files to the disk, and the folder that names them."""
        if self._folder is None:
            return
        for name in [*names, *(file for file in self._storage.list() if file.endswith(".toc")), "."]:
            handle = os.open(self._folder / name, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _tier(articles: int) -> int:
    """Return the tier of a segment; each tier holds segments `_TIER` times as large as the one below."""
    return max(0, ceil(log(max(1, articles) / _LEAST, _TIER)))


def _living(segment: Whooshed) -> int:
    return int(segment.doc_count_all() - segment.deleted_count())
