"""A manuscript and its evidence as rows of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.base.printable import printable
from tui.proof.values import Change, ClaimKind, Evidence, Finding, Manuscript, Proof, Statement, Verdict
from tui.ui.drawing.proof_rows import ManuscriptRows, Role, evidence_rows
from tui.ui.drawing.proof_words import VERDICTS, proof_head, proof_limits

TEXT = "The bell rang 330 times in May. “Nobody heard it at all,” the Herald wrote on 4 June."


def found(text: str, words: str, verdict: Verdict, kind: ClaimKind = ClaimKind.FIGURE, *evidence: Evidence) -> Finding:
    start = text.index(words)
    statement = Statement(start, start + len(words), words, kind, 0, len(text))
    changes = evidence[0].changes if evidence else ()
    return Finding(statement, verdict, evidence, "", changes)


def seen(sentence: str, words: str, *changes: Change, retold: bool = False, title: str = "A bell") -> Evidence:
    start = sentence.index(words)
    about = ("Herald", "2031-06-04", title, Verdict.ALTERED, changes, retold)
    return Evidence(1, "a1", start, start + len(words), words, sentence, *about)


FINDINGS = (
    found(
        TEXT,
        "330 times",
        Verdict.ALTERED,
        ClaimKind.FIGURE,
        seen("It rang 303 times.", "303 times", Change("303", "330")),
    ),
    found(TEXT, "“Nobody heard it at all,”", Verdict.VERBATIM, ClaimKind.QUOTATION),
    found(TEXT, "the Herald", Verdict.ANOTHERS, ClaimKind.ATTRIBUTION),
)


def drawn(rows: ManuscriptRows, chosen: int | None = None) -> list[str]:
    return ["".join(text for text, _ in rows.draw(row, chosen)).rstrip() for row in range(rows.height)]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (
            46,
            [
                "▌✗ The bell rang 330 times in May. “Nobody",
                " ≠ heard it at all,” the Herald wrote on 4",
                "   June.",
            ],
        ),
        (
            24,
            [
                "▌✗ The bell rang 330",
                "▌  times in May.",
                " = “Nobody heard it at",
                " ≠ all,” the Herald",
                "   wrote on 4 June.",
            ],
        ),
    ],
)
def test_each_statement_has_its_sign_in_the_row_where_it_begins(width: int, lines: list[str]) -> None:
    assert drawn(ManuscriptRows(TEXT, FINDINGS, width), chosen=0) == lines


def test_the_chosen_statement_and_the_serious_ones_stand_out() -> None:
    rows = ManuscriptRows(TEXT, FINDINGS, 100)
    roles = {text.strip(): role for text, role in rows.draw(0, 2) if text.strip()}
    assert roles["330 times"] is Role.SERIOUS
    assert roles["“Nobody heard it at all,”"] is Role.GOOD
    assert roles["the Herald"] is Role.CHOSEN


def test_a_cell_belongs_to_the_statement_that_is_drawn_there() -> None:
    rows = ManuscriptRows(TEXT, FINDINGS, 100)
    assert rows.place_at(0, 3 + TEXT.index("330")) == 0
    assert rows.place_at(0, 3 + TEXT.index("Nobody")) == 1
    assert rows.place_at(0, 3 + TEXT.index("times") + 6) is None
    assert rows.place_at(0, 0) == 0
    assert rows.place_at(7, 0) is None


def test_the_evidence_says_what_differs_where_and_whose_words_it_is() -> None:
    rows = evidence_rows(FINDINGS[0], 40)
    assert ["".join(text for text, _ in row.runs).rstrip() for row in rows] == [
        " ✗ altered · figure",
        " 303 → 330",
        " “330 times”",
        "",
        "▌ Herald · 2031-06-04",
        "▌ A bell",
        "▌ It rang 303 times.",
        "▌ 303 → 330",
    ]
    assert [row.place for row in rows] == [None, None, None, None, 0, 0, 0, 0]
    assert ("303 times", Role.PASSAGE) in rows[6].runs


def test_retold_evidence_says_that_it_is_none_for_a_wording() -> None:
    finding = found(TEXT, "330 times", Verdict.VERBATIM, ClaimKind.FIGURE, seen("330 times.", "330 times", retold=True))
    text = " ".join("".join(text for text, _ in row.runs) for row in evidence_rows(finding, 80))
    assert "retold: no evidence for a wording" in text


def test_without_evidence_it_says_so() -> None:
    rows = evidence_rows(found(TEXT, "in May", Verdict.NOT_FOUND, ClaimKind.DATE), 60)
    assert "No article has a sentence that bears on it." in "".join(text for row in rows for text, _ in row.runs)


def test_every_verdict_has_a_word_and_the_serious_ones_signs_of_their_own() -> None:
    assert set(VERDICTS) == {verdict.value for verdict in Verdict}
    assert len({sign for sign, _ in VERDICTS.values()}) == len(VERDICTS)


def test_the_head_counts_what_the_dossier_holds() -> None:
    proof = Proof(Manuscript(TEXT, name="bell.md"), FINDINGS)
    assert (
        "".join(text for text, _ in proof_head("bell.md", proof))
        == "bell.md · = 1 verbatim · ✗ 1 altered · ≠ 1 another's"
    )
    assert proof_limits(proof).startswith("1 quotation, 1 figure, 1 attribution · says what the dossier holds")
    assert "".join(text for text, _ in proof_head("bell.md", None, (3, 12))).endswith("3 of 12 sentences …")
    assert "nothing in it" in "".join(text for text, _ in proof_head("bell.md", Proof(Manuscript(""), ())))


@given(
    st.text(),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(list(Verdict)))),
    st.integers(1, 60),
)
def test_whatever_is_drawn_is_printable_and_as_wide_as_was_asked_for(text, places, width) -> None:
    findings = sorted(
        (
            Finding(Statement(min(start, len(text)), min(start + size, len(text)), "x", ClaimKind.DATE, 0, 1), verdict)
            for start, size, verdict in places
            if start < len(text)
        ),
        key=lambda finding: finding.statement.start,
    )
    rows = ManuscriptRows(text, findings, width)
    for row in range(rows.height):
        line = "".join(run for run, _ in rows.draw(row, 0 if findings else None))
        assert cell_len(line) == rows.width
        assert printable(line) == line
        rows.place_at(row, width // 2)


@given(st.text(max_size=200), st.text(max_size=80), st.integers(1, 60))
def test_evidence_of_any_text_is_printable_and_as_wide_as_was_asked_for(sentence, title, width) -> None:
    evidence = Evidence(
        1, "a", 0, len(sentence), sentence[2:9], sentence, title, "", title, Verdict.CUT, (Change("", title),)
    )
    finding = Finding(
        Statement(0, 1, sentence, ClaimKind.QUOTATION, 0, 1), Verdict.CUT, (evidence, evidence), title, ()
    )
    for row in evidence_rows(finding, width, 1):
        line = "".join(run for run, _ in row.runs)
        assert cell_len(line) == width
        assert printable(line) == line
