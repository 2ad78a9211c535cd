"""Where a reader left a dossier, kept from one start to the next, and a note that was being typed.

Both lie in the user's data folder, in files that may be deleted at any time. Articles are written down by their ids,
since their numbers hold for one run only. Nothing here touches a widget.
"""

from __future__ import annotations

import datetime
import json
import os
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from tui.base.atomic_write import atomic_write
from tui.base.days import Clock, Span
from tui.core.view import Query
from tui.ui.trail import OVER, Pane, Place, Trail

VERSION = 1
_PLACE, _NOTE = "place.json", "note.json"
_MOST_PLACES = 20
"""Places of the trail that are kept: the newest ones."""
_LONGEST = 2**20
"""Bytes; a longer file was not written by this program."""


class KeptPlace(Struct, frozen=True):
    """Where a reader was, and how the screen was set up."""

    here: Place = Place()
    """Without the numbers of articles until they are found."""
    trail: Trail = Trail()
    over: Pane | None = None
    """The screen that was open over the panes."""
    share: int = 0
    """The list's part of the width, in per cent; 0 leaves it as it is."""
    measure: int = 0
    """The longest line of the text that was wanted, in cells; 0 leaves it as it is."""
    manuscript: str = ""
    """The path of the manuscript that was proved last."""
    articles: tuple[str, ...] = ("",)
    """The ids of the articles of `here` and of the trail, in this order; empty where there is none."""

    def found(self, numbers: Mapping[str, int]) -> KeptPlace:
        """Return the place with the numbers of its articles, by their ids; those that are gone are left out."""
        places = (self.here, *self.trail.places)
        known = [replace(place, article=numbers.get(ident)) for place, ident in zip(places, self.articles, strict=True)]
        return replace(self, here=known[0], trail=Trail(tuple(known[1:])))


@dataclass(frozen=True, slots=True)
class TypedNote:
    """A note while it is being typed."""

    article: str
    """The id of its article."""
    title: str
    text: str
    start: int = 0
    """Where its passage begins in the text of the article; the whole article where it is empty."""
    end: int = 0
    quote: str = ""
    note: str = ""
    """The id of the note that is being edited; empty for a new one."""


class PlaceFiles:
    """The files of one dossier."""

    def __init__(self, folder: Path) -> None:
        """Take the folder in which they lie; it need not exist yet."""
        self._folder = folder
        self._lock = threading.Lock()

    def place(self) -> KeptPlace | None:
        """Return where the dossier was left; None where nothing is kept or what is cannot be read."""
        found = self._read(_PLACE)
        try:
            return _place_of(found) if found.get("v") == VERSION else None
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            return None

    def keep_place(self, place: KeptPlace, id_of: Callable[[Iterable[int]], Mapping[int, str]]) -> None:
        """Write down where the dossier is left; `id_of` returns the ids of articles by their numbers."""
        places = (place.here, *place.trail.places[-_MOST_PLACES:])
        ids = id_of({each.article for each in places if each.article is not None})
        here, *trail = [_written(each, ids) for each in places]
        about = {name: getattr(place, name) for name in ("over", "share", "measure", "manuscript")}
        self._write(_PLACE, {"v": VERSION, "here": here, "trail": trail, **about}, durable=False)

    def note(self) -> TypedNote | None:
        """Return the note that was being typed when a program ended that could not keep it; None where none was."""
        found = self._read(_NOTE)
        try:
            return None if not found or _runs(int(found.pop("pid"))) else TypedNote(**found)
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            return None

    def keep_note(self, note: TypedNote, old: Callable[[], bool]) -> None:
        """Write down a note while it is being typed, unless what is to be written is `old` by then."""
        with self._lock:
            if not old():
                self._write(_NOTE, {**asdict(note), "pid": os.getpid()}, durable=True)

    def drop_note(self) -> None:
        """Forget the note that was being typed: it is on the desk, or nobody wants it."""
        with self._lock, suppress(OSError):
            (self._folder / _NOTE).unlink(missing_ok=True)

    def _read(self, name: str) -> dict[str, Any]:
        try:
            with (self._folder / name).open("rb") as file:
                found = json.loads(file.read(_LONGEST))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, name: str, content: Mapping[str, object], *, durable: bool) -> None:
        """Write a file; where that fails, the next start begins as one without it."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            atomic_write(self._folder / name, json.dumps(content).encode(), private=True, durable=durable)


def _written(place: Place, ids: Mapping[int, str]) -> dict[str, object]:
    query = place.query
    return {
        "text": query.text,
        "span": [query.span.first.isoformat(), query.span.last.isoformat()] if query.span is not None else None,
        "clock": query.clock,
        "unfinished": query.unfinished,
        "folded": query.folded,
        "related": query.related,
        "pane": place.pane,
        "article": ids.get(place.article, "") if place.article is not None else "",
        "line": place.line,
        "date": place.date,
        "row": place.row,
    }


def _place_of(found: Mapping[str, Any]) -> KeptPlace:
    every = [found["here"], *found["trail"]]
    here, *trail = [_read_place(each) for each in every]
    over = Pane(found["over"]) if found["over"] else None
    return KeptPlace(
        here,
        # Screens over the panes open as if for the first time; a proof needs its manuscript for that.
        Trail(tuple(trail)),
        over if over in OVER else None,
        _number(found["share"]) or 0,
        _number(found["measure"]) or 0,
        str(found["manuscript"]),
        tuple(str(each["article"]) for each in every),
    )


def _read_place(found: Mapping[str, Any]) -> Place:
    span = Span(*map(datetime.date.fromisoformat, found["span"])) if found["span"] else None
    query = Query(
        str(found["text"]),
        span,
        Clock(found["clock"]),
        bool(found["unfinished"]),
        bool(found["folded"]),
        related=str(found.get("related", "")),
    )
    pane = Pane(found["pane"])
    numbers = (_number(found[name]) for name in ("line", "date", "row"))
    return Place(query, Pane.LIST if pane in OVER else pane, None, *numbers)


def _number(found: object) -> int | None:
    return max(0, int(found)) if isinstance(found, int | float) else None


def _runs(process: int) -> bool:
    """Say whether another program of this user still runs, to which what it types belongs."""
    import psutil

    return process != os.getpid() and bool(psutil.pid_exists(process))
