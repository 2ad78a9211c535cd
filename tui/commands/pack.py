"""`mali-tui pack`: a dossier as one file that can be verified without the program."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Mapping
from pathlib import Path

from tui.base.locations import expanded, may_have_desk
from tui.base.plurals import counted
from tui.catalogue.catalogue import Head
from tui.citations import Reference
from tui.citations.exchange import as_biblatex, as_bibtex, as_csl, as_ris
from tui.commands.printer import Printer
from tui.core.bags import desk_in_bag
from tui.core.citable import citable_heads
from tui.core.explorer import Explorer
from tui.core.view import Query
from tui.errors import MaliTuiError
from tui.export.bags.layout import CRATE, DESK, PLAIN_SUMS
from tui.export.bags.ro_crate import described
from tui.export.bags.writing import LeftOut, Packed, Signer, Stored, payload, write_bag
from tui.export.files import FileExists, first_name, named_file, written_whole
from tui.importing.folder import bag_around
from tui.locale import _

_CITATIONS = {
    "citations/references.bib": as_bibtex,
    "citations/references-biblatex.bib": as_biblatex,
    "citations/references.ris": as_ris,
    "citations/references.json": as_csl,
}


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Write the bag and say where it is; what is not packed is told on standard error.

    Raises `MaliTuiError` where a file cannot be read or written, and where the key cannot be used.
    """
    name = dossier_name(explorer.folder)
    path = named_file(_named(asked.output) or first_name(explorer.folder, name, ".zip"), _FORM, explorer.folder)
    signer = _signer(asked.sign)
    found = list(payload(explorer.folder))
    desk = _desk(explorer, asked.desk)
    heads = list(citable_heads(explorer, explorer.explore(Query(folded=False), rows=0).hits))
    for left in found:
        if isinstance(left, LeftOut):
            printer.tell(_("Not packed: {path}: {reason}.").format(path=left.path, reason=left.reason))
    try:
        with written_whole(path, over=asked.force) as stream:
            dossier = Packed(name, explorer.folder, [each for each in found if isinstance(each, str)])
            stored = write_bag(stream, dossier, lambda files: _tags(name, files, heads, desk), signer)
    except FileExists:
        raise MaliTuiError(_("{path} is there already; --force writes over it.").format(path=path)) from None
    _tell(printer, path, stored, heads, signer)
    return 0


_FORM = {".zip": ("bag", str)}


def dossier_name(folder: Path) -> str:
    """Return the name of a dossier: that of its folder, or of the bag that it is the payload of."""
    return (bag_around(folder) or folder.resolve()).name or "dossier"


def _named(output: str) -> str:
    return output if not output or Path(output).suffix else f"{output}.zip"


def _signer(key: str) -> Signer | None:
    if not key:
        return None
    from tui.export.bags.signature import signer_of

    ask = (lambda: getpass.getpass(_("Passphrase of {key}: ").format(key=key))) if sys.stdin.isatty() else None
    return signer_of(expanded(Path(key)), ask)


def _desk(explorer: Explorer, named: Path | None) -> bytes | None:
    """Return the journal of the desk: of the named one, or of the dossier's own, where it has one."""
    from tui.core.desk import DossierDesk

    came = desk_in_bag(explorer.folder)
    if named is None and not may_have_desk():
        return came.read_bytes() if came is not None else None
    try:
        path = expanded(named) if named is not None else DossierDesk.open(explorer).desk.path
        if named is None and (path is None or not path.is_file()):
            path = came
        return path.read_bytes() if path is not None else None
    except OSError as error:
        raise MaliTuiError(
            _("The desk {path} cannot be read: {problem}; name its file.").format(
                path=named, problem=error.strerror or error
            )
        ) from None


def _tags(name: str, stored: list[Stored], heads: list[Head], desk: bytes | None) -> Mapping[str, bytes]:
    """Return the description of the dossier, its citations, and the journal of the desk."""
    ordered = sorted(heads, key=lambda head: (head.path, head.id))
    references = [Reference.of(head) for head in ordered]
    tags = {CRATE: described(name, stored, ordered)}
    tags |= {file: write(references) for file, write in _CITATIONS.items()} if references else {}
    written = {file: text.encode("utf-8", "replace") for file, text in tags.items()}
    return written | ({DESK: desk} if desk is not None else {})


def _tell(printer: Printer, path: Path, stored: list[Stored], heads: list[Head], signer: Signer | None) -> None:
    if printer.as_json:
        for file in stored:
            printer.record({"path": file.path, "size": file.size, "sha256": file.digest})
        return
    printer.line(
        _("Packed {files} with {articles} into {path}.").format(
            files=counted(len(stored), "file"), articles=counted(len(heads), "article"), path=path
        )
    )
    if signer is not None:
        printer.line(_("Signed with the key {fingerprint}.").format(fingerprint=signer.fingerprint))
    sums = PLAIN_SUMS if any("%" in file.path for file in stored) else "manifest-sha256.txt"
    printer.line(
        _("Anyone can verify it: mali-tui verify {path}, or, unpacked, sha256sum -c {sums}.").format(
            path=path, sums=sums
        )
    )
