"""A quotation against the wording of an article: the same, cut, altered word by word, or not there."""

from __future__ import annotations

import pytest
from proof_archive import article

from tui.proof.archive import SourceText
from tui.proof.quotations import Quotation
from tui.proof.values import Verdict
from tui.proof.wording import Wording, find_wording

TEXT = (
    "The harbour was closed on Monday because the old bridge had lost two of its eleven pillars in the storm.\n\n"
    '"We will open it again," the mayor said, "as soon as the engineers have looked at every pillar." '
    "Nobody was hurt, although 303 people had been on the bridge."
)

CASES = [
    ("the same", "the old bridge had lost two of its eleven pillars", Verdict.VERBATIM, []),
    ("capitals and marks", "The old bridge, had lost two of its ‘eleven’ pillars.", Verdict.VERBATIM, []),
    ("a word", "the old bridge had lost three of its eleven pillars", Verdict.ALTERED, ["two → three"]),
    ("a digit", "Nobody was hurt, although 330 people had been on the bridge", Verdict.ALTERED, ["303 → 330"]),
    (
        "a word put in",
        "the old stone bridge had lost two of its pillars",
        Verdict.ALTERED,
        ["(nothing) → stone", "eleven → (nothing)"],
    ),
    ("a cut", "The harbour was closed on Monday because two of its eleven pillars", Verdict.ALTERED, None),
    (
        "a cut in the middle",
        "The harbour was closed had lost two of its eleven pillars",
        Verdict.CUT,
        ["on Monday because the old bridge → (nothing)"],
    ),
    ("a marked cut", "The harbour was closed […] had lost two of its eleven pillars", Verdict.VERBATIM, []),
    (
        "interrupted in the source",
        "We will open it again as soon as the engineers have looked at every pillar",
        Verdict.VERBATIM,
        [],
    ),
    ("something else", "the railway will cost more than anybody in the council thought", None, []),
    ("few words that are there", "every pillar", Verdict.VERBATIM, []),
    ("few words that are not", "every bolt", None, []),
]


@pytest.mark.parametrize(
    ("quoted", "verdict", "changes"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_became_of_the_wording(quoted: str, verdict: Verdict | None, changes: list[str] | None):
    source = SourceText(1, article("Herald", "2021-03-04", TEXT), tuple)
    found = find_wording(Wording.of(Quotation(0, len(quoted), quoted).segments), source)
    if verdict is None:
        assert found is None
        return
    assert found is not None
    if changes is not None:
        assert (found.verdict, [change.words for change in found.changes]) == (verdict, changes)
