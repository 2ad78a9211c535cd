"""Mailboxes: many mails in one file, each below a line that begins with "From "."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.errors import FileProblem
from tui.importing.formats import eml, plain
from tui.importing.mail.message import Mails, read_mail
from tui.importing.parsed import Draft, RawFile
from tui.importing.registry import suffix_of

_BETWEEN = re.compile(
    rb"^From (?:[^\r\n]{0,500}\d\d:\d\d[^\r\n]{0,200}|-[ ]?)\r?\n(?=(?:>From |[!-9;-~]{1,100}:))", re.M
)
"""The line between two mails: it names a time, and a header follows; a sentence that begins so does neither."""

_QUOTED = re.compile(rb"^>(>*From )", re.M)
_STATUS = re.compile(rb"^X-Mozilla-Status:[ ]*([0-9A-Fa-f]{4})", re.M)
_EXPUNGED = 0x0008
_STATUS_BYTES = 1000
"""The mail program puts its own mark at the head of a mail."""


def read(file: RawFile) -> Iterator[Draft | RawFile]:
    """Yield the articles of a mailbox and what is attached to each; one damaged mail costs no other.

    What is no mailbox is read as a single mail, or as a text where the name has no suffix.
    """
    first = _BETWEEN.match(file.content)
    if first is None:
        yield from eml.read(file) if suffix_of(file.path) else plain.read(file)
        return
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
    """Say whether a mail program has marked a mail as deleted, but not yet taken it out of the file."""
    status = _STATUS.search(content, 0, _STATUS_BYTES)
    return status is not None and bool(int(status.group(1), 16) & _EXPUNGED)
