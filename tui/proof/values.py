"""What a proof is made of: frozen values. Offsets count characters of the manuscript's or an article's text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui.locale import N_


class ClaimKind(StrEnum):
    """What a manuscript states that can be held against a dossier."""

    QUOTATION = N_("quotation")
    FIGURE = N_("figure")
    DATE = N_("date")
    NAME = N_("name")
    ATTRIBUTION = N_("attribution")
    """That somebody, or an outlet, says so: in the text, in a note or between brackets."""


class Verdict(StrEnum):
    """What the dossier holds of a statement."""

    VERBATIM = N_("verbatim")
    ALTERED = N_("altered")
    CUT = N_("cut")
    """Words are left out without a sign of it."""
    ANOTHERS = N_("another's")
    """The dossier has it from somebody else, and not from whom the manuscript names."""
    ANOTHER_DAY = N_("another day")
    COMPATIBLE = N_("compatible")
    CONTRADICTED = N_("contradicted")
    NOT_FOUND = N_("not found")


SERIOUS = frozenset((Verdict.ALTERED, Verdict.ANOTHERS, Verdict.CONTRADICTED))
"""What somebody has to look at before the manuscript is printed."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A text that is to be held against a dossier."""

    text: str
    """Paragraphs, separated by a blank line."""
    language: str = "en"
    title: str = ""
    name: str = ""
    """The name of its file."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A place of the manuscript that states something."""

    start: int
    end: int
    text: str
    kind: ClaimKind
    sentence_start: int
    sentence_end: int


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the source and what the manuscript has in their place; either may be empty."""

    source: str
    manuscript: str

    @property
    def words(self) -> str:
        """Say it: `303 → 330`."""
        return f"{self.source or '(nothing)'} → {self.manuscript or '(nothing)'}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of an article that bears on a statement."""

    number: int
    """The article's number in the catalogue."""
    id: str
    start: int
    """Where the passage itself stands in the article's text."""
    end: int
    text: str
    """The passage."""
    sentence: str
    source: str
    """The outlet; empty where the article names none."""
    date: str
    """The day of publication as far as it is known, in ISO form; empty where it is not."""
    title: str
    verdict: Verdict
    """What this passage by itself makes of the statement."""
    changes: tuple[Change, ...] = ()
    retold: bool = False
    """Whether the words are not the outlet's own, so that they are no evidence for a wording."""
    score: float = 0.0
    """How much of the statement's sentence it has, from 0 to 1, rare words counting most."""
    also: tuple[Evidence, ...] = ()
    """The same in other articles, in nearly the same words."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement, what the dossier holds of it, and where."""

    statement: Statement
    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    """Best first."""
    reason: str = ""
    """A few words on why; empty where the verdict says it all."""
    changes: tuple[Change, ...] = ()
    """The changes against the best evidence, word by word."""

    @property
    def serious(self) -> bool:
        """Whether somebody has to look at it before the manuscript is printed."""
        return self.verdict in SERIOUS


@dataclass(frozen=True, slots=True)
class Proof:
    """All that was found, in the order of the manuscript."""

    manuscript: Manuscript
    findings: tuple[Finding, ...]

    @property
    def serious(self) -> tuple[Finding, ...]:
        """The findings that somebody has to look at."""
        return tuple(finding for finding in self.findings if finding.serious)
