"""One mail in a file: as mail programs save it (`.eml`), or as one of them keeps it (`.emlx`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.importing.mail.message import Mails, read_mail
from tui.importing.parsed import Draft, RawFile

_LENGTH = re.compile(rb"\s*(\d{1,10})\s*\n")


def read(file: RawFile) -> Iterator[Draft | RawFile]:
    """Yield the article of a mail, and the files that are attached to it."""
    content = file.content.removeprefix(b"\xef\xbb\xbf")
    counted = _LENGTH.match(content)
    if counted:
        content = content[counted.end() :][: int(counted.group(1))]
    mails = Mails(file.path)
    yield from read_mail(content.lstrip(b"\r\n "), mails)
    if mails.notes():
        yield Draft(notes=mails.notes())
