"""The body of a mail: its text and its attachments.

Of alternative forms the plain text is read if it is complete; of a newsletter the HTML, which is a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.errors import MessageError
from email.message import Message
from itertools import compress
from typing import TYPE_CHECKING, cast

from tui.base.folding import essence
from tui.errors import FileProblem
from tui.importing.limits import MAIL_PARTS
from tui.importing.mail.header import decoded, in_charset, read_heading
from tui.importing.mail.hidden import hidden_parts
from tui.importing.mail.text import paragraphs_of_mail
from tui.importing.markup.fragment import paragraphs_of
from tui.importing.parser_errors import translated_errors
from tui.importing.registry import NEEDS, installed
from tui.locale import N_

if TYPE_CHECKING:
    from collections.abc import Callable

_WHOLE = 0.6
"""The share of the HTML's words that makes a plain text complete."""

_ARTICLE = 0.4
"""The share of a newsletter's words that makes the article found in it plausible."""

_PAGES = 3
"""The most parts of a newsletter that are read as pages, which is slow; the rest are read by their tags."""

_SUFFIXES = {
    "application/pdf": ".pdf",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "application/json": ".json",
    "application/zip": ".zip",
    "application/rtf": ".rtf",
    "application/epub+zip": ".epub",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/msword": ".doc",
}
_LAYOUT = ("image/", "application/pgp-", "application/pkcs7-", "application/x-pkcs7-", "message/", "text/")
"""Types of unnamed parts that belong to the mail's layout, signature or delivery."""


@dataclass(slots=True)
class Attachment:
    """An attached file."""

    name: str
    content: bytes
    suffix: str = ""
    """The suffix of its format, if the mail knows more than the name."""


@dataclass(slots=True)
class Body:
    """What a mail holds."""

    paragraphs: tuple[str, ...] = ()
    left_out: list[str] = field(default_factory=list)
    """What is around the article of a newsletter."""
    attachments: list[Attachment] = field(default_factory=list)
    encrypted: bool = False
    pages: int = 0
    """The number of parts that were read as pages."""


def read_body(message: Message, newsletter: bool = False) -> Body:
    """Read the body of a mail; raises `FileProblem` if it has too many parts or cannot be decoded."""
    body = Body()
    with translated_errors("mail", MessageError):
        body.paragraphs = tuple(_texts(message, newsletter, body, [MAIL_PARTS]))
    return body


def _texts(part: Message, newsletter: bool, body: Body, left: list[int]) -> Iterator[str]:
    """Yield the paragraphs of a part, and collect its attachments."""
    left[0] -= 1
    if left[0] < 0:
        raise FileProblem(N_("a mail of more than {most:,} parts").format(most=MAIL_PARTS))
    kind = part.get_content_type()
    name = _name(part)
    if kind == "message/rfc822":
        body.attachments += _forwarded(part)
    elif part.is_multipart():
        body.encrypted |= kind == "multipart/encrypted"
        inner = [one for one in cast("list[Message]", part.get_payload()) if isinstance(one, Message)]
        if kind == "multipart/alternative":
            yield from _alternative(inner, newsletter, body, left)
        else:
            for one in inner:
                yield from _texts(one, newsletter, body, left)
    elif kind in ("text/plain", "text/html") and not name and part.get_content_disposition() != "attachment":
        yield from (_plain(part) if kind == "text/plain" else _html(_text(part), newsletter, body))
    elif name or not kind.startswith(_LAYOUT) or part.get_content_disposition() == "attachment":
        suffix = _SUFFIXES.get(kind, "")
        body.attachments.append(Attachment(name or f"attachment{suffix}", _content(part), "" if name else suffix))


def _alternative(parts: list[Message], newsletter: bool, body: Body, left: list[int]) -> Iterator[str]:
    """Yield the better alternative of a text."""
    plain: list[str] = []
    rich: list[str] = []
    for part in parts:
        (plain if part.get_content_type() == "text/plain" else rich).extend(_texts(part, newsletter, body, left))
    whole = plain and _words(plain) >= _words(rich) * _WHOLE
    yield from plain if plain and (not rich or (whole and not newsletter)) else rich


def _plain(part: Message) -> tuple[str, ...]:
    form = str(part.get_param("format") or "").lower()
    return paragraphs_of_mail(_text(part), form == "flowed", str(part.get_param("delsp") or "").lower() == "yes")


def _html(html: str, newsletter: bool, body: Body) -> tuple[str, ...]:
    """Return the paragraphs of HTML; of a newsletter those of the article in it.

    The page reader turns a newsletter's layout tables into a single paragraph: it decides what belongs to the article,
    the tags where paragraphs end.
    """
    shown, hidden = hidden_parts(html)
    whole = paragraphs_of(shown)
    unseen = [paragraph for part in hidden for paragraph in paragraphs_of(part)]
    if unseen and _words(whole) > _words(unseen):
        html = shown
        body.left_out += unseen
    else:
        whole = paragraphs_of(html)
    page = _page_reader() if newsletter and body.pages < _PAGES else None
    if page is None:
        return whole
    body.pages += 1
    try:
        article = essence(" ".join(page(html)))
    except FileProblem:
        return whole
    belongs = [f" {essence(paragraph)} " in f" {article} " for paragraph in whole]
    kept = tuple(compress(whole, belongs))
    if _words(kept) < _words(whole) * _ARTICLE:
        return whole
    body.left_out += compress(whole, (not one for one in belongs))
    return kept


def _page_reader() -> Callable[[str], list[str]] | None:
    """Return the function that finds a page's article, if its package is installed."""
    if not installed(NEEDS["page"]):
        return None
    from tui.importing.html.body import body_of
    from tui.importing.html.parse import lean, parse

    def article(html: str) -> list[str]:
        with translated_errors(N_("web page")):
            tree, _ = parse(lean(html))
            return body_of(tree) if tree is not None else []

    return article


def _text(part: Message) -> str:
    return in_charset(_content(part), str(part.get_content_charset() or ""))


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _name(part: Message) -> str:
    return decoded(str(part.get_filename() or "")).replace("\\", "/").rpartition("/")[2]


def _forwarded(part: Message) -> Iterator[Attachment]:
    for inner in cast("list[Message]", part.get_payload() if part.is_multipart() else []):
        title = read_heading(inner).title or _name(part) or "mail"
        yield Attachment(f"{title.removesuffix('.eml')}.eml", inner.as_bytes(), ".eml")


def _words(paragraphs: tuple[str, ...] | list[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)
