"""MHTML: a page with its pictures in one file, structured like a mail, as browsers save it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from tui.errors import FileProblem
from tui.importing.dating.written_date import first_day
from tui.importing.html.parse import text_of
from tui.importing.html.read_page import read_page
from tui.importing.limits import MHTML_PARTS
from tui.importing.parsed import Draft, RawFile
from tui.importing.parser_errors import translated_errors
from tui.locale import N_

_PAGES = frozenset(("text/html", "application/xhtml+xml"))


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the one article of the page; frames and pictures within it are parts of it and no articles."""
    with translated_errors("MHTML"):
        message = message_from_bytes(file.content, policy=policy.compat32)
        part = _page_of(message)
        if part is None:
            raise FileProblem(N_("no page in it"))
        payload = part.get_payload(decode=True)
        address = _address(part) or _address(message) or file.address
    text, note = text_of(payload if isinstance(payload, bytes) else b"", part.get_content_charset() or "")
    draft = read_page(text, address).draft
    yield replace(
        draft,
        title=draft.title or _written(message, "Subject"),
        captured=first_day(_written(message, "Date")) or draft.captured,
        notes=tuple(filter(None, (note, *draft.notes))),
    )


def _page_of(message: Message) -> Message | None:
    """Return the page: the part that the file names as its start, else its first page."""
    pages = []
    for place, part in enumerate(message.walk()):
        if place >= MHTML_PARTS:
            break
        if part.get_content_type() in _PAGES:
            pages.append(part)
    start = str(message.get_param("start") or "")
    return next((part for part in pages if start and part.get("Content-ID") == start), pages[0] if pages else None)


def _address(part: Message) -> str:
    for name in ("Snapshot-Content-Location", "Content-Location"):
        written = _written(part, name)
        if written.startswith(("http://", "https://")):
            return written
    return ""


def _written(part: Message, name: str) -> str:
    """Return a header as text; "" if it is missing or invalid."""
    try:
        return " ".join(str(make_header(decode_header(part.get(name) or ""))).split())
    except (LookupError, ValueError, HeaderParseError):
        return ""
