"""How the application begins: what was asked for on the command line, and where the dossier was left."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tui.core.view import Query
from tui.ui.kept_place import KeptPlace, PlaceFiles
from tui.ui.trail import Place


class Start(Struct, frozen=True):
    """What the main screen begins with."""

    query: str = ""
    """Words to ask for; they go before the question that was left."""
    desk: Path | None = None
    """Another file for the desk."""
    proof: Path | None = None
    """A manuscript whose proof is opened first."""
    files: PlaceFiles | None = None
    """Where the place is kept for the next start; None keeps it nowhere."""
    fresh: bool = False
    """Whether to begin as if for the first time."""

    def kept(self) -> KeptPlace | None:
        """Return where to go on; None begins at the beginning."""
        kept = self.files.place() if self.files is not None and not self.fresh else None
        if kept is None:
            return None
        if self.query:
            asked = Place(Query(self.query, unfinished=True, folded=kept.here.query.folded))
            return KeptPlace(asked, share=kept.share, measure=kept.measure, manuscript=kept.manuscript)
        return replace(kept, over=None) if self.proof is not None else kept
