"""Proof: a manuscript held against the articles of a dossier, statement by statement; pure.

It says what the dossier holds, never that something is false.
"""

from __future__ import annotations

from tui.proof.proof import prove
from tui.proof.values import Change, ClaimKind, Evidence, Finding, Manuscript, Proof, Statement, Verdict

__all__ = ["Change", "ClaimKind", "Evidence", "Finding", "Manuscript", "Proof", "Statement", "Verdict", "prove"]
