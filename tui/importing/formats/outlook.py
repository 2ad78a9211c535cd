"""Messages that Outlook saves (`.msg`): read as the mails that they were."""

from __future__ import annotations

from collections.abc import Iterator

from tui.importing.formats import mail
from tui.importing.mail.outlook import mail_of
from tui.importing.parsed import Draft, RawFile
from tui.importing.parser_errors import translated_errors
from tui.locale import N_


def read(file: RawFile) -> Iterator[Draft | RawFile]:
    """Yield the article of a message and the files attached to it; raises `FileProblem` if it is damaged."""
    with translated_errors(N_("Outlook message")):
        content = mail_of(file.content)
    yield from mail.read(RawFile(file.path, content, ".eml", columns=file.columns))
