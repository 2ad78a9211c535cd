"""The proof of a manuscript: its text on one side, what the dossier holds of each statement on the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen

from tui.base.printable import printable_line
from tui.core.archive import Archive
from tui.core.citable import citable_heads
from tui.locale import N_, _, ngettext
from tui.ui.clipboard import Part, copy_part
from tui.ui.drawing.proof_words import proof_head, proof_limits
from tui.ui.messages import Failed
from tui.ui.query_runner import QueryRunner, Turn
from tui.ui.screens.filtered_list import Left
from tui.ui.screens.key_sections import hint_words
from tui.ui.trail import Goal, Pane
from tui.ui.widgets.proof_draft import ProofDraft
from tui.ui.widgets.proof_evidence import ProofEvidence
from tui.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.export.files import Forms
    from tui.proof.values import Manuscript, Proof

_PULSE = 0.2
"""Seconds between two words on how far the proof is."""

Stamp = tuple[int, int, int]
"""What tells whether a proof still holds: the size and the time of the manuscript, the revision of the dossier."""


@dataclass(frozen=True, slots=True)
class ProofState:
    """How a proof was left: what comes back when it is opened again."""

    path: Path
    proof: Proof | None = None
    stamp: Stamp | None = None
    chosen: int = -1
    """The first character of the chosen statement."""
    evidence: int = 0
    """The place of its chosen evidence."""


class ManuscriptRead(Message):
    """The manuscript was read; its statements are being held against the dossier."""

    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__()
        self.manuscript = manuscript


class SentencesProved(Message):
    """So many of its sentences were held against the dossier."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done = done
        self.total = total


class ProofReady(Message):
    """The proof is complete."""

    def __init__(self, proof: Proof, stamp: Stamp | None) -> None:
        super().__init__()
        self.proof = proof
        self.stamp = stamp


class ProofScreen(Screen[Left]):
    """A manuscript held against the dossier."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "again", N_("prove the file again"), id="proof.again"),
        Binding("x", "export", N_("write a report"), id="proof.export"),
        Binding("y", "copy('quotation')", N_("copy the sentence with its citation"), id="proof.copy", show=False),
        Binding("Y", "copy('text')", N_("copy the sentence alone"), id="proof.copy-text", show=False),
        Binding("c", "copy('citation')", N_("copy the citation alone"), id="proof.cite", show=False),
        Binding("right,l", "side('ProofEvidence')", N_("to the evidence"), id="proof.evidence", show=False),
        Binding("left,h", "side('ProofDraft')", N_("to the manuscript"), id="proof.draft", show=False),
        Binding(
            "escape", "escape", N_("to the manuscript, then to the list of articles"), id="proof.escape", show=False
        ),
        Binding("q,backspace,P", "leave", N_("back"), id="proof.back"),
        Binding("question_mark,f1", "keys", N_("keys"), id="proof.keys"),
        Binding("colon", "app.command_palette", N_("every action"), id="proof.palette", show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-usual")]
    DEFAULT_CSS = """
    ProofScreen {
        & > #head { padding: 0 1; }
        & > #subhead { padding: 0 1; border-bottom: solid $rule; height: 2; }
        & > #sides { height: 1fr; layout: vertical; }
        & > #hints { padding: 0 1; }
        & ProofDraft { height: 1fr; }
        & ProofEvidence { height: 1fr; border-top: solid $rule; padding-top: 0; }
        & ProofEvidence:focus { border-top: heavy $accent; }
        &.-low > #subhead { height: 1; border-bottom: none; }
        &.-wide > #sides { layout: horizontal; }
        &.-wide ProofEvidence, &.-wide ProofEvidence:focus { border-top: none; border-left: solid $rule; }
        &.-wide ProofEvidence:focus { border-left: heavy $accent; }
    }
    """
    AUTO_FOCUS = "ProofDraft"

    def __init__(self, explorer: Archive, state: ProofState, busy: Callable[[], bool] = lambda: False) -> None:
        """Prove a manuscript, or show its proof as it was left; `busy` says whether files are still being read."""
        super().__init__()
        self.explorer = explorer
        self.runner = QueryRunner(self)
        self._state = state
        self._busy = busy
        self._proof: Proof | None = None
        self._stamp: Stamp | None = None

    def compose(self) -> ComposeResult:
        """Lay out the lines above, the two sides and the keys."""
        yield TextLine(id="head")
        yield TextLine(id="subhead")
        with Container(id="sides"):
            yield ProofDraft(id="draft")
            yield ProofEvidence(id="evidence")
        yield TextLine(id="hints", whole=True)

    def on_mount(self) -> None:
        """Show the proof where neither manuscript nor dossier changed; else prove the manuscript."""
        self.query_one("#subhead", TextLine).words = ((proof_limits(), "muted"),)
        state = self._state
        if state.proof is not None and state.stamp == _stamp(state.path, self.explorer):
            self.show_proof(ProofReady(state.proof, state.stamp))
        else:
            self._ask()

    def _ask(self) -> None:
        name = self._state.path.name
        self.query_one("#head", TextLine).words = (*proof_head(name, None), (" · " + _("reading it …"), "muted"))
        self.query_one(ProofEvidence).empty_words = _("One moment: what the dossier holds of it is being looked up.")
        self.runner.ask("proof", partial(_prove, self.explorer, self._state.path))

    @on(ManuscriptRead)
    def show_manuscript(self, event: ManuscriptRead) -> None:
        """Show the text while its statements are being looked up."""
        self.query_one(ProofDraft).show(event.manuscript.text, ())
        self.query_one(ProofEvidence).show(None)

    @on(SentencesProved)
    def show_progress(self, event: SentencesProved) -> None:
        """Say how far the proof is."""
        self.query_one("#head", TextLine).words = proof_head(self._state.path.name, None, (event.done, event.total))

    @on(ProofReady)
    def show_proof(self, event: ProofReady) -> None:
        """Show every statement with its verdict, the cursor where it was left or on the first that is not verbatim."""
        self._proof, self._stamp = event.proof, event.stamp
        head = [*proof_head(self._state.path.name, event.proof)]
        if self._busy():
            words = _("files are still being read: F5 proves it again")
            head.insert(1, (f" · {words}", "accent"))
        self.query_one("#head", TextLine).words = tuple(head)
        self.query_one("#subhead", TextLine).words = ((proof_limits(event.proof), "muted"),)
        self.query_one(ProofEvidence).empty_words = _("This text states nothing that can be held against the dossier.")
        self.query_one(ProofDraft).show(event.proof.manuscript.text, event.proof.findings, self._state.chosen)
        self.show_evidence()

    @on(Failed)
    def show_failure(self, event: Failed) -> None:
        """Say in place of the text what went wrong and what to do."""
        self._proof = None
        self.query_one("#head", TextLine).words = proof_head(self._state.path.name, None)
        told = printable_line(event.sentence) + "\n\n" + _("F5 reads it again; q goes back.")
        self.query_one(ProofDraft).show(told, ())
        self.query_one(ProofEvidence).empty_words = ""
        self.query_one(ProofEvidence).show(None)

    @on(ProofDraft.Moved)
    def show_evidence(self) -> None:
        """Show what there is of the chosen statement."""
        finding = self.query_one(ProofDraft).finding
        again = finding is not None and finding.statement.start == self._state.chosen
        chosen = self._state.evidence if again else 0
        self._state = replace(
            self._state, chosen=finding.statement.start if finding is not None else -1, evidence=chosen
        )
        self.query_one(ProofEvidence).show(finding, chosen)

    @on(ProofDraft.StatementsEnded)
    def say_end(self, event: ProofDraft.StatementsEnded) -> None:
        """Say that nothing else in that direction is to be looked at."""
        below, above = _("All below is verbatim or compatible."), _("All above is verbatim or compatible.")
        self.notify(below if event.direction > 0 else above, timeout=2)

    @on(ProofDraft.ReadAsked)
    @on(ProofEvidence.ReadAsked)
    def read(self) -> None:
        """Read the chosen evidence in its article."""
        evidence = self.query_one(ProofEvidence).evidence
        if evidence is None:
            self.notify(_("No article has a sentence that bears on it."), timeout=2)
            return
        number = self.explorer.numbers_of([evidence.id]).get(evidence.id)
        if number is None:
            self.notify(_("That article is no longer in the dossier; F5 proves the file again."), timeout=4)
        else:
            self.leave(Goal(Pane.READER, text="", article=number, passage=(evidence.start, evidence.end)))

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.query_one("#hints", TextLine).words = hint_words(self)

    def leave(self, goal: Goal | None = None) -> None:
        """Close the screen and go to `goal`; without one, one place back."""
        place = self.query_one(ProofEvidence).cursor
        state = replace(self._state, proof=self._proof, stamp=self._stamp, evidence=place)
        self.dismiss(Left(state, goal))

    def action_leave(self) -> None:
        """Go one place back."""
        self.leave()

    def action_escape(self) -> None:
        """Go to the manuscript; from there, to the list of articles."""
        if isinstance(self.focused, ProofEvidence):
            self.action_side("ProofDraft")
        else:
            self.leave(Goal(Pane.LIST))

    def action_side(self, name: str) -> None:
        """Go to the manuscript or to the evidence, by the name of its class."""
        self.set_focus(self.query_one(name))

    def action_again(self) -> None:
        """Read the file again and prove it."""
        self._ask()

    def action_copy(self, part: str) -> None:
        """Copy the sentence of the chosen evidence with its citation, or one of them alone."""
        evidence = self.query_one(ProofEvidence).evidence
        head = next(citable_heads(self.explorer, [evidence.number]), None) if evidence is not None else None
        if evidence is not None and head is not None and head.id == evidence.id:
            self.notify(copy_part(self.app, Part(part), evidence.sentence, head), timeout=4, markup=False)

    def action_export(self) -> None:
        """Ask for a file name and write a report of the proof, and say so."""
        proof = self._proof
        if proof is None:
            self.notify(_("Nothing to write: the proof is not complete."), timeout=3)
            return
        from tui import __version__
        from tui.base.printable import printable_json
        from tui.proof.reports import as_markdown, as_sarif, record
        from tui.ui.screens.export import ExportScreen

        count = len(proof.findings)
        what = ngettext("the proof of {count} statement", "the proof of {count} statements", count).format(count=count)
        forms: Forms = {
            ".md": ("Markdown", partial(as_markdown, proof)),
            ".json": ("JSON", lambda: printable_json([record(each) for each in proof.findings], indent=1) + "\n"),
            ".sarif": ("SARIF", partial(as_sarif, proof, __version__)),
        }

        def written(path: Path | None) -> None:
            if path is not None:
                words = _("Wrote {what} to {path}.").format(what=what, path=printable_line(str(path)))
                self.notify(words, timeout=6, markup=False)

        stem = f"{Path(proof.manuscript.name).stem}.proof"  # draft.md is proved in draft.proof.md
        self.app.push_screen(ExportScreen(what, forms, self.explorer.folder, stem), written)

    def action_keys(self) -> None:
        """Show the keys."""
        from tui.ui.screens.key_help import KeyHelp
        from tui.ui.screens.key_sections import sections_for

        self.app.push_screen(KeyHelp(sections_for(self)))


def _stamp(path: Path, explorer: Archive) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, explorer.revision


def _prove(explorer: Archive, path: Path, turn: Turn) -> None:
    from tui.core.proof import read_manuscript

    stamp = _stamp(path, explorer)
    manuscript = read_manuscript(path)
    turn.post(ManuscriptRead(manuscript))
    told = monotonic()

    def report(done: int, total: int) -> None:
        nonlocal told
        if monotonic() - told > _PULSE:
            told = monotonic()
            turn.post(SentencesProved(done, total))

    turn.post(ProofReady(explorer.prove(manuscript, turn.stop, report), stamp))
