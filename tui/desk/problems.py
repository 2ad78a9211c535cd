"""What is told when the file of a desk cannot be read, written or understood: what is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui.base.plurals import counted
from tui.desk.event import Event, Lines, decode, encode
from tui.errors import DeskError, no_room
from tui.locale import N_, _, ngettext

NO_PLACE = N_("There is no place for the desk: what you add is kept in memory and gone when you leave.")


def unreadable(path: Path, error: OSError) -> str:
    """Return the sentence on a desk that cannot be read."""
    return _(
        "The desk {path} cannot be read ({reason}); make it readable, or name another file with "
        "--desk. Until then what you add is kept in memory and gone when you leave."
    ).format(path=path, reason=_reason(error))


def unwritable(path: Path, error: OSError, count: int) -> str:
    """Return the sentence on a desk that cannot be written, with `count` events that wait."""
    told = (
        _("The desk {path} cannot be written ({reason}); make room there, or name another file with --desk.")
        if no_room(error)
        else _("The desk {path} cannot be written ({reason}); make it writable, or name another file with --desk.")
    )
    waiting = ngettext(
        "Until then {count:,} event of yours is kept in memory and gone when you leave.",
        "Until then {count:,} events of yours are kept in memory and gone when you leave.",
        count,
    )
    return f"{told.format(path=path, reason=_reason(error))} {waiting.format(count=count)}"


def not_understood(path: Path | None, newer: int, damaged: int) -> str:
    """Return the sentences on lines of a desk that are not understood; empty where there are none."""
    told = []
    if newer:
        told.append(
            _(
                "{events} of the desk came from a newer version of mali-tui and will show after an update; "
                "all of them are kept."
            ).format(events=counted(newer, "event"))
        )
    if damaged:
        told.append(
            _(
                "{lines} of {path} cannot be read, as if cut off while being written; all others are, and "
                "the file is kept as it is: look there for what you miss."
            ).format(lines=counted(damaged, "line"), path=path)
        )
    return " ".join(told)


def read_other(path: Path) -> Lines:
    """Read another journal; raises `DeskError` where it cannot be read or is none."""
    try:
        lines = decode(path.read_bytes())
        foreign = is_foreign(path, lines, torn=False)
    except OSError as error:
        raise DeskError(
            _("{path} cannot be read ({reason}); name the file of a desk.").format(path=path, reason=_reason(error))
        ) from None
    if foreign:
        raise DeskError(_("{path} holds something else than a desk; name the file of one.").format(path=path))
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
    return (error.strerror or _("an error")).lower()
