"""Reads a mail: its article and its attachments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.errors import MessageError
from email.parser import BytesParser
from email.policy import Compat32

from tui.base.printable import printable_line
from tui.errors import FileProblem
from tui.importing.archives.members import Members
from tui.importing.limits import MAIL_BYTES, MAIL_EFFORT, MAIL_FIELD_CHARACTERS
from tui.importing.mail.body import Body, read_body
from tui.importing.mail.header import Heading, is_mail, read_heading
from tui.importing.mail.text import part_from_text
from tui.importing.parsed import Draft, RawFile, draft_of_text
from tui.importing.parser_errors import translated_errors
from tui.importing.registry import suffix_of
from tui.locale import N_

_NAME_LENGTH = 80
_UNSAFE = re.compile(r"[/\\:*?\"<>|\s]+")
_BOUNDARY = re.compile(rb"boundary=", re.I)


class _Bounded(Compat32):
    """The compat32 policy with fields of bounded length.

    The newer policies parse each field by a grammar that crashes or stalls on damaged ones.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return the name and the truncated value of a field."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:MAIL_FIELD_CHARACTERS]


_POLICY = _Bounded(mangle_from_=False)


@dataclass(slots=True)
class Mails:
    """The state of reading the mails of one file."""

    path: str
    """The file's path within the dossier."""
    counts: Counter[str] = field(default_factory=Counter)
    members: Members = field(init=False)

    def __post_init__(self) -> None:
        self.members = Members(self.path)

    def notes(self) -> tuple[str, ...]:
        """Return a note for each kind of mail without an article."""
        sentences = (
            ("attached", N_("{} with attachments and no text")),
            ("title", N_("{} with a subject and no text")),
            ("nothing", N_("{} with neither subject nor text left out")),
            ("encrypted", N_("{} encrypted")),
            ("damaged", N_("{} damaged and left out")),
            ("deleted", N_("{} deleted in the mail program left out")),
        )
        return tuple(words.format(f"{self.counts[kind]:,}") for kind, words in sentences if self.counts[kind])


def read_mail(content: bytes, mails: Mails, apart: bool = False) -> Iterator[Draft | RawFile]:
    """Yield the article of a mail and its attachments.

    `apart` puts the attachments in a folder named after the subject. Raises `FileProblem` if it is not a mail, or too
    large.
    """
    if len(content) > MAIL_BYTES:
        raise FileProblem(N_("a mail larger than {most} MB").format(most=MAIL_BYTES // 2**20))
    if content.count(b"\n") * len(_BOUNDARY.findall(content)) > MAIL_EFFORT:
        raise FileProblem(N_("a mail with too many lines and parts"))
    with translated_errors("mail", MessageError):
        message = BytesParser(policy=_POLICY).parsebytes(content)
        if not is_mail(message):
            raise FileProblem(N_("not a mail: it has no header"))
        heading = read_heading(message)
    body = read_body(message, heading.newsletter)
    draft = _draft(heading, body)
    mails.counts["encrypted"] += body.encrypted
    if not draft.paragraphs:
        kind = "attached" if body.attachments else "title" if heading.title else "nothing"
        mails.counts[kind] += not body.encrypted
        if kind != "title" and not body.paragraphs:
            draft = Draft()
    if draft.paragraphs or draft.title:
        yield draft
    folder = [heading.title or "mail"] if apart else []
    for attachment in body.attachments:
        path = mails.members.distinct("/".join(map(_safe, (*folder, attachment.name))))
        yield RawFile(path, attachment.content, attachment.suffix)


def _draft(heading: Heading, body: Body) -> Draft:
    text, around = part_from_text(body.paragraphs)
    draft = draft_of_text(text, heading.title)
    return Draft(
        paragraphs=draft.paragraphs,
        title=draft.title,
        left_out=(*draft.left_out, *around, *body.left_out),
        dates=heading.dates,
        doubt=heading.doubt,
        source=heading.source,
        author=heading.author,
        key=heading.key,
        address=heading.address,
    )


def _safe(name: str) -> str:
    """Return a safe file name: one path component, not hidden, not too long."""
    line = _UNSAFE.sub(" ", printable_line(name)).strip(" .") or "attachment"
    if len(line) <= _NAME_LENGTH:
        return line
    suffix = suffix_of(line)
    return f"{line[: _NAME_LENGTH - len(suffix)].rstrip()}{suffix}"
