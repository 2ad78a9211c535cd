"""RIS and EndNote's tagged form, as databases and programs for references write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.base.printable import printable
from tui.errors import FileProblem
from tui.importing.decoding import decode
from tui.importing.parsed import Draft, RawFile
from tui.importing.references.entry import entries
from tui.importing.references.tags import endnote_drafts, ris_drafts
from tui.locale import N_

_RIS = re.compile(r"^[\ufeff\s]*TY  ?- ", re.M)
_ENDNOTE = re.compile(r"^[\ufeff\s]*%0\s", re.M)


def read(file: RawFile) -> Iterator[Draft]:
    """Yield the entries of a list; raises `FileProblem` where it is none."""
    text, note = decode(file.content)
    text = printable(text)
    if note:
        yield Draft(notes=(note,))
    if _RIS.search(text):
        yield from entries(ris_drafts(text), "references")
    elif _ENDNOTE.search(text):
        yield from entries(endnote_drafts(text), "references")
    else:
        raise FileProblem(N_("no reference in it: neither a line that begins with TY nor one with %0"))
