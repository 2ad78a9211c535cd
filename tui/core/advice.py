"""What would make a dossier better to work with on this machine."""

from __future__ import annotations

from importlib.util import find_spec

from tui.core.archive import Archive
from tui.importing.limits import WIDE
from tui.locale import _


def advice(archive: Archive) -> str:
    """Return one sentence on what an archive would gain from on this machine; empty where there is nothing.

    One on a server gains nothing: the work is done there.
    """
    articles = archive.count if archive.at_hand else 0
    if articles < WIDE or find_spec("numpy") is not None:
        return ""
    from tui.base.installation import command_to_add

    told = _("Searches in {articles:,} articles are faster with numpy; add it with: {command}")
    return told.format(articles=articles, command=command_to_add(["numpy"]))
