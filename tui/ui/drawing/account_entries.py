"""The entries of an account: files, the files in opened archives, and the articles with a missing or doubtful date.

What went wrong comes first, whatever is listed; the rest by path.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from tui.dossier.account import FileAccount, Outcome, Sums, failed_members, inner, members_with
from tui.dossier.serialization import Head
from tui.locale import N_


class AccountSection(StrEnum):
    """What can be listed; the value is what a reader is shown."""

    ALL = N_("all files")
    FAILED = N_("failed")
    SKIPPED = N_("skipped")
    UNDATED = N_("undated")
    DOUBTFUL = N_("doubtful")


_OUTCOMES = {AccountSection.FAILED: Outcome.FAILED, AccountSection.SKIPPED: Outcome.SKIPPED}


@dataclass(frozen=True, slots=True)
class AccountListing:
    """Everything that an account may list."""

    files: tuple[FileAccount, ...] = ()
    undated: tuple[Head, ...] = ()
    doubtful: tuple[Head, ...] = ()
    sums: Sums = field(default_factory=Sums)


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line of the list: a file or an article, never both."""

    file: FileAccount | None = None
    head: Head | None = None
    depth: int = 0
    """In how many archives the file lies."""
    opened: bool = False
    """Whether the files within it are listed below."""
    within: str = ""
    """The path of its archive, with which its own path begins."""
    only: Outcome | None = None
    """Where an archive is listed only for some of its files: their outcome, which is not its own."""

    @property
    def name(self) -> str:
        """Unique among the entries."""
        return self.head.id if self.head is not None else self.file.path if self.file is not None else ""


def kept(account: AccountListing, kind: AccountSection) -> tuple[FileAccount, ...] | tuple[Head, ...]:
    """Return the files or the articles of a kind; of archives only the members of that kind."""
    if kind is AccountSection.UNDATED:
        return account.undated
    if kind is AccountSection.DOUBTFUL:
        return account.doubtful
    if kind is AccountSection.ALL:
        return tuple(sorted(account.files, key=_trouble))
    return tuple(members_with(account.files, _OUTCOMES[kind]))


def counts(account: AccountListing) -> dict[AccountSection, int]:
    """Return how many there are of each kind: files, or files with those in archives that ended so, or articles."""
    found = {
        AccountSection.ALL: len(account.files),
        AccountSection.UNDATED: len(account.undated),
        AccountSection.DOUBTFUL: len(account.doubtful),
    }
    ends = Counter(each.outcome for file in account.files for each in (file, *inner(file)))
    return {kind: ends[_OUTCOMES[kind]] if kind in _OUTCOMES else found[kind] for kind in AccountSection}


def entries(
    account: AccountListing, kind: AccountSection, opened: Collection[str] = (), words: str = ""
) -> tuple[AccountLine, ...]:
    """Return the entries of a kind that have all `words`; archives whose path is in `opened` with their files."""
    has = _having(words)
    return tuple(
        entry
        for one in kept(account, kind)
        for entry in (
            (AccountLine(head=one),)
            if isinstance(one, Head)
            else _file_entries(one, opened, outcome=_OUTCOMES.get(kind))
        )
        if has(entry)
    )


def opened_first(account: AccountListing, kind: AccountSection) -> frozenset[str]:
    """Return the archives that are open when a kind is first listed: for `failed`, all in which something failed."""
    return frozenset(_archives(kept(account, kind))) if kind is AccountSection.FAILED else frozenset()


def _archives(files: Iterable[FileAccount | Head]) -> Iterator[str]:
    for file in files:
        if isinstance(file, FileAccount) and file.members:
            yield file.path
            yield from _archives(file.members)


def _file_entries(
    file: FileAccount, opened: Collection[str], depth: int = 0, within: str = "", outcome: Outcome | None = None
) -> Iterator[AccountLine]:
    """Yield a file and the files that are listed below it; with an outcome, archives of another outcome say so."""
    is_open = bool(file.members) and file.path in opened
    only = outcome if file.members and file.outcome is not outcome else None
    yield AccountLine(file=file, depth=depth, opened=is_open, within=within, only=only)
    if is_open:
        for member in file.members:
            yield from _file_entries(member, opened, depth + 1, file.path, outcome)


def _trouble(file: FileAccount) -> int:
    """Return 0 for a file that failed, 1 for an archive in which something failed, 2 for all others."""
    if file.outcome is Outcome.FAILED:
        return 0
    return 1 if failed_members(file) else 2


def _having(words: str) -> Callable[[AccountLine], bool]:
    """Return the question whether an entry has all words, anywhere and in any case."""
    wanted = words.casefold().split()

    def has(entry: AccountLine) -> bool:
        if entry.head is not None:
            words = f"{entry.head.title}\n{entry.head.path}\n{entry.head.source}\n{entry.head.doubt}"
        else:
            assert entry.file is not None
            words = f"{entry.file.path}\n{entry.file.outcome}\n{entry.file.reason}"
        words = words.casefold()
        return all(word in words for word in wanted)

    return has if wanted else lambda _: True
