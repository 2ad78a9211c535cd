"""Writes export files: whole or not at all, never over a file unless that was agreed to, never into the dossier."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tui.base.atomic_write import atomic_stream
from tui.errors import MaliTuiError
from tui.locale import _

Forms = Mapping[str, tuple[str, Callable[[], str]]]
"""By the ending of a file name: the name of the format, and what makes its text."""


class ExportRefused(MaliTuiError):
    """A file cannot be written there; the sentence says what to do."""


class FileExists(ExportRefused):
    """There is a file of that name already."""


def ending_of(name: str, forms: Forms) -> str:
    """Return the ending of a file name that says its form, the longest where several do; empty where none does."""
    lower = name.lower()
    return max((ending for ending in forms if lower.endswith(ending) and lower != ending), key=len, default="")


def named_file(written: str, forms: Forms, dossier: Path) -> Path:
    """Return the path for a typed file name: `~` is the home, a relative name starts in the current folder.

    Raises `ExportRefused` if the name is empty or has an unknown ending, its folder is missing, or it is in the
    dossier.
    """
    if not written.strip() or "\0" in written:
        raise ExportRefused(_("Name a file to write."))
    try:
        path = Path(written.strip()).expanduser()
        folder = path.parent.resolve()
        found = folder.is_dir()
    except (OSError, RuntimeError, UnicodeError):  # an unknown user's home, a loop of links, a name that is too long
        raise ExportRefused(_("That is no name of a file here; give another one.")) from None
    if not ending_of(path.name, forms):
        raise ExportRefused(
            _("End the name with one of {endings}: the ending says the form.").format(endings=" ".join(forms))
        )
    if not found:
        raise ExportRefused(_("There is no folder {folder}; name one that is there.").format(folder=folder))
    if folder.is_relative_to(dossier.resolve()):
        raise ExportRefused(_("The dossier is never written to; name a file outside of it."))
    if path.is_dir():
        raise ExportRefused(_("{path} is a folder; add a file name.").format(path=path))
    return folder / path.name


def first_name(dossier: Path, stem: str, ending: str) -> str:
    """Suggest a free name: in the current folder, or in the home if that is the dossier."""
    try:
        here = Path.cwd()
    except FileNotFoundError:  # it was removed while the program ran
        here = Path.home()
    folder = Path.home() if here.is_relative_to(dossier.resolve()) else here
    tried = (f"{stem}{'' if number == 1 else f'-{number}'}{ending}" for number in range(1, 1000))
    name = next((name for name in tried if not os.path.lexists(folder / name)), f"{stem}{ending}")
    return str(folder / name)


def check_free(path: Path, *, over: bool) -> None:
    """Raise `FileExists` if the file exists and `over` is false: before its text is made, not after."""
    if not over and os.path.lexists(path):
        raise _exists(path)


def _exists(path: Path) -> FileExists:
    return FileExists(
        _("{name} is there already: enter again writes over it, another name leaves it.").format(name=path.name)
    )


def write_whole(path: Path, text: str, *, over: bool) -> None:
    """Write a file in UTF-8, whole or not at all.

    Raises `FileExists` if the file exists and `over` is false, and `ExportRefused` if the folder cannot be written.
    """
    with written_whole(path, over=over) as stream:
        stream.write(text.encode("utf-8", "replace"))


@contextmanager
def written_whole(path: Path, *, over: bool) -> Iterator[BinaryIO]:
    """Give a stream for the bytes of a file, which is there with all of them at the end, or not at all.

    Raises as `write_whole` does.
    """
    try:
        with atomic_stream(path, replace=over) as stream:
            yield stream
    except FileExistsError:
        raise _exists(path) from None
    except OSError as problem:
        raise ExportRefused(
            _("{path} cannot be written: {problem}.").format(path=path, problem=problem.strerror or problem)
        ) from None
