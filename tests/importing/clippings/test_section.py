"""The name of a page's section is told from a headline."""

from __future__ import annotations

import pytest

from tui.importing.clippings.section import is_section

LINES = [
    ("a name", "World", True),
    ("two names", "Middle East", True),
    ("capitals", "THE RIVER", True),
    ("a way through the site", "Home > News > The river", True),
    ("one in french", "Accueil » Afrique » Pêche", True),
    ("many capitals", "FERRY SINKS OFF OURO", False),
    ("a headline of such words and others", "World news of the river", False),
    ("a way that begins elsewhere", "Ada Rell > News", False),
    ("figures", "2023", False),
    ("empty", "", False),
]


@pytest.mark.parametrize(("line", "expected"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_sections(line: str, expected: bool) -> None:
    assert is_section(line) is expected
