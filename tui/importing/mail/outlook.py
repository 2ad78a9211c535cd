"""An Outlook message (`.msg`) as the mail that it was: a compound file whose streams are the message's properties.

The tags of the properties are those of MS-OXPROPS, the names of the streams and the table of fixed values those of
MS-OXMSG. Compound files are read by olefile.
"""

from __future__ import annotations

import struct
from base64 import encodebytes
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from io import BytesIO
from typing import TYPE_CHECKING

from tui.errors import FileProblem
from tui.importing.mail.header import in_charset
from tui.locale import N_

if TYPE_CHECKING:
    from olefile import OleFileIO

_SUBJECT, _HEADERS, _BODY, _HTML = 0x0037, 0x007D, 0x1000, 0x1013
_SENDER, _SENDER_ADDRESS, _SENDER_SMTP, _ON_BEHALF = 0x0C1A, 0x0C1F, 0x5D01, 0x0042
_MESSAGE_ID, _SENT, _DELIVERED = 0x1035, 0x0039, 0x0E06
_CODE_PAGE, _HTML_CODE_PAGE = 0x3FFD, 0x3FDE
_CONTENT, _LONG_NAME, _NAME, _MEDIA_TYPE, _RTF = 0x3701, 0x3707, 0x3704, 0x370E, 0x1009
_STRING, _ANSI_STRING, _BINARY, _OBJECT = "001F", "001E", "0102", "000D"

_HEAD_BYTES = {0: 32, 1: 24, 2: 8}
"""What stands before the table of fixed values: of a message, of one within another, of an attachment."""
_ENTRY = struct.Struct("<HHI8s")
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_UTF_8 = 65001
_DEEPEST = 3
"""How deep messages may be attached to one another."""
_KEPT_HEADERS = (
    *("date", "message-id", "from", "reply-to", "sender", "to", "list-id", "list-unsubscribe", "list-post"),
    *("precedence", "archived-at", "list-archive", "x-original-url"),
)
"""The fields of the message's own head that are worth more than what Outlook made of them."""
_BOUNDARY = "=_mali-tui-{level}-{kind}"


@dataclass(frozen=True, slots=True)
class _Storage:
    """A message, or a part of one, within a compound file."""

    ole: OleFileIO
    path: tuple[str, ...]
    kind: int = 0
    """The kind of its head: see `_HEAD_BYTES`."""

    def stream(self, tag: int, kind: str) -> bytes | None:
        """Return the value of a property of a kind that has a stream of its own."""
        path = [*self.path, f"__substg1.0_{tag:04X}{kind}"]
        return self.ole.openstream(path).read() if self.ole.exists(path) else None

    def text(self, tag: int) -> str:
        """Return a text; empty where there is none."""
        wide = self.stream(tag, _STRING)
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self.stream(tag, _ANSI_STRING)
        return "" if narrow is None else in_charset(narrow, charset_of(self.number(_CODE_PAGE))).rstrip("\0")

    def number(self, tag: int) -> int:
        """Return a whole number of fixed size, or 0."""
        return int.from_bytes(self._fixed(tag)[:4], "little")

    def time(self, tag: int) -> datetime | None:
        """Return a moment in UTC, which is kept in steps of 100 nanoseconds since 1601."""
        steps = int.from_bytes(self._fixed(tag), "little")
        try:
            return _EPOCH + timedelta(microseconds=steps // 10) if steps else None
        except OverflowError:
            return None

    def inner(self, name: str, kind: int) -> _Storage:
        """Return a part of it."""
        return _Storage(self.ole, (*self.path, name), kind)

    def attachments(self) -> Iterator[_Storage]:
        """Yield the attachments, in their order."""
        level = len(self.path)
        names = {
            path[level]
            for path in self.ole.listdir(streams=True, storages=True)
            if len(path) > level and tuple(path[:level]) == self.path and path[level].startswith("__attach_version1.0_")
        }
        yield from (self.inner(name, 2) for name in sorted(names))

    def _fixed(self, tag: int) -> bytes:
        path = [*self.path, "__properties_version1.0"]
        if not self.ole.exists(path):
            return b""
        table = self.ole.openstream(path).read()[_HEAD_BYTES[self.kind] :]
        whole = len(table) - len(table) % _ENTRY.size
        return next((value for _, found, _, value in _ENTRY.iter_unpack(table[:whole]) if found == tag), b"")


def charset_of(code_page: int) -> str:
    """Return Python's name of a Windows code page; that of Western Europe where none is named."""
    if code_page == _UTF_8:
        return "utf-8"
    return f"cp{code_page}" if code_page else "cp1252"


def mail_of(content: bytes) -> bytes:
    """Return an Outlook message as a mail in the form of RFC 5322.

    Raises `FileProblem` if the file is none, or if its text is in a form of which nothing is read.
    """
    import olefile

    if not content.startswith(olefile.MAGIC):
        raise FileProblem(N_("not an Outlook message: save it again as .msg or .eml"))
    with olefile.OleFileIO(BytesIO(content)) as ole:
        return b"".join(_lines(_Storage(ole, ()), 0))


def _lines(message: _Storage, level: int) -> Iterator[bytes]:
    yield from _header(message)
    mixed = _BOUNDARY.format(level=level, kind="mixed")
    yield f'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="{mixed}"\r\n\r\n'.encode()
    between = f"\r\n--{mixed}\r\n".encode()
    yield between
    yield from _body(message, _BOUNDARY.format(level=level, kind="alternative"))
    for attachment in message.attachments():
        yield from _attachment(attachment, between, level)
    yield f"\r\n--{mixed}--\r\n".encode()


def _header(message: _Storage) -> Iterator[bytes]:
    """Yield the fields of the head: the mail's own where it has them, else what Outlook knows."""
    fields = {"subject": _encoded(message.text(_SUBJECT))}
    sent = message.time(_SENT) or message.time(_DELIVERED)
    if sent is not None:
        fields["date"] = format_datetime(sent)
    name = message.text(_SENDER) or message.text(_ON_BEHALF)
    address = message.text(_SENDER_SMTP) or message.text(_SENDER_ADDRESS)
    if name or address:
        mailbox = f" <{_line(address)}>" if "@" in address else ""
        fields["from"] = (_encoded(name) if name != address else "") + mailbox or _encoded(address)
    if message.text(_MESSAGE_ID):
        fields["message-id"] = _line(message.text(_MESSAGE_ID))
    for field in message.text(_HEADERS).replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ").split("\n"):
        label, colon, value = field.partition(":")
        if colon and label.lower() in _KEPT_HEADERS and value.strip():
            fields[label.lower()] = _line(value)
    for label, value in fields.items():
        yield f"{label}: {value}\r\n".encode("ascii", "replace")


def _body(message: _Storage, boundary: str) -> Iterator[bytes]:
    """Yield the text as a part with its alternatives; raises `FileProblem` if there is only one that nobody reads."""
    plain, html = message.text(_BODY), message.stream(_HTML, _BINARY)
    if not plain and not html and message.stream(_RTF, _BINARY):
        raise FileProblem(N_("an Outlook message with its text in RTF only: save it as .eml"))
    yield f'Content-Type: multipart/alternative; boundary="{boundary}"\r\n'.encode()
    texts = [(b"text/plain", "utf-8", plain.encode("utf-8", "replace"))] if plain.strip() else []
    if html:
        texts.append((b"text/html", charset_of(message.number(_HTML_CODE_PAGE) or _UTF_8), html))
    for media_type, charset, text in texts:
        yield f"\r\n--{boundary}\r\nContent-Type: ".encode() + media_type + f'; charset="{charset}"\r\n'.encode()
        yield b"Content-Transfer-Encoding: base64\r\n\r\n" + encodebytes(text)
    yield f"\r\n--{boundary}--\r\n".encode()


def _attachment(attachment: _Storage, between: bytes, level: int) -> Iterator[bytes]:
    """Yield an attached file, or an attached message; what is attached by reference alone is not there."""
    content = attachment.stream(_CONTENT, _BINARY)
    within = f"__substg1.0_{_CONTENT:04X}{_OBJECT}"
    if content is not None:
        name = _encoded(attachment.text(_LONG_NAME) or attachment.text(_NAME) or "attachment")
        media_type = _line(attachment.text(_MEDIA_TYPE)) or "application/octet-stream"
        yield between + f"Content-Type: {media_type}\r\n".encode("ascii", "replace")
        yield f'Content-Disposition: attachment; filename="{name}"\r\n'.encode("ascii", "replace")
        yield b"Content-Transfer-Encoding: base64\r\n\r\n" + encodebytes(content)
    elif level < _DEEPEST and attachment.ole.exists([*attachment.path, within, "__properties_version1.0"]):
        yield between + b"Content-Type: message/rfc822\r\n\r\n"
        yield from _lines(attachment.inner(within, 1), level + 1)


def _encoded(text: str) -> str:
    """Return a text as a field's value in letters of ASCII (RFC 2047)."""
    from email.header import Header

    line = _line(text).replace('"', "'")
    return line if line.isascii() else Header(line, "utf-8", maxlinelen=10**6).encode(linesep="")


def _line(text: str) -> str:
    return " ".join(text.split())
