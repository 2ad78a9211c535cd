"""The pages of a web archive: each capture that can be an article is read by its own format.

Everything else is counted by kind, not listed: a page brings a hundred images and scripts with it. The day of the
capture is not a publication date. In an archive with a list of pages (WACZ) only listed pages, and those they redirect
to, are read: a page brings other pages in its frames, such as advertisements and comments.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote, urljoin

from tui.base.plurals import in_english
from tui.base.printable import printable_line
from tui.errors import FileProblem
from tui.importing.archives.http import PAGES, body, can_be_read, kind_of
from tui.importing.archives.members import Members
from tui.importing.archives.unpacking import Budget, BudgetExceeded
from tui.importing.archives.web_records import Record, Records
from tui.importing.limits import ARCHIVE_FILES, ARCHIVE_PARTS, MEMBER_NAME_CHARACTERS, RECORD_HEAD_BYTES
from tui.importing.parsed import Draft, Piece, RawFile, Refused
from tui.locale import N_

_KINDS = ("response", "resource", "conversion")
_SCHEMES = ("http", "https", "ftp", "file")
_READ = ("200", "203")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Captures:
    """The captures of all web archives in one file; call `pieces` for each, then `note`."""

    def __init__(self, archive: str, budget: Budget, pages: PageList | None = None) -> None:
        self.frames = 0
        """HTML captures that the list of pages does not name."""
        self._pages = pages or PageList()
        self._names = Members(archive)
        self._budget = budget
        self._counts: Counter[str] = Counter()
        self._repeats = 0
        self._shortened = 0
        self._damaged = 0
        self._beyond = False

    def pieces(self, content: bytes) -> Iterator[Piece]:
        """Yield the pages of a web archive lazily; raises `FileProblem` if it is not one."""
        records = Records(content, self._budget)
        any_record = False
        for record in records:
            any_record = True
            piece = self._piece(record)
            if piece is not None:
                yield piece
        if not any_record:
            raise FileProblem(N_("not a web archive, or one without a complete record"))
        self._damaged += records.damaged
        self._beyond |= records.beyond

    def without_list(self) -> Captures:
        """Return captures for a second pass without the list of pages; no name is used twice."""
        again = Captures(self._names.archive, self._budget)
        again._names = self._names
        return again

    def note(self) -> Draft:
        """Return the notes on everything that is not a page."""
        notes = []
        if self._counts.total():
            kinds = ", ".join(f"{kind} ({count:,})" for kind, count in self._counts.most_common() if count)
            notes.append(N_("skipped: {kinds}").format(kinds=kinds))
        if self.frames:
            notes.append(N_("frames and other HTML not in its list of pages ({frames:,})").format(frames=self.frames))
        if self._pages.missing:
            notes.append(N_("listed pages that were not captured ({missing:,})").format(missing=self._pages.missing))
        if self._repeats:
            notes.append(N_("captures unchanged since an earlier one ({repeats:,})").format(repeats=self._repeats))
        if self._shortened:
            notes.append(
                N_("pages truncated when they were captured ({shortened:,})").format(shortened=self._shortened)
            )
        if self._damaged:
            notes.append(
                N_("damaged in {items}, and read on after it").format(items=in_english(self._damaged, "place"))
            )
        if self._beyond:
            notes.append(N_("more than {most:,} records: the rest was not read").format(most=ARCHIVE_PARTS))
        return Draft(notes=tuple(notes))

    def _piece(self, record: Record) -> RawFile | Refused | None:
        """Return the page of a record, or count it by kind."""
        address = record.field("WARC-Target-URI").strip()
        scheme = address.partition(":")[0].lower()
        self._repeats += record.kind == "revisit"
        if record.kind not in _KINDS or scheme not in _SCHEMES:
            return None  # Metadata of the crawler itself.
        try:
            found = self._found(record, address)
        except BudgetExceeded:
            raise
        except FileProblem as problem:
            return Refused(self._names.distinct(_name(address), ""), str(problem))
        if isinstance(found, str):
            self._counts[found] += bool(found)
            return None
        suffix, content, charset = found
        self._shortened += bool(record.field("WARC-Truncated"))
        web = address if scheme in ("http", "https") else ""
        name = _name(address)
        path = self._names.distinct(name, suffix if name.endswith(suffix) else "")
        return RawFile(path, content, suffix, web, _day(record.field("WARC-Date")), charset)

    def _found(self, record: Record, address: str) -> tuple[str, bytes, str] | str:
        """Return the suffix, the content and the encoding of a page, or the name of its kind."""
        media_type, transfer, encoding = record.field("Content-Type"), "", ""
        if record.kind == "response":
            http = record.http()
            if http is None:
                return N_("empty answers")
            status = http.get_statuscode()
            if status not in _READ:
                self._pages.follow(address, http.get_header("Location") or "")
                return "redirects" if status.startswith("3") else N_("error pages")
            media_type = http.get_header("Content-Type") or ""
            transfer = http.get_header("Transfer-Encoding") or ""
            encoding = http.get_header("Content-Encoding") or ""
        if not can_be_read(media_type):
            return kind_of(media_type, b"", address).name
        if self._pages and kind_of(media_type, b"", address) is PAGES and not self._pages.meets(address):
            self.frames += 1
            return ""
        content = body(record.content(), transfer, encoding, self._budget)
        kind = kind_of(media_type, content, address)
        if not content.strip():
            return N_("empty answers")
        charset = _CHARSET.search(media_type)
        return (kind.suffix, content, charset.group(1) if charset else "") if kind.suffix else kind.name


def _day(text: str) -> date | None:
    """Return the day of a capture."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _name(address: str) -> str:
    """Return a page's name in its archive: its address without the scheme, and five letters in place of the query.

    Queries often contain days that have nothing to do with the publication.
    """
    place, _, query = address.partition("#")[0].partition("?")
    name = printable_line(unquote(place.partition("://")[2] or place)).strip("/").replace("//", "/")
    mark = f"~{_letters(query)}" if query else ""
    return (name[: MEMBER_NAME_CHARACTERS - len(mark)] or "page") + mark


def _letters(query: str) -> str:
    number, letters = zlib.crc32(query.encode(errors="replace")), []
    for _ in range(5):
        number, letter = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[letter])
    return "".join(letters)


class PageList:
    """The addresses that an archive lists, and those captured so far."""

    def __init__(self) -> None:
        self._listed: set[str] = set()
        self._met: set[str] = set()
        self._led_to: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._listed)

    @property
    def missing(self) -> int:
        """The number of listed pages that were not captured."""
        return len(self._listed) - len(self._met)

    @property
    def any_met(self) -> bool:
        """Whether any listed page was captured."""
        return bool(self._met)

    def read(self, content: bytes) -> None:
        """Read a list: lines of JSON with an address each (WACZ 1.1.1, pages.jsonl); other lines are ignored."""
        for line in content.splitlines():
            if len(self._listed) >= ARCHIVE_FILES:
                return
            try:
                page = json.loads(line) if len(line) <= RECORD_HEAD_BYTES else None
            except (ValueError, RecursionError):
                continue
            address = page.get("url") if isinstance(page, dict) else None
            if isinstance(address, str) and address:
                self._listed.add(_plain(address))

    def meets(self, address: str) -> bool:
        """Say whether a page is listed, or a listed one redirected to it, and mark it as captured."""
        plain = _plain(address)
        if plain in self._listed:
            self._met.add(plain)
            return True
        return plain in self._led_to

    def follow(self, address: str, location: str) -> None:
        """Note a redirect."""
        if self.meets(address) and len(self._led_to) < ARCHIVE_FILES:
            try:
                self._led_to.add(_plain(urljoin(address, location)))
            except ValueError:  # an invalid address
                return


def _plain(address: str) -> str:
    """Return an address without scheme, fragment and trailing slash."""
    place = address.partition("#")[0]
    return (place.partition("://")[2] or place).rstrip("/")
