"""Writing what is taken away: whole or not at all, over nothing that was not agreed to, and never into the dossier."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tui.errors import MaliTuiError

Forms = Mapping[str, tuple[str, Callable[[], str]]]
"""For the ending of a file name the name of the form and what makes its text."""


class ExportRefused(MaliTuiError):
    """A file cannot be written there; the sentence says what to do."""


class FileExists(ExportRefused):
    """There is a file of that name; it is written over only where that was agreed to."""


def named_file(written: str, forms: Forms, dossier: Path) -> Path:
    """Return the file that somebody named: `~` is the home, a relative name starts where the program was started.

    Raises `ExportRefused` where the name is empty or has an unknown ending, where its folder is missing, or where it
    lies within the dossier.
    """
    if not written.strip() or "\0" in written:
        raise ExportRefused("Name a file to write.")
    try:
        path = Path(written.strip()).expanduser()
        folder = path.parent.resolve()
        found = folder.is_dir()
    except (OSError, RuntimeError, UnicodeError):  # somebody's home that nobody has, a loop of links, too long a name
        raise ExportRefused("That is no name of a file here; give another one.") from None
    if path.suffix.lower() not in forms:
        raise ExportRefused(f"End the name with one of {' '.join(forms)}: the ending says the form.")
    if not found:
        raise ExportRefused(f"There is no folder {folder}; name one that is there.")
    if folder.is_relative_to(dossier.resolve()):
        raise ExportRefused("The dossier is never written to; name a file outside of it.")
    if path.is_dir():
        raise ExportRefused(f"{path} is a folder; add a file name.")
    return folder / path.name


def first_name(dossier: Path, stem: str, ending: str) -> str:
    """Suggest a free name: in the present folder, in the home where that is the dossier."""
    try:
        here = Path.cwd()
    except FileNotFoundError:  # it was removed while the program runs
        here = Path.home()
    folder = Path.home() if here.is_relative_to(dossier.resolve()) else here
    tried = (f"{stem}{'' if number == 1 else f'-{number}'}{ending}" for number in range(1, 1000))
    name = next((name for name in tried if not os.path.lexists(folder / name)), f"{stem}{ending}")
    return str(folder / name)


def write_whole(path: Path, text: str, *, over: bool) -> None:
    """Write a file in UTF-8: it is there with all of the text, or not at all.

    Raises `FileExists` where there is one already and `over` does not allow to replace it, and `ExportRefused` where
    the folder cannot be written.
    """
    with written_whole(path, over=over) as stream:
        stream.write(text.encode("utf-8", "replace"))


@contextmanager
def written_whole(path: Path, *, over: bool) -> Iterator[BinaryIO]:
    """Give a stream for the bytes of a file, which is there with all of them at the end, or not at all.

    Raises as `write_whole` does.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            with aside.open("xb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            _put(aside, path, over=over)
        finally:
            aside.unlink(missing_ok=True)
    except FileExistsError:
        raise FileExists(f"{path.name} is there already: enter again writes over it, another name leaves it.") from None
    except OSError as problem:
        raise ExportRefused(f"{path} cannot be written: {problem.strerror or problem}.") from None


def _put(aside: Path, path: Path, *, over: bool) -> None:
    if over:
        os.replace(aside, path)
        return
    try:
        os.link(aside, path)  # fails where the name is taken, however late somebody took it
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        os.replace(aside, path)
