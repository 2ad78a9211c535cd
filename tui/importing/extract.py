"""Extracts the articles of a file: drafts become articles, and files within it are read in turn.

Whatever a format does ends here as a line of the account. The limits hold for an archive and everything within it
together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from msgspec import structs

from tui.base.plurals import in_english
from tui.base.printable import printable_line
from tui.dossier.account import FileAccount, Outcome
from tui.dossier.article import Article
from tui.errors import FileProblem
from tui.importing.archives.unpacking import Budget
from tui.importing.limits import (
    ARCHIVE_DEPTH,
    ARCHIVE_FILES,
    ARTICLES,
    FILE_BYTES,
    TEXT_CHARACTERS,
)
from tui.importing.normalise import article_id, to_article
from tui.importing.parsed import Draft, Part, RawFile, Reader, Refused
from tui.importing.parser_errors import translated_errors
from tui.importing.registry import reader_of, suffix_of, why_unread
from tui.locale import N_

Heartbeat = Callable[[str], None]
"""Called with every piece, as a heartbeat for the watchdog.

The argument is the path of a file in an archive, or of a part of a file, when its reading begins, and empty otherwise.
"""

_PART = "\0"
"""Between the path of a file and the name of a part of it."""

NONE_AVOIDED: Mapping[str, str] = MappingProxyType({})

_TOO_LONG = N_("a text of more than {most} million characters was not read").format(most=TEXT_CHARACTERS // 1_000_000)


def no_heartbeat(_: str) -> None:
    """Ignore the heartbeat."""


class Extractor:
    """Collects the articles of one file of the folder and of the files within it."""

    def __init__(self, heartbeat: Heartbeat = no_heartbeat, avoided: Mapping[str, str] = NONE_AVOIDED) -> None:
        """Start with no articles; files within that are `avoided`, by path, fail with the reason given."""
        self.articles: list[Article] = []
        self._heartbeat = heartbeat
        self._avoided = avoided
        self._depth = 0
        self._budget = Budget()
        self._columns: Mapping[str, str] = {}
        self._made: tuple[Draft | None, RawFile | None, Article | None] = None, None, None
        """The article made last, with its draft and file."""
        self._files = ARCHIVE_FILES
        """Files that may still be unpacked."""

    def take(self, file: RawFile, reader: Reader) -> FileAccount:
        """Collect a file's articles and return its account."""
        before = len(self.articles)
        self._columns = file.columns or self._columns
        notes: dict[str, None] = {}
        members: list[FileAccount] = []
        problem = ""
        keys: dict[str, int] = {}
        try:
            for piece in self._pieces(file, reader):
                if not isinstance(piece, Draft):
                    members.append(self._member(piece))
                    continue
                if len(self.articles) - before >= ARTICLES and (piece.paragraphs or piece.title):
                    raise FileProblem(N_("more than {most:,} articles: the rest was not read").format(most=ARTICLES))
                notes.update(dict.fromkeys(self._draft(piece, file, len(self.articles) - before, keys)))
        except FileProblem as error:
            problem = str(error)
        mine = self.articles[before:]
        parts = [problem, *notes, *_summed(members)]
        reason = printable_line("; ".join(filter(None, parts)))
        left_out = sum(len(article.left_out) for article in mine)
        if mine or any(member.outcome is Outcome.READ for member in members):
            return FileAccount(file.path, Outcome.READ, reason, len(mine), left_out, tuple(members))
        failed = _TOO_LONG in notes or any(member.outcome is Outcome.FAILED for member in members)
        failed = failed or bool(problem and (file.suffix or suffix_of(file.path)))
        outcome = Outcome.FAILED if failed else Outcome.SKIPPED
        return FileAccount(file.path, outcome, reason or N_("it contains no text"), members=tuple(members))

    def _pieces(self, file: RawFile, reader: Reader) -> Iterator[Draft | RawFile | Refused]:
        begin = f"{file.path}{_PART}"
        avoided = frozenset(path.removeprefix(begin) for path in self._avoided if path.startswith(begin))
        with translated_errors(N_("{kind} file").format(kind=suffix_of(file.path) or "plain")):
            for piece in reader(replace(file, budget=self._budget, avoided=avoided, columns=self._columns)):
                if isinstance(piece, Part):
                    self._heartbeat(f"{begin}{piece.name}")
                    continue
                self._heartbeat("")
                yield piece

    def _draft(self, draft: Draft, file: RawFile, place: int, keys: dict[str, int]) -> tuple[str, ...]:
        """Collect an article and return the notes about it."""
        if sum(map(len, draft.paragraphs)) > TEXT_CHARACTERS:
            return (*draft.notes, _TOO_LONG)
        article = self._article(draft, file, place, keys)
        if article.text or draft.title:
            self.articles.append(article)
        return draft.notes

    def _article(self, draft: Draft, file: RawFile, place: int, keys: dict[str, int]) -> Article:
        """Make the article of a draft; where the one before was of the very same draft, only the id differs."""
        before, of, article = self._made
        if article is not None and before is draft and of is file:
            return structs.replace(article, id=article_id(file.path, place, _distinct(draft.key, keys)))
        whole = draft
        if (file.address and not draft.address) or (file.captured and not draft.captured):
            whole = replace(draft, address=draft.address or file.address, captured=draft.captured or file.captured)
        article = to_article(whole, file.path, place, _distinct(draft.key, keys))
        self._made = draft, file, article
        return article

    def _member(self, piece: RawFile | Refused) -> FileAccount:
        """Read a file within an archive."""
        self._files -= 1
        if self._files < 0:
            raise FileProblem(N_("more than {most:,} files in it: the rest was not read").format(most=ARCHIVE_FILES))
        if isinstance(piece, Refused):
            return FileAccount(piece.path, Outcome.FAILED if piece.failed else Outcome.SKIPPED, piece.reason)
        if piece.path in self._avoided:
            return FileAccount(piece.path, Outcome.FAILED, self._avoided[piece.path])
        try:
            reader = self._reader(piece)
        except FileProblem as problem:
            return FileAccount(piece.path, Outcome.FAILED, str(problem))
        if isinstance(reader, str):
            return FileAccount(piece.path, Outcome.SKIPPED, reader)
        self._depth += 1
        self._heartbeat(piece.path)
        try:
            return self.take(piece, reader)
        finally:
            self._depth -= 1

    def _reader(self, piece: RawFile) -> Reader | str:
        """Return the reader of a file within an archive, or why it is skipped; raises `FileProblem` beyond a limit."""
        if len(piece.content) > FILE_BYTES:
            raise FileProblem(N_("larger than {most} MB").format(most=FILE_BYTES // 2**20))
        if self._depth >= ARCHIVE_DEPTH:
            raise FileProblem(N_("more than {most} nested archives").format(most=ARCHIVE_DEPTH))
        if not piece.content:
            return N_("an empty file")
        name = f"x{piece.suffix}" if piece.suffix else piece.path
        try:
            return reader_of(name) or why_unread(name)
        except FileProblem as problem:
            return str(problem)


def _distinct(key: str, keys: dict[str, int]) -> str:
    """Make a key unique among the articles of the file."""
    if not key:
        return ""
    keys[key] = times = keys.get(key, 0) + 1
    return key if times == 1 else f"{key}\0{times}"


def _summed(members: list[FileAccount]) -> list[str]:
    """Summarise the accounts of an archive's files."""
    if not members:
        return []
    counts = [(outcome, sum(member.outcome is outcome for member in members)) for outcome in Outcome]
    parts = ", ".join(f"{count:,} {outcome.value}" for outcome, count in counts if count)
    return [N_("{items} in it: {parts}").format(items=in_english(len(members), "file"), parts=parts)]
