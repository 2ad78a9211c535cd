"""What would make a dossier better to work with on this machine."""

from __future__ import annotations

from importlib.util import find_spec

from tui.importing.limits import WIDE
from tui.locale import _


def advice(articles: int) -> str:
    """Return one sentence on what a dossier of so many articles would gain from; empty where there is nothing."""
    if articles < WIDE or find_spec("numpy") is not None:
        return ""
    from tui.base.installation import command_to_add

    told = _("Searches in {articles:,} articles are faster with numpy; add it with: {command}")
    return told.format(articles=articles, command=command_to_add(["numpy"]))
