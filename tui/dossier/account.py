"""The account: what became of each file of a dossier. No file is skipped silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from tui.locale import N_


class Outcome(StrEnum):
    """What became of a file."""

    READ = N_("read")
    SKIPPED = N_("skipped")
    """Not an article: another kind of file, a link, a hidden file, an empty one."""
    FAILED = N_("failed")
    """It should have been read and could not be."""


class FileAccount(Struct, frozen=True):
    """What became of one file."""

    path: str
    """Relative to the dossier, with forward slashes; a folder that was not entered ends in one."""
    outcome: Outcome
    reason: str = ""
    """Why it was skipped or failed; for a file that was read, what the user should know about it."""
    articles: int = 0
    """The number of articles that it holds."""
    left_out: int = 0
    """The number of lines that were not part of an article."""
    members: tuple[FileAccount, ...] = ()
    """The account of each file in an archive; the archive's own numbers are their sums."""


class Sums(Struct, frozen=True):
    """The account of a whole dossier in numbers; `read`, `skipped` and `failed` add up to `files`."""

    files: int = 0
    read: int = 0
    skipped: int = 0
    failed: int = 0
    articles: int = 0
    undated: int = 0
    """Articles without a publication date."""
    doubtful: int = 0
    """Articles whose publication date is doubtful."""
    left_out: int = 0
    failed_within: int = 0
    """Files in archives that could not be read; not counted in `files`."""
    skipped_within: int = 0
    """Files in archives that were skipped; not counted in `files`."""


def inner(account: FileAccount) -> Iterator[FileAccount]:
    """Yield every file in an archive and in the archives within it, but not those archives themselves."""
    for member in account.members:
        if member.members:
            yield from inner(member)
        else:
            yield member


def failed_members(account: FileAccount) -> int:
    """Count the files in an archive that could not be read."""
    return members_ending(account, Outcome.FAILED)


def members_ending(account: FileAccount, outcome: Outcome) -> int:
    """Count the files in an archive that had this outcome."""
    return sum(member.outcome is outcome for member in inner(account))


def members_with(accounts: Iterable[FileAccount], outcome: Outcome) -> list[FileAccount]:
    """Return the files with this outcome, and the archives that hold some, reduced to those members."""
    kept = []
    for account in accounts:
        members = tuple(members_with(account.members, outcome))
        if members or account.outcome is outcome:
            kept.append(replace(account, members=members))
    return kept
