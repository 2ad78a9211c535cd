"""What is told when the file of a desk cannot be read, written or understood: what is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui.base.plurals import counted
from tui.desk.event import Event, Lines, decode, encode
from tui.errors import DeskError, no_room

NO_PLACE = "There is no place for the desk: what you add is kept in memory and gone when you leave."


def unreadable(path: Path, error: OSError) -> str:
    """Return the sentence on a desk that cannot be read."""
    return (
        f"The desk {path} cannot be read ({_reason(error)}); make it readable, or name another file with --desk. Until"
        " then what you add is kept in memory and gone when you leave."
    )


def unwritable(path: Path, error: OSError, count: int) -> str:
    """Return the sentence on a desk that cannot be written, with `count` events that wait."""
    advice = "make room there" if no_room(error) else "make it writable"
    return (
        f"The desk {path} cannot be written ({_reason(error)}); {advice}, or name another file with --desk. Until then"
        f" {counted(count, 'event')} of yours {'is' if count == 1 else 'are'} kept in memory and gone when you leave."
    )


def not_understood(path: Path | None, newer: int, damaged: int) -> str:
    """Return the sentences on lines of a desk that are not understood; empty where there are none."""
    told = []
    if newer:
        told.append(
            f"{counted(newer, 'event')} of the desk came from a newer version of mali-tui and will show after an"
            " update; all of them are kept."
        )
    if damaged:
        told.append(
            f"{counted(damaged, 'line')} of {path} cannot be read, as if cut off while being written; all others are,"
            " and the file is kept as it is: look there for what you miss."
        )
    return " ".join(told)


def read_other(path: Path) -> Lines:
    """Read another journal; raises `DeskError` where it cannot be read or is none."""
    try:
        lines = decode(path.read_bytes())
        foreign = is_foreign(path, lines, torn=False)
    except OSError as error:
        raise DeskError(f"{path} cannot be read ({_reason(error)}); name the file of a desk.") from None
    if foreign:
        raise DeskError(f"{path} holds something else than a desk; name the file of one.")
    return lines


def is_foreign(path: Path, lines: Lines, *, torn: bool) -> bool:
    """Say whether a file holds something, and nothing of a desk; a line that was cut off early begins as one."""
    if lines.events or lines.newer or not (lines.damaged or torn):
        return False
    with path.open("rb") as stream:
        return not stream.read(16).removeprefix(b"\xef\xbb\xbf").startswith(b'{"v":')


def is_repeated(line: str, events: Iterable[Event]) -> bool:
    """Say whether a line that was cut off was written again as a whole."""
    return any(encode(event).startswith(line) for event in events if event.id in line)


def _reason(error: OSError) -> str:
    return (error.strerror or "an error").lower()
