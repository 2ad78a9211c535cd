"""A proof as a file: a Markdown report for an editor, and SARIF for programs that show such findings beside a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.base.plurals import counted
from tui.base.printable import printable_json, printable_line
from tui.locale import N_, _, stored
from tui.proof.values import SERIOUS, Evidence, Finding, Proof, Verdict

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|"})
_LEVELS = {Verdict.NOT_FOUND: "note", Verdict.CUT: "warning", Verdict.ANOTHER_DAY: "warning"}
_MEANS = {
    Verdict.ALTERED: N_("the dossier has it in other words"),
    Verdict.CUT: N_("words are left out without a sign of it"),
    Verdict.ANOTHERS: N_("the dossier has it from somebody else"),
    Verdict.ANOTHER_DAY: N_("the dossier has another day"),
    Verdict.CONTRADICTED: N_("the dossier has something else"),
    Verdict.NOT_FOUND: N_("the dossier does not have it so"),
}
"""What is reported, and what each verdict means; the dossier is all that is known."""
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LIMIT = N_("Says what the dossier holds, not what is true. Retold articles are no evidence for a wording.")


def told(finding: Finding) -> str:
    """Say in a line why a finding is what it is: the changes, or the reason."""
    changes = "; ".join(change.words for change in finding.changes)
    return "; ".join(part for part in (changes, stored(finding.reason)) if part)


def credit_line(evidence: Evidence) -> str:
    """Say where evidence stands: outlet, day and id, and which other articles have the same."""
    stands = _stands(evidence)
    if evidence.also:
        others = "; ".join(_stands(each) for each in evidence.also)
        return _("{here}; also {others}").format(here=stands, others=others)
    return stands


def _stands(evidence: Evidence) -> str:
    if evidence.retold:
        source = _("retold from {source}").format(source=evidence.source or _("a source"))
    else:
        source = evidence.source or _("no outlet named")
    return ", ".join((printable_line(source), evidence.date or _("undated"), evidence.id))


def record(finding: Finding) -> dict[str, object]:
    """Return a finding as a record for scripts."""
    return {
        "start": finding.statement.start,
        "end": finding.statement.end,
        "text": finding.statement.text,
        "kind": finding.statement.kind.value,
        "verdict": finding.verdict.value,
        "reason": told(finding) or None,
        "changes": [{"source": change.source, "manuscript": change.manuscript} for change in finding.changes],
        "evidence": [_evidence_record(evidence) for evidence in finding.evidence],
    }


def _evidence_record(evidence: Evidence) -> dict[str, object]:
    return {
        "id": evidence.id,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "sentence": evidence.sentence,
        "source": evidence.source or None,
        "date": evidence.date or None,
        "title": evidence.title,
        "verdict": evidence.verdict.value,
        "retold": evidence.retold,
        "also": [{"id": each.id, "source": each.source or None, "date": each.date or None} for each in evidence.also],
    }


def as_markdown(proof: Proof) -> str:
    """Write a report: what has to be looked at first, then what the dossier does not have, then what it has."""
    title = proof.manuscript.title or proof.manuscript.name or _("Manuscript")
    lines = ["# " + _("Proof of {title}").format(title=_escaped(title)), "", f"{_sums(proof)} {_(LIMIT)}", ""]
    missing = [each for each in proof.findings if each.verdict is Verdict.NOT_FOUND]
    groups = (
        (_("To look at"), [each for each in proof.findings if each.serious or each.verdict in _LEVELS_TO_SEE]),
        (_("Not found, with what comes nearest"), [each for each in missing if each.evidence]),
        (_("Not in the dossier"), [each for each in missing if not each.evidence]),
        (
            _("In the dossier"),
            [each for each in proof.findings if each.verdict in (Verdict.VERBATIM, Verdict.COMPATIBLE)],
        ),
    )
    for heading, findings in groups:
        if findings:
            lines += [f"## {heading}", "", *(line for finding in findings for line in _entry(finding))]
    return "\n".join(lines).rstrip() + "\n"


_LEVELS_TO_SEE = (Verdict.CUT, Verdict.ANOTHER_DAY)


def _sums(proof: Proof) -> str:
    counts = {verdict: sum(each.verdict is verdict for each in proof.findings) for verdict in Verdict}
    named = ", ".join(f"{count} {_(verdict.value)}" for verdict, count in counts.items() if count)
    told = _("{statements}: {counts}.") if named else _("{statements}: nothing to hold against the dossier.")
    return told.format(statements=counted(len(proof.findings), "statement"), counts=named)


def sums(proof: Proof) -> str:
    """Say how many statements have which verdict."""
    return _sums(proof)


def _entry(finding: Finding) -> Iterator[str]:
    reason = told(finding)
    why = f": {_escaped(reason)}" if reason else ""
    verdict, kind = _(finding.verdict.value), _(finding.statement.kind.value)
    yield f"- **{verdict}** ({kind}) {_escaped(finding.statement.text)}{why}"
    for evidence in finding.evidence[:3]:
        yield f"  - {_escaped(evidence.sentence)} ({_escaped(credit_line(evidence))})"
    yield ""


def _escaped(text: str) -> str:
    return printable_line(text).translate(_MARKS)


def as_sarif(proof: Proof, version: str) -> str:
    """Write SARIF 2.1.0; places count characters of the manuscript's text as it was read."""
    rules = [
        {"id": verdict.value.replace(" ", "-").replace("'", ""), "shortDescription": {"text": means}}
        for verdict, means in _MEANS.items()
    ]
    driver = {"name": "mali-tui proof", "version": version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(proof)),
    }
    return printable_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _results(proof: Proof) -> Iterator[dict[str, object]]:
    for finding in proof.findings:
        if finding.verdict not in _MEANS:
            continue
        region = {
            "charOffset": finding.statement.start,
            "charLength": finding.statement.end - finding.statement.start,
            "snippet": {"text": finding.statement.text},
        }
        reason = told(finding)
        message = f"{finding.statement.kind.value}: {_MEANS[finding.verdict]}{f': {reason}' if reason else ''}"
        yield {
            "ruleId": finding.verdict.value.replace(" ", "-").replace("'", ""),
            "level": "error" if finding.verdict in SERIOUS else _LEVELS[finding.verdict],
            "message": {"text": " ".join([message, *_seen(finding.evidence)])},
            "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": _uri(proof.manuscript.name)}, "region": region}}
            ],
        }


def _seen(evidence: Iterable[Evidence]) -> Iterator[str]:
    for each in list(evidence)[:3]:
        yield f"[{credit_line(each)}: {printable_line(each.sentence)}]"


def _uri(name: str) -> str:
    from urllib.parse import quote

    return quote(name or "manuscript")
