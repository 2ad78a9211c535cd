"""Mails: one in a file (`.eml`, `.emlx`), or a mailbox of many, each below a line that begins with "From "."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.errors import FileProblem
from tui.importing.formats import plain
from tui.importing.mail.message import Mails, read_mail
from tui.importing.parsed import Draft, RawFile
from tui.importing.registry import suffix_of

_SINGLE = (".eml", ".emlx")
_LENGTH = re.compile(rb"\s*(\d{1,10})\s*\n")
"""What Apple Mail puts above a mail: its length in bytes."""

_BETWEEN = re.compile(
    rb"^From (?:[^\r\n]{0,500}\d\d:\d\d[^\r\n]{0,200}|-[ ]?)\r?\n(?=(?:>From |[!-9;-~]{1,100}:))", re.M
)
"""The line between two mails: it has a time, and a header follows; a sentence that begins with "From" has neither."""

_QUOTED = re.compile(rb"^>(>*From )", re.M)
_STATUS = re.compile(rb"^X-Mozilla-Status:[ ]*([0-9A-Fa-f]{4})", re.M)
_EXPUNGED = 0x0008
_STATUS_BYTES = 1000
"""Bytes at the head of a mail in which the mail program puts its own status."""


def read(file: RawFile) -> Iterator[Draft | RawFile]:
    """Yield the articles of a mail or a mailbox and the files attached to each; a damaged mail costs only itself.

    A mailbox without a single mail is read as one mail, or as text if its name has no suffix.
    """
    suffix = file.suffix or suffix_of(file.path)
    if suffix in _SINGLE:
        yield from _single(file)
    elif _BETWEEN.match(file.content):
        yield from _mailbox(file)
    else:
        yield from _single(file) if suffix else plain.read(file)


def _single(file: RawFile) -> Iterator[Draft | RawFile]:
    content = file.content.removeprefix(b"\xef\xbb\xbf")
    counted = _LENGTH.match(content)
    if counted:
        content = content[counted.end() :][: int(counted.group(1))]
    mails = Mails(file.path)
    yield from read_mail(content.lstrip(b"\r\n "), mails)
    if mails.notes():
        yield Draft(notes=mails.notes())


def _mailbox(file: RawFile) -> Iterator[Draft | RawFile]:
    mails = Mails(file.path)
    for start, end in _places(file.content):
        content = file.content[start:end]
        if _is_deleted(content):
            mails.counts["deleted"] += 1
            continue
        try:
            yield from read_mail(_QUOTED.sub(rb"\1", content), mails, apart=True)
        except FileProblem:
            mails.counts["damaged"] += 1
    if mails.notes():
        yield Draft(notes=mails.notes())


def _places(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each mail begins and ends."""
    start = -1
    for line in _BETWEEN.finditer(content):
        if start >= 0:
            yield start, line.start()
        start = line.end()
    yield start, len(content)


def _is_deleted(content: bytes) -> bool:
    """Say whether the mail program has marked a mail as deleted without removing it from the file yet."""
    status = _STATUS.search(content, 0, _STATUS_BYTES)
    return status is not None and bool(int(status.group(1), 16) & _EXPUNGED)
