"""Reads a mail: its article and its attachments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.errors import MessageError
from email.parser import BytesParser
from email.policy import Compat32

from tui.base.printable import printable_line
from tui.errors import FileProblem
from tui.importing.archives.members import Members
from tui.importing.html.left_beside import PARTIAL, is_partial
from tui.importing.limits import MAIL_BYTES, MAIL_EFFORT, MAIL_FIELD_CHARACTERS
from tui.importing.mail.body import Body, read_body
from tui.importing.mail.forwarded import Forwarded, forwarded_in
from tui.importing.mail.header import Heading, is_mail, read_heading, read_sender
from tui.importing.mail.text import part_from_text
from tui.importing.parsed import Draft, RawFile, draft_of_text
from tui.importing.parser_errors import translated_errors
from tui.importing.registry import suffix_of
from tui.locale import N_

_DIFFER = N_("the head of the forwarded mail says {own}, the mail that forwards it {passed_on}")
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
    forwarded = forwarded_in(body.paragraphs, heading.title)
    text, around = part_from_text(forwarded.paragraphs if forwarded else body.paragraphs)
    if forwarded:
        heading = _of_original(heading, forwarded)
        around = [*forwarded.left_out, *around]
    draft = draft_of_text(text, heading.title)
    return Draft(
        paragraphs=draft.paragraphs,
        title=draft.title,
        left_out=(*draft.left_out, *around, *body.left_out),
        notes=(PARTIAL,) if is_partial(draft.paragraphs, body.left_out) else (),
        dates=heading.dates,
        doubt=heading.doubt,
        source=heading.source,
        author=heading.author,
        key=heading.key,
        address=heading.address,
    )


def _of_original(heading: Heading, forwarded: Forwarded) -> Heading:
    """Return the heading of a mail that was forwarded: the original's first, its day doubtful where the two differ."""
    source, author = read_sender({"from": forwarded.sender}, newsletter=False)
    doubt = forwarded.doubt
    if forwarded.dates and heading.dates and forwarded.dates[0].span != heading.dates[0].span:
        own, passed_on = forwarded.dates[0].iso, heading.dates[0].iso
        doubt = doubt or _DIFFER.format(own=own, passed_on=passed_on)
    return replace(
        heading,
        title=forwarded.title or heading.title,
        source=source or heading.source,
        author=author if source or author else heading.author,
        dates=(*forwarded.dates, *heading.dates),
        doubt=doubt or heading.doubt,
    )


def _safe(name: str) -> str:
    """Return a safe file name: one path component, not hidden, not too long."""
    line = _UNSAFE.sub(" ", printable_line(name)).strip(" .") or "attachment"
    if len(line) <= _NAME_LENGTH:
        return line
    suffix = suffix_of(line)
    return f"{line[: _NAME_LENGTH - len(suffix)].rstrip()}{suffix}"
