"""`mali-tui config`: the settings in force, and where each of them was said."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping

from tui.base.locations import CACHE_VARIABLE, DATA_VARIABLE, DESK_VARIABLE, cache_root, data_root
from tui.base.settings import CHOICES, Settings, settings, settings_file
from tui.commands.printer import Printer
from tui.locale import VARIABLE as LANGUAGE_VARIABLE
from tui.locale import _

_VARIABLES = {"cache": CACHE_VARIABLE, "data": DATA_VARIABLE, "desk": DESK_VARIABLE, "language": LANGUAGE_VARIABLE}
"""The environment variables that outrank the file."""


def run_without_dossier(_asked: argparse.Namespace, printer: Printer) -> int:
    """Print each setting with its value and what said it.

    Raises `SettingsError` if the file has a fault.
    """
    path = settings_file()
    rows = [(name, value, origin) for name, value, origin in in_force(settings(), os.environ)]
    if printer.as_json:
        for name, value, origin in rows:
            printer.record({"setting": name, "value": value or None, "from": origin or None})
        return 0
    heads = (_("setting"), _("value"), _("said by"), _("may be"))
    printer.table(heads, [(*row, ", ".join(CHOICES.get(row[0], ()))) for row in rows])
    there = path.is_file()
    printer.line(_("The file is {path}").format(path=path) if there else _("There is no {path} yet").format(path=path))
    return 0


def in_force(said: Settings, environment: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return name, value and origin of each setting; the origin is empty for what holds where nothing is said."""
    unsaid = {"citation_style": CHOICES["citation_style"][0], "language": "en"}
    unsaid |= {"cache": str(cache_root()), "data": str(data_root())}
    rows = []
    for name in Settings.__struct_fields__:
        variable = _VARIABLES.get(name, "")
        if variable and environment.get(variable):
            rows.append((name, environment[variable], variable))
        else:
            value = getattr(said, name)
            rows.append((name, value or unsaid.get(name, ""), "config.toml" if value else ""))
    return rows
