"""The header of a mail: decodes its fields and reads the article's metadata.

Fields are taken raw and decoded here, so that a field of any length or damage costs only its own value.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from email.message import Message

from tui.base.printable import printable_line
from tui.dossier.article import Provenance, PublishedDate
from tui.importing.clippings.outlet import is_outlet, is_person
from tui.importing.dating.field_date import read_field_date
from tui.importing.limits import MAIL_FIELD_CHARACTERS

_ENCODED = r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?="
_WORDS = re.compile(rf"{_ENCODED}(?:\s*{_ENCODED})*")
_WORD = re.compile(_ENCODED)
_QUOTED = re.compile(rb"=([0-9A-Fa-f]{2})")
_FORBIDDEN = frozenset(("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"))
"""Codecs that are not mail encodings; some are slow on malicious input."""

_LISTS = ("list-id", "list-unsubscribe", "list-post", "feedback-id", "x-campaign", "x-mailchimp-campaign-id")
_ADDRESSES = ("archived-at", "content-base", "x-rss-item-link", "x-url", "url", "content-location")
_WEB = re.compile(r"https?://[^\s<>\"]+", re.I)
_FOR = re.compile(r"\s+(?:from|at|@|via|for|de|chez|pour|\||·|–|-)\s+", re.I)
_FREE_LIST = (
    "gmail googlemail yahoo hotmail outlook live msn gmx web orange laposte free wanadoo proton protonmail icloud me"
    " aol mail yandex posteo sfr"
)
_FREE = frozenset(_FREE_LIST.split())
"""Public mail hosts without their domain; none is an outlet."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The article's metadata in the header of a mail."""

    title: str = ""
    source: str = ""
    author: str = ""
    dates: tuple[PublishedDate, ...] = ()
    doubt: str = ""
    """Why the dates are doubtful; empty if they are not."""
    key: str = ""
    address: str = ""
    newsletter: bool = False
    """Whether it was sent to many."""


def read_heading(message: Message) -> Heading:
    """Read the header of a mail."""
    fields = _fields(message)
    newsletter = any(name in fields for name in _LISTS) or fields.get("precedence", "").lower() in ("bulk", "list")
    source, author = read_sender(fields, newsletter)
    sent = read_field_date(fields.get("date", ""), Provenance.MAIL_HEADER)
    found = (_WEB.search(fields.get(name, "")) for name in _ADDRESSES)
    return Heading(
        title=fields.get("subject", ""),
        source=source,
        author=author,
        dates=sent.dates,
        doubt=sent.doubt,
        key=fields.get("message-id", "").strip("<>"),
        address=next((one.group() for one in found if one), ""),
        newsletter=newsletter,
    )


def is_mail(message: Message) -> bool:
    """Say whether a message has at least one field of a mail."""
    names = {name.lower() for name, _ in message.raw_items()}
    return not names.isdisjoint(("from", "date", "subject", "message-id", "received", "return-path"))


def decoded(raw: str) -> str:
    """Return a field with encoded words decoded, and raw bytes decoded as UTF-8 or Windows-1252."""
    line = printable_line(in_charset(raw.encode("utf-8", "surrogateescape"), "") if not raw.isascii() else raw)
    return printable_line(_WORDS.sub(_decoded_words, line))


def in_charset(content: bytes, charset: str) -> str:
    """Decode bytes; if the encoding is unknown or wrong, as UTF-8 or else Windows-1252."""
    for name in (charset, "utf-8"):
        if name and name.lower().replace("-", "_") not in _FORBIDDEN:
            try:
                return content.decode(name)
            except (LookupError, ValueError):
                continue
    return content.decode("cp1252", "replace")


def _fields(message: Message) -> dict[str, str]:
    """Return the first of each field, decoded, by name in lower case."""
    fields: dict[str, str] = {}
    for name, value in message.raw_items():
        if name.lower() not in fields:
            fields[name.lower()] = decoded(str(value)[:MAIL_FIELD_CHARACTERS])
    return fields


def _decoded_words(run: re.Match[str]) -> str:
    """Decode consecutive encoded words together: some mailers split characters between them."""
    parts: list[tuple[str, bytes]] = []
    for charset, kind, text in _WORD.findall(run.group()):
        content = _bytes_of(kind.lower(), text)
        name = charset.partition("*")[0].lower()
        if parts and parts[-1][0] == name:
            parts[-1] = (name, parts[-1][1] + content)
        else:
            parts.append((name, content))
    return "".join(in_charset(content, name) for name, content in parts)


def _bytes_of(kind: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if kind == "q":
        return _QUOTED.sub(lambda sign: bytes((int(sign.group(1), 16),)), raw.replace(b"_", b" "))
    try:
        return binascii.a2b_base64(raw + b"==")
    except binascii.Error:
        return raw


def read_sender(fields: dict[str, str], newsletter: bool) -> tuple[str, str]:
    """Return the outlet and the author of a mail, from the names of its sender and list."""
    name, address = _mailbox(fields.get("from", ""))
    listed = fields.get("list-id", "").partition("<")[0].strip(" \"'") if newsletter else ""
    outlet = listed or _house(address)
    if not name:
        return outlet, ""
    parts = _FOR.split(name)
    if len(parts) == 2 and is_person(parts[0]) and (newsletter or is_outlet(parts[1])):
        return parts[1], parts[0]
    if is_person(name):
        return (outlet if newsletter else ""), name
    return (name, "") if newsletter or is_outlet(name) else ("", name)


def _mailbox(written: str) -> tuple[str, str]:
    """Split a sender into name and address, either of which may be ""."""
    name, angle, rest = written.partition("<")
    address = rest.partition(">")[0]
    if not angle:
        address, _, name = written.partition("(")
    name = name.replace("\\", "").strip(" \"'(),")
    return ("" if "@" in name else name), address.strip()


def _house(address: str) -> str:
    """Return the host of a mail address, unless it is a public one."""
    host = address.rpartition("@")[2].lower()
    return "" if host.partition(".")[0] in _FREE else host
