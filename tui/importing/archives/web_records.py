"""The records of a web archive (WARC, or its older form ARC), with recovery from damage.

warcio reads the headers; lengths are believed only as far as the bytes reach. After a damaged record, reading resumes
at the next gzip stream, or the next line that begins a record.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParserException

from tui.errors import FileProblem
from tui.importing.archives.unpacking import (
    GZIP_MAGIC,
    TOO_LARGE,
    UNPACKING_ERRORS,
    Budget,
    BudgetExceeded,
    ByteStream,
    PackedStream,
    Packing,
)
from tui.importing.limits import ARCHIVE_PARTS, FILE_BYTES, LOST_LINES, RECORD_HEAD_BYTES
from tui.importing.parser_errors import PARSER_ERRORS
from tui.locale import N_

logging.getLogger("warcio").addHandler(logging.NullHandler())  # it writes to the terminal otherwise

_BEGIN = b"WARC/"
_ARC = re.compile(
    rb"(?:https?|ftp|gopher|dns|filedesc|metadata)\S{0,8000} [\d.:a-fA-F]{1,45} \d{14} \S{1,200} (?:\S+ ){0,6}\d{1,12}"
    rb"\r?\n"
)
"""The line that begins a record in the older form, ARC: address, host, time, media type and length."""

_LINE = 64 * 1024

_BROKEN = (*PARSER_ERRORS, ArchiveLoadFailed, StatusAndHeadersParserException)


class _Stream:
    """A byte stream as warcio expects it, which fails if a header has no end."""

    def __init__(self, flow: ByteStream) -> None:
        self.flow = flow
        self.head = 0
        """Bytes of this record's header read so far."""

    def readline(self, most: int = _LINE) -> bytes:
        """Return the next line of a header; raises `ValueError` if it has no end."""
        if self.head > RECORD_HEAD_BYTES:
            raise ValueError("a head without an end")  # before anything is consumed: reading resumes here
        line = self.flow.line(min(most, _LINE))
        self.head += len(line)
        return line

    def read(self, count: int) -> bytes:
        """Return the next `count` bytes, fewer at the end."""
        return self.flow.read(count)


class Record:
    """One record: its header, and its content until the next record is requested."""

    def __init__(self, found: Any, loader: Any, stream: _Stream) -> None:  # noqa: ANN401  # warcio has no types
        self.kind: str = found.rec_type or ""
        """Its WARC type: `response`, `resource`, `revisit` and others."""
        self.length: int = found.length
        self._found = found
        self._loader = loader
        self._stream = stream

    def field(self, name: str) -> str:
        """Return a field of the record's header, or ""."""
        return self._found.rec_headers.get_header(name) or ""

    def http(self) -> StatusAndHeaders | None:
        """Read the HTTP header before the content; None if there is none."""
        try:
            return self._loader.http_parser.parse(self._found.raw_stream)
        except EOFError:
            return None
        except _BROKEN as error:
            raise FileProblem(N_("damaged: the head of the server's answer cannot be read")) from error

    def content(self) -> bytes:
        """Return the rest of the record; raises `FileProblem` if it is too large or truncated."""
        count = self.rest()
        if count > FILE_BYTES:
            raise FileProblem(TOO_LARGE)
        try:
            content = self._stream.flow.read(count)
        except UNPACKING_ERRORS as error:
            raise FileProblem(N_("damaged: it could not be unpacked to the end")) from error
        self._found.raw_stream.limit -= len(content)
        if len(content) < count:
            raise FileProblem(N_("cut short: its end is missing"))
        return content

    def rest(self) -> int:
        """Return the number of unread bytes."""
        return int(self._found.raw_stream.limit)


class Records:
    """All records of a web archive; iterable once."""

    def __init__(self, content: bytes, budget: Budget) -> None:
        self.damaged = 0
        """Damaged places passed so far."""
        self.beyond = False
        """Whether there were more records than the limit."""
        self._content = memoryview(content)
        self._bytes = content
        self._packed = content.startswith(GZIP_MAGIC)
        self._lines = LOST_LINES
        self._budget = budget
        self._loader = ArcWarcRecordLoader(verify_http=False, arc2warc=True)

    def __iter__(self) -> Iterator[Record]:
        left = ARCHIVE_PARTS
        for flow in self._flows():
            for record in self._records(flow):
                left -= 1
                if left < 0:
                    self.beyond = True
                    return
                yield record

    def _flows(self) -> Iterator[ByteStream]:
        """Yield the gzip streams, each of which should hold one record; or the whole file if it is not packed."""
        if not self._packed:
            yield ByteStream(iter(PackedStream(self._content, self._budget, Packing.STORED)))
            return
        place = 0
        for _ in range(ARCHIVE_PARTS):
            stream = PackedStream(self._content[place:], self._budget, Packing.GZIP)
            yield ByteStream(iter(stream))
            whole = stream.whole
            place = place + stream.used if whole else self._bytes.find(GZIP_MAGIC, place + 1)
            self.damaged += not whole
            if whole and self._bytes[place : place + 3] != GZIP_MAGIC:
                place = self._bytes.find(GZIP_MAGIC, place)
                self.damaged += place >= 0
            if place < 0:
                return
        self.beyond = True

    def _records(self, flow: ByteStream) -> Iterator[Record]:
        stream = _Stream(flow)
        lost = False
        try:
            while line := self._next(flow, lost):
                stream.head = 0
                record = self._record(stream, line)
                lost = record is None
                self.damaged += lost
                if record is None:
                    continue
                yield record
                flow.skip(record.rest())
        except BudgetExceeded:
            raise
        except (FileProblem, *UNPACKING_ERRORS):
            return  # The stream is truncated, and counted as damaged.

    def _next(self, flow: ByteStream, known: bool) -> bytes:
        """Return the next line that begins a record, or b""; `known` damage is not counted again."""
        lost = False
        while (line := flow.line(_LINE)) and not _begins(line):
            self._lines -= 1
            if self._lines < 0:
                self.beyond = True
                return b""
            lost = lost or bool(line.strip())
        self.damaged += lost and not known
        return line

    def _record(self, stream: _Stream, line: bytes) -> Record | None:
        """Return the record that begins with a line, or None if its header is damaged."""
        kind = "warc" if line.startswith(_BEGIN) else "arc"
        try:
            found = self._loader.parse_record_stream(stream, line, kind, no_record_parse=True)
        except UNPACKING_ERRORS:
            raise
        except _BROKEN:
            return None
        if found.length is None or (found.length > len(self._bytes) and not self._packed):
            return None
        return Record(found, self._loader, stream)


def _begins(line: bytes) -> bool:
    """Say whether a line begins a record, of WARC or of ARC."""
    return line.startswith(_BEGIN) or _ARC.fullmatch(line) is not None
