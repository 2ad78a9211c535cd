from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.proof.said import said

CASES = [
    (
        "behind it",
        "“We go home now. Nobody stays,” Foreign Minister Ada Holm said.",
        "en",
        ["Foreign Minister Ada Holm"],
    ),
    ("before it", "Mayor Lena Brandt said: “The harbour is closed.” Gulls cried.", "en", ["Mayor Lena Brandt"]),
    ("in French", "« Nous partons demain », a déclaré Salima Koné à Orma.", "fr", ["Salima Koné"]),
    ("nobody by name", "“The harbour is closed,” he said.", "en", [None]),
    ("two speakers", "“Yes,” Ada Holm said. “Never,” Lena Brandt said.", "en", ["Ada Holm", "Lena Brandt"]),
    ("no quotation", "Ada Holm said nothing.", "en", []),
]


@pytest.mark.parametrize(("text", "language", "expected"), [c[1:] for c in CASES], ids=[case[0] for case in CASES])
def test_who_says_a_quotation(text, language, expected):
    assert [each.speaker.text if each.speaker else None for each in said(text, language)] == expected


@given(st.text(alphabet='Ab “”"«».\n,said', max_size=80))
def test_a_quotation_lies_within_its_sentence(text: str):
    for each in said(text, "en"):
        assert each.start <= each.quotation.start < each.quotation.end <= each.end <= len(text)
