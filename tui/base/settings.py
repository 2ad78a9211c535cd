"""The reader's settings: one TOML file in the user's configuration folder, checked when it is read.

The command line outranks the environment, and that outranks this file.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from msgspec import Struct

from tui.errors import SettingsError
from tui.locale import _

VARIABLE = "MALI_TUI_CONFIG"
"""The environment variable that names another file."""

FILE_NAME = "config.toml"

CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("dark", "light", "contrast"),
    "citation_style": ("plain", "chicago", "chicago-author", "apa", "mla", "iso690", "iso690-fr"),
}
"""The settings that take one of a few words; those of citations are the keys of `tui.citations.STYLES`."""

_LANGUAGE = re.compile(r"[a-z]{2}")


class Settings(Struct, frozen=True):
    """What the file says; an empty value says nothing. Every field is a key of the file."""

    theme: str = ""
    """The colours to begin with."""
    citation_style: str = ""
    """The style of citations until another one is chosen in the palette."""
    language: str = ""
    """The language of the interface, as two letters."""
    cache: str = ""
    """The folder of the indexes."""
    data: str = ""
    """The folder of what the reader adds."""
    desk: str = ""
    """The file of the desk, whichever dossier is opened."""


def settings_file() -> Path:
    """Return the path of the file; it need not exist."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    import platformdirs

    return Path(platformdirs.user_config_path("mali-tui", appauthor=False)) / FILE_NAME


def glossary_file() -> Path:
    """Return the path of the reader's own glossary, beside the settings; it need not exist."""
    return settings_file().parent / "glossary.txt"


def settings() -> Settings:
    """Return the settings, read once a process; all are empty where there is no file.

    Raises `SettingsError` with line and column where the file has a fault.
    """
    return _read(settings_file())


@cache
def _read(path: Path) -> Settings:
    try:
        written = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsError(
            _("{path} cannot be read: {problem}; mend it, or move it away").format(path=path, problem=problem)
        ) from None
    return parse(written, path)


def parse(written: str, path: Path) -> Settings:
    """Read the text of a settings file; `path` stands in what is said about its faults.

    Raises `SettingsError` for what is no TOML, an unknown key, or a value that cannot be.
    """
    import tomllib

    try:
        told = tomllib.loads(written)
    except tomllib.TOMLDecodeError as problem:
        raise SettingsError(f"{path}: {problem}") from None
    known = Settings.__struct_fields__
    for key, value in told.items():
        if key not in known:
            raise _fault(
                path,
                written,
                key,
                _("there is no setting {key}; there are {names}").format(key=key, names=", ".join(known)),
            )
        if not isinstance(value, str):
            raise _fault(path, written, key, _("{key} is a text in quotation marks").format(key=key))
        if key in CHOICES and value not in CHOICES[key]:
            raise _fault(
                path, written, key, _("{key} is one of {values}").format(key=key, values=", ".join(CHOICES[key]))
            )
        if key == "language" and not _LANGUAGE.fullmatch(value):
            raise _fault(path, written, key, _("language is a code of two letters, such as en"))
    return Settings(**told)


def _fault(path: Path, written: str, key: str, what: str) -> SettingsError:
    """Return the error of a key, with the line and the column (both from 1 on) where it stands."""
    found = re.search(rf"""^[ \t]*(?:\[+[ \t]*)?["']?({re.escape(key)})""", written, re.MULTILINE)
    if found is None:
        return SettingsError(f"{path}: {what}")
    line = written.count("\n", 0, found.start(1)) + 1
    column = found.start(1) - (written.rfind("\n", 0, found.start(1)) + 1) + 1
    told = _("{path}, line {line}, column {column}: {problem}")
    return SettingsError(told.format(path=path, line=line, column=column, problem=what))
