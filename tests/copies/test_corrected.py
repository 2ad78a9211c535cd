"""A corrected story is told by its title."""

from __future__ import annotations

import pytest

from tui.copies.corrected import is_corrected

TITLES = [
    ("an agency's mark", "CORRECTED-Heron seen in the harbour", True),
    ("with spaces", "CORRECTION - Heron seen in the harbour", True),
    ("behind the number of an update", "UPDATE 2-CORRECTED-Heron seen", True),
    ("filed again", "REFILE: Heron seen", True),
    ("in brackets at the end", "Heron seen in the harbour (corrected)", True),
    ("French", "RECTIFICATIF : un héron dans le port", True),
    ("French, in brackets", "Un héron dans le port (corrigé)", True),
    ("Arabic", "تصحيح: مالك الحزين في الميناء", True),
    ("a story about a correction", "Correction of the harbour map takes years", False),
    ("a word within", "The corrected map is out", False),
    ("none", "Heron seen in the harbour", False),
]


@pytest.mark.parametrize(("title", "expected"), [case[1:] for case in TITLES], ids=[case[0] for case in TITLES])
def test_a_corrected_story_says_so(title: str, expected: bool):
    assert is_corrected(title) is expected
