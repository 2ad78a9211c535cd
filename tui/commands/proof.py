"""`mali-tui proof`: a manuscript held against the dossier, statement by statement."""

from __future__ import annotations

import argparse

from tui import __version__
from tui.base.locations import expanded
from tui.commands.printer import Cut, Printer
from tui.core.explorer import Explorer
from tui.core.proof import read_manuscript
from tui.errors import MaliTuiError
from tui.locale import N_, _
from tui.proof.reports import LIMIT, as_markdown, as_sarif, credit_line, record, sums, told
from tui.proof.values import Proof, Verdict

SEEN = (Verdict.VERBATIM, Verdict.COMPATIBLE)
"""What the table passes over unless all is asked for."""


def run(explorer: Explorer, asked: argparse.Namespace, printer: Printer) -> int:
    """Print what the dossier holds of each statement; 1 where one is altered, another's or contradicted.

    Raises `MaliTuiError` where the manuscript cannot be read, and where two forms are asked for.
    """
    if printer.as_json + asked.sarif + asked.markdown > 1:
        raise MaliTuiError(_("One of --json, --sarif and --markdown: one output has one form."))
    proof = explorer.prove(read_manuscript(expanded(asked.draft)))
    if printer.as_json:
        for finding in proof.findings:
            printer.record(record(finding))
    elif asked.sarif:
        printer.document(as_sarif(proof, __version__))
    elif asked.markdown:
        printer.document(as_markdown(proof))
    else:
        _print(proof, printer, everything=asked.all)
    return 1 if proof.serious else 0


def _print(proof: Proof, printer: Printer, *, everything: bool) -> None:
    shown = [each for each in proof.findings if everything or each.verdict not in SEEN]
    rows = []
    for finding in shown:
        best = finding.evidence[0] if finding.evidence else None
        where = f"{best.sentence} ({credit_line(best)})" if best else ""
        rows.append(
            (_(finding.verdict.value), _(finding.statement.kind.value), finding.statement.text, told(finding), where)
        )
    if rows:
        heads = (N_("verdict"), N_("what"), N_("in the manuscript"), N_("difference"), N_("in the dossier"))
        printer.table(heads, rows, cuts={"in the dossier": Cut.END, "in the manuscript": Cut.END})
        printer.line()
    printer.line(sums(proof))
    printer.tell(_(LIMIT))
