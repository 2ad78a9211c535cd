"""`mali-tui verify`: what became of each file of a bag since it was packed."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui.base.locations import expanded
from tui.base.plurals import counted
from tui.commands.printer import Printer
from tui.export.bags.reading import opened
from tui.export.bags.verification import FileState, Verified, verify
from tui.locale import N_, _


def run_without_dossier(asked: argparse.Namespace, printer: Printer) -> int:
    """Name every file that is not as it was packed; 1 where there is one, or where the signature is not checked.

    Raises `BagRefused` for what is no bag and for one that is made to do harm, `KeyProblem` for a key that is none.
    """
    wanted = _wanted(asked.key)
    with opened(asked.bag) as bag:
        found = verify(bag)
    if printer.as_json:
        for file in found.files:
            printer.record(_record(file))
    else:
        _print(found, printer)
    told = _signature_words(found, wanted)
    if told:
        (printer.tell if printer.as_json else printer.line)(told)
    wrong_key = bool(wanted) and found.signed_by != wanted
    return 1 if found.different or found.unchecked or wrong_key else 0


def _wanted(key: str) -> str:
    if not key:
        return ""
    from tui.export.bags.signature import fingerprint_of

    return fingerprint_of(expanded(Path(key)))


def _record(file: FileState) -> dict[str, object]:
    return {"path": file.path, "state": file.state.value, "was": file.was or None, "reason": file.reason or None}


def _print(found: Verified, printer: Printer) -> None:
    if found.different:
        rows = [
            (
                _(f.state.value),
                f.path,
                _("was {was}: {reason}").format(was=f.was, reason=f.reason) if f.was else f.reason,
            )
            for f in found.different
        ]
        printer.table((N_("state"), N_("file"), N_("why")), rows)
        printer.line()
        same = len(found.files) - len(found.different)
        printer.line(
            _("{files} not as packed, {count:,} the same.").format(
                files=counted(len(found.different), "file"), count=same
            )
        )
    else:
        printer.line(_("{files}, all as packed.").format(files=counted(len(found.files), "file")))


def _signature_words(found: Verified, wanted: str) -> str:
    """Say who signed; without a key to compare with, it is only told which key it was."""
    if found.unchecked:
        return _("The signature was not checked: {reason}").format(reason=found.unchecked)
    if wanted and found.signed_by != wanted:
        told = (
            _("Not signed with the key {wanted}, but with {signer}.")
            if found.signed_by
            else _("Not signed with the key {wanted}.")
        )
        return told.format(wanted=wanted, signer=found.signed_by)
    if not found.signed_by:
        return ""
    if wanted:
        return _("Signed with the key {signer}, the one that you named.").format(signer=found.signed_by)
    return _("Signed with the key {signer}; whose it is, --key FILE compares.").format(signer=found.signed_by)
