"""Outlets, people, and lines that do nothing but name an outlet."""

from __future__ import annotations

import pytest

from tui.importing.clippings.outlet import credit_of, is_outlet, is_person

NAMES = [
    ("Reuters", "outlet"),
    ("AFP", "outlet"),
    ("The Guardian", "outlet"),
    ("Le Monde", "outlet"),
    ("Maliweb.net", "outlet"),
    ("RiverPost", "outlet"),
    ("Studio du Fleuve", "outlet"),
    ("TRT and agencies", "outlet"),
    ("News Desk", "outlet"),
    ("Ada Rell", "person"),
    ("Ben Ouro", "person"),
    ("Aïcha ould Bah", "person"),
    ("J. M. Coe", "person"),
    ("Jean-Pierre Roy", "person"),
    ("Minh Le", "person"),
    ("Read More", "neither"),
    ("Tassara", "neither"),
    ("the boats", "neither"),
    ("", "neither"),
]


@pytest.mark.parametrize(("name", "kind"), NAMES, ids=[name or "empty" for name, _ in NAMES])
def test_kinds(name: str, kind: str) -> None:
    assert (is_outlet(name), is_person(name)) == (kind == "outlet", kind == "person")


CREDITS = [
    ("AFP", "AFP"),
    ("— Reuters", "Reuters"),
    ("(avec AFP)", "AFP"),
    ("/APA/", "APA"),
    ("AFP/Reuters", "AFP/Reuters"),
    ("RiverPost and agencies", "RiverPost and agencies"),
    ("Xinhua, AFP", "Xinhua, AFP"),
    ("The River Times", "The River Times"),
    ("Source : Studio Tamani", "Studio Tamani"),
    ("Tassara", ""),
    ("Ada Rell", ""),
    ("The Security Council", ""),
    ("The boats", ""),
    ("AFP said so.", ""),
    ("• The River Times", ""),
    ("", ""),
    ("A quarter of the press is closed", ""),
]


@pytest.mark.parametrize(("line", "outlet"), CREDITS, ids=[line or "empty" for line, _ in CREDITS])
def test_credits(line: str, outlet: str) -> None:
    assert credit_of(line) == outlet
