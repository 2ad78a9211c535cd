"""Where desks lie: one for each dossier in the user's data folder, found again by the articles of the dossier.

Beside a desk a file tells which folders it is for and what their articles are. It can be deleted: it is written anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from tui.base.atomic_write import atomic_write
from tui.base.folding import essence
from tui.base.locations import desk_folder, desks_root
from tui.errors import DeskError
from tui.locale import _

FILE_NAME = "desk.jsonl"
_ABOUT = "dossier.json"
_SAMPLE = 2_000
"""Articles that are compared at most: of a larger dossier, those with the least fingerprints."""
_SHARE = 0.5
"""The part of the smaller dossier's articles that two folders must share to be one dossier."""
_FEWEST = 3
"""Articles that two folders must share; where one has fewer, all of them."""

Listed = Iterable[tuple[str, str]]
"""The id and the title of each article."""


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """Where the desk of a dossier lies."""

    path: Path
    notice: str = ""
    """One sentence where it was made for another folder; mostly empty."""


@dataclass(frozen=True, slots=True)
class _About:
    """What is written down beside a desk."""

    folders: tuple[str, ...]
    articles: frozenset[int]


def named_desk(path: Path, dossier: Path) -> DeskPlace:
    """Return the place that somebody named; raises `DeskError` where it is a folder or lies in the dossier."""
    try:
        whole = path.expanduser().resolve()
        inside = whole.is_relative_to(dossier.resolve())
        is_folder = whole.is_dir()
    except (OSError, RuntimeError, ValueError):
        raise DeskError(_("{path} is no name of a file here; give another one to --desk.").format(path=path)) from None
    if inside:
        raise DeskError(_("The dossier is never written to; name a file outside of it with --desk."))
    if is_folder:
        raise DeskError(
            _("{path} is a folder; add a file name, such as {example}.").format(path=path, example=path / FILE_NAME)
        )
    return DeskPlace(whole)


def find_desk(dossier: Path, articles: Listed) -> DeskPlace:
    """Return where the desk of a dossier lies, or is to be made.

    A folder that was moved or copied has the desk of the folder that has, or had, the same articles.
    """
    own = desk_folder(dossier)
    if (own / FILE_NAME).exists():
        return DeskPlace(own / FILE_NAME)
    name, others = str(dossier.resolve()), list(_desks())
    known = next((folder for folder, about in others if name in about.folders), None)
    if known is not None:
        return DeskPlace(known / FILE_NAME)
    here = _fingerprints(articles) if others else frozenset()
    share, folder, about = max(
        ((_shared(here, about.articles), folder, about) for folder, about in others),
        key=lambda found: found[0],
        default=(0.0, own, None),
    )
    if about is None or not share:
        return DeskPlace(own / FILE_NAME)
    return DeskPlace(folder / FILE_NAME, _found_again(about))


def remember(place: DeskPlace, dossier: Path, articles: Listed) -> None:
    """Write down beside a desk which dossier it is for; it is found without that, as long as nothing moves."""
    folder = place.path.parent
    if folder.parent != desks_root() or not place.path.exists():
        return
    old, name = _read(folder), str(dossier.resolve())
    folders = tuple(dict.fromkeys((*(old.folders if old else ()), name)))[-16:]
    new = _About(folders, _fingerprints(articles))
    if new == old:
        return
    written = {"folders": [_printable(one) for one in new.folders], "articles": sorted(new.articles)}
    with suppress(OSError):
        atomic_write(folder / _ABOUT, json.dumps(written).encode(), private=True)


def _found_again(about: _About) -> str:
    former = about.folders[-1] if about.folders else _("another folder")
    if about.folders and Path(former).is_dir():
        return _(
            "The articles here are those of {former}, so both folders share one desk; --desk FILE gives "
            "this one its own."
        ).format(former=former)
    return _("The desk was made for {former}, whose articles are here now: it goes on here.").format(former=former)


def _desks() -> Iterator[tuple[Path, _About]]:
    try:
        folders = sorted(desks_root().iterdir())
    except OSError:
        return
    for folder in folders:
        about = _read(folder) if (folder / FILE_NAME).exists() else None
        if about is not None:
            yield folder, about


def _read(folder: Path) -> _About | None:
    try:
        found = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        return _About(tuple(map(str, found["folders"])), frozenset(map(int, found["articles"])))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _fingerprints(articles: Listed) -> frozenset[int]:
    every = {crc32(f"{ident} {essence(title)}".encode("utf-8", "replace")) for ident, title in articles}
    return frozenset(sorted(every)[:_SAMPLE])


def _shared(here: frozenset[int], there: frozenset[int]) -> float:
    """Return which part of the smaller one is shared, 0 where that is not enough."""
    smaller = min(len(here), len(there))
    common = len(here & there)
    if not smaller or common < min(_FEWEST, smaller):
        return 0.0
    return common / smaller if common / smaller >= _SHARE else 0.0


def _printable(path: str) -> str:
    return path.encode("utf-8", "replace").decode()
