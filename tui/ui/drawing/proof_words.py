"""What a proof says in words: verdicts with their signs, sums, where evidence stands.

Every verdict is a sign and a word; none is a colour alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.base.printable import printable_line
from tui.locale import N_, _, ngettext

if TYPE_CHECKING:  # the proof is loaded when one is opened
    from tui.proof.values import Change, Evidence, Finding, Proof

VERDICTS = {
    "verbatim": ("=", N_("verbatim")),
    "altered": ("✗", N_("altered")),
    "cut": ("…", N_("cut")),
    "another's": ("≠", N_("another's")),
    "another day": ("±", N_("another day")),
    "compatible": ("≈", N_("compatible")),
    "contradicted": ("!", N_("contradicted")),
    "not found": ("?", N_("not found")),
}
"""The sign and the word of each verdict, by its value."""

KINDS = {
    "quotation": N_("quotation"),
    "figure": N_("figure"),
    "date": N_("date"),
    "name": N_("name"),
    "attribution": N_("attribution"),
}
"""What a statement is, by its value."""

_GOOD = ("verbatim", "compatible")


def is_good(finding: Finding) -> bool:
    """Say whether the dossier has a statement as it is written, or one that agrees with it."""
    return finding.verdict.value in _GOOD


def verdict_words(value: str) -> str:
    """Return the sign and the word of a verdict: `✗ altered`."""
    sign, word = VERDICTS[value]
    return f"{sign} {_(word)}"


def change_words(changes: Sequence[Change]) -> str:
    """Say what stands in the dossier and what the manuscript has in its place: `303 → 330`."""
    nothing = _("(nothing)")
    told = (f"{change.source or nothing} → {change.manuscript or nothing}" for change in changes)
    return printable_line("; ".join(told))


def origin_words(evidence: Evidence) -> str:
    """Say where evidence stands: outlet, day, and whether the words are the outlet's own."""
    told = [evidence.source or _("no outlet named"), evidence.date or _("undated")]
    if evidence.retold:
        told.append(_("retold: no evidence for a wording"))
    return printable_line(" · ".join(told))


def also_words(evidence: Evidence) -> str:
    """Say which other articles have the same sentence; empty where none has."""
    if not evidence.also:
        return ""
    stands = ((each.source or _("no outlet named"), each.date or _("undated")) for each in evidence.also)
    others = "; ".join(", ".join(each) for each in stands)
    return printable_line(_("the same in {others}").format(others=others))


def kind_counts(findings: Sequence[Finding]) -> str:
    """Count the statements by what they are: `9 quotations, 12 figures, 7 dates`."""
    counts = Counter(finding.statement.kind.value for finding in findings)
    told = (
        ngettext("{count} quotation", "{count} quotations", counts["quotation"]),
        ngettext("{count} figure", "{count} figures", counts["figure"]),
        ngettext("{count} date", "{count} dates", counts["date"]),
        ngettext("{count} name", "{count} names", counts["name"]),
        ngettext("{count} attribution", "{count} attributions", counts["attribution"]),
    )
    named = zip(KINDS, told, strict=True)
    return ", ".join(words.format(count=counts[kind]) for kind, words in named if counts[kind])


def verdict_counts(findings: Sequence[Finding]) -> str:
    """Count the statements by what the dossier holds of them, what is in it first: `= 3 verbatim · ✗ 1 altered`."""
    counts = Counter(finding.verdict.value for finding in findings)
    order = (*_GOOD, *(value for value in VERDICTS if value not in _GOOD))
    told = ((VERDICTS[value], counts[value]) for value in order if counts[value])
    return " · ".join(" ".join((sign, str(count), _(word))) for (sign, word), count in told)


def proof_head(name: str, proof: Proof | None, done: tuple[int, int] | None = None) -> tuple[tuple[str, str], ...]:
    """Return the line above a proof: the manuscript, and what the dossier holds of its statements.

    `done` is how many sentences of how many were held against the dossier, while that goes on.
    """
    title = (printable_line(name), "strong")
    if proof is None and done is None:
        return (title,)
    if proof is None:
        assert done is not None
        words = _("held against the dossier: {done} of {total} sentences …").format(done=done[0], total=done[1])
        return (title, (f" · {words}", "muted"))
    if not proof.findings:
        return (title, (" · " + _("nothing in it can be held against the dossier"), "plain"))
    return (title, (f" · {verdict_counts(proof.findings)}", "plain"))


def proof_limits(proof: Proof | None = None) -> str:
    """Return the line below that one: what the manuscript states, and what a proof cannot say."""
    limits = _("says what the dossier holds, not what is true; retold articles are no evidence for a wording")
    return " · ".join(filter(None, (kind_counts(proof.findings) if proof is not None else "", limits)))
