"""The protocol between the pool and its reading processes: frames of JSON, nothing executable.

A frame is a line with its length in bytes, followed by so many bytes. An article is sent as the rows of the catalogue.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import IO

from tui.dossier.article import Article
from tui.dossier.serialization import account_of, account_row, article_of, article_row, text_row
from tui.importing.folder import FileEntry
from tui.importing.read_file import FileReading

_FRAME_BYTES = 2 * 1024 * 2**20
"""The longest frame that is believed."""


def write_frame(stream: IO[bytes], payload: bytes) -> None:
    """Write a frame; an empty one is a heartbeat."""
    stream.write(b"%d\n" % len(payload))
    stream.write(payload)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Read a frame; None if the stream ends early or holds something else."""
    head = stream.readline(24)
    if not head.strip().isdigit() or int(head) > _FRAME_BYTES:
        return None
    length = int(head)
    payload = stream.read(length)
    return payload if len(payload) == length else None


def entry_frame(entry: FileEntry, avoided: Mapping[str, str]) -> bytes:
    """Pack a file to be read, and the files within it to avoid, with the reasons."""
    return json.dumps([entry.path, entry.size, entry.mtime_ns, dict(avoided)]).encode()


def entry_of(payload: bytes) -> tuple[FileEntry, dict[str, str]]:
    """Unpack a file to be read, and the files within it to avoid."""
    path, size, mtime_ns, avoided = json.loads(payload)
    return FileEntry(path, size, mtime_ns), avoided


def member_frame(path: str) -> bytes:
    """Pack the path of a file in an archive whose reading begins."""
    return json.dumps(path).encode()


def member_of(payload: bytes) -> str | None:
    """Unpack the path of a file in an archive; None if the frame is the result of the whole file."""
    return str(json.loads(payload)) if payload.startswith(b'"') else None


def reading_frame(reading: FileReading) -> bytes:
    """Pack the result of a file."""
    account, entry = reading.account, reading.entry
    articles = [
        (article.path, *article_row(article)[2:], *text_row(article), article.id) for article in reading.articles
    ]
    return json.dumps([entry.size, entry.mtime_ns, account_row(account), articles]).encode()


def reading_of(path: str, payload: bytes) -> FileReading:
    """Unpack the result of the file at `path`; raises `ValueError`, `LookupError` or `TypeError` if it is damaged."""
    size, mtime_ns, account, articles = json.loads(payload)
    return FileReading(FileEntry(path, size, mtime_ns), account_of(path, account), tuple(map(_article, articles)))


def _article(packed: list[object]) -> Article:
    path, *row, ident = packed
    return article_of((ident, os.fsencode(str(path)), *row))
